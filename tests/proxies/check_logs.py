"""Nothing of a request reaches a log, whatever becomes of the request."""

import unittest

from running import PLACES, Stack
from wire import ask, connect, head, request

ADVICE = "/v1/advice"
JSON = {"Content-Type": "application/json"}
MARK = "mark_of_jane_doe"
MARKED = f'{{"facts": {{"{MARK}": "{MARK}"}}}}'.encode()
HEADERS = {**JSON, "User-Agent": MARK, "Referer": MARK, "Cookie": MARK, "Authorization": MARK, MARK: MARK}
WHERE = f"/{MARK}?{MARK}={MARK}"


class Logs(unittest.TestCase):
    def setUp(self):
        self.stack = Stack()
        self.addCleanup(self.stack.stop)

    def statuses(self, *requests):
        return [ask(self.stack.proxy.address, each).status for each in requests]

    def send_marks(self):
        """Requests that the service answers, and requests that only the proxy does."""
        answered = self.statuses(
            request("POST", ADVICE, HEADERS, MARKED),
            request("POST", f"{ADVICE}?{MARK}", HEADERS, MARKED),
            request("GET", WHERE, HEADERS),
            request("GET", f"/metrics/{WHERE}", HEADERS),
            request("POST", ADVICE, HEADERS, MARKED * 2_000),
            head("GET", f"/{MARK * 8_000}", {}),
            head("GET", WHERE, {MARK: MARK * 8_000}),
            head("GET", f"/{MARK} {MARK}", {}),
            head(f"{MARK} ", "/", {}),
        )
        self.assertEqual(answered[:5], [422, 400, 404, 404, 413])
        self.assertLess(max(answered), 500)
        with connect(self.stack.proxy.address) as stream:
            stream.sendall(request("POST", ADVICE, HEADERS, MARKED)[:-1])
        with connect(self.stack.proxy.address) as stream:
            stream.sendall(head("GET", WHERE, HEADERS)[:-1])

    def test_no_log_holds_anything_of_a_request(self):
        known = ask(self.stack.proxy.address, request("POST", ADVICE, JSON, b'{"facts": {}}'))
        self.send_marks()
        for service in self.stack.services.values():
            service.stop()
        # Nobody is there to answer: what an error log is fond of.
        unanswered = self.statuses(request("POST", f"{ADVICE}?{MARK}", HEADERS, MARKED), request("GET", WHERE, HEADERS))
        self.assertTrue(set(unanswered) <= {502, 503}, unanswered)
        for place in PLACES:
            self.stack.start_again(place)
        self.stack.proxy.stop()
        logged = self.stack.proxy.logged()
        self.assertIn(known.headers["request-id"].encode(), logged)
        self.assertNotIn(MARK.encode(), logged.lower())
        self.assertNotIn(MARK.encode(), (self.stack.folder / "service.log").read_bytes().lower())
