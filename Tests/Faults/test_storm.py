"""The server restarts, and everybody comes back at the same moment."""

import random
import time

import pytest
from pycrdt import Doc, Text

from harness.clients import document_url
from harness.crowd import Crowd
from harness.ledger_writer import ROOT
from harness.pycrdt_client import PycrdtClient

DOCUMENTS = 100
LETTERS = 10_000


def metric(admin, name: str) -> int:
    lines = admin.http.get("/metrics").text.splitlines()
    return int(float(next(line for line in lines if line.startswith(name + " ")).split()[1]))


def write(server, token, model: str, generator: random.Random) -> str:
    """Text written in many places, so that the document is not one run."""
    client = PycrdtClient(document_url(server.ws_url, model, token, saved="1")).connect().wait_synced()
    while len(str(client.text(ROOT))) < LETTERS:
        client.insert(ROOT, generator.randint(0, len(str(client.text(ROOT)))), "samarbejde om overgange " * 8)
        client.pump()
    client.wait_saved(60)
    client.disconnect()
    return str(client.text(ROOT))


@pytest.mark.timeout(600)
def test_everybody_is_in_step_soon_after_a_restart_and_each_document_is_read_once(
    server, admin, week, seed, amount, figure
):
    people, documents, generator = amount(300, 5000), amount(10, DOCUMENTS), random.Random(seed)
    assert admin.token is not None
    body = {"level": "knowledge", "title": "Storm", "goalIds": []}
    models = [admin.ok("POST", "/sessions/s-1/models", 201, body)["id"] for _ in range(documents)]
    written = {model: write(server, admin.token, model, generator) for model in models}
    paths = [f"/ws/documents/{models[number % documents]}?token={admin.token}" for number in range(people)]
    crowd = Crowd(*server.host_and_port, paths)
    try:
        crowd.connect()
        crowd.run(lambda: crowd.in_step == people, 120)
        server.kill()
        crowd.run(lambda: crowd.in_step == 0, 30)
        tries = sum(member.tries for member in crowd.members)
        began = time.monotonic()
        server.restart()
        listening = time.monotonic()
        crowd.run(lambda: crowd.in_step == people, 120)
        done = time.monotonic()
        loads, in_memory = metric(admin, "samspil_document_loads_total"), metric(admin, "samspil_documents")
        tried = sum(member.tries for member in crowd.members) - tries
        for member, path in zip(crowd.members, paths):
            assert member.document == crowd.members[paths.index(path)].document, "two who came back have different documents"
        for model, member in zip(models, crowd.members):
            document = Doc()
            document.apply_update(member.document)
            assert str(document.get(ROOT, type=Text)) == written[model]
    finally:
        crowd.close()
    figure(f"storm: {people} clients of {documents} documents come back after a kill, all in step {done - listening:.2f} s "
           f"after the server listens ({done - began:.2f} s after it is started), {tried} connections tried, "
           f"{loads} documents read (seed {seed})")
    assert loads == in_memory == documents
    assert done - listening <= 10
