"""Connections that say whatever one wants: HTTP by hand and WebSockets by hand, from any address of this machine.

Everything sent goes into the ring, everything received through the search. A connection that is over raises `Gone`.
"""

import os
import socket
import struct
from base64 import b64encode
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .attacker import Attacker

TIMEOUT = 3.0
CHUNK = 1 << 18
IP_BIND_ADDRESS_NO_PORT = 24
TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10


class Gone(Exception):
    """The connection is over, or the other side neither reads nor answers."""


class Wire:
    """One TCP connection."""

    def __init__(self, attacker: "Attacker", kind: str, source: str = "", window: int = 0) -> None:
        """`window`: bytes that are taken in before they are read; 0 leaves it to the system."""
        self.attacker, self.kind = attacker, kind
        #: What is being answered, for whoever asks where something was told.
        self.where = kind
        self.number = attacker.next_connection()
        self.received = attacker.search.stream()
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.setsockopt(socket.SOL_IP, IP_BIND_ADDRESS_NO_PORT, 1)
        self.socket.settimeout(TIMEOUT)
        if window:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, window)
        try:
            self.socket.bind((source or attacker.source, 0))
            self.socket.connect(attacker.address)
        except OSError as error:
            self.socket.close()
            attacker.note_refusal(error)
            raise Gone(str(error)) from error
        attacker.refusals = 0
        attacker.open_wires.add(self)

    def send(self, data: bytes, kind: str = "") -> None:
        self.attacker.ring.note(self.number, kind or self.kind, data)
        self.attacker.counts[kind or self.kind] += 1
        self.attacker.sent_bytes += len(data)
        try:
            self.socket.sendall(data)
        except OSError as error:
            self.close()
            raise Gone(str(error)) from error

    def receive(self) -> bytes:
        """Waits for the next bytes; nothing means the end."""
        try:
            data = self.socket.recv(CHUNK)
        except OSError as error:
            self.close()
            raise Gone(str(error)) from error
        self.received.feed(data, self.where)
        return data

    def close(self) -> None:
        self.attacker.open_wires.discard(self)
        self.socket.close()


class Answer:
    """What came back to a request."""

    def __init__(self, status: int, head: bytes, body: bytes) -> None:
        self.status, self.head, self.body = status, head, body


class Http(Wire):
    """Requests one after the other, or many at once, on one connection."""

    def __init__(self, attacker: "Attacker", source: str = "", window: int = 0) -> None:
        super().__init__(attacker, "request", source, window)
        self._rest = b""
        self._asked: deque[str] = deque()

    def ask(self, method: str, target: str, body: bytes = b"", *fields: str, token: str | None = None) -> Answer:
        self.put(method, target, body, *fields, token=token)
        return self.answer(method == "HEAD")

    def put(self, method: str, target: str, body: bytes = b"", *fields: str, token: str | None = None) -> None:
        """Sends without waiting for the answer."""
        self._asked.append(f"answer to {method} {target[:200]}")
        self.send(self.attacker.request(method, target, body, fields, token))

    def answer(self, is_head: bool = False) -> Answer:
        self.where = self._asked.popleft() if self._asked else self.kind
        while b"\r\n\r\n" not in self._rest:
            self._more()
        head, _, self._rest = self._rest.partition(b"\r\n\r\n")
        words = head.split(b" ", 2)
        status = int(words[1]) if len(words) > 1 and words[1].isdigit() else 0
        body = b"" if is_head or status in (204, 304) else self._body(head.lower())
        self.attacker.statuses[status] += 1
        self.attacker.search.look(body, self.where)
        self.attacker.search.unpack(body, self.where)
        if b"connection: close" in head.lower():
            self.close()
        return Answer(status, head, body)

    def _body(self, head: bytes) -> bytes:
        for line in head.split(b"\r\n"):
            if line.startswith(b"content-length:"):
                return self._exactly(int(line.split(b":")[1]))
            if line.startswith(b"transfer-encoding:") and b"chunked" in line:
                return self._chunked()
        whole = self._rest
        while data := self.receive():
            whole += data
        self._rest = b""
        return whole

    def _exactly(self, length: int) -> bytes:
        pieces, have = [self._rest], len(self._rest)
        while have < length:
            data = self.receive()
            if not data:
                self.close()
                raise Gone("in the middle of an answer")
            pieces.append(data)
            have += len(data)
        whole = b"".join(pieces)
        self._rest = whole[length:]
        return whole[:length]

    def _chunked(self) -> bytes:
        whole = b""
        while True:
            while b"\r\n" not in self._rest:
                self._more()
            line, _, self._rest = self._rest.partition(b"\r\n")
            length = int(line.split(b";")[0], 16)
            whole += self._exactly(length + 2)[:-2]
            if not length:
                return whole

    def _more(self) -> None:
        data = self.receive()
        if not data:
            self.close()
            raise Gone("no answer")
        self._rest += data


