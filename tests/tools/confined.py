"""Whether a million requests make the service grow. Then clients who hold on: how much memory each way of it costs the
service and the system for it, and whether somebody else is served. Then whether it stops in time and leaves nobody without
an answer.

Arguments: the program, and how many MiB it may have.
"""

import contextlib
import re
import selectors
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

PROGRAM, ALLOWED = sys.argv[1], int(sys.argv[2])
# Some times as many as the service holds, and as many as this program has descriptors for.
CLIENTS = 1000
# So long they hold on, and so long somebody else tries to be served: longer than who dawdles is given.
SECONDS = 8
PATIENCE = 15

BODY = b'{"facts": {"child_sent_or_posted": "yes", "material_kind": "image_or_video"}, "include": ["all"]}'
HEAD = b"POST /v1/advice HTTP/1.1\r\nHost: signpost\r\nContent-Type: application/json\r\n"
ADVICE = HEAD + b"Content-Length: %d\r\n\r\n" % len(BODY) + BODY
PLAIN = HEAD + b'Content-Length: 12\r\n\r\n{"facts":{}}'
# Some that are answered with more and less, for those who ask a million times.
BODIES = [b'{"facts":{}}', b'{"facts":{"child_age_band":"under_13"}}', b'{"facts":{"child_sent_or_posted":"yes"}}',
          b'{"facts":{"child_age_band":"13_to_15","material_kind":"image_or_video"},"include":["reasons"]}']
SEVERAL = b"".join(HEAD + b"Content-Length: %d\r\n\r\n" % len(body) + body for body in BODIES)


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


def kibibytes(process, name):
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(rf"{name}:\s*(\d+) kB", status)[1])


def figure(process, name):
    return kibibytes(process, name) // 1024


def kept_by_the_system(port):
    """MiB that the system keeps for the connections of the service: what came and was not read, and what is not taken."""
    listed = subprocess.run(["ss", "-tmnH", f"sport = :{port}"], capture_output=True, text=True, check=True).stdout
    sizes = re.findall(r"skmem:\(r(\d+),.*?,f(\d+),w(\d+)", listed)
    return sum(int(size) for each in sizes for size in each) >> 20


def held_on(process, address, way, reads):
    """Lets clients hold on in that way."""
    sent, kept, next_look = way(), 0, 0
    with selectors.DefaultSelector() as waiting:
        held = [Holding(address, sent, reads, waiting) for _ in range(CLIENTS)]
        until = time.monotonic() + SECONDS
        while time.monotonic() < until:
            for key, event in waiting.select(0.1) if waiting.get_map() else []:
                key.data.go_on(event)
            if time.monotonic() > next_look:
                kept, next_look = max(kept, kept_by_the_system(address[1])), time.monotonic() + 1
        tries = served(address)
        for client in held:
            client.end()
    return figure(process, "VmHWM"), kept, tries


def holding_on(process, address):
    """Lets clients hold on in every way."""
    print(f"{'MiB':<42}{'at most':>10}{'and system':>12}{'afterwards':>12}{'tries':>7}")
    print(f"{'at start':<42}{figure(process, 'VmRSS'):>10}")
    for way, reads in WAYS.items():
        Path(f"/proc/{process.pid}/clear_refs").write_text("5")
        most, kept, tries = held_on(process, address, way, reads)
        time.sleep(3)
        after = figure(process, "VmRSS")
        print(f"{way.__name__.replace('_', ' '):<42}{most:>10}{kept:>12}{after:>12}{tries:>7}", flush=True)
        if most + kept > ALLOWED:
            sys.exit(f"that is more than the {ALLOWED} MiB of deploy/")


def ask(address, number):
    """Asks so often on one connection, some requests ahead, and reads the answers."""
    ahead, answer = 5 * len(BODIES), b"HTTP/1.1 200 "
    with socket.create_connection(address, PATIENCE) as stream:
        rest = b""
        for _ in range(number // ahead):
            stream.sendall(SEVERAL * 5)
            came = 0
            while came < ahead:
                piece = stream.recv(1 << 20)
                if not piece:
                    sys.exit("a request has no answer")
                received = rest + piece
                came += received.count(answer)
                rest = received[-len(answer) + 1:]


def a_million(process, address):
    """Answers ten thousand requests and then a million, and is hardly larger.

    What is freed goes back by and by, so one reading says little: it is the middle one of five that counts.
    """
    asked, sizes = 0, []
    for number in [10_000] * 5 + [190_000] * 5:
        with ThreadPoolExecutor(4) as clients:
            list(clients.map(ask, [address] * 4, [number // 4] * 4))
        asked += number
        time.sleep(2)
        sizes.append(kibibytes(process, "VmRSS"))
        print(f"after {asked:>9,} requests: {sizes[-1] / 1024:.1f} MiB", flush=True)
    early, late = median(sizes[:5]), median(sizes[5:])
    print(f"the middle of five: {early / 1024:.1f} MiB and {late / 1024:.1f} MiB")
    if late > early * 1.05:
        sys.exit("it has grown by more than a twentieth")


def read_on(stream):
    """Asks until it is told that the answer is the last. How often, and whether an answer did not come."""
    answered = 0
    with contextlib.suppress(OSError), stream, stream.makefile("rb") as answers:
        while True:
            stream.sendall(PLAIN)
            head = b"".join(iter(answers.readline, b"\r\n")).lower()
            answers.read(int(re.search(rb"content-length: (\d+)", head)[1]))
            answered += 1
            if b"connection: close" in head:
                return answered, False
    return answered, True


def stopped(process, address):
    """Is told to stop under load, with clients who never read."""
    deaf = []
    for _ in range(50):
        stream = socket.create_connection(address)
        stream.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            stream.send(ADVICE * 3000)
        deaf.append(stream)
    streams = [socket.create_connection(address, PATIENCE) for _ in range(50)]
    with ThreadPoolExecutor(len(streams)) as clients:
        reading = [clients.submit(read_on, stream) for stream in streams]
        time.sleep(2)
        told = time.monotonic()
        process.terminate()
        ended = [client.result() for client in reading]
        code = process.wait(12)
    lost = sum(lost for _, lost in ended)
    print(f"it stopped {time.monotonic() - told:.1f} s after it was told, with 50 clients who never read; of 50 who do, who "
          f"had {sum(answered for answered, _ in ended)} answers, {lost} did not get the last")
    if lost or code:
        sys.exit("somebody has no answer, or it did not stop in good order")


def check(process):
    host, port = re.search(r"http://(.*):(\d+)", process.stderr.readline()).groups()
    address = host, int(port)
    served(address)
    a_million(process, address)
    holding_on(process, address)
    stopped(process, address)


def main():
    settings = {"SIGNPOST_BIND": "127.0.0.1:0", "SIGNPOST_WORKERS": "2", "SIGNPOST_LOG": "none"}
    process = subprocess.Popen([PROGRAM], env=settings, stderr=subprocess.PIPE, text=True)
    try:
        check(process)
    finally:
        process.kill()


main()
