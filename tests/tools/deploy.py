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
ALERTS = DEPLOY / "prometheus/alerts.yaml"

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


def port_of(address):
    return int(address.rsplit(":", 1)[-1])


def ports(objects, compose):
    """Ports that one file names otherwise than another: of the service, and of what is for operators."""
    template = objects["Deployment"]["spec"]["template"]
    container = template["spec"]["containers"][0]
    variables = {variable["name"]: variable["value"] for variable in container["env"]}
    health = compose["healthcheck"]["test"]
    unit = DEPLOY / "systemd/signpost.service"
    service, operations = ({
        "Deployment: container": declared["containerPort"],
        "NetworkPolicy": allowed["ports"][0]["port"],
        "compose.yaml": port_of(published),
    } for declared, allowed, published in zip(
        container["ports"], objects["NetworkPolicy"]["spec"]["ingress"], compose["ports"], strict=True
    ))
    service |= {
        "the program": int(one(r'default_value = "127\.0\.0\.1:(\d+)"', "src/cli/arguments.rs")),
        "Containerfile: EXPOSE": int(one(r"^EXPOSE (\d+)", DEPLOY / "Containerfile")),
        "Containerfile: SIGNPOST_BIND": port_of(one(r"SIGNPOST_BIND=(\S+)", DEPLOY / "Containerfile")),
        "Deployment: SIGNPOST_BIND": port_of(variables["SIGNPOST_BIND"]),
    }
    operations |= {
        "Deployment: SIGNPOST_METRICS_BIND": port_of(variables["SIGNPOST_METRICS_BIND"]),
        "Deployment: annotation": int(template["metadata"]["annotations"]["prometheus.io/port"]),
        "compose.yaml: SIGNPOST_METRICS_BIND": port_of(compose["environment"]["SIGNPOST_METRICS_BIND"]),
        "compose.yaml: health": port_of(health[health.index("--metrics-bind") + 1]),
        "signpost.service: SIGNPOST_METRICS_BIND": port_of(one(r"SIGNPOST_METRICS_BIND=(\S+)", unit)),
    }
    for named in (service, operations):
        if len(set(named.values())) != 1:
            yield f"these are not one port: {named}"
    called, watched = (declared["name"] for declared in container["ports"])
    if objects["Service"]["spec"]["ports"][0]["targetPort"] != called:
        yield f"Service: its port is not {called}"
    for probe in (name for name in container if name.endswith("Probe")):
        if container[probe]["httpGet"]["port"] != watched:
            yield f"Deployment: {probe} asks at a port that callers can fill"


def who_may_call(objects, compose):
    """Files that let in whoever comes, that can be reached from elsewhere than they say, or that let it call others."""
    pod = objects["Deployment"]["spec"]["template"]["spec"]
    container = pod["containers"][0]
    variables = {variable["name"]: variable["value"] for variable in container["env"]}
    mounted = {mount["name"]: mount["mountPath"] for mount in container["volumeMounts"]}
    secrets = {mounted[volume["name"]] for volume in pod["volumes"] if "secret" in volume}
    if str(Path(variables["SIGNPOST_KEYS"]).parent) not in secrets:
        yield "Deployment: the keys come from no Secret"
    if compose["environment"]["SIGNPOST_KEYS"] not in {f"/run/secrets/{name}" for name in compose["secrets"]}:
        yield "compose.yaml: the keys come from no secret"
    one(r"^Environment=SIGNPOST_KEYS=/", DEPLOY / "systemd/signpost.service")
    for published in compose["ports"]:
        if not published.startswith("127.0.0.1:"):
            yield f"compose.yaml: {published} is not of this machine alone"
    policy = objects["NetworkPolicy"]["spec"]
    if policy["egress"] or "Egress" not in policy["policyTypes"]:
        yield "NetworkPolicy: it may call others"
    one("^IPAddressDeny=any$", DEPLOY / "systemd/signpost.service")
    for rule in policy["ingress"]:
        for source in rule["from"]:
            if not source.get("podSelector", {}).get("matchLabels"):
                yield f"NetworkPolicy: {source} lets in pods that do not say that they call"


def memory(objects, compose):
    """Memory that can go to a disk, or limits that are not what another file says."""
    unit = DEPLOY / "systemd/signpost.service"
    resources = objects["Deployment"]["spec"]["template"]["spec"]["containers"][0]["resources"]
    given = {
        "Deployment": resources["limits"]["memory"].removesuffix("i"),
        "compose.yaml": compose["mem_limit"].upper(),
        "signpost.service": one(r"^MemoryMax=(\S+)$", unit),
        "README.md": one(r"the (\d+) MiB of the\s+manifests", DEPLOY / "README.md") + "M",
    }
    if len(set(given.values())) != 1:
        yield f"these are not one limit of memory: {given}"
    if resources["requests"]["memory"] != resources["limits"]["memory"]:
        yield "Deployment: with less memory asked for than allowed, a node may let it swap"
    if compose["memswap_limit"] != compose["mem_limit"]:
        yield "compose.yaml: it may swap"
    if compose["ulimits"]["core"] != 0:
        yield "compose.yaml: it may leave a core"
    for line in ("LimitCORE=0", "MemorySwapMax=0"):
        one(f"^{line}$", unit)
    connections = one(r'"SIGNPOST_CONNECTIONS".*\n.*default_value_t = (\d+)', "src/cli/serve/limits.rs")
    for path in (unit, DEPLOY / "compose.yaml", KUBERNETES / "deployment.yaml"):
        if f"{connections} connections" not in text(path):
            yield f"{path}: it holds {connections} connections"
    descriptors = int(one(r"^LimitNOFILE=(\d+)$", unit))
    if compose["ulimits"]["nofile"] != descriptors:
        yield f"compose.yaml: not {descriptors} descriptors, as in the unit"


def logs():
    """Fronts that log the size of an answer, which depends on the facts (PRIVACY.md)."""
    for path, lines, size in (
        ("fronts/nginx.conf", r"^log_format ([^;]+);", r"\$\w*(?:bytes|length|ratio)\w*"),
        ("fronts/haproxy.cfg", r"^\s*log-format (.+)$", r"%[-+\w{},]*[BU]\b|bytes\w*|\w*_size"),
    ):
        for logged in re.findall(size, one(lines, DEPLOY / path)):
            yield f"deploy/{path}: it logs {logged}, a size"


def alerts():
    """Alerts that rest on a metric that there is not, or that no test plays."""
    rules = yaml.safe_load(text(ALERTS))["groups"][0]["rules"]
    known = "".join(map(text, Path("src/http/telemetry").glob("*.rs")))
    played = text("tests/tools/alerts.yaml")
    for rule in rules:
        if f'alertname="{rule["alert"]}"' not in played:
            yield f"tests/tools/alerts.yaml: nothing makes {rule['alert']} fire"
        for name in re.findall(r"signpost_(\w+)", rule["expr"]):
            if f'"{re.sub("(_seconds)?(_total|_bucket)?$", "", name)}"' not in known:
                yield f"{ALERTS}: {rule['alert']} reads signpost_{name}, which there is not"


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
    defaults = dict(re.findall(r'"SIGNPOST_(\w+)".*\n.*default_value = "(\d+)"', command_line()))
    needed = int(defaults["STOP_TIMEOUT"])
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
        *who_may_call(objects, compose),
        *memory(objects, compose),
        *logs(),
        *alerts(),
        *selectors(objects),
        *stops(objects, compose),
        *versions(objects, compose),
        *confinement(report),
    ]
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(bool(faults))


main(*sys.argv[1:])
