"""What stands in front of the server on somebody's network: passes each request on, or answers it in its place."""

import asyncio
import threading
from collections.abc import Callable

from .go_between import GoBetween, Link

#: Takes a request and never says anything.
SILENCE = b""


def answer(status: str, body: str = "", **headers: str) -> bytes:
    """An answer of its own, as a proxy makes it: a page in HTML."""
    length = len(body.encode())
    lines = [f"HTTP/1.1 {status}", "Content-Type: text/html", f"Content-Length: {length}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()


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
            while data := await reader.read(65536):
                writer.write(await self.pass_on(link, data, False))
                await writer.drain()
            writer.close()
            await writer.wait_closed()
        except (ConnectionError, OSError):
            pass
        link.close()
