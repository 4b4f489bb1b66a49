"""Malformed frames and requests in bulk crash nothing and leave nothing behind; `make hostile` sends millions."""

import pytest

from harness.hostile.assault import bombard, frame_attacks, request_attacks, warm_up
from harness.hostile.targets import Targets
from harness.server import Server

FRAMES, REQUESTS = 12_000, 6_000


@pytest.fixture
def server(data):
    """Says nothing of each connection's end: there are thousands."""
    server = Server(data, "--log-level", "error", "--limit-body-seconds", "2")
    try:
        yield server.start()
        assert server.stop() == 0
    finally:
        server.close()


@pytest.mark.timeout(180)
@pytest.mark.parametrize("kind", ["frames", "requests"])
def test_malformed_input_crashes_nothing_leaves_no_descriptor_and_gets_no_wrong_answer(server, admin, seed, kind):
    targets = Targets(server, admin)
    warm_up(server, targets.sockets, seed + 1)
    attacks = frame_attacks(targets.sockets, FRAMES, seed) if kind == "frames" else request_attacks(REQUESTS, seed)
    outcome = bombard(server, attacks)
    assert outcome.complaints == []
    assert outcome.count >= (FRAMES if kind == "frames" else REQUESTS)
    assert outcome.answered > outcome.connections / 3, "most of it was not even heard"
    targets.check_unharmed()
