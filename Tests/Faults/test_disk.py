"""The disk fills up or fails under a running server, and becomes well again."""

import time

import pytest

from harness.clients import document_url
from harness.failing_disk import FailingDisk
from harness.ledger import WORD
from harness.ledger_writer import ROOT
from harness.pycrdt_client import PycrdtClient
from harness.waiting import wait_until
from writing import Writing, spread

DATABASE, LOG = "", "-wal"
#: What fails, with which error, on which of the database's files.
FAILURES = {
    "full": ("pwrite64", "ENOSPC", (DATABASE, LOG)),
    "failing to write": ("pwrite64", "EIO", (DATABASE, LOG)),
    "failing to sync": ("fdatasync,fsync", "EIO", (DATABASE, LOG)),
}
#: Well above the second between two tries; a debug server on a busy machine.
RESUMES_WITHIN = 10.0


def is_healthy(admin) -> bool:
    return admin.http.get("/healthz").status_code == 200


def health_of(session) -> list[bool]:
    session.pump(0.05)
    return [message["works"] for message in session.messages if message["type"] == "storage"]


@pytest.mark.parametrize("failure", FAILURES)
def test_a_disk_that_is_stops_acknowledgements_not_reading_and_all_resumes_by_itself(
    server, admin, week, clients, tmp_path, amount, figure, failure
):
    calls, error, files = FAILURES[failure]
    session = clients.session("s-1", admin.token)
    node = clients.node("k-1", admin.token, saved="1")
    node.wait_saved()
    resumed, pid = [], server.pid
    writing = Writing(server, admin, tmp_path, 2)
    try:
        for number in range(amount(1, 10)):
            writing.wait_acknowledged(5)
            with FailingDisk(server, calls, error, files):
                wait_until(lambda: health_of(session)[-1:] == [False], "everybody to be told")
                # What was acknowledged just before is still on its way into the ledger.
                time.sleep(0.3)
                acknowledged = writing.ledgers.acknowledged
                assert not is_healthy(admin)
                node.do("insert", root=ROOT, index=0, text=f"skrevet {number}, mens disken fejlede ")
                reader = clients.pycrdt(writing.model, admin.token)
                assert acknowledged <= set(reader_words(reader)), "reading goes on"
                reader.disconnect()
                assert admin.get("/sessions/s-1").status_code == 200
                time.sleep(1.2)
                assert writing.ledgers.acknowledged == acknowledged, "something was acknowledged that is not on the disk"
                assert health_of(session)[-1] is False, "it was said to work, and did not"
            began = time.monotonic()
            wait_until(lambda: health_of(session)[-1], "everybody to be told that it works", RESUMES_WITHIN)
            resumed.append(time.monotonic() - began)
            wait_until(lambda: is_healthy(admin), "healthy again")
            writing.wait_acknowledged(5)
            node.wait_saved()
            writing.check()
        text = str(clients.pycrdt("k-1", admin.token).text(ROOT))
        assert all(f"skrevet {number}, mens disken fejlede " in text for number in range(len(resumed)))
        writing.end()
    finally:
        writing.ledgers.close()
    assert server.pid == pid and server.is_running
    server.kill()
    server.restart()
    writing.check()
    figure(f"disk {failure} ({error} of {calls}): {len(resumed)} times, nothing acknowledged meanwhile, "
           f"resumed after {spread(resumed)}, 0 lost")


def reader_words(reader) -> list[str]:
    return WORD.findall(str(reader.text(ROOT)))


def test_a_decision_that_a_full_disk_does_not_take_has_not_happened_and_can_be_made_again(server, admin, week, clients):
    session = clients.session("s-1", admin.token)
    with FailingDisk(server):
        refusal = session.refused("lockModel", modelId="k-1")
        assert refusal["code"] == "storageFailing"
        assert session.kinds() == []
        wait_until(lambda: health_of(session)[-1:] == [False], "everybody to be told, though nobody wrote")
        assert admin.model("k-1")["locked"] is False
    wait_until(lambda: health_of(session)[-1], "everybody to be told that it works", RESUMES_WITHIN)
    session.accepted("lockModel", modelId="k-1")
    server.kill()
    server.restart()
    assert admin.model("k-1")["locked"] is True


def test_a_document_that_cannot_be_read_is_refused_and_not_served_empty(server, admin, week, clients, data):
    url = document_url(server.ws_url, "c-1", admin.token)
    with FailingDisk(server, "pread64", "EIO"):
        reader = PycrdtClient(url).connect()
        wait_until(lambda: reader.pump(0.05) == 0 and reader.socket is None, "a refusal")
        assert reader.close_code == 1011 and not reader.synced
    whole = clients.pycrdt("c-1", admin.token)
    assert str(whole.text(ROOT))
