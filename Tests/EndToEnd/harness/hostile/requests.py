"""Malformed HTTP requests of every kind (RFC 9112): lines, headers, lengths, chunks, pairs that two readers could
understand differently, paths and encodings."""

import random

from .frames import mutated, noise

METHODS = ("GET", "POST", "PATCH", "DELETE", "HEAD", "OPTIONS", "PUT", "TRACE", "CONNECT", "get", "G\0T", "", "GETT" * 50, "PRI")
PATHS = (
    "/api/v1/me", "/api/v1/join/ABCDEFGH", "/api/v1/weeks", "/", "/healthz", "/api/v1/sessions/s-1", "/ws/documents/k-1",
    "/api/v1/models/k-1", "/app.js",
)
BAD_PATHS = (
    "/../../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc%2fpasswd", "/%00", "/\\..\\..\\etc\\passwd", "//etc/passwd",
    "/%", "/%zz", "/%c0%ae%c0%ae/", "/%ff%fe", "/./.././", "*", "http://[::1", "http://ond.example/", "/a?%=%&&&==", "/" + "a/" * 3000,
    "/?" + "x" * 7000, "/\x7f\x01", "/æøå", "", "/api/v1/weeks/%2e%2e/%2e%2e", "/%25%32%65", "/..;/", "/ HTTP/1.1 /", "/#",
)
VERSIONS = ("HTTP/1.1", "HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/9.9", "http/1.1", "HTTP/1.1.1", "HTTP/-1.1", "HTTPS/1.1", "", "HTTP/11", "\0")
LENGTHS = ("0", "-1", "+5", "0x5", "5,5", "5, 6", "05", " 5", "5 5", "99999999999999999999", "18446744073709551616", "4294967297", "1e3", "", "æ", "5\0")
ENCODINGS = ("chunked", "identity", "gzip, chunked", "chunked, chunked", "xchunked", " chunked", "chunked\t", "CHUNKED", "\x0bchunked", "")
CHUNKS = (b"0\r\n\r\n", b"5\r\nhello\r\n0\r\n\r\n", b"ffffffffffffffff\r\nx", b"-1\r\nx", b"5;a=b\r\nhello\r\n0\r\n\r\n", b"5\nhello\n0\n\n", b"zz\r\n", b"5")
HEADERS = (
    "X" * 3000 + ": y", "X: " + "y" * 9000, ": leer", "Mellemrum her: x", "X : y", " foldet: ja", "X: a\r\n b", "X\0: y", "X: \0\1\2", "Host:", "Host: a, b",
    "Host: \xff", "Host: " + "h" * 5000, "Cookie: " + "a=b; " * 1500, "Cookie: samspil=" + "\xff" * 50, "Cookie: samspil=\"; samspil=", "Authorization: Bearer " + "x" * 5000,
    "Authorization: Bearer", "Authorization: Basic " + "=" * 40, "Accept: " + "*/*," * 1200, "Expect: 200-maybe", "Expect: 100-continue", "Range: bytes=0-,0-,0-,-1",
    "Content-Encoding: gzip", "Content-Type: application/json; charset=\xff", "Upgrade: websocket", "Upgrade: h2c", "Connection: Upgrade, HTTP2-Settings",
    "Connection: close, keep-alive", "Sec-WebSocket-Version: 99", "Sec-WebSocket-Key: x", "Sec-WebSocket-Protocol: " + "a," * 800, "Sec-WebSocket-Extensions: permessage-deflate; x=" + "9" * 500,
    "X-Forwarded-For: " + "1.2.3.4, " * 500, "Forwarded: for=\"", "Origin: \xff", "Origin: null", "If-None-Match: " + "\"x\"," * 1000, "Trailer: Host", "TE: trailers", "Date: \xff\xfe",
    "Keep-Alive: timeout=99999999999", "Last-Event-ID: \r", "X: y\rZ: w", "X: y\nZ: w",
)
BODIES = (
    b'{"joinCode":"ABCDEFGH","displayName":"A","function":"B","unitId":"u-skole"}', b'{"token":"x"}', b"[" * 3000, b'{"a":' * 900, b"\xff\xfe\x00",
    b'{"joinCode":1e999}', b'"\\ud800"', b"", b"null", b'{"a":1,"a":2}', b"\xef\xbb\xbf{}", b'{"displayName":"' + b"x" * 5000,
    *(b"[" * depth for depth in (64, 65, 511, 512, 513, 514)), ("[" * 513).encode("utf-32"), b'{"token":' * 513,
)
#: What a smuggled request asks for: its answer must never come.
SMUGGLED = b"GET /healthz?smuglet HTTP/1.1\r\nHost: x\r\n\r\n"


def request(method="GET", path="/", fields=(), body=b"", version="HTTP/1.1", host="Host: x", ending="\r\n"):
    lines = [f"{method} {path} {version}", *([host] if host else []), *fields, "", ""]
    return ending.join(lines).encode("latin-1", "replace") + body


