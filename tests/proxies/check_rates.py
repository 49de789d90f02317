"""Whoever asks too often is told so, and the proxy says to the service who it is."""

import unittest

from running import PLACES, Stack
from wire import ask, request

RATE = 5
# More than all instances together give one address in the time that this takes.
OFTEN = 4 * RATE * len(PLACES)
# Where the proxy asks from, and two callers.
PROXY_ITSELF, ONE, ANOTHER = "127.0.0.1", "127.0.0.2", "127.0.0.3"


class Rates(unittest.TestCase):
    def setUp(self):
        self.stack = Stack(lambda place: {"SIGNPOST_RATE": str(RATE), "SIGNPOST_PROXIES": PROXY_ITSELF})
        self.addCleanup(self.stack.stop)

    def asked_from(self, source, claimed):
        headers = {"X-Forwarded-For": claimed}
        return ask(self.stack.proxy.address, request("GET", "/v1/facts/child_received", headers), source)

    def test_a_caller_is_counted_whatever_they_claim_and_no_other_with_them(self):
        answers = [self.asked_from(ONE, f"192.0.2.{number}") for number in range(OFTEN)]
        statuses = [answer.status for answer in answers]
        self.assertEqual(statuses[0], 200)
        self.assertEqual(set(statuses), {200, 429})
        told = answers[statuses.index(429)]
        self.assertIn("retry-after", told.headers)
        self.assertEqual(told.headers["content-type"], "application/problem+json")
        self.assertEqual(self.asked_from(ANOTHER, ONE).status, 200)
