"""Ten thousand kept connections, where the operator allows them: each asks once, reads and stays. How much memory they take,
and whether it is given back.

Argument: the program. Needs twenty thousand descriptors.
"""

import re
import socket
import subprocess
import sys
import time
from pathlib import Path

CONNECTIONS, MOST = 10_000, 200
ASKED = (b"POST /v1/advice HTTP/1.1\r\nHost: signpost\r\nContent-Type: application/json\r\n"
         b'Content-Length: 12\r\n\r\n{"facts":{}}')


def resident(process):
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s*(\d+) kB", status)[1]) / 1024


def ask(stream):
    stream.sendall(ASKED)
    received = b""
    while not (head := re.match(rb"(?s)HTTP/1.1 200 .*content-length: (\d+)\r\n.*?\r\n\r\n", received)) \
            or len(received) < head.end() + int(head[1]):
        piece = stream.recv(1 << 16)
        if not piece:
            sys.exit("a request has no answer")
        received += piece


def main(program):
    # The fuller it is, the shorter it keeps them.
    settings = {"SIGNPOST_BIND": "127.0.0.1:0", "SIGNPOST_WORKERS": "2", "SIGNPOST_LOG": "none",
                "SIGNPOST_CONNECTIONS": "16000", "SIGNPOST_KEEP_ALIVE": "600"}
    process = subprocess.Popen([program], env=settings, stderr=subprocess.PIPE, text=True)
    try:
        host, port = re.search(r"http://(.*):(\d+)", process.stderr.readline()).groups()
        start, kept = resident(process), []
        for _ in range(CONNECTIONS):
            kept.append(socket.create_connection((host, int(port)), 30))
            ask(kept[-1])
        time.sleep(2)
        most = resident(process)
        # The oldest of them is still there.
        ask(kept[0])
        for stream in kept:
            stream.close()
        # It is given back by and by, as others are answered.
        until = time.monotonic() + 30
        while (after := resident(process)) - start > (most - start) / 2 and time.monotonic() < until:
            time.sleep(1)
            with socket.create_connection((host, int(port)), 30) as other:
                ask(other)
    finally:
        process.kill()
    print(f"{CONNECTIONS} kept connections: {most:.0f} MiB, {start:.0f} before and {after:.0f} once they have gone")
    if most > MOST or after - start > (most - start) / 2:
        sys.exit(f"that is more than {MOST} MiB, or is not given back")


main(sys.argv[1])