def sized(body):
    return f"Content-Length: {len(body)}"


def bad_line(chance):
    return request(chance.choice(METHODS), chance.choice((*PATHS, *BAD_PATHS)), version=chance.choice(VERSIONS))


def bad_path(chance):
    return request(chance.choice(METHODS[:5]), chance.choice(BAD_PATHS))


def bad_headers(chance):
    fields = chance.choices(HEADERS, k=chance.randint(1, 4))
    if chance.random() < 0.1:
        fields = [f"X-{number}: y" for number in range(chance.randint(100, 2000))]
    host = chance.choice(("Host: x", "Host: x", None, "Host: x\r\nHost: y"))
    return request("GET", chance.choice(PATHS), fields, host=host, ending=chance.choice(("\r\n", "\r\n", "\n", "\r")))


def bad_length(chance):
    body = chance.choice(BODIES)
    fields = [f"Content-Length: {length}" for length in chance.choices(LENGTHS, k=chance.randint(1, 2))]
    return request("POST", "/api/v1/join", ["Content-Type: application/json", *fields], body)


def longer_or_shorter(chance):
    body = chance.choice(BODIES)
    length = max(0, len(body) + chance.randint(-40, 40))
    return request("POST", "/api/v1/join", ["Content-Type: application/json", f"Content-Length: {length}"], body)


def bad_chunks(chance):
    fields = ["Content-Type: application/json", f"Transfer-Encoding: {chance.choice(ENCODINGS)}"]
    return request("POST", "/api/v1/join", fields, chance.choice(CHUNKS))


def smuggling(chance):
    """Two lengths, or a length and chunks: what one reader takes for a body the other takes for a request."""
    body = chance.choice(CHUNKS) + SMUGGLED
    fields = chance.choice((
        [sized(body), "Transfer-Encoding: " + chance.choice(ENCODINGS)],
        ["Transfer-Encoding: " + chance.choice(ENCODINGS), "Content-Length: " + chance.choice(LENGTHS)],
        ["Content-Length: 0", sized(body)], [sized(body), "Content-Length: 0"],
        ["Transfer-Encoding: " + chance.choice(ENCODINGS), "Transfer-Encoding: " + chance.choice(ENCODINGS)],
        ["Content-Length: 0", "X: y\r\n z"], ["Content-Length : 0"], ["Content\0-Length: 0"],
    ))
    return request(chance.choice(("POST", "GET", "PATCH")), "/api/v1/join", fields, body)


def bad_body(chance):
    body = chance.choice(BODIES)
    body = mutated(body, chance) if body and chance.random() < 0.5 else body
    fields = ["Content-Type: " + chance.choice(("application/json", "text/plain", "application/json; charset=utf-16", "")), sized(body)]
    return request(chance.choice(("POST", "PATCH")), chance.choice(("/api/v1/join", "/api/v1/sign-in", "/api/v1/sign-out")), fields, body)


def bad_handshake(chance):
    fields = [
        "Upgrade: " + chance.choice(("websocket", "websocket", "WebSocket, h2c", "h2c", "")),
        "Connection: " + chance.choice(("Upgrade", "keep-alive", "upgrade, close", "")),
        "Sec-WebSocket-Key: " + chance.choice(("dGhlIHNhbXBsZSBub25jZQ==", "x", "", "=" * 300)),
        "Sec-WebSocket-Version: " + chance.choice(("13", "12", "99999999999", "", "13, 8")),
    ]
    chance.shuffle(fields)
    return request(chance.choice(("GET", "POST", "HEAD")), "/ws/documents/k-1?token=" + "x" * chance.randint(0, 200), fields[: chance.randint(1, 4)])


def in_a_row(chance):
    """Several at once on one connection."""
    return b"".join(chance.choice((bad_path, bad_length, bad_body))(chance) for _ in range(2))


def mutated_request(chance):
    body = chance.choice(BODIES)
    sound = chance.choice((
        request("GET", chance.choice(PATHS), ["Cookie: samspil=abc", "Accept: */*"]),
        request("POST", "/api/v1/join", ["Content-Type: application/json", sized(body)], body),
    ))
    return mutated(sound, chance)


def cut(chance):
    whole = request("POST", "/api/v1/join", ["Content-Type: application/json", "Content-Length: 100"], b"{" * 100)
    return whole[: chance.randrange(1, len(whole))]


def no_http(chance):
    return chance.choice((
        noise(chance, 1, 300), b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + noise(chance, 0, 200), b"\r\n" * chance.randint(1, 50),
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + noise(chance, 0, 60), b"SSH-2.0-x\r\n", b"\0" * chance.randint(1, 500),
    ))


KINDS = (
    bad_line, bad_path, bad_headers, bad_length, longer_or_shorter, bad_chunks, smuggling, bad_body, bad_handshake, in_a_row,
    mutated_request, cut, no_http,
)


def any_request(chance: random.Random) -> bytes:
    return chance.choice(KINDS)(chance)
