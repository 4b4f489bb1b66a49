"""A TCP relay in front of the server, on a thread of its own, for what real networks do to connections."""

import asyncio
import random
import threading


class Link:
    """One client's connection through the relay."""

    def __init__(self, client: asyncio.StreamWriter, server: asyncio.StreamWriter) -> None:
        self.client, self.server = client, server
        self.closed = False

    def close(self) -> None:
        self.closed = True
        for side in (self.client, self.server):
            side.transport.abort()


class GoBetween:
    """Listens on a port of its own (`ws_url`) and passes bytes on as `pass_on` says; here, as they come."""

    #: What is read, and passed on, at once.
    CHUNK = 65536

    def __init__(self, host: str, port: int) -> None:
        self.target = (host, port)
        self.links: list[Link] = []
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._listening = threading.Event()

    @property
    def ws_url(self) -> str:
        return f"ws://127.0.0.1:{self.port}"

    def __enter__(self):
        self._thread.start()
        assert self._listening.wait(5), "the relay does not listen"
        return self

    def __exit__(self, *_) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)

    def cut(self) -> None:
        """Resets every connection."""
        self._loop.call_soon_threadsafe(lambda: [link.close() for link in self.links])

    async def pass_on(self, link: Link, data: bytes, to_server: bool) -> bytes:
        """What of `data` goes on, and when: awaits as long as it is held back."""
        return data

    # On the relay's thread

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._accepted, "127.0.0.1", 0, backlog=1024))
        self.port = server.sockets[0].getsockname()[1]
        self._listening.set()
        self._loop.run_forever()
        server.close()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.run_until_complete(asyncio.sleep(0))
        self._loop.close()

    async def _accepted(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            there, out = await asyncio.open_connection(*self.target)
        except OSError:
            writer.transport.abort()
            return
        link = Link(writer, out)
        self.links.append(link)
        try:
            await asyncio.gather(self._pump(link, reader, out, True), self._pump(link, there, writer, False))
        finally:
            self.links.remove(link)
            link.close()

    async def _pump(
        self, link: Link, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, to_server: bool
    ) -> None:
        try:
            while data := await reader.read(self.CHUNK):
                writer.write(await self.pass_on(link, data, to_server))
                await writer.drain()
        except (ConnectionError, OSError):
            pass
        # However one side ended, the other is told at once.
        link.close()


class BadNetwork(GoBetween):
    """Latency, and loss as TCP shows it: nothing is missing or out of order, but what was lost comes a retransmission
    later, and all that is behind it waits for it."""

    def __init__(self, host: str, port: int, latency: float, loss: float, seed: int) -> None:
        super().__init__(host, port)
        self.latency, self.loss = latency, loss
        self.generator = random.Random(seed)
        self.lost = self.passed = 0

    #: The kernel's least time-out before it sends again.
    RETRANSMISSION = 0.2

    async def _pump(self, link, reader, writer, to_server) -> None:
        """Reads on while earlier bytes are still on their way: latency does not limit how much is under way."""
        waiting: asyncio.Queue = asyncio.Queue()
        sender = asyncio.ensure_future(self._deliver(waiting, writer))
        last = 0.0
        try:
            while data := await reader.read(1400):
                self.passed += 1
                due = self._loop.time() + self.latency
                while self.generator.random() < self.loss:
                    self.lost += 1
                    due += self.RETRANSMISSION + self.latency
                last = max(last, due)
                waiting.put_nowait((last, data))
        except (ConnectionError, OSError):
            pass
        await asyncio.sleep(max(0.0, last - self._loop.time()))
        sender.cancel()
        link.close()

    async def _deliver(self, waiting: asyncio.Queue, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                due, data = await waiting.get()
                await asyncio.sleep(max(0.0, due - self._loop.time()))
                writer.write(data)
                await writer.drain()
        except (ConnectionError, OSError):
            pass


class Stalling(GoBetween):
    """Passes everything on until `stall`; from then on nothing, either way, and neither side is told."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(host, port)
        self._silent: set[Link] = set()

    def stall(self) -> None:
        """The connections there are now fall silent; those that come later do not."""
        done = threading.Event()

        def silence() -> None:
            self._silent.update(self.links)
            done.set()

        self._loop.call_soon_threadsafe(silence)
        assert done.wait(5)

    async def pass_on(self, link: Link, data: bytes, to_server: bool) -> bytes:
        return b"" if link in self._silent else data
