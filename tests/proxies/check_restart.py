"""Instances are stopped and others started in their place, one after the other, while callers ask."""

import json
import threading
import time
import unittest
from pathlib import Path

from running import PLACES, Stack, listens
from wire import answer, ask, connect, head, request

ADVICE = "/v1/advice"
JSON = {"Content-Type": "application/json"}
FACTS = Path("tests/conformance/words_from_an_adult.request.json").read_bytes()
ADVISED = json.loads(Path("tests/conformance/words_from_an_adult.advice.json").read_bytes())
WHOLE = request("POST", ADVICE, JSON, FACTS)

CALLERS = 200

# HAProxy asks the instances in turn, so each has some of them.
HELD = 4


class Load:
    """Callers who ask without a pause, half of them on a connection that they keep."""

    def __init__(self, address):
        self.address = address
        self.counted = threading.Condition()
        self.answers = 0
        self.failures = []
        self.ended = False
        self.threads = [threading.Thread(target=self.call, args=[place % 2 == 0]) for place in range(CALLERS)]
        for thread in self.threads:
            thread.start()

    def call(self, keeps):
        try:
            while not self.ended:
                if keeps:
                    self.call_on_one_connection()
                else:
                    self.count(ask(self.address, WHOLE))
        except Exception as failure:
            self.fail(repr(failure))

    def call_on_one_connection(self):
        with connect(self.address) as stream:
            while not self.ended:
                stream.sendall(WHOLE)
                received = answer(stream)
                self.count(received)
                # A proxy may end a connection after an answer, and says so.
                if received.headers.get("connection") == "close":
                    return

    def count(self, received):
        if received.status != 200 or json.loads(received.body) != ADVISED:
            self.fail(f"{received.status} {received.body[:200]}")
        with self.counted:
            self.answers += 1
            self.counted.notify_all()

    def fail(self, failure):
        with self.counted:
            self.failures.append(failure)
            self.ended = True
            self.counted.notify_all()

    def go_on(self):
        """Waits until as many more answers have come as there are callers, twice."""
        with self.counted:
            enough = self.answers + 2 * CALLERS
            self.counted.wait_for(lambda: self.answers >= enough or self.failures)

    def end(self):
        self.ended = True
        for thread in self.threads:
            thread.join()


class Restart(unittest.TestCase):
    def setUp(self):
        self.stack = Stack()
        self.addCleanup(self.stack.stop)

    def test_no_request_fails_while_each_instance_is_replaced(self):
        load = Load(self.stack.proxy.address)
        self.addCleanup(load.end)
        load.go_on()
        for place in PLACES:
            self.stack.services[place].stop()
            load.go_on()
            self.stack.start_again(place)
            load.go_on()
        load.end()
        self.assertEqual(load.failures, [])
        print(f"{load.answers} answers")

    def test_what_was_taken_is_answered_by_an_instance_that_stops(self):
        for place in PLACES:
            held = [self.hold() for _ in range(HELD)]
            stopping = self.stack.services[place]
            stopping.tell_to_stop()
            while listens(stopping.address):
                time.sleep(0.05)
            for stream in held:
                stream.sendall(FACTS)
                received = answer(stream)
                self.assertEqual((received.status, json.loads(received.body)), (200, ADVISED))
                stream.close()
            stopping.stop()
            self.stack.start_again(place)

    def hold(self):
        """A request that was taken, and whose body is to follow. nginx takes it itself, HAProxy lets an instance."""
        stream = connect(self.stack.proxy.address)
        self.addCleanup(stream.close)
        stream.sendall(head("POST", ADVICE, {**JSON, "Content-Length": len(FACTS), "Expect": "100-continue"}))
        self.assertEqual(stream.recv(64), b"HTTP/1.1 100 Continue\r\n\r\n")
        return stream
