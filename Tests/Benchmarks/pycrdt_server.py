"""pycrdt-websocket's server on a port of 127.0.0.1, as its documentation starts it: argument PORT."""

import asyncio
import sys

from hypercorn.asyncio import serve
from hypercorn.config import Config
from pycrdt.websocket import ASGIServer, WebsocketServer


async def main():
    server = WebsocketServer()
    config = Config()
    config.bind = [f"127.0.0.1:{sys.argv[1]}"]
    config.errorlog = None
    async with server:
        await serve(ASGIServer(server), config, mode="asgi")


asyncio.run(main())
