#!/usr/bin/env python3
"""Measures what it costs to come into a large session late in the day: bytes on the wire and time.

    .venv/bin/python Tests/EndToEnd/measure_entering.py [PEOPLE] [HOURS]

Starts a server of its own (SAMSPIL_BINARY, else the release build where there is one) and fills one session as a day
would: everybody joins by the code and is in a group; at each point of the programme a hundred say that they are ready
and that they are not, raise hands, vote and write ideas; at the last everybody is ready and votes. Then it restarts
the server and comes in as the page does: the session by HTTP with gzip, then the socket with the state, until it is
told who is here; first into an empty session, then into one in which everybody is connected. Medians of several.
"""

import asyncio
import base64
import gzip
import http.client
import json
import multiprocessing
import os
import statistics
import sys
import tempfile
import time
from multiprocessing.synchronize import Event
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RELEASE = ROOT / ".build" / "release" / "samspil"
if RELEASE.is_file():
    os.environ.setdefault("SAMSPIL_BINARY", str(RELEASE))
sys.path.insert(0, str(Path(__file__).parent))

from harness import paths  # noqa: E402
from harness.api import Api  # noqa: E402
from harness.example import ImportedWeek, Person, import_week  # noqa: E402
from harness.server import Server  # noqa: E402
from harness.session_socket import SessionSocket  # noqa: E402

SESSION = "s-1"
#: A point of the programme each half hour.
POINTS_PER_HOUR = 2
#: People who say something at one point of it.
BUSY = 100
#: Who enters, one after the other.
ENTERING = 7


def main(people_count: int, hours: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder) / "data", "--limit-failures", "1000000").start()
        try:
            admin = Api(server.url, server.admin_token)
            week = import_week(admin)
            began = time.monotonic()
            people = join(week, people_count)
            lead = SessionSocket(server.ws_url, SESSION, week.invite(SESSION, "facilitator").token)
            events = spend_the_day(server, lead, people, hours)
            lead.close()
            disk = sum(file.stat().st_size for file in (Path(folder) / "data").iterdir())
            print(f"server {paths.BINARY}, {os.cpu_count()} cores; {people_count} people, {hours} hours: "
                  f"{events} events in {time.monotonic() - began:.0f} s, {disk / 1e6:.1f} MB on the disk")
            server.stop()
            server.restart()
            leader = week.invite(SESSION, "facilitator")
            for role, token in (("participant", people[0].token), ("facilitator", leader.token)):
                figures = [enter(server, token) for _ in range(ENTERING)]
                print(f"nobody there, {role}: first after the restart {figures[0][2]:.0f} ms; {told(figures)}")
            with Crowd(server, [person.token for person in people]) as crowd:
                for role, token in (("participant", people[0].token), ("facilitator", leader.token)):
                    figures = [enter(server, token) for _ in range(ENTERING)]
                    print(f"{crowd.present} there, {role}: {told(figures)}")
        finally:
            server.close()


def told(figures: list[tuple[int, int, float]]) -> str:
    names = zip(("session", "socket", "both"), ("B", "B", "ms"), zip(*figures, strict=True), strict=True)
    return ", ".join(f"{name} {statistics.median(values):.0f} {unit}" for name, unit, values in names)


class Crowd:
    """Everybody, connected, reading and saying nothing; in a process of its own, so that who enters does not wait for
    it longer than for the server."""

    def __init__(self, server: Server, tokens: list[str]) -> None:
        self.present = len(tokens)
        context = multiprocessing.get_context("spawn")
        self._are_in, self._may_go = context.Event(), context.Event()
        arguments = (*server.host_and_port, tokens, self._are_in, self._may_go)
        self._process = context.Process(target=be_there, args=arguments, daemon=True)

    def __enter__(self) -> "Crowd":
        self._process.start()
        assert self._are_in.wait(120), "not everybody came in"
        time.sleep(2)
        return self

    def __exit__(self, *_: object) -> None:
        self._may_go.set()
        self._process.join()


