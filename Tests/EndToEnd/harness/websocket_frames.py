"""WebSocket frames (RFC 6455 section 5.2) read from a stream of bytes that begins with a handshake."""

import struct
from typing import Callable, Iterator

FINAL_BINARY = 0x82


class FrameReader:
    """Takes bytes as they come off a connection, in whatever pieces."""

    def __init__(self) -> None:
        self._rest = b""
        self.is_past_head = False

    def frames(self, data: bytes) -> Iterator[tuple[bytes, int, bytes]]:
        """Each whole frame that `data` completes: its bytes, its first byte, its payload unmasked. The handshake comes
        first, with 0 for the first byte."""
        self._rest += data
        if not self.is_past_head:
            head, separator, rest = self._rest.partition(b"\r\n\r\n")
            if not separator:
                return
            self.is_past_head, self._rest = True, rest
            yield head + separator, 0, b""
        while (frame := self._next()) is not None:
            yield frame

    def messages(self, data: bytes) -> list[bytes]:
        """The payloads of unfragmented binary messages."""
        return [payload for _, first, payload in self.frames(data) if first == FINAL_BINARY and payload]

    def without(self, data: bytes, is_unwanted: Callable[[bytes], bool]) -> bytes:
        """The bytes of whole frames, but for the messages that are unwanted."""
        return b"".join(
            whole for whole, first, payload in self.frames(data) if first != FINAL_BINARY or not is_unwanted(payload))

    def _next(self) -> tuple[bytes, int, bytes] | None:
        data = self._rest
        if len(data) < 2:
            return None
        length, start = data[1] & 0x7F, 2
        if length == 126:
            if len(data) < 4:
                return None
            (length,), start = struct.unpack(">H", data[2:4]), 4
        elif length == 127:
            if len(data) < 10:
                return None
            (length,), start = struct.unpack(">Q", data[2:10]), 10
        mask = b""
        if data[1] & 0x80:
            mask, start = data[start : start + 4], start + 4
        end = start + length
        if len(data) < end:
            return None
        self._rest = data[end:]
        payload = data[start:end]
        return data[:end], data[0], unmask(payload, mask) if mask else payload


def unmask(payload: bytes, mask: bytes) -> bytes:
    key = int.from_bytes((mask * (len(payload) // 4 + 1))[: len(payload)], "big")
    return (int.from_bytes(payload, "big") ^ key).to_bytes(len(payload), "big")


def client_frame(payload: bytes) -> bytes:
    """A masked binary message, as a client sends it; with zeros for the mask, which changes nothing."""
    assert len(payload) < 126
    return bytes([FINAL_BINARY, 0x80 | len(payload)]) + bytes(4) + payload


def server_frame(payload: bytes) -> bytes:
    """An unmasked binary message, as a server sends it."""
    assert len(payload) < 126
    return bytes([FINAL_BINARY, len(payload)]) + payload
