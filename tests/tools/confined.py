"""Clients who hold on: how much memory each way of it costs the service, and whether somebody else is served.

Arguments: the program, and how many MiB it may have.
"""

import contextlib
import re
import selectors
import socket
import subprocess
import sys
import time
from pathlib import Path

PROGRAM, ALLOWED = sys.argv[1], int(sys.argv[2])
# Some times as many as the service holds, and as many as this program has descriptors for.
CLIENTS = 1000
# So long they hold on, and so long somebody else tries to be served: longer than who dawdles is given.
SECONDS = 8
PATIENCE = 15

BODY = b'{"facts": {"child_sent_or_posted": "yes", "material_kind": "image_or_video"}, "include": ["all"]}'
HEAD = b"POST /v1/advice HTTP/1.1\r\nHost: signpost\r\nContent-Type: application/json\r\n"
ADVICE = HEAD + b"Content-Length: %d\r\n\r\n" % len(BODY) + BODY


def half_heads():
    return HEAD + b"X-Filling: " + b"x" * 30_000


def bodies_that_stop():
    return HEAD + b"Content-Length: 16000\r\n\r\n" + b" " * 8000


def bodies_that_were_refused():
    return HEAD.replace(b"json", b"xml") + b"Transfer-Encoding: chunked\r\n\r\n"


def one_advice_and_idle():
    return ADVICE


def thousands_sent_ahead_and_never_read():
    return ADVICE * 3000


WAYS = {half_heads: True, bodies_that_stop: True, bodies_that_were_refused: True, one_advice_and_idle: True,
        thousands_sent_ahead_and_never_read: False}


class Holding:
    """A client who sends what it can of something, and reads what comes or does not."""

    def __init__(self, address, sent, reads, waiting):
        self.rest, self.reads, self.waiting = memoryview(sent), reads, waiting
        self.stream = socket.socket()
        # What nobody reads is to wait in the service and not in the system.
        self.stream.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self.stream.setblocking(False)
        self.stream.connect_ex(address)
        waiting.register(self.stream, selectors.EVENT_WRITE | (selectors.EVENT_READ if reads else 0), self)

    def go_on(self, event):
        try:
            if event & selectors.EVENT_READ and not self.stream.recv(65536):
                return self.end()
            if event & selectors.EVENT_WRITE:
                self.rest = self.rest[self.stream.send(self.rest[:65536]):]
                if not self.rest and self.reads:
                    self.waiting.modify(self.stream, selectors.EVENT_READ, self)
                elif not self.rest:
                    self.waiting.unregister(self.stream)
        except BlockingIOError:
            pass
        except OSError:
            self.end()

    def end(self):
        # Neither is so where it has ended, or has sent all.
        with contextlib.suppress(KeyError, ValueError):
            self.waiting.unregister(self.stream)
        self.stream.close()


def served(address):
    """Somebody else asks, until they are answered: in how many tries."""
    until, tries = time.monotonic() + PATIENCE, 0
    while time.monotonic() < until:
        tries += 1
        with contextlib.suppress(OSError), socket.create_connection(address, PATIENCE) as stream:
            stream.sendall(ADVICE)
            if stream.recv(16).startswith(b"HTTP/1.1 200"):
                return tries
        time.sleep(0.2)
    sys.exit("nobody else was served")


def figure(process, name):
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(rf"{name}:\s*(\d+) kB", status)[1]) // 1024


def held_on(process, address, way, reads):
    """Lets clients hold on in that way."""
    sent = way()
    with selectors.DefaultSelector() as waiting:
        held = [Holding(address, sent, reads, waiting) for _ in range(CLIENTS)]
        until = time.monotonic() + SECONDS
        while time.monotonic() < until:
            for key, event in waiting.select(0.1) if waiting.get_map() else []:
                key.data.go_on(event)
        tries = served(address)
        for client in held:
            client.end()
    return figure(process, "VmHWM"), tries


def check(process):
    host, port = re.search(r"http://(.*):(\d+)", process.stderr.readline()).groups()
    address = host, int(port)
    served(address)
    print(f"{'MiB':<42}{'at most':>10}{'afterwards':>12}{'tries':>7}\nat start{figure(process, 'VmRSS'):>44}")
    for way, reads in WAYS.items():
        Path(f"/proc/{process.pid}/clear_refs").write_text("5")
        most, tries = held_on(process, address, way, reads)
        time.sleep(3)
        print(f"{way.__name__.replace('_', ' '):<42}{most:>10}{figure(process, 'VmRSS'):>12}{tries:>7}", flush=True)
        if most > ALLOWED:
            sys.exit(f"that is more than the {ALLOWED} MiB of deploy/")
    process.terminate()
    if process.wait() != 0:
        sys.exit(f"it did not stop in good order: {process.returncode}")


def main():
    settings = {"SIGNPOST_BIND": "127.0.0.1:0", "SIGNPOST_WORKERS": "2", "SIGNPOST_LOG": "none"}
    process = subprocess.Popen([PROGRAM], env=settings, stderr=subprocess.PIPE, text=True)
    try:
        check(process)
    finally:
        process.kill()


main()
