"""Compares what Prometheus has read of a service with what the service wrote. Arguments: the addresses of both."""

import json
import sys
import time
from urllib.parse import quote
from urllib.request import Request, urlopen

service, prometheus = sys.argv[1:]


def asked(path):
    with urlopen(f"{prometheus}/api/v1/{path}", timeout=30) as answer:
        return json.load(answer)["data"]


def until(what, so):
    for _ in range(300):
        try:
            if so():
                return
        except OSError:
            pass
        time.sleep(0.1)
    sys.exit(f"Prometheus does not get so far: {what}")


def read(query):
    return asked(f"query?query={quote(query)}")["result"]


# What is written once a request was answered is to be read too.
body = Request(f"{service}/v1/advice", b'{"facts": {}}', {"Content-Type": "application/json"})
urlopen(body, timeout=30).read()
until("an answer is counted", lambda: read('signpost_requests_total{route="/v1/advice", status="200"} == 1'))

with urlopen(f"{service}/metrics", timeout=30) as answer:
    lines = answer.read().decode().splitlines()
types = dict(line.split()[2:4] for line in lines if line.startswith("# TYPE"))
known = {name.removesuffix("_total"): entry[0]["type"] for name, entry in asked("metadata").items()}
faults = [f"{name} is {kind}, and read as {known.get(name.removesuffix('_total'))}" for name, kind in types.items()
          if known.get(name.removesuffix("_total")) != kind]
names = {line.split("{")[0].split()[0] for line in lines if line and not line.startswith("#")}
faults += [f"{name} was not read" for name in sorted(names) if not read(name)]

# The first time may be of before.
for _ in range(2):
    before = asked("rules")["groups"][0]["lastEvaluation"]
    until("the rules are judged", lambda: asked("rules")["groups"][0]["lastEvaluation"] != before)
rules = asked("rules")["groups"][0]["rules"]
faults += [f"{rule['name']}: {rule.get('lastError')}" for rule in rules if rule["health"] != "ok"]
faults += [f"{rule['name']} fires while all is well" for rule in rules if rule["state"] == "firing"]
if faults:
    sys.exit("\n".join(faults))
print(f"metrics: {len(types)} read as they are meant, {len(names)} series, {len(rules)} rules well")
