"""One honest person at a session's table: votes, says ready, raises a hand; who leads lets people in."""

import asyncio
import itertools
import json
import random
import time
from typing import Any, Callable

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, WebSocketException

from .journal import Journal

PAUSE_SECONDS = (0.7, 1.7)
ANSWER_SECONDS = 10.0
INVISIBLE = ("\u202e", "\u2060", "\u2800", "\u3164")


class SessionSeat:
    def __init__(self, number: int, url: str, person: dict[str, Any], source: str, journal: Journal) -> None:
        self.number, self.url, self.person, self.source, self.journal = number, url, person, source, journal
        self.is_leading = person["role"] == "facilitator"
        self.chance = random.Random(number)
        self.waiting: dict[str, tuple[asyncio.Future, float]] = {}
        self.ids = itertools.count(1)
        #: Called with each person at the door.
        self.on_door: Callable[[dict[str, Any]], None] | None = None

    async def live(self) -> None:
        while True:
            try:
                async with connect(self.url, compression=None, max_size=None, proxy=None, open_timeout=10,
                                   local_addr=(self.source, 0), ping_interval=None) as socket:
                    await self._be_in(socket)
            except ConnectionClosed as closed:
                code = closed.rcvd.code if closed.rcvd else 1006
                who = "who leads" if self.is_leading else "somebody"
                self.journal.trouble(f"{who} in a session disconnected with {code}")
            except (OSError, WebSocketException, TimeoutError) as error:
                self.journal.trouble(f"a session cannot be connected to: {type(error).__name__}")
            await asyncio.sleep(0.1)

    async def _be_in(self, socket: ClientConnection) -> None:
        acting = asyncio.create_task(self._act(socket))
        try:
            async for text in socket:
                self._received(text)
            raise ConnectionClosed(socket.protocol.close_rcvd, socket.protocol.close_sent)
        finally:
            acting.cancel()
            for answer, _ in self.waiting.values():
                answer.cancel()
            self.waiting.clear()

    async def _act(self, socket: ClientConnection) -> None:
        await asyncio.sleep(0.3 + self.chance.random())
        for turn in itertools.count():
            command = self._leads(turn) if self.is_leading else self._takes_part(turn)
            identifier = f"c{next(self.ids)}"
            answer: asyncio.Future = asyncio.get_running_loop().create_future()
            began = time.monotonic()
            self.waiting[identifier] = (answer, began)
            await socket.send(json.dumps({"type": "command", "id": identifier, "command": command}))
            try:
                await asyncio.wait_for(answer, ANSWER_SECONDS)
            except TimeoutError:
                self.waiting.pop(identifier, None)
                self.journal.wait("command", time.monotonic() - began)
                self.journal.trouble(f"a command was not answered within {ANSWER_SECONDS:.0f} s")
            await asyncio.sleep(self.chance.uniform(*PAUSE_SECONDS))

    def _takes_part(self, turn: int) -> dict[str, Any]:
        return (
            {"kind": "sayReady", "ready": turn % 8 < 4},
            {"kind": "castVote", "voteId": "v-1", "dots": {"ab"[turn % 2]: 1}},
            {"kind": "raiseHand"}, {"kind": "lowerHand"},
        )[turn % 4]

    def _leads(self, turn: int) -> dict[str, Any]:
        return (
            {"kind": "sayToAll", "text": f"Nu er vi ved punkt {turn % 50}"},
            {"kind": "settleItem", "itemId": "x-1", "settled": turn % 4 < 2},
        )[turn % 2]

    def _received(self, text: str | bytes) -> None:
        message = json.loads(text)
        kind = message["type"]
        if kind in ("accepted", "refused") and message.get("id") in self.waiting:
            answer, began = self.waiting.pop(message["id"])
            self.journal.wait("command", time.monotonic() - began)
            if kind == "refused":
                self.journal.trouble(f"a command was refused: {message['code']}")
            if not answer.done():
                answer.set_result(message)
        elif kind == "door" and self.on_door is not None:
            for knock in message.get("waiting", []):
                self.on_door(knock)
        elif kind == "event" and message["event"].get("kind") in ("participantJoined", "joined"):
            if any(sign in json.dumps(message, ensure_ascii=False) for sign in INVISIBLE):
                self.journal.trouble("a name with signs that nobody can see was shown")
