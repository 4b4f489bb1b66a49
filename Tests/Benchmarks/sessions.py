"""Measures sessions: how long a facilitator's word takes to everybody, and what the server spends, while all take part.

    Tests/Benchmarks/run sessions [--rounds N] [--seconds S] [--no-build]

one     one session, 300 people connected
forty   40 sessions at once, 25 people in each

Everybody says in turn that they are ready and that they are not, once in ten seconds each; they come in by the code, as
people do. Each facilitator speaks to all once in two seconds and goes to the next phase once in ten. A word carries the
clock's time, so that whoever receives it knows how long it took. The people are one process of Python beside the server:
its time counts in the figures. There is nothing of the kind to compare with; medians over the rounds.
"""

import argparse
import asyncio
import base64
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from servers import ROOT, Samspil

sys.path.insert(0, str(ROOT / "Tests" / "EndToEnd"))
from harness.websocket_frames import FrameReader, unmask  # noqa: E402

#: Sessions, and people in each.
SCENARIOS = {"one": (1, 300), "forty": (40, 25)}
SAYS_EVERY, SPEAKS_EVERY, GOES_ON_EVERY = 10.0, 2.0, 10.0
FINAL_TEXT = 0x81
WORD = b'"text":"at '


class Caller:
    """Somebody connected to a session: sends commands and notes when they are answered and when words come."""

    def __init__(self, figures):
        self.figures = figures
        self.sent = {}
        self.count = 0

    async def connect(self, port, session, token):
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", port)
        key = base64.b64encode(os.urandom(16)).decode()
        self.writer.write((
            f"GET /ws/sessions/{session}?token={token} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n").encode())
        self.reading = asyncio.ensure_future(self.read())

    async def read(self):
        frames = FrameReader()
        while data := await self.reader.read(1 << 16):
            now = time.monotonic()
            for _, first, payload in frames.frames(data):
                if first == FINAL_TEXT:
                    self.take(payload, now)
                elif first == 0x89:
                    self.write(0x8A, payload)

    def take(self, payload, now):
        if (place := payload.find(WORD)) >= 0:
            said = float(payload[place + len(WORD) :].partition(b'"')[0])
            self.figures["word to everybody"].append((now - said) * 1000)
        elif payload.find(b'"accepted"') >= 0 or payload.find(b'"refused"') >= 0:
            message = json.loads(payload)
            if message["type"] == "refused":
                raise SystemExit(f"refused: {message}")
            if message["type"] == "accepted":
                self.figures["command to its answer"].append((now - self.sent.pop(message["id"])) * 1000)

    def write(self, first, payload):
        length = bytes([0x80 | len(payload)]) if len(payload) < 126 else bytes([0xFE]) + len(payload).to_bytes(2, "big")
        self.writer.write(bytes([first]) + length + bytes(4) + unmask(payload, bytes(4)))

    def command(self, kind, **members):
        self.count += 1
        name = f"c{self.count}"
        self.sent[name] = time.monotonic()
        self.write(FINAL_TEXT, json.dumps({"type": "command", "id": name, "command": {"kind": kind, **members}}).encode())


async def take_part(caller, place, until):
    """From a moment of one's own, so that not all speak at once."""
    ready = False
    await asyncio.sleep(place * SAYS_EVERY)
    while time.monotonic() < until:
        ready = not ready
        caller.command("sayReady", ready=ready)
        await asyncio.sleep(SAYS_EVERY)


async def facilitate(caller, place, until):
    await asyncio.sleep(place * SPEAKS_EVERY)
    phase, entered = 0, time.monotonic()
    while time.monotonic() < until:
        caller.command("sayToAll", text=f"at {time.monotonic():.6f}")
        if time.monotonic() - entered >= GOES_ON_EVERY and phase < 10:
            caller.command("enterPhase", index=phase + 1, expected=phase)
            phase, entered = phase + 1, time.monotonic()
        await asyncio.sleep(SPEAKS_EVERY)


