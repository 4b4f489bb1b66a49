"""A connection that may not write cannot change the document, whatever it sends."""

import pytest

from harness.clients import document_url
from harness.pycrdt_client import PycrdtClient
from harness.waiting import wait_until

MODEL = "k-1"
FORBIDDEN = "dette må ikke komme frem "


@pytest.fixture
def facilitator(week):
    return week.invite("s-1", "facilitator")


def nobody_sees_it(clients, admin, *watchers):
    """After a round trip of an allowed edit, the forbidden text is with nobody, nor with a newcomer."""
    marker = clients.pycrdt(MODEL, admin.token)
    assert FORBIDDEN not in str(marker.content())
    for watcher in watchers:
        watcher.pump(0.3)
        assert FORBIDDEN not in str(watcher.content())
    assert FORBIDDEN not in str(admin.ok("GET", f"/models/{MODEL}"))


def test_an_observers_updates_never_arrive(week, clients, admin):
    observer = week.invite("s-1", "observer")
    watcher = clients.pycrdt(MODEL, admin.token)
    reader = clients.pycrdt(MODEL, observer.token)
    reader.insert("task", 0, FORBIDDEN)
    reader.set_value("citizenGroup", FORBIDDEN)
    reader.wait(lambda: reader.denials, "being told that writing is not permitted")
    nobody_sees_it(clients, admin, watcher)
    watcher.insert("task", 0, "tilladt ")
    reader.wait(lambda: "tilladt " in str(reader.text("task")), "the others' edits at the observer")
    assert len(reader.denials) == 1, "told more than once"


def test_an_observers_sync_step_2_is_dropped_too(week, clients, admin):
    observer = week.invite("s-1", "observer")
    offline = PycrdtClient(document_url(clients.server.ws_url, MODEL, observer.token))
    offline.insert("task", 0, FORBIDDEN)
    offline.connect().wait_synced()
    offline.wait(lambda: offline.denials, "being told that writing is not permitted")
    nobody_sees_it(clients, admin)
    offline.disconnect()


def test_an_observer_who_writes_nothing_is_told_nothing(week, clients, admin):
    observer = week.invite("s-1", "observer")
    reader = clients.pycrdt(MODEL, observer.token)
    reader.pump(0.3)
    assert reader.denials == []


def test_a_locked_model_takes_no_updates_from_anyone_until_it_is_unlocked(week, clients, admin, facilitator):
    session = clients.session("s-1", facilitator.token)
    person = week.join("s-1", "Deltager", "Lærer", unitId="u-skole")
    watcher = clients.pycrdt(MODEL, admin.token)
    writers = [clients.pycrdt(MODEL, token) for token in (person.token, facilitator.token, admin.token)]
    session.accepted("lockModel", modelId=MODEL)
    assert person.model(MODEL)["locked"] is True and person.model(MODEL)["canWrite"] is False
    for writer in writers:
        writer.insert("task", 0, FORBIDDEN)
        writer.wait(lambda: writer.denials, "being told that writing is not permitted")
    late = clients.node(MODEL, person.token)
    late.do("insert", root="task", index=0, text=FORBIDDEN)
    wait_until(lambda: late.status["denials"], "the Node client being told")
    nobody_sees_it(clients, admin, watcher)
    for writer in writers:
        writer.disconnect()
    late.close()

    session.accepted("unlockModel", modelId=MODEL)
    assert person.model(MODEL)["canWrite"] is True
    again = clients.pycrdt(MODEL, person.token)
    again.insert("task", 0, "nu er der åbent ")
    watcher.wait(lambda: str(watcher.text("task")).startswith("nu er der åbent "), "an edit after unlocking")


def test_a_lock_holds_for_its_own_model_only(week, clients, admin, facilitator):
    clients.session("s-1", facilitator.token).accepted("lockModel", modelId=MODEL)
    writer, watcher = clients.pycrdt("c-1", admin.token), clients.pycrdt("c-1", admin.token)
    writer.insert("task", 0, "ulåst ")
    watcher.wait(lambda: str(watcher.text("task")).startswith("ulåst "), "an edit of another model")


def test_a_lock_survives_a_restart(week, clients, server, admin, facilitator):
    clients.session("s-1", facilitator.token).accepted("lockModel", modelId=MODEL)
    assert server.stop() == 0
    server.restart()
    writer = clients.pycrdt(MODEL, admin.token)
    writer.insert("task", 0, FORBIDDEN)
    writer.wait(lambda: writer.denials, "being told that writing is not permitted")
    nobody_sees_it(clients, admin)


def test_an_ended_session_takes_no_updates(week, clients, admin, facilitator):
    session = clients.session("s-1", facilitator.token)
    session.accepted("endSession")
    writer = clients.pycrdt(MODEL, admin.token)
    writer.insert("task", 0, FORBIDDEN)
    writer.wait(lambda: writer.denials, "being told that writing is not permitted")
    nobody_sees_it(clients, admin)
    session.accepted("reopenSession")
    again = clients.pycrdt(MODEL, admin.token, saved="1")
    again.insert("task", 0, "igen ")
    again.wait_saved()


def test_a_participant_of_another_session_is_turned_away(week, clients):
    person = week.join("s-2", "Deltager", "Lærer", unitId="u-skole")
    client = PycrdtClient(document_url(clients.server.ws_url, MODEL, person.token)).connect()
    while client.close_code is None:
        client.pump(5)
    assert client.close_code in (4401, 4403, 4404)
    assert client.content() == {}
