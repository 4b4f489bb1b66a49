"""A municipality comes in behind one address: fewer than 3,000 people here, with the mistakes of 3,000.

SAMSPIL_PEOPLE=3000 lets all of them come; a debug build takes minutes for it.
"""

import asyncio
import json
import os
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

PEOPLE = int(os.environ.get("SAMSPIL_PEOPLE", "300"))
#: Who reads the code wrong at first: one in twenty of 3,000.
MISTAKEN = 150
#: People who are on their way at the same time.
AT_ONCE = 100
ALLOWED_SECONDS = 300
SESSIONS = 10
#: Every so many of them stay connected; joining is what the limits are about.
CONNECTED = 20


async def read_answer(reader):
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    length = int(head.split("content-length: ", 1)[1].split("\r\n", 1)[0])
    return int(head.split(" ", 2)[1]), await reader.readexactly(length)


async def ask(streams, host, method, path, body=b""):
    reader, writer = streams
    head = f"{method} {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    writer.write(head.encode() + body)
    return await read_answer(reader)


async def come_in(server, code, number, gate, held):
    """One person: a mistake perhaps, the form, joining, and for some the session's connection, which stays open."""
    host, port = server.host_and_port
    async with gate:
        streams = await asyncio.open_connection(host, port)
        if number % (PEOPLE // MISTAKEN) == 0:
            assert (await ask(streams, host, "GET", f"/api/v1/join/{number:08}"))[0] == 404
        assert (await ask(streams, host, "GET", f"/api/v1/join/{code}"))[0] == 200
        body = {"joinCode": code, "displayName": f"Deltager {number}", "function": "Lærer", "unitId": "u-skole"}
        status, answer = await ask(streams, host, "POST", "/api/v1/join", json.dumps(body).encode())
        assert status == 201, answer
        joined = json.loads(answer)
        held.append(streams)
        if number % CONNECTED:
            return joined["participantId"], None
        reader, writer = await asyncio.open_connection(host, port)
        held.append((reader, writer))
        writer.write((
            f"GET /ws/sessions/{joined['sessionId']}?token={joined['token']} HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\n"
            "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n").encode())
        assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 101 ")
        assert len(await reader.readexactly(4)) == 4, "the session's first message"
        # What is told from then on is read, as a page does.
        return joined["participantId"], asyncio.ensure_future(stay(reader, writer))


async def stay(reader, writer):
    """Reads, and shows that it lives: a pong that nobody asked for is as good as an answer (RFC 6455 section 5.5.3)."""
    while True:
        try:
            if not await asyncio.wait_for(reader.read(65536), timeout=5):
                return
        except TimeoutError:
            pass
        writer.write(b"\x8a\x84\0\0\0\0here")


async def everybody(server, codes):
    gate, held = asyncio.Semaphore(AT_ONCE), []
    try:
        people = await asyncio.gather(*(come_in(server, codes[n % len(codes)], n, gate, held) for n in range(PEOPLE)))
        still_there = sum(reading is not None and not reading.done() for _, reading in people)
        return {person for person, _ in people}, still_there
    finally:
        for _, writer in held:
            writer.close()


@pytest.mark.timeout(ALLOWED_SECONDS + 60)
def test_the_mistakes_of_3000_people_behind_one_address_keep_nobody_out(server, admin, week):
    codes = [week.join_codes["s-1"]]
    for number in range(1, SESSIONS):
        body = {"title": f"Session {number}", "date": "2027-01-21", "startsAt": "09:00", "endsAt": "12:00"}
        codes.append(admin.ok("POST", f"/weeks/{week.id}/sessions", 201, body)["joinCode"])
    began = time.monotonic()
    # In a thread of its own: the browser tests' library has a loop running in this one.
    with ThreadPoolExecutor() as thread:
        people, still_there = thread.submit(lambda: asyncio.run(everybody(server, codes))).result()
    assert time.monotonic() - began < ALLOWED_SECONDS
    assert len(people) == PEOPLE and still_there == PEOPLE // CONNECTED
