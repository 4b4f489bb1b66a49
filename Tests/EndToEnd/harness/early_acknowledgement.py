"""A go-between that lies: it tells a client that its message is durable when it has only passed by.

The control of every test of durability: a server that acknowledges before the commit looks like this from outside. It
needs no switch in the server, so there is none that could be left on.
"""

from .go_between import GoBetween, Link
from .varint import encode_uint
from .websocket_frames import FrameReader, server_frame

SYNC, ACKNOWLEDGED = 0, 5
STEP_1 = 0


class EarlyAcknowledgement(GoBetween):
    def __init__(self, host: str, port: int) -> None:
        super().__init__(host, port)
        self._readers: dict[tuple[Link, bool], FrameReader] = {}
        self._taken: dict[Link, int] = {}

    async def pass_on(self, link: Link, data: bytes, to_server: bool) -> bytes:
        reader = self._readers.setdefault((link, to_server), FrameReader())
        if to_server:
            for message in reader.messages(data):
                if message[0] == SYNC and message[1] != STEP_1:
                    self._taken[link] = self._taken.get(link, 0) + 1
                    link.client.write(server_frame(encode_uint(ACKNOWLEDGED) + encode_uint(self._taken[link])))
            return data
        # The server's own word comes later, and would take back what was claimed.
        return reader.without(data, lambda message: message[:1] == bytes([ACKNOWLEDGED]))
