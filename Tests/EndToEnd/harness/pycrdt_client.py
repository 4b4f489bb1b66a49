"""A y-websocket client made of pycrdt: the Rust implementation of Yjs, driven from the test's own thread.

Nothing happens behind the test's back: messages are read only in `pump`, `wait` and `settle`.
"""

import time
from typing import Any, Callable

from pycrdt import Doc, Map, Text
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from . import layout
from .varint import Reader, covers, decode_state_vector, encode_bytes, encode_uint

SYNC, AWARENESS, AUTH, QUERY_AWARENESS, SAVED, ACKNOWLEDGED = 0, 1, 2, 3, 4, 5
STEP_1, STEP_2, UPDATE = 0, 1, 2


class PycrdtClient:
    def __init__(self, url: str, origin: str | None = None, cookie: str | None = None) -> None:
        """`url` is the document's whole WebSocket address, with its token and flags."""
        self.url = url
        self.origin = origin
        self.cookie = cookie
        self.doc: Doc = Doc()
        self.socket: ClientConnection | None = None
        self.synced = False
        self.saved: dict[int, int] = {}
        self.saved_messages = 0
        #: How many sync-step-2 and update messages this connection has sent, and how many are said to be durable.
        self.sent = 0
        self.acknowledged = 0
        self.denials: list[str] = []
        self.awareness_messages: list[bytes] = []
        self.other_messages: list[bytes] = []
        self.close_code: int | None = None
        self._applying = False
        # Kept: the subscription ends with it.
        self._subscription = self.doc.observe(self._changed)

    # Connection

    def connect(self) -> "PycrdtClient":
        headers = {"Cookie": self.cookie} if self.cookie else None
        # Entered by hand: it is left in `_drop`, which every way out of the connection goes through.
        self.socket = connect(
            self.url, compression=None, max_size=None, origin=self.origin, additional_headers=headers, proxy=None
        ).__enter__()
        self.synced = False
        self.sent = self.acknowledged = 0
        self.saved = {}
        self.close_code = None
        self._send(encode_uint(SYNC) + encode_uint(STEP_1) + encode_bytes(self.doc.get_state()))
        return self

    def disconnect(self) -> None:
        self._drop(None)

    def _drop(self, closed: ConnectionClosed | None) -> None:
        """Lets go of the connection; `closed` is how the other side ended it."""
        if self.socket is None:
            return
        if closed is not None:
            self.close_code = closed.rcvd.code if closed.rcvd else 1006
        self.socket.close()
        self.socket = None

    # Reading messages

    def pump(self, seconds: float = 0.0) -> int:
        """Handles what has arrived, waiting at most `seconds` for the first message. Returns how many there were."""
        handled = 0
        while self.socket is not None:
            try:
                message = self.socket.recv(timeout=seconds if handled == 0 else 0)
            except TimeoutError:
                break
            except ConnectionClosed as closed:
                self._drop(closed)
                break
            assert isinstance(message, bytes), f"a text frame on a document's connection: {message!r}"
            self._handle(message)
            handled += 1
        return handled

    def wait(self, condition: Callable[[], Any], what: str, timeout: float = 15.0) -> Any:
        """Handles messages until `condition` holds."""
        deadline = time.monotonic() + timeout
        while not (value := condition()):
            if time.monotonic() > deadline:
                raise AssertionError(f"waited {timeout:g} s in vain: {what}")
            if self.socket is None:
                time.sleep(0.01)
                value = condition()
                if not value and time.monotonic() > deadline - timeout + 1:
                    raise AssertionError(f"the connection closed ({self.close_code}) before: {what}")
            self.pump(0.05)
        return value

    def wait_synced(self) -> "PycrdtClient":
        self.wait(lambda: self.synced, "the first sync")
        return self

    def wait_saved(self, timeout: float = 15.0) -> None:
        """Until the server has said that everything this client knows is durable (needs `saved=1`)."""
        self.wait(lambda: covers(self.saved, self.state_vector), "saved covers the client's state", timeout)

    def _handle(self, message: bytes) -> None:
        reader = Reader(message)
        kind = reader.uint()
        if kind == SYNC:
            self._handle_sync(reader)
        elif kind == AWARENESS:
            self.awareness_messages.append(reader.bytes())
        elif kind == AUTH:
            reader.uint()
            self.denials.append(reader.string())
        elif kind == SAVED:
            self.saved = decode_state_vector(reader.bytes())
            self.saved_messages += 1
        elif kind == ACKNOWLEDGED:
            self.acknowledged = reader.uint()
            assert self.acknowledged <= self.sent, "more was acknowledged than was sent"
        else:
            self.other_messages.append(message)

    def _handle_sync(self, reader: Reader) -> None:
        step, payload = reader.uint(), reader.bytes()
        if step == STEP_1:
            self._send_change(STEP_2, self.doc.get_update(payload))
            return
        self._applying = True
        try:
            self.doc.apply_update(payload)
        finally:
            self._applying = False
        if step == STEP_2:
            self.synced = True

    # Writing

    def _changed(self, event: Any) -> None:
        if not self._applying and self.socket is not None:
            self._send_change(UPDATE, event.update)

    def _send_change(self, step: int, update: bytes) -> None:
        self.sent += 1
        self._send(encode_uint(SYNC) + encode_uint(step) + encode_bytes(update))

    def _send(self, message: bytes) -> None:
        if self.socket is None:
            return
        try:
            self.socket.send(message)
        except ConnectionClosed as closed:
            self._drop(closed)

    def send_raw(self, message: bytes) -> None:
        assert self.socket is not None
        self.socket.send(message)

    def text(self, root: str) -> Text:
        return self.doc.get(root, type=Text)

    def map(self, root: str) -> Map:
        return self.doc.get(root, type=Map)

    def insert(self, root: str, index: int, text: str) -> None:
        """`index` counts characters, not the bytes that pycrdt counts."""
        target = self.text(root)
        target.insert(len(str(target)[:index].encode()), text)

    def delete(self, root: str, index: int, length: int) -> None:
        target = self.text(root)
        whole = str(target)
        start = len(whole[:index].encode())
        end = len(whole[: index + length].encode())
        del target[start:end]

    def set_value(self, key: str, value: Any) -> None:
        self.map(layout.VALUES)[key] = value

    def put_row(self, root: str, row: str, order: str, texts: dict[str, str], values: dict[str, Any]) -> None:
        cells: dict[str, Any] = {"order": order, **values}
        cells.update({column: Text(text) for column, text in texts.items()})
        self.map(root)[row] = Map(cells)

    # Reading the document

    @property
    def state_vector(self) -> dict[int, int]:
        return decode_state_vector(self.doc.get_state())

    def content(self) -> dict[str, Any]:
        """All roots that are not empty, as plain values."""
        texts = {root: str(self.text(root)) for root in layout.text_roots()}
        maps = {root: self.map(root).to_py() for root in layout.map_roots()}
        return {root: value for root, value in {**texts, **maps}.items() if value}
