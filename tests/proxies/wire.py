"""Requests and answers as bytes on a connection."""

import socket
from http.client import HTTPResponse
from typing import NamedTuple

# An answer that has not come after so long will not come; the limits of the service and of the proxies are shorter.
PATIENCE = 30

# What each hop says for itself.
OF_THE_HOP = {"request-id", "date", "server", "connection", "keep-alive", "transfer-encoding"}


class Answer(NamedTuple):
    """An answer, read to its end."""

    status: int
    headers: dict
    body: bytes

    def lasting(self):
        """What must be the same behind any proxy."""
        headers = {name: value for name, value in self.headers.items() if name not in OF_THE_HOP}
        return self.status, headers, self.body


def connect(address, source=None):
    host, port = address.split(":")
    return socket.create_connection((host, int(port)), PATIENCE, source and (source, 0))


def head(method, target, headers):
    lines = [f"{method} {target} HTTP/1.1", "Host: signpost.example"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


def request(method, target, headers=None, body=None):
    """A whole request, its body with its length."""
    headers = dict(headers or {})
    if body is not None:
        headers["Content-Length"] = len(body)
    return head(method, target, headers) + (body or b"")


def chunked(method, target, headers, chunks):
    """A whole request, its body in chunks."""
    parts = [head(method, target, {**headers, "Transfer-Encoding": "chunked"})]
    parts += [b"%x\r\n%b\r\n" % (len(chunk), chunk) for chunk in [*chunks, b""]]
    return b"".join(parts)


def answer(stream, method="POST"):
    """The next answer on the connection; one with 100 (Continue) is passed over."""
    response = HTTPResponse(stream, method=method)
    response.begin()
    headers = {name.lower(): value for name, value in response.getheaders()}
    return Answer(response.status, headers, response.read())


def ask(address, whole_request, source=None):
    """Sends a request on a connection of its own, from that address of this machine if one is named."""
    method = whole_request.split(b" ", 1)[0].decode("latin-1")
    with connect(address, source) as stream:
        stream.sendall(whole_request)
        return answer(stream, method)
