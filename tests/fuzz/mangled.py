"""Requests that no client would send, each a few bytes or many away from a good one.

Marks stand in them wherever something can be named. A mark is made of letters of which no text of the service has
four in a row, and which are no hexadecimal digits, so that a part of one is known for what it is wherever it
comes out.
"""

import json
import re
from pathlib import Path

LETTERS = "jkqvwxz"
MARK = re.compile(b"[%b]{4}" % LETTERS.encode(), re.IGNORECASE)

BODIES = [path.read_bytes() for path in sorted(Path("tests/conformance").glob("*.request.json"))]
NAMES = sorted(json.loads(Path("schemas/incident.json").read_bytes())["$defs"]["Facts"]["properties"])

NUMBERS = [b"0", b"-0.0", b"1e400", b"-1e-400", b"9" * 400, b"0." + b"9" * 4000, b"1E+" + b"9" * 30, b"NaN", b"0x1f"]
BROKEN = [b"\xff", b"\xc3(", b"\xed\xa0\x80", b"\xf8\x88\x80", b"\xef\xbb\xbf", b"\0", b"\\ud800", b"\\x", b"\\"]
STRING = re.compile(rb'"[^"]*"')


def mark(rng):
    return "".join(rng.choices(LETTERS, k=rng.randint(8, 40))).encode()


def place(rng, text):
    return rng.randrange(len(text) + 1)


def put(rng, text, piece):
    where = place(rng, text)
    return text[:where] + piece + text[where:]


def change_string(rng, body, piece):
    """Puts something in the place of one of the strings: a name or an answer."""
    strings = list(STRING.finditer(body))
    if not strings:
        return put(rng, body, piece)
    chosen = rng.choice(strings)
    return body[: chosen.start()] + piece + body[chosen.end() :]


def double(rng, body):
    """Says a name twice in one object."""
    name = rng.choice(['"facts"', *(f'"{name}"' for name in NAMES)]).encode()
    value = rng.choice([b'"yes"', b"{}", b'"%s"' % mark(rng)])
    return body.replace(b"{", b"{%s: %s, " % (name, value), rng.randint(1, 2))


def nest(rng, body):
    depth = rng.choice([2, 127, 128, 129, 5000])
    opening, closing = rng.choice([(b"[", b"]"), (b'{"facts":', b"}"), (b'{"%s":' % mark(rng), b"}")])
    if rng.random() < 0.5:
        return change_string(rng, body, opening * depth + closing * depth)
    return opening * depth + body + closing * rng.choice([0, depth])


def flip(rng, body):
    changed = bytearray(body or b"{}")
    for _ in range(rng.randint(1, 4)):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def answer_facts(rng, _):
    """Facts, most of them true to their form: what is wrong is found among what is right."""
    answers = [b'"yes"', b'"no"', b'"unknown"', b"true", b"null", b'"%s"' % mark(rng)]
    names = rng.sample(NAMES, rng.randint(1, len(NAMES)))
    members = [b'"%s": %s' % (name.encode(), rng.choices(answers, [9, 9, 9, 1, 1, 1])[0]) for name in names]
    return b'{"facts": {%s}}' % b", ".join(members)


CHANGES = [
    lambda rng, body: change_string(rng, body, b'"%s"' % mark(rng)),
    lambda rng, body: change_string(rng, body, rng.choice(NUMBERS)),
    lambda rng, body: change_string(rng, body, b'"%s"' % (mark(rng) * rng.choice([1, 100, 1000]))),
    lambda rng, body: put(rng, body, rng.choice(BROKEN)),
    lambda rng, body: put(rng, body, mark(rng)),
    lambda rng, body: body[: place(rng, body)],
    lambda rng, body: body[: place(rng, body)] + rng.choice(BODIES),
    lambda rng, body: body + b" " * rng.choice([1, 16_000, 16_384, 40_000]),
    double,
    nest,
    flip,
    answer_facts,
]


def body(rng):
    changed = rng.choice(BODIES)
    for _ in range(rng.choice([0, 1, 1, 2, 3])):
        changed = rng.choice(CHANGES)(rng, changed)
    return changed


def head(rng):
    """The head without what says where the body ends: mostly right, so that bodies are read."""
    if rng.random() < 0.7:
        return [b"POST /v1/advice HTTP/1.1", b"Host: x", b"Content-Type: application/json"]
    word = mark(rng)
    methods = [b"POST", b"POST", b"POST", b"PUT", b"post", word]
    targets = [b"/v1/advice", b"/v1/advice?" + word, b"/v1/" + word, b"http://x/v1/advice", b"*", word]
    media_types = [b"application/json", b"application/json;charset=" + word, b"text/" + word, word, b"\xff"]
    lines = [b"%s %s HTTP/1.1" % (rng.choice(methods), rng.choice(targets)), b"Host: x"]
    return [*lines, b"Content-Type: " + rng.choice(media_types), *odd_lines(rng, word)]


def odd_lines(rng, word):
    named = ["Content-Encoding", "Host", "Expect", "Upgrade", "Cookie", "Request-Id", "Accept", "Range", "Forwarded"]
    lines = [b"%s: %s" % (name.encode(), word) for name in named]
    lines += [b"Accept: text/plain", b"Accept: text/markdown;q=0.9, */*;q=0.1", b"Accept: image/" + word]
    lines += [b"Content-Encoding: gzip", b"Accept-Encoding: gzip, " + word, b'If-None-Match: "' + word]
    lines += [b"Expect: 100-continue", b"Connection: close", b"Connection: upgrade, " + word]
    lines += [word, word + b": " + word, b" folded: " + word, b": " + word, b"X: \xc3(\x01"]
    lines += [b"X: " + word * times for times in (1, 200, 10_000)]
    return rng.sample(lines, rng.randint(1, 3))


def in_chunks(rng, text):
    size = rng.choice([1, 7, 1000, 20_000]) if len(text) < 1000 else 5000
    pieces = [text[start : start + size] for start in range(0, len(text), size)]
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in [*pieces, b""])


def whole(rng):
    """A request that ends where it says."""
    lines, text = head(rng), body(rng)
    if rng.random() < 0.2:
        return b"\r\n".join([*lines, b"Transfer-Encoding: chunked", b"", in_chunks(rng, text)])
    return b"\r\n".join([*lines, b"Content-Length: %d" % len(text), b"", text])


def ill_framed(rng):
    """A request that contradicts itself about where it ends."""
    lines, text = head(rng), body(rng)
    lengths = [b"-1", b"+5", b"9" * 40, b"5, 5", mark(rng), b"", b"%d" % (len(text) + 9), b"%d" % (len(text) // 2)]
    codings = [b"chunked", b"gzip, chunked", b"chunked, chunked", mark(rng)]
    framing = [b"Content-Length: " + rng.choice(lengths), b"Transfer-Encoding: " + rng.choice(codings)]
    lines += rng.choice([framing[:1], framing[1:], framing, [framing[0], framing[0] + b"0"]])
    text = rng.choice([text, in_chunks(rng, text), b"%s\r\n%s" % (mark(rng), text), b"ffffffffffffffffff\r\n" + text])
    return b"\r\n".join([*lines, b"", text])
