"""Connections that are half-open, slow, lossy and cut.

The relays of the harness stand in for the network: they need neither the rights nor the kernel modules that `tc netem`
does. Loss is what TCP makes of it: bytes that come a retransmission later, and everything behind them waiting.
"""

import random
import time

import pytest

from harness.clients import document_url
from harness.convergence import wait_converged
from harness.go_between import BadNetwork, Stalling
from harness.node_client import NodeClient
from harness.pycrdt_client import PycrdtClient
from harness.random_edits import one_edit
from harness.waiting import wait_until
from writing import Writing

MODEL = "k-1"


@pytest.fixture
def server_flags(request, amount):
    """In a short run the patience with silent connections is short as well."""
    return amount(["--limit-ping-seconds", "1", "--limit-hang-up-seconds", "2"], [])


def connections(admin) -> int:
    lines = admin.http.get("/metrics").text.splitlines()
    return int(next(line for line in lines if line.startswith("samspil_document_connections ")).split()[1])


@pytest.mark.timeout(300)
def test_a_half_open_connection_is_found_and_the_person_behind_it_is_gone_for_the_others(
    server, admin, week, clients, amount, figure
):
    watcher = clients.node(MODEL, admin.token)
    found = []
    for _ in range(amount(1, 3)):
        with Stalling(*server.host_and_port) as between:
            away = NodeClient(between.ws_url, MODEL, {"token": admin.token}).wait_synced()
            away.do("setAwareness", state={"user": {"name": "Væk"}})
            client = str(away.do("clientID"))
            wait_until(lambda: client in watcher.do("awareness"), "to be seen")
            before = connections(admin)
            between.stall()
            began = time.monotonic()
            wait_until(lambda: client not in watcher.do("awareness"), "to be gone for the others", timeout=60)
            found.append(time.monotonic() - began)
            wait_until(lambda: connections(admin) == before - 1, "the connection to be gone")
            away.close()
    longest = amount(20, 30)
    figure(f"half-open connections: {len(found)}, found and cleared after {max(found):.1f} s at most "
           f"({amount('pings of 1 and 2 s', 'as shipped')})")
    assert max(found) <= longest


@pytest.mark.timeout(600)
def test_clients_on_a_slow_lossy_network_that_is_cut_now_and_then_converge(
    server, admin, week, clients, tmp_path, seed, amount, figure
):
    edits, generator = amount(15, 150), random.Random(seed)
    with BadNetwork(*server.host_and_port, latency=0.2, loss=0.05, seed=seed) as between:
        nodes = [NodeClient(between.ws_url, MODEL, {"token": admin.token, "saved": "1"}) for _ in range(3)]
        writing = Writing(server, admin, tmp_path, 2, ws_url=between.ws_url)
        try:
            pycrdt = PycrdtClient(document_url(server.ws_url, MODEL, admin.token)).connect().wait_synced()
            for number, node in enumerate(nodes):
                node.wait_synced()
                node.do("edit", seed=seed + number, count=edits, pauseMs=40, offline=False, name=f"n{number}")
            for step in range(edits):
                one_edit(pycrdt, generator, f"p{step}")
                pycrdt.pump(0.04)
                if step % 50 == 25:
                    between.cut()
            for node in nodes:
                node.do("finished")
            began = time.monotonic()
            content = wait_converged([pycrdt, *nodes], timeout=60)
            took = time.monotonic() - began
            for node in nodes:
                node.wait_saved()
            writing.wait_acknowledged(5)
            writing.end()
        finally:
            writing.ledgers.close()
            for node in nodes:
                node.close()
        pycrdt.disconnect()
        assert content == clients.pycrdt(MODEL, admin.token).content()
    figure(f"200 ms each way, 5 % loss ({between.lost} of {between.passed} segments), cut every 2 s: {4 * edits} edits of "
           f"4 clients, equal {took:.1f} s after the last, {len(writing.ledgers.acknowledged)} acknowledged words, 0 lost "
           f"(seed {seed})")
