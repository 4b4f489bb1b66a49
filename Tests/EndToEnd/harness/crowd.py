"""Thousands of y-websocket clients in one thread: each connects, asks for the document and answers the server's question.

No more of the protocol than a client that has just lost its connection needs, so that the crowd costs less than the
server it is for. Addresses are spread over 127.0.0.0/8.
"""

import base64
import errno
import os
import select
import socket
import time
from dataclasses import dataclass, field

from .varint import Reader, encode_bytes, encode_uint
from .websocket_frames import FrameReader, client_frame

SYNC, STEP_1, STEP_2 = 0, 0, 1
EMPTY_STATE_VECTOR, EMPTY_UPDATE = b"\x00", b"\x00\x00"


@dataclass(eq=False)
class Member:
    """One client; its times are in seconds of the monotonic clock."""

    path: str
    source: str
    socket: "socket.socket | None" = None
    reader: FrameReader = field(default_factory=FrameReader)
    unsent: bytes = b""
    is_greeted: bool = False
    #: The answer to its question: the document, as an update.
    document: bytes | None = None
    tries: int = 0


class Crowd:
    def __init__(self, host: str, port: int, paths: list[str]) -> None:
        self.target = (host, port)
        self.members = [
            Member(path, f"127.0.{number // 250 % 250 + 1}.{number % 250 + 1}") for number, path in enumerate(paths)
        ]
        self._poll = select.epoll()
        self._by_descriptor: dict[int, Member] = {}
        self._again: list[tuple[float, Member]] = []

    @property
    def in_step(self) -> int:
        return sum(1 for member in self.members if member.document is not None)

    def connect(self) -> None:
        for member in self.members:
            self._connect(member)

    def run(self, until, timeout: float) -> None:
        """Handles what happens until the condition holds."""
        deadline = time.monotonic() + timeout
        while not until():
            now = time.monotonic()
            assert now < deadline, f"{self.in_step} of {len(self.members)} are in step after {timeout:g} s"
            while self._again and self._again[0][0] <= now:
                self._connect(self._again.pop(0)[1])
            for descriptor, events in self._poll.poll(0.01):
                self._handle(self._by_descriptor[descriptor], events)

    def close(self) -> None:
        for member in self.members:
            self._drop(member)
        self._poll.close()

    def _connect(self, member: Member) -> None:
        connection = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        connection.setblocking(False)
        connection.bind((member.source, 0))
        member.socket, member.reader, member.is_greeted, member.document = connection, FrameReader(), False, None
        member.tries += 1
        key = base64.b64encode(os.urandom(16)).decode()
        member.unsent = (
            f"GET {member.path} HTTP/1.1\r\nHost: {self.target[0]}:{self.target[1]}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n"
        ).encode()
        result = connection.connect_ex(self.target)
        if result not in (0, errno.EINPROGRESS):
            return self._retry(member)
        self._by_descriptor[connection.fileno()] = member
        self._poll.register(connection.fileno(), select.EPOLLIN | select.EPOLLOUT)

    def _handle(self, member: Member, events: int) -> None:
        assert member.socket is not None
        try:
            if events & (select.EPOLLERR | select.EPOLLHUP):
                return self._retry(member)
            if events & select.EPOLLOUT and member.unsent:
                member.unsent = member.unsent[member.socket.send(member.unsent) :]
                if not member.unsent:
                    self._poll.modify(member.socket.fileno(), select.EPOLLIN)
            if events & select.EPOLLIN:
                data = member.socket.recv(1 << 18)
                if not data:
                    return self._retry(member)
                self._receive(member, data)
        except (ConnectionError, BlockingIOError) as error:
            if not isinstance(error, BlockingIOError):
                self._retry(member)

    def _receive(self, member: Member, data: bytes) -> None:
        for message in member.reader.messages(data):
            if message[0] == SYNC and message[1] == STEP_1:
                self._send(member, encode_uint(STEP_2) + encode_bytes(EMPTY_UPDATE))
            elif message[0] == SYNC and message[1] == STEP_2:
                member.document = Reader(message[2:]).bytes()
        if member.reader.is_past_head and not member.is_greeted:
            member.is_greeted = True
            self._send(member, encode_uint(STEP_1) + encode_bytes(EMPTY_STATE_VECTOR))

    def _send(self, member: Member, message: bytes) -> None:
        assert member.socket is not None
        member.unsent += client_frame(encode_uint(SYNC) + message)
        self._poll.modify(member.socket.fileno(), select.EPOLLIN | select.EPOLLOUT)

    def _retry(self, member: Member) -> None:
        """Comes again a tenth of a second later, however often: nobody here is patient."""
        self._drop(member)
        self._again.append((time.monotonic() + 0.1, member))

    def _drop(self, member: Member) -> None:
        if member.socket is None:
            return
        self._by_descriptor.pop(member.socket.fileno(), None)
        member.socket.close()
        member.socket, member.document = None, None
