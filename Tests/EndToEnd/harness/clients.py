"""The clients that one test opens on one server; all are closed when it ends."""

from contextlib import ExitStack

from .node_client import NodeClient
from .pycrdt_client import PycrdtClient
from .server import Server
from .session_socket import SessionSocket


class Clients:
    def __init__(self, server: Server) -> None:
        self.server = server
        self._stack = ExitStack()

    def node(self, model: str, token: str, **flags: str) -> NodeClient:
        """A y-websocket client under Node, in step with the server."""
        client = NodeClient(self.server.ws_url, model, {"token": token, **flags})
        self._stack.callback(client.close)
        return client.wait_synced()

    def pycrdt(self, model: str, token: str, **flags: str) -> PycrdtClient:
        """A pycrdt client, in step with the server."""
        client = PycrdtClient(document_url(self.server.ws_url, model, token, **flags))
        self._stack.callback(client.disconnect)
        return client.connect().wait_synced()

    def session(self, session: str, token: str, after: int | None = None, state: bool = False) -> SessionSocket:
        """A connection to a session, its welcome received; with `state` as the page opens it."""
        socket = SessionSocket(self.server.ws_url, session, token, after, state=state)
        self._stack.callback(socket.close)
        return socket

    def close(self) -> None:
        self._stack.close()


def document_url(ws_url: str, model: str, token: str, **flags: str) -> str:
    query = "&".join(f"{name}={value}" for name, value in {"token": token, **flags}.items())
    return f"{ws_url}/ws/documents/{model}?{query}"
