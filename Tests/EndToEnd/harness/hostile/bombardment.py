"""Many hostile connections at once, by epoll: what each sends was made beforehand, what comes back is judged."""

import errno
import select
import socket
import struct
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Callable, Iterator

#: Open at the same time; below any server's backlog.
AT_ONCE = 256
#: What is answered, or ended by the server, is so by then; a client that waits for nothing then says it is done.
PATIENCE = 0.05
#: A connection whose client has said it will send no more must be gone by then.
GONE_AFTER = 30.0
RESET = struct.pack("ii", 1, 0)


@dataclass
class Attack:
    """One connection: what it waits for, what it sends, how it leaves, and how the answer is judged."""

    number: int
    #: Sent one after the other, each by itself; a callable says whether what has come allows the next.
    pieces: list[bytes]
    #: Before the second piece: whether enough has been answered.
    may_go_on: Callable[[bytes], bool] | None
    #: "end": says after a moment that it is done, and reads to the end; "reset": gone without a word.
    leaves: str
    #: A complaint about what came back, or `None`.
    judge: Callable[[bytes], str | None]
    #: How many malformed frames or requests this is.
    count: int
    sent: int = 0
    offset: int = 0
    received: bytearray = field(default_factory=bytearray)
    deadline: float = 0.0
    is_ended: bool = False


class Bombardment:
    """Carries attacks out and collects complaints."""

    def __init__(self, address: tuple[str, int]) -> None:
        self.address = address
        self.poll = select.epoll()
        self.open: dict[int, tuple[socket.socket, Attack]] = {}
        #: Those that have sent everything, in the order they did, with the time they say so.
        self.patient: deque[tuple[float, int, Attack]] = deque()
        self.complaints: list[str] = []
        self.connections = self.count = self.answered = 0

    def run(self, attacks: Iterator[Attack]) -> None:
        exhausted = False
        swept = time.monotonic()
        while self.open or not exhausted:
            while not exhausted and len(self.open) < AT_ONCE and len(self.complaints) < 20:
                attack = next(attacks, None)
                exhausted = attack is None
                if attack is not None:
                    self.begin(attack)
            if len(self.complaints) >= 20:
                exhausted = True
            for descriptor, events in self.poll.poll(PATIENCE / 5):
                if descriptor in self.open:
                    self.advance(descriptor, events)
            self.end_patience(time.monotonic())
            if time.monotonic() - swept > 1:
                swept = time.monotonic()
                self.sweep(swept)

    def begin(self, attack: Attack) -> None:
        connection = socket.socket(socket.AF_INET, socket.SOCK_STREAM | socket.SOCK_NONBLOCK)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        # Ports are not enough for so many connections from one address.
        connection.setsockopt(socket.SOL_IP, 24, 1)  # IP_BIND_ADDRESS_NO_PORT
        connection.bind((f"127.9.{attack.number >> 7 & 0xFF}.{attack.number & 0x7F | 1}", 0))
        try:
            connection.connect(self.address)
        except BlockingIOError:
            pass
        attack.deadline = time.monotonic() + GONE_AFTER
        self.open[connection.fileno()] = (connection, attack)
        self.poll.register(connection.fileno(), select.EPOLLIN | select.EPOLLOUT)
        self.connections += 1
        self.count += attack.count

    def advance(self, descriptor: int, events: int) -> None:
        connection, attack = self.open[descriptor]
        if events & (select.EPOLLIN | select.EPOLLHUP | select.EPOLLERR) and not self.read(connection, attack):
            return self.finish(descriptor)
        if attack.is_ended:
            return
        try:
            is_done = self.write(connection, attack)
        except (BrokenPipeError, ConnectionResetError):
            # The server has hung up on what came before; what it said first is still there to be read.
            is_done, attack.is_ended = False, True
            self.poll.modify(descriptor, select.EPOLLIN)
            return
        except OSError as error:
            if error.errno != errno.ENOTCONN:
                raise
            return
        if is_done:
            self.leave(descriptor, connection, attack)

    def read(self, connection: socket.socket, attack: Attack) -> bool:
        """False when the connection is over."""
        try:
            while chunk := connection.recv(65536):
                attack.received += chunk
                if len(chunk) < 65536:
                    return True
        except BlockingIOError:
            return True
        except (ConnectionResetError, BrokenPipeError):
            pass
        return False

    def write(self, connection: socket.socket, attack: Attack) -> bool:
        """Sends as much as goes; true when all is sent."""
        while attack.sent < len(attack.pieces):
            if attack.sent == 1 and attack.may_go_on and not attack.may_go_on(attack.received):
                self.poll.modify(connection.fileno(), select.EPOLLIN)
                return False
            piece = attack.pieces[attack.sent]
            try:
                attack.offset += connection.send(memoryview(piece)[attack.offset :]) if piece else 0
            except BlockingIOError:
                self.poll.modify(connection.fileno(), select.EPOLLIN | select.EPOLLOUT)
                return False
            if attack.offset >= len(piece):
                attack.sent, attack.offset = attack.sent + 1, 0
        return True

    def leave(self, descriptor: int, connection: socket.socket, attack: Attack) -> None:
        if attack.leaves == "reset":
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            return self.finish(descriptor)
        attack.is_ended = True
        attack.deadline = time.monotonic() + PATIENCE + GONE_AFTER
        self.poll.modify(descriptor, select.EPOLLIN)
        self.patient.append((time.monotonic() + PATIENCE, descriptor, attack))

    def end_patience(self, now: float) -> None:
        while self.patient and self.patient[0][0] <= now:
            _, descriptor, attack = self.patient.popleft()
            connection, current = self.open.get(descriptor, (None, None))
            if current is attack:
                try:
                    connection.shutdown(socket.SHUT_WR)
                except OSError:
                    pass

    def finish(self, descriptor: int) -> None:
        connection, attack = self.open.pop(descriptor)
        self.poll.unregister(descriptor)
        connection.close()
        self.answered += bool(attack.received)
        if complaint := attack.judge(bytes(attack.received)):
            self.complain(attack, complaint)

    def sweep(self, now: float) -> None:
        for descriptor, (_, attack) in list(self.open.items()):
            if now > attack.deadline:
                self.complain(attack, f"still open {GONE_AFTER:.0f} s after the client's end")
                self.finish(descriptor)

    def complain(self, attack: Attack, complaint: str) -> None:
        sent = b"".join(attack.pieces[-3:])
        self.complaints.append(f"connection {attack.number}: {complaint}; sent last {sent[:200]!r}")
