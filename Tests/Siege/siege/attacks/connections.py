"""Connections that hold, trickle or vanish, and a server whose own output nobody reads."""

import time

from harness.hostile import frames

from ..attackers.attacker import Attacker
from ..attackers.wire import Gone, Wire
from .registry import attack

MANY = 400


@attack("open-routes", "nobody", weight=2, attackers=2)
def open_routes(attacker: Attacker) -> None:
    """What needs no sign-in, as fast as it is answered, from many addresses; and bodies that are too large for it."""
    for _ in attacker.rounds():
        connection = attacker.http(attacker.somewhere())
        for _ in range(10):
            kind = attacker.chance.randrange(6)
            if kind == 0:
                large = b"x" * attacker.chance.choice((100, 17_000, 4_000_000))
                connection.ask("POST", "/api/v1/join", b'{"joinCode":"' + large + b'"}')
                if connection not in attacker.open_wires:
                    break
            else:
                connection.ask("GET", ("/api/v1/openapi.json", "/healthz", "/api/v1/fields", "/metrics", "/")[kind - 1])
        connection.close()


@attack("output-unread", "participant", weight=2, stalls_output=True)
def output_unread(attacker: Attacker) -> None:
    """Connections that end in every way there is, each of them worth a line, while nobody reads the lines."""
    for number in attacker.rounds():
        try:
            room = attacker.document("c-1-a", source=attacker.somewhere())
            if number % 3 == 0:
                room.send(b"\xff\xff\xff\xff")
            elif number % 3 == 1:
                room.say(b"\x00\x02\xff\xff\xff\xff\xff")
            room.close()
            if number % 10 == 0:
                attacker.http().ask("POST", "/api/v1/sign-in", b'{"token":"' + b"x" * 43 + b'"}')
        except Gone:
            continue


@attack("held-connections", "nobody")
def held_connections(attacker: Attacker) -> None:
    """As many connections as go, which say little and slowly."""
    beginnings = (b"", b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ",
                  b"POST /api/v1/join HTTP/1.1\r\nHost: x\r\nContent-Length: 10000\r\n\r\n{")
    held: list[Wire] = []
    for number in attacker.rounds():
        if len(held) < MANY:
            try:
                held.append(Wire(attacker, "trickle", attacker.somewhere()))
                held[-1].send(beginnings[number % 3])
            except Gone:
                continue
        else:
            time.sleep(0.01)
            try:
                held[number % MANY].send(b"x")
            except Gone:
                held.pop(number % len(held))


@attack("unfinished-messages", "participant", "observer")
def unfinished_messages(attacker: Attacker) -> None:
    """The largest message there is, but for its end, on connection after connection."""
    held = []
    for _ in attacker.rounds():
        try:
            if len(held) < MANY:
                held.append(attacker.document("c-1-a", source=attacker.somewhere()))
                held[-1].send(frames.frame(bytes(1_000_000), frames.BINARY, announced=1_048_576, form=64))
            else:
                time.sleep(0.05)
        except Gone:
            continue


@attack("unfinished-bodies", "nobody", "participant", "leader")
def unfinished_bodies(attacker: Attacker) -> None:
    """The largest bodies there are, but for their end, on connection after connection."""
    held: list[Wire] = []
    week = attacker.told["weeks"]["a"]
    targets = ("/api/v1/join", "/api/v1/sign-in", "/api/v1/weeks/import", f"/api/v1/weeks/{week}/tables",
               f"/api/v1/weeks/{week}/units/u-ung-a/goal-plan/file", f"/api/v1/weeks/{week}/marketplace")
    for number in attacker.rounds():
        try:
            if len(held) < MANY:
                whole = attacker.request("POST", targets[number % len(targets)], bytes(4_000_000), (), None)
                held.append(Wire(attacker, "unfinished request", attacker.somewhere()))
                held[-1].send(whole[:-1])
            else:
                time.sleep(0.05)
        except Gone:
            continue


@attack("answers-unread", "participant", "facilitator", "nobody")
def answers_unread(attacker: Attacker) -> None:
    """Large answers, asked for and left lying."""
    held, session, week = [], attacker.seat.session, attacker.told["weeks"]["a"]
    targets = ["/api/v1/openapi.json", "/app.js", "/api/v1/fields"]
    if session:
        targets += [f"/api/v1/sessions/{session}", f"/api/v1/sessions/{session}/outcome.json", f"/api/v1/weeks/{week}",
                    f"/api/v1/weeks/{week}/export", f"/api/v1/weeks/{week}/outcome.zip?formats=json"]
    for number in attacker.rounds():
        try:
            if len(held) < MANY:
                connection = attacker.http(attacker.somewhere(), window=4096)
                connection.put("GET", targets[number % len(targets)])
                held.append(connection)
            else:
                time.sleep(0.05)
        except Gone:
            continue


@attack("held-rooms", "participant", "observer")
def held_rooms(attacker: Attacker) -> None:
    """Many connections of one person in one room, which neither speak nor read."""
    held = []
    for _ in attacker.rounds():
        try:
            if len(held) < MANY:
                held.append(attacker.document("k-1-a", window=4096, source=attacker.somewhere()))
            else:
                time.sleep(0.05)
        except Gone:
            time.sleep(0.01)
