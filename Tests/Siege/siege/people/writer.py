"""One honest person in a model: types, reads what the others type, and is told what is saved."""

import asyncio
import time
from collections import deque

from harness.pycrdt_client import ACKNOWLEDGED, AUTH, AWARENESS, SAVED, STEP_1, STEP_2, SYNC, UPDATE
from harness.varint import Reader, decode_state_vector, encode_bytes, encode_uint
from pycrdt import Doc, Text
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, WebSocketException

from .journal import Journal
from .ledger import WORD, Ledger

ROOT = "task"
#: Somebody who writes fast: a word at a time, so that every key is a word of the ledger.
KEYS_PER_SECOND = 3.0
#: A person's words in the text at most: older ones are deleted, as people do.
MOST_WORDS = 40
#: What an attacker calls itself who wants to be taken for somebody else.
FORGED = b"forfalsket"


class Writer:
    def __init__(self, number: int, url: str, model: str, source: str, journal: Journal, ledger: Ledger) -> None:
        self.number, self.model, self.source, self.journal, self.ledger = number, model, source, journal, ledger
        #: Half of them are told by state vector, half by count, as different pages ask for it.
        self.by_count = number % 2 == 0
        self.url = url + ("&acknowledge=1" if self.by_count else "&saved=1")
        self.count = 0
        self.own: deque[str] = deque()

    async def live(self) -> None:
        """Connects, and connects again whenever the connection ends, with an empty document."""
        while True:
            try:
                async with connect(self.url, compression=None, max_size=None, proxy=None, open_timeout=10,
                                   local_addr=(self.source, 0), ping_interval=None) as socket:
                    await self._be_in(socket)
            except ConnectionClosed as closed:
                code = closed.rcvd.code if closed.rcvd else 1006
                self.journal.trouble(f"writer disconnected with {code}")
            except (OSError, WebSocketException, TimeoutError) as error:
                self.journal.trouble(f"writer cannot connect: {type(error).__name__}")
            await asyncio.sleep(0.1)

    async def _be_in(self, socket: ClientConnection) -> None:
        self.doc = Doc()
        self.text = self.doc.get(ROOT, type=Text)
        self.is_applying, self.sent, self.waiting = False, 0, deque()
        outbox: list[bytes] = []
        subscriptions = [self.doc.observe(lambda event: self._changed(event, outbox)), self.text.observe(self._seen)]
        await socket.send(encode_uint(SYNC) + encode_uint(STEP_1) + encode_bytes(self.doc.get_state()))
        typing = asyncio.create_task(self._type(socket, outbox))
        try:
            async for message in socket:
                assert isinstance(message, bytes)
                for answer in self._received(message):
                    await socket.send(answer)
            raise ConnectionClosed(socket.protocol.close_rcvd, socket.protocol.close_sent)
        finally:
            typing.cancel()
            del subscriptions

    async def _type(self, socket: ClientConnection, outbox: list[bytes]) -> None:
        await asyncio.sleep(self.number / 12 / KEYS_PER_SECOND + 0.3)
        while True:
            began = time.monotonic()
            self.count += 1
            word = f"<w{self.number:02}-{self.count:06}>"
            self.ledger.sent(word)
            self.own.append(word)
            self.text.insert(0, word)
            if len(self.own) > MOST_WORDS:
                self._take_away()
            for update in outbox:
                self.sent += 1
                await socket.send(encode_uint(SYNC) + encode_uint(UPDATE) + encode_bytes(update))
            outbox.clear()
            place = self.sent if self.by_count else decode_state_vector(self.doc.get_state())[self.doc.client_id]
            self.waiting.append((place, time.monotonic(), word))
            await asyncio.sleep(max(0.0, began + 1 / KEYS_PER_SECOND - time.monotonic()))

    def _take_away(self) -> None:
        """The older half of one's own words, each where it stands now."""
        old = [self.own.popleft() for _ in range(MOST_WORDS // 2)]
        self.ledger.is_taken_away(self.model, old)
        for word in old:
            place = str(self.text).encode().find(word.encode())
            if place >= 0:
                del self.text[place : place + len(word)]

    def _changed(self, event, outbox: list[bytes]) -> None:
        if not self.is_applying:
            outbox.append(event.update)

    def _seen(self, event) -> None:
        if not self.is_applying:
            return
        for part in event.delta:
            for word in WORD.findall(part.get("insert", "")):
                age = self.ledger.age(word)
                if age is not None and self.is_synced:
                    self.journal.wait("key", age)

    is_synced = False

    def _received(self, message: bytes) -> list[bytes]:
        reader = Reader(message)
        kind = reader.uint()
        if kind == SYNC:
            return self._sync(reader.uint(), reader.bytes())
        if kind == SAVED and len(message) < 1 << 16:
            self._saved(decode_state_vector(reader.bytes()).get(self.doc.client_id, 0))
        elif kind == ACKNOWLEDGED:
            self._saved(reader.uint())
        elif kind == AUTH:
            reader.uint()
            self.journal.trouble(f"writer refused: {reader.string()}")
        elif kind == AWARENESS and FORGED in message:
            self.journal.trouble("a forged name was shown")
        return []

    def _sync(self, step: int, payload: bytes) -> list[bytes]:
        if step == STEP_1:
            self.sent += 1
            return [encode_uint(SYNC) + encode_uint(STEP_2) + encode_bytes(self.doc.get_update(payload))]
        self.is_synced = step == UPDATE
        self.is_applying = True
        try:
            self.doc.apply_update(payload)
        finally:
            self.is_applying = False
        return []

    def _saved(self, place: int) -> None:
        while self.waiting and self.waiting[0][0] <= place:
            _, at, word = self.waiting.popleft()
            self.journal.wait("saved", time.monotonic() - at)
            if word in self.own:
                self.ledger.is_saved(self.model, word)
