"""What the tests of faults share: documents that hold nothing but ledgers' words, and comparing them."""

import statistics
from pathlib import Path

from harness.api import Api
from harness.clients import Clients, document_url
from harness.convergence import wait_converged
from harness.ledger import Ledgers
from harness.ledger_writer import ROOT
from harness.pycrdt_client import PycrdtClient
from harness.server import Server
from harness.waiting import wait_until


class Writing:
    """A new model, and writers in other processes who go on whatever happens to their connections."""

    def __init__(self, server: Server, admin: Api, folder: Path, writers: int, name: str = "w", ws_url: str = "") -> None:
        self.server = server
        assert admin.token is not None
        self.token = admin.token
        self.model: str = admin.ok(
            "POST", "/sessions/s-1/models", 201, {"level": "knowledge", "title": f"Skriv {name}", "goalIds": []})["id"]
        self.ledgers = Ledgers(folder / f"ledgers-{name}")
        for writer in range(writers):
            url = document_url(ws_url or server.ws_url, self.model, self.token, acknowledge="1")
            self.ledgers.start_writer(url, f"{name}{writer}", again=True)

    def wait_acknowledged(self, more: int = 1) -> None:
        before = len(self.ledgers.acknowledged)
        wait_until(lambda: len(self.ledgers.acknowledged) >= before + more, "acknowledged words", timeout=30)

    def check(self) -> None:
        """While the writers go on: what was acknowledged before is there, nothing twice, nothing that nobody sent."""
        acknowledged = self.ledgers.acknowledged
        reader = PycrdtClient(document_url(self.server.ws_url, self.model, self.token)).connect().wait_synced()
        self.ledgers.check(str(reader.text(ROOT)), acknowledged)
        reader.disconnect()

    def end(self) -> None:
        """Ends the writers; then two fresh replicas of different make agree, and agree with the ledgers."""
        self.ledgers.end_writers()
        clients = Clients(self.server)
        try:
            pycrdt, node = clients.pycrdt(self.model, self.token), clients.node(self.model, self.token)
            self.ledgers.check(wait_converged([pycrdt, node]).get(ROOT, ""))
        finally:
            clients.close()


def spread(seconds: list[float]) -> str:
    """Median and largest of several durations."""
    return f"median {statistics.median(seconds) * 1000:.0f} ms, largest {max(seconds) * 1000:.0f} ms"