def be_there(host: str, port: int, tokens: list[str], are_in: Event, may_go: Event) -> None:
    async def read(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # The writer is held: a connection that nobody holds is closed.
        while await reader.read(1 << 16):
            pass
        writer.close()

    async def enter(token: str) -> asyncio.Task[None]:
        reader, writer = await asyncio.open_connection(host, port)
        writer.write((
            f"GET /ws/sessions/{SESSION}?token={token}&after={1 << 40} HTTP/1.1\r\nHost: {host}:{port}\r\n"
            f"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            f"Sec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}\r\n\r\n").encode())
        answer = await reader.readuntil(b"\r\n\r\n")
        assert answer.startswith(b"HTTP/1.1 101"), answer
        return asyncio.create_task(read(reader, writer))

    async def stay() -> None:
        readers: list[asyncio.Task[None]] = []
        for first in range(0, len(tokens), 100):
            readers += await asyncio.gather(*(enter(token) for token in tokens[first : first + 100]))
        are_in.set()
        await asyncio.to_thread(may_go.wait)
        for reader in readers:
            reader.cancel()
        await asyncio.gather(*readers, return_exceptions=True)

    asyncio.run(stay())


def join(week: ImportedWeek, count: int) -> list[Person]:
    units = ("u-skole", "u-fam", "u-ung")
    return [week.join(SESSION, f"Deltager Nummer {number}", "Lærer" if number % 3 else "Pædagog",
                      unitId=units[number % len(units)]) for number in range(count)]


def spend_the_day(server: Server, lead: SessionSocket, people: list[Person], hours: int) -> int:
    """At each point other hundred people are busy; at the last everybody is ready and votes. Returns the last event."""
    ids = [person.participant_id for person in people]
    lead.accepted("formGroups", byChoice=True, groups=[
        {"groupId": f"g{place}", "name": f"Gruppe {place + 1}", "members": ids[place::60]} for place in range(60)])
    points = hours * POINTS_PER_HOUR
    for point in range(points):
        lead.accepted("enterPhase", index=(point + 1) % 5, expected=point % 5)
        lead.accepted("parkItem", itemId=f"i{point}", text="Lokaler til netværksmøderne findes af forvaltningen")
        if point % 4 == 0:
            lead.accepted("openIdeas", roundId=f"r{point}", question="Hvad hindrer os?", isNamed=False)
        vote = {"voteId": f"v{point}", "question": "Hvilket?", "budget": 3, "isNamed": False,
                "options": [{"optionId": "a", "text": "Fælles møder"}, {"optionId": "b", "text": "Én indgang"}]}
        lead.accepted("openVote", **vote)
        start = point * BUSY % max(1, len(people) - BUSY)
        is_last = point == points - 1
        for place, person in enumerate(people if is_last else people[start : start + BUSY]):
            readiness = (True,) if is_last else (True, False) * 4 + (True,)
            commands = [("sayReady", {"ready": ready}) for ready in readiness]
            commands.append(("castVote", {"voteId": f"v{point}", "dots": {"a": 1 + place % 2, "b": 1}}))
            if not is_last:
                commands += [("raiseHand", {}), ("lowerHand", {})]
            if point % 4 == 0 and place < 60:
                text = "Vi mødes for sjældent, og ingen har tid til at læse det, de andre har skrevet."
                commands.append(("writeIdea", {"roundId": f"r{point}", "ideaId": f"idé-{point}-{place}", "text": text}))
            socket = SessionSocket(server.ws_url, SESSION, person.token, after=1 << 40)
            for answer in [socket.answer(socket.send(kind, **members)) for kind, members in commands]:
                assert answer["type"] == "accepted", answer
            socket.close()
            lead.pump()
            lead.messages.clear()
        if point % 4 == 0:
            lead.accepted("revealIdeas", roundId=f"r{point}")
        if not is_last:
            lead.accepted("revealVote", voteId=f"v{point}")
    return lead.accepted("startTimer", durationMs=600_000)["seq"]


def enter(server: Server, token: str) -> tuple[int, int, float]:
    """Bytes of the session's answer, of what the socket says until one is in, and milliseconds for both."""
    host, port = server.host_and_port
    began = time.monotonic()
    connection = http.client.HTTPConnection(host, port)
    connection.request("GET", f"/api/v1/sessions/{SESSION}", headers={
        "Authorization": f"Bearer {token}", "Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    body = answer.read()
    socket = SessionSocket(server.ws_url, SESSION, token, after=0, state=True)
    socket.wait(lambda: any(message["type"] == "presence" for message in socket.messages), "being in")
    milliseconds = (time.monotonic() - began) * 1000
    assert socket.state is not None
    assert answer.status == 200 and json.loads(gzip.decompress(body) if answer.getheader("Content-Encoding") else body)
    told = sum(len(json.dumps(one, ensure_ascii=False, separators=(",", ":")).encode()) for one in socket.messages)
    socket.close()
    connection.close()
    return len(body), told, milliseconds


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3_000, int(sys.argv[2]) if len(sys.argv) > 2 else 8)
