"""After a kill the server serves again soon, however many documents wait in its log."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from harness.clients import document_url
from harness.ledger_writer import ROOT
from harness.pycrdt_client import PycrdtClient

#: As many connections read at a time; more only queue in this process.
READERS = 8


def write(server, token, model: str, updates: int) -> str:
    client = PycrdtClient(document_url(server.ws_url, model, token, saved="1")).connect().wait_synced()
    for number in range(updates):
        client.insert(ROOT, 0, f"{model} {number:04} ")
        client.pump()
    client.wait_saved(60)
    client.disconnect()
    return str(client.text(ROOT))


def read(server, token, model: str) -> str:
    client = PycrdtClient(document_url(server.ws_url, model, token)).connect().wait_synced()
    client.disconnect()
    return str(client.text(ROOT))


@pytest.mark.timeout(900)
def test_the_server_serves_soon_after_a_kill_with_many_documents_in_the_log(
    server, admin, week, amount, figure, tmp_path
):
    count, updates, token = amount(30, 300), amount(20, 200), admin.token
    sessions = list(week.join_codes)
    body = {"level": "knowledge", "title": "Mange", "goalIds": []}
    models = [
        admin.ok("POST", f"/sessions/{sessions[number % len(sessions)]}/models", 201, body)["id"] for number in range(count)
    ]
    with ThreadPoolExecutor(READERS) as pool:
        written = dict(zip(models, pool.map(lambda model: write(server, token, model, updates), models)))
        server.kill()
        began = time.monotonic()
        server.restart()
        listening = time.monotonic() - began
        assert read(server, token, models[0]) == written[models[0]]
        first = time.monotonic() - began
        assert dict(zip(models, pool.map(lambda model: read(server, token, model), models))) == written
        everything = time.monotonic() - began
    figure(f"killed with {count} documents of {updates} updates each in the log: listening after {listening * 1000:.0f} ms, "
           f"the first document served after {first * 1000:.0f} ms, all of them after {everything * 1000:.0f} ms")
    assert first <= 2, f"serving again took {first:.2f} s"
