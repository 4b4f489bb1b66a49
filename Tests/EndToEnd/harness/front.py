"""What stands in front of the server on somebody's network: passes each request on, or answers it in its place."""

import asyncio
import base64
import contextvars
import hashlib
import re
import threading
from collections.abc import Callable

from .go_between import GoBetween, Link

#: Takes a request and never says anything.
SILENCE = b""
OPEN = "HTTP/1.1 101"


def answer(status: str, body: str = "", **headers: str) -> bytes:
    """An answer of its own, as a proxy makes it: a page in HTML."""
    length = len(body.encode())
    lines = [f"HTTP/1.1 {status}", "Content-Type: text/html", f"Content-Length: {length}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()


def opens_and_says_nothing(head: str) -> bytes:
    """The answer that opens a WebSocket; nothing comes after it."""
    key = re.search("(?im)^sec-websocket-key: *(.+?) *\r$", head)[1]
    accept = base64.b64encode(hashlib.sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest()).decode()
    lines = [
        f"{OPEN} Switching Protocols", "Upgrade: websocket", "Connection: Upgrade", f"Sec-WebSocket-Accept: {accept}"]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def is_upgrade(head: str) -> bool:
    return "upgrade: websocket" in head.lower()


class Front(GoBetween):
    """`rule` is given a request's head, and gives an answer in the server's place, `SILENCE`, or None to pass it on."""

    def __init__(self) -> None:
        super().__init__("127.0.0.1", 0)
        self.rule: Callable[[str], bytes | None] = lambda head: None
        #: The first lines of all requests that came.
        self.requests: list[str] = []
        self.upgrades = 0
        self._lock = threading.Lock()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def host_and_port(self) -> tuple[str, int]:
        return "127.0.0.1", self.port

    def becomes(self, rule: Callable[[str], bytes | None]) -> None:
        """From now on; what is connected is cut."""
        self.rule = rule
        self.cut()

    async def _accepted(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.transport.abort()
            return
        with self._lock:
            self.requests.append(head.split("\r\n")[0])
            self.upgrades += is_upgrade(head)
        given = self.rule(head)
        if given is None:
            return await self._pass(head, reader, writer)
        link = Link(writer, writer)
        self.links.append(link)
        if given == SILENCE:
            await reader.read()
        writer.write(given)
        try:
            await writer.drain()
            while given.startswith(OPEN.encode()) and await reader.read(self.CHUNK):
                pass
        except ConnectionError:
            pass
        writer.close()
        self.links.remove(link)

    async def _pass(self, head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            there, out = await asyncio.open_connection(*self.target)
        except OSError:
            writer.transport.abort()
            return
        # One request a connection: the next one is looked at as well.
        kept = [line for line in head.split("\r\n") if is_upgrade(head) or not line.lower().startswith("connection:")]
        if not is_upgrade(head):
            kept.insert(1, "Connection: close")
        out.write("\r\n".join(kept).encode("latin-1"))
        link = Link(writer, out)
        self.links.append(link)
        try:
            await asyncio.gather(self._pump(link, reader, out, True), self._pump_out(link, there, writer))
        finally:
            self.links.remove(link)

    async def _pump_out(self, link: Link, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """The server closes when its answer is whole: what is under way still arrives."""
        try:
            while data := await reader.read(self.CHUNK):
                writer.write(await self.pass_on(link, data, False))
                await writer.drain()
            writer.close()
            await writer.wait_closed()
        except (ConnectionError, OSError):
            pass
        link.close()


_is_socket: contextvars.ContextVar[bool] = contextvars.ContextVar("is_socket", default=False)


class Line(Front):
    """A line that comes and goes, holds WebSockets' frames back, or is slow."""

    @property
    def CHUNK(self) -> int:  # noqa: N802 - in the place of the constant
        # A buffer gives everything at once; a slow line is shared in small parts.
        return 1024 if self.bytes_per_second else GoBetween.CHUNK

    def __init__(self) -> None:
        #: Of everything together, each way; 0 is no limit.
        self.bytes_per_second = 0.0
        super().__init__()
        self.is_down = False
        #: Seconds between the times at which what came over a WebSocket goes on, as a proxy with a buffer does it.
        self.flush_every = 0.0
        self._begun: set[Link] = set()
        self._free_at = {True: 0.0, False: 0.0}

    def goes_down(self) -> None:
        """Everything is cut, and nothing new comes through."""
        self.is_down = True
        self.cut()

    def comes_back(self) -> None:
        self.is_down = False

    async def pass_on(self, link: Link, data: bytes, to_server: bool) -> bytes:
        now = self._loop.time()
        if self.bytes_per_second:
            self._free_at[to_server] = max(now, self._free_at[to_server]) + len(data) / self.bytes_per_second
            await asyncio.sleep(self._free_at[to_server] - now)
        if self.flush_every and _is_socket.get() and (to_server or link in self._begun):
            await asyncio.sleep(self.flush_every - now % self.flush_every)
        self._begun.add(link)
        return data

    async def _accepted(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.is_down:
            return writer.transport.abort()
        await super()._accepted(reader, writer)

    async def _pass(self, head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        _is_socket.set(is_upgrade(head))
        await super()._pass(head, reader, writer)
