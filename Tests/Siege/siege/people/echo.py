"""The control: a connection to a program that answers at once. What is slow here is the machine, not the server."""

import asyncio
import subprocess
import sys
import time

from .waits import Waits

EVERY_SECONDS = 0.02
PROGRAM = """
import socket
listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
connection = listener.accept()[0]
connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
while data := connection.recv(64):
    connection.sendall(data)
"""


async def listen_to_echo(news: dict[str, Waits]) -> None:
    """Goes on until it is cancelled; `news["waits"]` is where waits are noted at the time."""
    program = subprocess.Popen([sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, text=True)
    try:
        assert program.stdout is not None
        reader, writer = await asyncio.open_connection("127.0.0.1", int(program.stdout.readline()))
        while True:
            began = time.monotonic()
            writer.write(b"x")
            await reader.readexactly(1)
            news["waits"].note("machine", time.monotonic() - began)
            await asyncio.sleep(EVERY_SECONDS)
    finally:
        program.kill()
        program.wait()
