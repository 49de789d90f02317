"""Connections that are used again, that stall, and that break off."""

import json
import socket
import struct
import sys
import unittest
from pathlib import Path

from running import PROXY, Stack
from wire import answer, ask, connect, head, request

ADVICE = "/v1/advice"
JSON = {"Content-Type": "application/json"}
FACTS = Path("tests/conformance/words_from_an_adult.request.json").read_bytes()
ADVISED = json.loads(Path("tests/conformance/words_from_an_adult.advice.json").read_bytes())
WHOLE = request("POST", ADVICE, JSON, FACTS)

# On closing, drop what is under way and tell the other side that the connection is no more (RST).
BREAK_OFF = struct.pack("ii", 1, 0)


def setUpModule():
    global stack
    stack = Stack()
    unittest.addModuleCleanup(stack.stop)


def callers_of(addresses):
    """The ends of connections to these addresses, of those also that ended a moment ago."""
    listening = {as_the_kernel_writes_it(address) for address in addresses}
    lines = Path("/proc/net/tcp").read_text().splitlines()[1:]
    ends = {frozenset(line.split()[1:3]) for line in lines}
    return {pair - listening for pair in ends if pair & listening}


def as_the_kernel_writes_it(address):
    host, port = address.split(":")
    return f"{int.from_bytes(socket.inet_aton(host), sys.byteorder):08X}:{int(port):04X}"


class Connections(unittest.TestCase):
    def advised(self, received):
        self.assertEqual((received.status, json.loads(received.body)), (200, ADVISED))

    def test_a_connection_serves_many_requests(self):
        with connect(stack.proxy.address) as stream:
            for _ in range(20):
                stream.sendall(WHOLE)
                self.advised(answer(stream))
                stream.sendall(request("GET", "/v1/nothing"))
                self.assertEqual(answer(stream, "GET").status, 404)

    def test_the_proxy_uses_its_connections_to_the_service_again(self):
        addresses = [service.address for service in stack.services.values()]
        before = callers_of(addresses)
        with connect(stack.proxy.address) as stream:
            for _ in range(100):
                stream.sendall(WHOLE)
                self.advised(answer(stream))
        # The checks that HAProxy makes of its own are connections as well.
        self.assertLess(len(callers_of(addresses) - before), 20)

    def test_who_waits_to_be_told_to_go_on_is_told(self):
        with connect(stack.proxy.address) as stream:
            stream.sendall(head("POST", ADVICE, {**JSON, "Content-Length": len(FACTS), "Expect": "100-continue"}))
            self.assertEqual(stream.recv(64), b"HTTP/1.1 100 Continue\r\n\r\n")
            stream.sendall(FACTS)
            self.advised(answer(stream))

    def test_a_body_that_comes_in_pieces_is_read(self):
        with connect(stack.proxy.address) as stream:
            stream.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            for place in range(len(WHOLE)):
                stream.sendall(WHOLE[place : place + 1])
            self.advised(answer(stream))

    def test_a_body_that_stops_coming_is_given_up(self):
        with connect(stack.proxy.address) as stream:
            stream.sendall(WHOLE[:-1])
            if PROXY == "nginx":
                # It waits for the whole body before it asks the service, and closes without a word.
                self.assertEqual(stream.recv(64), b"")
            else:
                stopped = answer(stream)
                self.assertEqual(stopped.status, 408)
                self.assertIn(b'"type":"/problems/timeout"', stopped.body)

    def test_a_caller_who_goes_away_harms_nobody(self):
        for sent in (WHOLE[:20], WHOLE[:-1], WHOLE):
            for way in ("closes", "breaks off"):
                for _ in range(50):
                    with connect(stack.proxy.address) as stream:
                        stream.sendall(sent)
                        if way == "breaks off":
                            stream.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, BREAK_OFF)
                    self.advised(ask(stack.proxy.address, WHOLE))