class Socket(Wire):
    """A WebSocket. What comes is taken only when asked for, so that one who does not read is one who does not ask."""

    def __init__(self, attacker: "Attacker", target: str, kind: str, source: str = "", window: int = 0) -> None:
        super().__init__(attacker, kind, source, window)
        self.where = f"message on {target.split('?')[0]}"
        self.messages: list[bytes] = []
        self._raw = bytearray()
        self._parts: list[bytes] = []
        key = b64encode(os.urandom(16)).decode()
        self.send(attacker.request("GET", target, b"", (
            "Upgrade: websocket", "Connection: Upgrade", f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Version: 13"), ""),
            "handshake")
        head = b""
        while b"\r\n\r\n" not in head:
            data = self.receive()
            if not data:
                self.close()
                raise Gone("no answer to a handshake")
            head += data
        head, _, rest = head.partition(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 101"):
            self.close()
            raise Gone("a handshake was refused")
        self._raw += rest

    def say(self, payload: bytes | str) -> None:
        """A whole message, masked with zeros, which changes nothing."""
        data = payload.encode() if isinstance(payload, str) else payload
        self.send(frame(data, TEXT if isinstance(payload, str) else BINARY))

    def hear(self, seconds: float = 0.0) -> list[bytes]:
        """The messages that have come, waiting up to so long for the first byte; each only once."""
        self.socket.settimeout(max(seconds, 0.0001))
        try:
            while True:
                data = self.socket.recv(CHUNK)
                self.received.feed(data, self.where)
                if not data:
                    break
                self._raw += data
                self.socket.settimeout(0.0001)
                if len(data) < CHUNK:
                    break
        except TimeoutError:
            pass
        except OSError as error:
            self.close()
            raise Gone(str(error)) from error
        finally:
            if self in self.attacker.open_wires:
                self.socket.settimeout(TIMEOUT)
        self._frames()
        heard, self.messages = self.messages, []
        return heard

    def _frames(self) -> None:
        at, raw = 0, self._raw
        while len(raw) >= at + 2:
            opcode, length, start = raw[at], raw[at + 1] & 0x7F, at + 2
            if length >= 126:
                size = 2 if length == 126 else 8
                if len(raw) < start + size:
                    break
                length, start = int.from_bytes(raw[start : start + size], "big"), start + size
            if len(raw) < start + length:
                break
            self._frame(opcode, bytes(raw[start : start + length]))
            at = start + length
        del raw[:at]

    def _frame(self, head: int, payload: bytes) -> None:
        if head & 0x0F == CLOSE:
            self.close()
            raise Gone("closed with " + str(int.from_bytes(payload[:2], "big")))
        if head & 0x0F == PING:
            self.send(frame(payload, PONG), "pong")
        if head & 0x0F > BINARY:
            return
        self._parts.append(payload)
        if head & 0x80:
            whole = b"".join(self._parts)
            self.attacker.search.look(whole, self.where)
            self.messages.append(whole)
            self._parts = []


def frame(payload: bytes, opcode: int) -> bytes:
    head = bytes([0x80 | opcode])
    if len(payload) < 126:
        head += bytes([0x80 | len(payload)])
    elif len(payload) < 65536:
        head += bytes([0x80 | 126]) + struct.pack(">H", len(payload))
    else:
        head += bytes([0x80 | 127]) + struct.pack(">Q", len(payload))
    return head + bytes(4) + payload
