"""What the server called saved is there afterwards, whatever ended the server."""

import random
import time

import pytest

from harness.clients import document_url
from harness.convergence import wait_converged
from harness.ledger import Ledgers
from harness.ledger_writer import ROOT
from harness.waiting import wait_until

MODEL = "k-1"
KILLS = 20
WRITERS = 2


@pytest.fixture
def ledgers(tmp_path):
    ledgers = Ledgers(tmp_path / "ledgers")
    yield ledgers
    ledgers.close()


@pytest.fixture
def empty_text(week, clients, admin):
    """The text that the ledgers are compared with holds nothing else."""
    client = clients.pycrdt(MODEL, admin.token, saved="1")
    client.delete(ROOT, 0, len(str(client.text(ROOT))))
    client.wait_saved()
    client.disconnect()


def start_writers(ledgers, server, admin, round_number):
    before = len(ledgers.acknowledged)
    for writer in range(WRITERS):
        url = document_url(server.ws_url, MODEL, admin.token, saved="1")
        ledgers.start_writer(url, f"r{round_number:02}w{writer}")
    wait_until(lambda: len(ledgers.acknowledged) > before, "the first acknowledged word of this round")


def check(ledgers, clients, admin):
    reader = clients.pycrdt(MODEL, admin.token)
    node = clients.node(MODEL, admin.token)
    content = wait_converged([reader, node])
    ledgers.check(content[ROOT])
    reader.disconnect()
    node.close()


@pytest.mark.timeout(300)
def test_nothing_acknowledged_is_lost_when_the_server_is_killed_20_times_while_writing(
    server, clients, admin, empty_text, ledgers, seed
):
    generator = random.Random(seed)
    slowest_start = 0.0
    for round_number in range(KILLS):
        start_writers(ledgers, server, admin, round_number)
        time.sleep(generator.uniform(0, 0.4))
        server.kill()
        ledgers.wait_writers()
        server.restart()
        slowest_start = max(slowest_start, server.seconds_to_ready)
        check(ledgers, clients, admin)
    acknowledged, sent = len(ledgers.acknowledged), len(ledgers.sent)
    print(f"{sent} words sent, {acknowledged} acknowledged; slowest restart {slowest_start:.2f} s")
    assert acknowledged >= KILLS
    assert slowest_start <= 2, f"serving again took {slowest_start:.2f} s"


def test_sigterm_while_writing_ends_with_0_and_loses_nothing(server, clients, admin, empty_text, ledgers):
    for round_number in range(3):
        start_writers(ledgers, server, admin, round_number)
        assert server.stop() == 0
        ledgers.wait_writers()
        server.restart()
        check(ledgers, clients, admin)


def test_sigterm_tells_every_connection_that_the_server_restarts(server, clients, admin, week):
    document = clients.pycrdt(MODEL, admin.token)
    session = clients.session("s-1", admin.token)
    assert server.stop() == 0
    document.pump(2)
    session.pump(2)
    assert document.close_code == 1012
    assert session.close_code == 1012


def test_decisions_survive_kill_9(server, clients, admin, week):
    facilitator = week.invite("s-1", "facilitator")
    person = week.join("s-1", "Deltager H", "Lærer", unitId="u-skole")
    socket = clients.session("s-1", facilitator.token)
    socket.accepted("enterPhase", index=1, expected=0)
    last = socket.accepted("lockModel", modelId="k-1")
    server.kill()
    server.restart()
    after = clients.session("s-1", facilitator.token, after=0)
    after.wait(lambda: after.events and after.events[-1]["seq"] >= last["seq"], "all events replayed")
    assert after.kinds()[-2:] == ["phaseEntered", "modelLocked"]
    assert admin.model("k-1")["locked"] is True
    assert person.session("s-1")["me"]["participantId"] == person.participant_id


def test_a_token_and_a_join_code_still_work_after_a_restart(server, clients, admin, week):
    person = week.join("s-1", "Deltager H", "Lærer", unitId="u-skole")
    assert server.stop() == 0
    server.restart()
    assert person.session("s-1")["role"] == "participant"
    week.join("s-1", "Deltager I", "Lærer", unitId="u-skole")
