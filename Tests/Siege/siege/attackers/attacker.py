"""One attacker: a process with a seat, a seed, and as much time as it is given."""

import os
import random
import re
import signal
import time
from collections import Counter
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Iterator

from ..canaries import Canary, Search
from ..rights import Seat
from ..world import listed
from .ring import Ring
from .wire import Gone, Http, Socket

#: So many connections refused one after the other, and the server is gone.
MOST_REFUSALS = 50
#: What is in a ballot: an option's id and its dots. That somebody has voted is told to all, as {"": 0}.
OPEN_BALLOT = re.compile(rb'"dots":\{"[^"]')


@dataclass
class Orders:
    """What an attacker is told: which attack, from where, how long, and with which seed."""

    attack: str
    seed: str
    seconds: float
    source: str
    ring: Path


class Attacker:
    def __init__(self, told: dict[str, Any], seat: Seat, orders: Orders) -> None:
        self.told, self.seat, self.source = told, seat, orders.source
        self.address = tuple(told["address"])
        self.chance = random.Random(orders.seed)
        self.ring = Ring()
        canaries: list[Canary] = listed(told["canaries"])
        self.search = Search(seat.forbidden(canaries))
        self.counts: Counter[str] = Counter()
        self.statuses: Counter[int] = Counter()
        self.sent_bytes = 0
        #: What an attack itself found out: sentences.
        self.complaints: list[str] = []
        self.refusals = 0
        self.open_wires: set[Any] = set()
        self._connections = 0
        self._deadline = time.monotonic() + orders.seconds

    @property
    def is_over(self) -> bool:
        return time.monotonic() >= self._deadline or self.refusals >= MOST_REFUSALS

    def rounds(self) -> Iterator[int]:
        """0, 1, 2 … until time is up."""
        number = 0
        while not self.is_over:
            yield number
            number += 1

    def next_connection(self) -> int:
        self._connections += 1
        return self._connections

    def note_refusal(self, error: OSError) -> None:
        self.refusals += isinstance(error, ConnectionRefusedError)
        time.sleep(0.01)

    def somewhere(self) -> str:
        """Another address of this machine, of those that attackers have."""
        return f"127.66.{self.chance.randrange(256)}.{self.chance.randrange(1, 255)}"

    def request(self, method: str, target: str, body: bytes, fields: Any, token: str | None) -> bytes:
        """As bytes; `token` None stands for the seat's own, nothing for none."""
        own = self.seat.token if token is None else token
        host, port = self.address
        lines = [f"{method} {target} HTTP/1.1", f"Host: {host}:{port}", f"Origin: http://{host}:{port}"]
        if own:
            lines.append(f"Authorization: Bearer {own}")
        if body or method in ("POST", "PUT", "PATCH"):
            lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
        return "\r\n".join([*lines, *fields, "", ""]).encode("utf-8", "surrogatepass") + body

    def http(self, source: str = "", window: int = 0) -> Http:
        return Http(self, source, window)

    def document(self, model: str, source: str = "", window: int = 0) -> Socket:
        return Socket(self, f"/ws/documents/{model}?token={self.seat.token}", "document message", source, window)

    def session(self, session: str, flags: str = "", token: str = "") -> Socket:
        return Socket(self, f"/ws/sessions/{session}?token={token or self.seat.token}{flags}", "session message")

    def come_in(self) -> None:
        """From now on what a participant may read is not searched for: the attacker has joined with its code."""
        self.search.allow(replace(self.seat, role="participant").may_read)

    def examine(self, messages: list[bytes]) -> list[bytes]:
        """Messages of a session: whether they say what somebody voted for, who is not told what."""
        for message in messages:
            is_open = b'"voteCast"' in message and OPEN_BALLOT.search(message)
            if is_open and self.seat.participant.encode() not in message:
                self.complain(f"another's ballot is told to a {self.seat.role}")
        return messages

    def complain(self, sentence: str) -> None:
        if sentence not in self.complaints:
            self.complaints.append(sentence)

    def result(self) -> dict[str, Any]:
        return {
            "counts": dict(self.counts), "statuses": dict(self.statuses), "sent": self.sent_bytes,
            "received": self.search.bytes, "complaints": self.complaints,
            "escaped": [(str(canary), canary.kind, where) for canary, where in self.search.found.items()],
        }


def main(told: dict[str, Any], seat: Seat, orders: Orders, pipe: Connection) -> None:
    """In a process of its own, behind all others: what is measured is the server, not the fight for its processor."""
    from ..attacks import ATTACKS

    os.nice(19)
    signal.signal(signal.SIGTERM, end_at_once)
    attacker = Attacker(told, seat, orders)
    failure = ""
    try:
        attack = ATTACKS[orders.attack].carry_out
        while not attacker.is_over:
            try:
                attack(attacker)
                break
            except Gone:
                # From the beginning, with new connections: the seed goes on.
                time.sleep(0.01)
    except SystemExit:
        failure = ""
    except Exception as error:  # noqa: BLE001  An attack that fails is a fault of the instrument, and is told as such.
        failure = f"{type(error).__name__}: {error}"
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    attacker.ring.write(orders.ring)
    pipe.send({**attacker.result(), "failure": failure})


def end_at_once(*_: Any) -> None:
    raise SystemExit
