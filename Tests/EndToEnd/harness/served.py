"""What a server that is started on a data directory says a document holds."""

from pathlib import Path

from .clients import Clients
from .server import Server


def served_text(data: Path, token: str, model: str, root: str) -> str:
    """Starts a server on `data`, reads the text as the holder of the administrator's `token`, and ends it well."""
    server = Server(data)
    server.admin_token = token
    try:
        server.start()
        clients = Clients(server)
        text = str(clients.pycrdt(model, token).text(root))
        clients.close()
        assert server.stop() == 0
        return text
    finally:
        server.close()
