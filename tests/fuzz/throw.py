"""Throws mangled requests at the service and looks at all that comes back.

Run from the root of the repository, with the address of the service, a seed, and how many rounds. The same seed
throws the same bytes, and each round makes its own: one that found something can be thrown alone.
"""

import json
import random
import re
import socket
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path

import mangled

# The service gives up a request sooner.
PATIENCE = 30
STATUS = re.compile(rb"HTTP/1\.[01] (\d\d\d)")
LENGTH = re.compile(rb"\r\ncontent-length: (\d+)", re.IGNORECASE)
HEAD = b"HEAD /health/live HTTP/1.1\r\nHost: x\r\n\r\n"
# How often each kind is thrown.
KINDS = {"whole": 5, "cut": 2, "ill_framed": 2, "several": 1, "before_another": 1, "flipped": 1}
# Unless all of these came back, not much was tried.
EXPECTED = {200, 400, 404, 405, 406, 413, 415, 422}


def thrown(rng, kind):
    if kind == "cut":
        request = mangled.whole(rng)
        return request[: mangled.place(rng, request)]
    if kind == "ill_framed":
        return mangled.ill_framed(rng)
    if kind == "several":
        return b"".join(mangled.whole(rng) for _ in range(rng.randint(2, 5)))
    if kind == "before_another":
        return mangled.whole(rng) + HEAD
    if kind == "flipped":
        return mangled.flip(rng, mangled.whole(rng))
    return mangled.whole(rng)


def exchange(address, request):
    """All that comes back until the service closes, whether it reads to the end or not."""
    host, port = address.split(":")
    received = []
    with socket.create_connection((host, int(port)), timeout=PATIENCE) as stream:
        # It may have refused, and closed, before it had read everything.
        with suppress(OSError):
            stream.sendall(request)
            stream.shutdown(socket.SHUT_WR)
        with suppress(ConnectionError):
            while piece := stream.recv(65536):
                received.append(piece)
    return b"".join(received)


def are_answers(received):
    """Whether it is one answer after the other, each as long as it says; the last may be that to HEAD."""
    while received:
        head, _, received = received.partition(b"\r\n\r\n")
        said = LENGTH.search(head)
        length = int(said[1]) if said else 0
        if not STATUS.match(head) or 0 < len(received) < length:
            return False
        received = received[length:]
    return True


def faults(kind, received):
    statuses = [int(status) for status in STATUS.findall(received)]
    if any(status >= 500 for status in statuses):
        yield "a fault of the service"
    if mangled.MARK.search(received):
        yield "something of the request came back"
    if received and not statuses:
        yield "no answer, but bytes"
    if not are_answers(received):
        yield "answers out of step"
    final = [status for status in statuses if status != 100]
    if kind == "whole" and len(final) != 1:
        yield f"{len(final)} answers to one request"


def without_the_day(advice):
    """Today is another day than that of the vectors."""
    said = json.loads(advice)
    del said["receipt"]["as_of"]
    return said


def well(address):
    """Whether it still answers as it should."""
    vector = Path("tests/conformance/words_from_an_adult.request.json")
    body = vector.read_bytes()
    lines = [b"POST /v1/advice HTTP/1.1", b"Host: x", b"Content-Type: application/json"]
    received = exchange(address, b"\r\n".join([*lines, b"Content-Length: %d" % len(body), b"", body]))
    expected = vector.with_name("words_from_an_adult.advice.json").read_bytes()
    head, _, answer = received.partition(b"\r\n\r\n")
    return head.startswith(b"HTTP/1.1 200 ") and without_the_day(answer) == without_the_day(expected)


def main(address, seed, rounds):
    statuses = Counter()
    for number in range(int(rounds)):
        rng = random.Random(f"{seed} {number}")
        kind = rng.choices(list(KINDS), KINDS.values())[0]
        request = thrown(rng, kind)
        received = exchange(address, request)
        statuses.update(int(status) for status in STATUS.findall(received))
        statuses["nothing"] += not received
        if found := list(faults(kind, received)):
            sys.exit(f"seed {seed}, round {number} ({kind}): {found}\nsent: {request}\nreceived: {received}")
    print(f"{rounds} rounds, answered with {dict(sorted(statuses.items(), key=str))}")
    if missing := EXPECTED - set(statuses):
        sys.exit(f"nothing that was thrown led to {missing}")
    if not well(address):
        sys.exit("the service does not answer as before")


main(*sys.argv[1:])
