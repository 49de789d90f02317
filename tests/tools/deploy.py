"""Checks that the files of deploy/ agree with each other and with the program.

Run from the root of the repository, with the files of the rendered manifests and of what systemd reports of
the unit's security. Prints every fault.
"""

import json
import re
import sys
from pathlib import Path

import yaml

DEPLOY = Path("deploy")
KUBERNETES = DEPLOY / "kubernetes"

# What the unit leaves open, and why: it listens, it starts from the root of the machine, ProtectClock= allows
# reading the clock, and the addresses it lets in are more than none.
LEFT_OPEN = {
    "PrivateNetwork=",
    "RestrictAddressFamilies=~AF_(INET|INET6)",
    "RootDirectory=/RootImage=",
    "DeviceAllow=",
    "IPAddressDeny=",
}


def text(path):
    return Path(path).read_text()


def one(pattern, path):
    found = re.findall(pattern, text(path), re.M)
    if len(found) != 1:
        sys.exit(f"{path}: expected one {pattern}, found {len(found)}")
    return found[0]


def command_line():
    return "".join(map(text, Path("src/cli").rglob("*.rs")))


def settings():
    """Settings that are used and not there, or there and not described."""
    known = set(re.findall(r'env = "(\w+)"', command_line()))
    for path in filter(Path.is_file, DEPLOY.rglob("*")):
        for name in set(re.findall(r"SIGNPOST_[A-Z]\w*", text(path))) - known:
            yield f"{path}: the program has no setting {name}"
    for name in known:
        if name not in text(DEPLOY / "README.md"):
            yield f"deploy/README.md does not describe {name}"


def paths():
    """Paths that are asked for and not served."""
    served = "".join(map(text, Path("src/http").rglob("*.rs")))
    for path in filter(Path.is_file, DEPLOY.rglob("*")):
        for asked in set(re.findall(r"/health/\w+|/metrics\b", text(path))):
            if f'"{asked}"' not in served:
                yield f"{path}: the program does not serve {asked}"


def ports(objects, compose):
    """Ports other than the one of the program."""
    port = int(one(r'default_value = "127\.0\.0\.1:(\d+)"', "src/cli/arguments.rs"))
    template = objects["Deployment"]["spec"]["template"]
    container = template["spec"]["containers"][0]
    variables = {variable["name"]: variable["value"] for variable in container["env"]}
    named = {
        "Containerfile: EXPOSE": one(r"^EXPOSE (\d+)", DEPLOY / "Containerfile"),
        "Containerfile: SIGNPOST_BIND": one(r"SIGNPOST_BIND=\S+:(\d+)", DEPLOY / "Containerfile"),
        "compose.yaml": compose["ports"][0].split(":")[-1],
        "Deployment: container": container["ports"][0]["containerPort"],
        "Deployment: SIGNPOST_BIND": variables["SIGNPOST_BIND"].split(":")[-1],
        "NetworkPolicy": objects["NetworkPolicy"]["spec"]["ingress"][0]["ports"][0]["port"],
    }
    for place, number in named.items():
        if int(number) != port:
            yield f"{place}: port {number} is not {port}"
    metrics = int(variables["SIGNPOST_METRICS_BIND"].split(":")[-1])
    read = {
        "Deployment: container": container["ports"][1]["containerPort"],
        "Deployment: annotation": template["metadata"]["annotations"]["prometheus.io/port"],
        "NetworkPolicy": objects["NetworkPolicy"]["spec"]["ingress"][0]["ports"][1]["port"],
    }
    for place, number in read.items():
        if int(number) != metrics:
            yield f"{place}: port {number} is not that of the metrics, {metrics}"
    by_name = [container[probe]["httpGet"]["port"] for probe in container if probe.endswith("Probe")]
    by_name.append(objects["Service"]["spec"]["ports"][0]["targetPort"])
    for name in set(by_name) - {container["ports"][0]["name"]}:
        yield f"Deployment, Service: no port is named {name}"


def selectors(objects):
    """Selectors that do not select the pods."""
    deployment = objects["Deployment"]
    pods = deployment["spec"]["template"]
    found = {
        "Deployment": deployment["spec"]["selector"]["matchLabels"],
        "Service": objects["Service"]["spec"]["selector"],
        "PodDisruptionBudget": objects["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"],
        "NetworkPolicy": objects["NetworkPolicy"]["spec"]["podSelector"]["matchLabels"],
    }
    for spread in pods["spec"]["topologySpreadConstraints"]:
        found[spread["topologyKey"]] = spread["labelSelector"]["matchLabels"]
    for place, labels in found.items():
        if not labels.items() <= pods["metadata"]["labels"].items():
            yield f"{place}: {labels} does not select the pods"
    scaled = objects["HorizontalPodAutoscaler"]["spec"]["scaleTargetRef"]["name"]
    if scaled != deployment["metadata"]["name"]:
        yield f"HorizontalPodAutoscaler: there is no Deployment {scaled}"
    if pods["spec"]["serviceAccountName"] != objects["ServiceAccount"]["metadata"]["name"]:
        yield "Deployment: there is no such ServiceAccount"


def stops(objects, compose):
    """Stops that are cut short before the program has answered what it has taken."""
    needed = int(one(r"stop: seconds\((\d+)\)", "src/http/listen/limits.rs"))
    pod = objects["Deployment"]["spec"]["template"]["spec"]
    pause = pod["containers"][0]["lifecycle"]["preStop"]["sleep"]["seconds"]
    given = {
        "compose.yaml": int(compose["stop_grace_period"].removesuffix("s")),
        "Deployment": pod["terminationGracePeriodSeconds"] - pause,
        "signpost.service": int(one(r"^TimeoutStopSec=(\d+)$", DEPLOY / "systemd/signpost.service")),
    }
    for place, seconds in given.items():
        if seconds <= needed:
            yield f"{place}: leaves {seconds} s to stop; the program may take {needed}"


def versions(objects, compose):
    """Images of another version than this one."""
    version = one(r'^version = "(.+)"$', "Cargo.toml")
    container = objects["Deployment"]["spec"]["template"]["spec"]["containers"][0]
    for place, image in (("compose.yaml", compose["image"]), ("kustomization.yaml", container["image"])):
        if not image.endswith(f"signpost:{version}"):
            yield f"{place}: {image} is not version {version}"


def listed():
    """Manifests that are in the folder and not in the list."""
    resources = set(yaml.safe_load(text(KUBERNETES / "kustomization.yaml"))["resources"])
    present = {path.name for path in KUBERNETES.iterdir()} - {"kustomization.yaml"}
    for name in present ^ resources:
        yield f"kustomization.yaml: {name} is not both listed and there"


def confinement(report):
    """Ways to confine the unit that it does not take."""
    for way in json.loads(text(report)):
        if not way["set"] and way["name"] not in LEFT_OPEN:
            yield f"signpost.service: {way['description']} ({way['name']})"


def main(manifests, report):
    objects = {each["kind"]: each for each in yaml.safe_load_all(text(manifests))}
    compose = yaml.safe_load(text(DEPLOY / "compose.yaml"))["services"]["signpost"]
    # The others rely on the list.
    faults = list(listed()) or [
        *settings(),
        *paths(),
        *ports(objects, compose),
        *selectors(objects),
        *stops(objects, compose),
        *versions(objects, compose),
        *confinement(report),
    ]
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(bool(faults))


main(*sys.argv[1:])
