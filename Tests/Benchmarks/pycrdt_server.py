"""pycrdt-websocket's server on a port of 127.0.0.1, as its documentation starts it: arguments PORT ROOM…

The rooms are opened before anybody comes: of two connections that open a room at once, one breaks (0.16.5)."""

import asyncio
import sys

from hypercorn.asyncio import serve
from hypercorn.config import Config
from pycrdt.websocket import ASGIServer, WebsocketServer


async def main():
    server = WebsocketServer(auto_clean_rooms=False)
    config = Config()
    config.bind = [f"127.0.0.1:{sys.argv[1]}"]
    config.errorlog = None
    async with server:
        for room in sys.argv[2:]:
            await server.get_room(room)
        await serve(ASGIServer(server), config, mode="asgi")


asyncio.run(main())
