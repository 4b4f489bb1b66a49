"""Bytes to the server as they are, for what no well-behaved client sends."""

import socket

from .server import Server


def exchange(server: Server, request: bytes, timeout: float = 5.0) -> bytes:
    """Sends `request` and returns everything that comes back until the server closes or falls silent."""
    with socket.create_connection(server.host_and_port, timeout=timeout) as connection:
        try:
            connection.sendall(request)
        except (BrokenPipeError, ConnectionResetError):
            pass
        return receive_all(connection)


def receive_all(connection: socket.socket) -> bytes:
    received = bytearray()
    while True:
        try:
            chunk = connection.recv(65536)
        except (TimeoutError, ConnectionResetError):
            return bytes(received)
        if not chunk:
            return bytes(received)
        received += chunk


def request(server: Server, target: str, *fields: str, method: str = "GET", body: bytes = b"") -> bytes:
    """A request that asks for the connection to be closed, so that the answer has an end."""
    host, port = server.host_and_port
    lines = [f"{method} {target} HTTP/1.1", f"Host: {host}:{port}", *fields]
    if not any(field.lower().startswith("connection:") for field in fields):
        lines.append("Connection: close")
    return exchange(server, "\r\n".join([*lines, "", ""]).encode("latin-1") + body)


def status(answer: bytes) -> int | None:
    """The status of an answer; `None` when the connection was closed without one."""
    first = answer.split(b"\r\n", 1)[0].split(b" ")
    return int(first[1]) if len(first) > 1 and first[0].startswith(b"HTTP/1.") else None
