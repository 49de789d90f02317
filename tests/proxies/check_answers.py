"""What comes through the proxy is what the service says, byte for byte."""

import gzip
import json
import unittest
from pathlib import Path

from running import Stack
from wire import ask, chunked, request

VECTORS = Path("tests/conformance")
ADVICE = "/v1/advice"
JSON = {"Content-Type": "application/json"}
FACTS = b'{"facts": {"child_received": "yes", "material_kind": "text_only", "adult_involved": "yes"}}'

# Refusals that the service gives without reading the body, with bodies up to more than the socket holds at once.
UNREAD = {
    "too large": (413, JSON, b" " * 20_000),
    "much too large": (413, JSON, b" " * 60_000),
    "not JSON": (415, {"Content-Type": "text/plain"}, b"x" * 60_000),
    "compressed": (415, {**JSON, "Content-Encoding": "gzip"}, gzip.compress(FACTS)),
    "no form fits": (406, {**JSON, "Accept": "image/png"}, FACTS),
}

# The refusals race with the body that is still coming, so each is tried often.
OFTEN = 50


def setUpModule():
    global stack
    stack = Stack()
    unittest.addModuleCleanup(stack.stop)


class Answers(unittest.TestCase):
    def same(self, status, whole_request):
        direct = ask(stack.direct, whole_request)
        through = ask(stack.proxy.address, whole_request)
        self.assertEqual(direct.status, status)
        self.assertEqual(direct.lasting(), through.lasting())
        self.assertRegex(through.headers["request-id"], "^[0-9a-f]{32}$")
        return through

    def test_each_conformance_vector_has_its_response(self):
        for path in sorted(VECTORS.glob("*.request.json")):
            with self.subTest(path.name):
                through = ask(stack.proxy.address, request("POST", ADVICE, JSON, path.read_bytes()))
                kind = "advice" if through.status == 200 else "problem"
                expected = path.with_name(path.name.replace("request", kind))
                self.assertEqual(json.loads(through.body), json.loads(expected.read_bytes()))

    def test_advice_comes_in_each_form(self):
        for form in ("application/json", "text/plain", "text/markdown"):
            # It is never compressed, by nobody.
            headers = {**JSON, "Accept": form, "Accept-Encoding": "gzip"}
            through = self.same(200, request("POST", ADVICE, headers, FACTS))
            self.assertTrue(through.headers["content-type"].startswith(form))
            self.assertEqual(through.headers["cache-control"], "no-store")
            self.assertNotIn("content-encoding", through.headers)

    def test_the_catalogue_comes_with_its_tag_and_is_not_sent_twice(self):
        for path in ("/v1", "/v1/facts", "/v1/items/do_not_delete", "/openapi.json", "/schemas/advice.json"):
            for encoding in ("identity", "gzip"):
                for method in ("GET", "HEAD"):
                    with self.subTest(path, encoding=encoding, method=method):
                        headers = {"Accept-Encoding": encoding}
                        first = self.same(200, request(method, path, headers))
                        headers["If-None-Match"] = first.headers["etag"]
                        again = self.same(304, request(method, path, headers))
                        self.assertEqual(again.headers["etag"], first.headers["etag"])

    def test_what_is_compressed_stays_so(self):
        plain = self.same(200, request("GET", "/openapi.json"))
        small = self.same(200, request("GET", "/openapi.json", {"Accept-Encoding": "gzip"}))
        self.assertEqual(small.headers["content-encoding"], "gzip")
        self.assertEqual(gzip.decompress(small.body), plain.body)

    def test_the_pages_of_the_contract_come_whole(self):
        takes_gzip = {"Accept-Encoding": "gzip"}
        page = self.same(200, request("GET", "/docs/", takes_gzip))
        self.assertIn(b"swagger-ui-bundle.js", gzip.decompress(page.body))
        # More than any buffer of a proxy holds.
        self.same(200, request("GET", "/docs/swagger-ui-bundle.js", takes_gzip))
        self.assertEqual(self.same(308, request("GET", "/docs")).headers["location"], "/docs/")

    def test_refusals_come_through(self):
        refusals = {
            400: request("POST", ADVICE + "?a=b", JSON, FACTS),
            404: request("GET", "/v1/nothing"),
            405: request("DELETE", ADVICE),
            406: request("GET", "/v1/facts", {"Accept": "image/png"}),
            415: request("POST", ADVICE, {}, FACTS),
            422: request("POST", ADVICE, JSON, b'{"facts": {"colour": "red"}}'),
        }
        for status, refused in refusals.items():
            with self.subTest(status):
                through = self.same(status, refused)
                self.assertEqual(through.headers["content-type"], "application/problem+json")
        self.assertEqual(self.same(405, refusals[405]).headers["allow"], "POST")
        self.same(405, request("PUT", "/v1/facts", JSON, FACTS))

    def test_refusals_come_through_while_the_body_is_still_coming(self):
        for name, (status, headers, body) in UNREAD.items():
            with self.subTest(name):
                half = len(body) // 2
                for _ in range(OFTEN):
                    self.same(status, request("POST", ADVICE, headers, body))
                    self.same(status, chunked("POST", ADVICE, headers, [body[:half], body[half:]]))

    def test_a_body_in_chunks_is_read(self):
        self.same(200, chunked("POST", ADVICE, JSON, [FACTS[:1], FACTS[1:40], FACTS[40:]]))

    def test_what_is_for_operators_is_kept_from_callers(self):
        kept = ["/metrics", "/metrics/", "/metrics?x", "/%6detrics", "http://signpost.example/metrics"]
        kept += ["/health", "/health/live", "/health/ready", "/health%2flive", "/%68ealth/ready"]
        for target in kept:
            with self.subTest(target):
                through = ask(stack.proxy.address, request("GET", target))
                self.assertEqual(through.status, 404)
                # The service marks all that it answers.
                self.assertNotIn("request-id", through.headers)

    def test_much_more_than_the_service_reads_is_refused_by_the_proxy(self):
        through = ask(stack.proxy.address, request("POST", ADVICE, JSON, b" " * 70_000))
        self.assertEqual(through.status, 413)
        self.assertNotIn("request-id", through.headers)
