"""Bombards a server with malformed frames or requests from a seed, and says what they left behind."""

import os
import random
import re
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Iterator

from ..server import Server
from ..waiting import wait_until
from . import frames, requests
from .bombardment import Attack, Bombardment

#: What a server may say in a close frame here.
CLOSE_CODES = {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1011, 1013}
#: A final answer's first line; 100 Continue is none.
STATUS = re.compile(rb"HTTP/1\.1 ([2-5]\d\d) ")
STATUSES = {
    200, 204, 304, 400, 401, 403, 404, 405, 408, 409, 411, 413, 414, 415, 417, 422, 426, 429, 431, 499, 501, 505}
GREETING = 2


@dataclass
class Census:
    """What a process holds."""

    descriptors: int
    threads: int
    resident_kib: int

    @classmethod
    def of(cls, server: Server) -> "Census":
        process = Path(f"/proc/{server.pid}")
        status = dict(line.split(":", 1) for line in (process / "status").read_text().splitlines() if ":" in line)
        return cls(len(list((process / "fd").iterdir())), int(status["Threads"]), int(status["VmRSS"].split()[0]))


@dataclass
class Outcome:
    """What a bombardment did: the counts, the time, and the server before and after."""

    count: int
    connections: int
    answered: int
    seconds: float
    before: Census
    after: Census
    complaints: list[str]


def bombard(server: Server, attacks: Iterator[Attack]) -> Outcome:
    """Carries the attacks out; waits until the server holds no more descriptors than before, at most a minute."""
    before = Census.of(server)
    bombardment = Bombardment(server.host_and_port)
    began = time.monotonic()
    bombardment.run(attacks)
    seconds = time.monotonic() - began
    complaints = bombardment.complaints
    try:
        wait_until(lambda: not server.is_running or Census.of(server).descriptors <= before.descriptors, "descriptors", timeout=60)
    except AssertionError:
        complaints.append("descriptors were left behind")
    if not server.is_running:
        raise AssertionError(f"the server died: {complaints[:5]}\n{server.output[-3000:]}")
    return Outcome(bombardment.count, bombardment.connections, bombardment.answered, seconds, before, Census.of(server), complaints)


def warm_up(server: Server, targets: list[str], seed: int) -> None:
    """Lets the server open what it opens once, as files for reading, and keep what it keeps once it has been busy."""
    before = sockets(server)
    Bombardment(server.host_and_port).run(frame_attacks(targets, 1000, seed))
    wait_until(lambda: sockets(server) <= before, "the warm-up's connections to end", timeout=60)


def sockets(server: Server) -> int:
    """How many sockets the process has open."""
    links = []
    for descriptor in Path(f"/proc/{server.pid}/fd").iterdir():
        try:
            links.append(os.readlink(descriptor))
        except FileNotFoundError:
            pass
    return sum(link.startswith("socket:") for link in links)


def frame_attacks(targets: list[str], count: int, seed: int, only: int | None = None) -> Iterator[Attack]:
    """Connections to these paths (with their query) until `count` malformed frames are made.

    A frame counts only when nothing before it on its connection was certain to end it.
    """
    made = number = 0
    while made < count:
        chance = random.Random(f"{seed} frames {number}")
        target = chance.choice(targets)
        goes_on, ends = frames.kinds("/documents/" in target)
        several = [chance.choice(goes_on)(chance) for _ in range(chance.randrange(5))]
        several.append(chance.choice(ends)(chance))
        made += len(several)
        if only in (None, number):
            yield websocket_attack(number, target, several, chance)
        number += 1


def websocket_attack(number: int, target: str, several: list[bytes], chance: random.Random) -> Attack:
    handshake = requests.request("GET", target, [
        "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version: 13"])
    pieces = list(several) if chance.random() < 0.5 else [b"".join(several)]
    if chance.random() < 0.2:
        last = pieces.pop()
        middle = chance.randrange(len(last) + 1)
        pieces += [last[:middle], last[middle:]]
    # Some speak before they are let in; the others wait for the room's first message.
    waits = chance.random() < 0.8

    def may_go_on(received: bytes) -> bool:
        head = received.find(b"\r\n\r\n")
        return head >= 0 and (not waits or len(received) > head + 4 + GREETING)

    return Attack(
        number, [handshake, *pieces], may_go_on, "reset" if chance.random() < 0.1 else "end", judge_frames, len(several))


def judge_frames(received: bytes) -> str | None:
    """The server's own frames are sound, whatever it was sent."""
    if not received.startswith(b"HTTP/1.1 101 "):
        return f"the handshake was answered {received[:60]!r}" if received else None
    at, is_closed = received.find(b"\r\n\r\n") + 4, False
    while at + 2 <= len(received):
        head, length = received[at], received[at + 1]
        at += 2
        if length >= 126:
            size = 2 if length == 126 else 8
            length = int.from_bytes(received[at : at + size], "big")
            at += size
        if head & 0x70 or head & 0x0F not in (0, 1, 2, 8, 9, 10):
            return f"a frame that begins with {head:#x}"
        if is_closed:
            return "a frame after the close frame"
        is_closed = head & 0x0F == 8
        if is_closed and length >= 2 and len(received) >= at + 2:
            code = int.from_bytes(received[at : at + 2], "big")
            # Bytes at random are now and then a close frame of the client's own, whose code comes back (section 5.5.1).
            if code not in CLOSE_CODES and not 3000 <= code <= 4999:
                return f"closed with {code}"
        at += length
    return None


def request_attacks(count: int, seed: int, only: int | None = None) -> Iterator[Attack]:
    """As many connections, each with one malformed request, or several at once."""
    for number in range(count):
        if only not in (None, number):
            continue
        chance = random.Random(f"{seed} requests {number}")
        whole = requests.any_request(chance)
        pieces = [whole]
        if chance.random() < 0.3:
            middle = chance.randrange(len(whole) + 1)
            pieces = [whole[:middle], whole[middle:]]
        judge = partial(judge_answer, most=len(pieces))
        yield Attack(number, pieces, None, "reset" if chance.random() < 0.1 else "end", judge, 1)


def judge_answer(received: bytes, most: int) -> str | None:
    """One answer at most to what was sent at once, however it is read; never a failure of the server's own."""
    statuses = [int(status) for status in STATUS.findall(received)]
    if len(statuses) > most:
        return f"{len(statuses)} answers: {statuses}"
    if not STATUSES.issuperset(statuses):
        return f"answered {statuses}"
    if b"root:" in received:
        return "a file from outside"
    return None