async def run(server, sessions, people, seconds, figures):
    facilitators, members = [], []
    for session, facilitator, tokens in [admit(server, people) for _ in range(sessions)]:
        facilitators.append(Caller(figures))
        await facilitators[-1].connect(server.port, session, facilitator)
        for token in tokens:
            members.append(Caller(figures))
            await members[-1].connect(server.port, session, token)
    await asyncio.sleep(2)
    for values in figures.values():
        values.clear()
    before, began = cpu_seconds(server.process.pid), time.monotonic()
    until = began + seconds
    await asyncio.gather(
        *(facilitate(one, number / len(facilitators), until) for number, one in enumerate(facilitators)),
        *(take_part(one, number / len(members), until) for number, one in enumerate(members)))
    figures["server CPU"] = (cpu_seconds(server.process.pid) - before) / (time.monotonic() - began)
    figures["memory MB"] = resident_mb(server.process.pid)
    await asyncio.sleep(1)
    unanswered = sum(len(one.sent) for one in (*facilitators, *members))
    if unanswered or any(one.reading.done() for one in (*facilitators, *members)):
        raise SystemExit(f"{unanswered} commands without an answer, or a connection is gone")
    for one in (*facilitators, *members):
        one.reading.cancel()
        one.writer.close()


def admit(server, people):
    """A session with its facilitator's token, and those of everybody who joined it with its code."""
    answer = server.post(f"/weeks/{server.week}/sessions", {
        "title": "Session", "date": "2027-03-01", "startsAt": "09:00", "endsAt": "12:00"})
    session, code = answer["id"], answer["joinCode"]
    facilitator = server.post(f"/sessions/{session}/invitations", {"role": "facilitator"})["token"]
    unit = json.load(urllib.request.urlopen(f"http://127.0.0.1:{server.port}/api/v1/join/{code}"))["units"][0]["id"]
    tokens = [server.post("/join", {
        "joinCode": code, "displayName": f"Deltager {number}", "function": "Lærer", "unitId": unit})["token"]
        for number in range(people)]
    return session, facilitator, tokens


def cpu_seconds(pid):
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_mb(pid):
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def percentile(values, part):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def measure(name, port, seconds):
    sessions, people = SCENARIOS[name]
    figures = {"word to everybody": [], "command to its answer": []}
    with tempfile.TemporaryDirectory() as folder:
        server = Samspil(1, port, Path(folder))
        try:
            asyncio.run(run(server, sessions, people, seconds, figures))
        finally:
            server.process.kill()
            server.process.wait()
    result = {"server CPU": figures["server CPU"], "memory MB": figures["memory MB"]}
    for what in ("word to everybody", "command to its answer"):
        result[f"{what}, count"] = len(figures[what])
        for label, part in (("median", 0.5), ("p99", 0.99), ("max", 1.0)):
            result[f"{what}, {label} ms"] = percentile(figures[what], part)
    return result


def main(words):
    parser = argparse.ArgumentParser(
        prog="Tests/Benchmarks/run sessions", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--port", type=int, default=18080)
    parser.add_argument("--no-build", action="store_true", help="measure what was built last")
    options = parser.parse_args(words)
    if not options.no_build:
        subprocess.run(["swift", "build", "-c", "release", "--product", "samspil"], cwd=ROOT, check=True)
        subprocess.run(["node", "Web/build.mjs"], cwd=ROOT, check=True, stdout=sys.stderr)
    print(f"{time.strftime('%Y-%m-%d %H:%M')}, {platform.machine()}, {os.cpu_count()} cores with the people on one of them, "
          f"medians of {options.rounds} rounds of {options.seconds:g} s")
    rounds = {name: [measure(name, options.port, options.seconds) for _ in range(options.rounds)] for name in SCENARIOS}
    for name, results in rounds.items():
        print(f"\n{name}: {SCENARIOS[name][0]} session(s) of {SCENARIOS[name][1]} people")
        for what in results[0]:
            print(f"  {what:<36}{statistics.median(result[what] for result in results):>12,.2f}")
