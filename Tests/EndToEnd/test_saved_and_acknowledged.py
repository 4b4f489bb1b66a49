"""Message types 4 (saved) and 5 (acknowledged): said to those who asked, and not before the commit."""

import sqlite3
import time

import pytest

from harness.database import database_file
from harness.varint import covers

MODEL = "k-1"


def test_saved_comes_to_cover_what_the_client_wrote(week, clients, admin):
    client = clients.pycrdt(MODEL, admin.token, saved="1")
    for number in range(20):
        client.insert("task", 0, f"{number} ")
        client.wait_saved()
    assert client.saved_messages >= 1
    assert client.acknowledged == 0, "acknowledged was not asked for"


def test_saved_reaches_a_reader_too(week, clients, admin):
    reader = clients.pycrdt(MODEL, admin.token, saved="1")
    writer = clients.pycrdt(MODEL, admin.token)
    writer.insert("task", 0, "skrevet af en anden ")
    reader.wait(lambda: "skrevet af en anden" in str(reader.text("task")), "the writer's edit")
    reader.wait_saved()
    assert writer.saved_messages == 0, "saved was not asked for"


def test_a_node_client_with_a_handler_for_it_gets_saved(week, clients, admin):
    node = clients.node(MODEL, admin.token, saved="1", acknowledge="1")
    node.do("insert", root="task", index=0, text="fra Node ")
    node.wait_saved()
    status = node.status
    assert status["unknown"] == []
    assert status["acknowledged"] <= status["sent"]


def test_acknowledged_counts_up_to_every_message_this_connection_sent(week, clients, admin):
    client = clients.pycrdt(MODEL, admin.token, saved="1", acknowledge="1")
    other = clients.pycrdt(MODEL, admin.token, acknowledge="1")
    for number in range(30):
        client.insert("whyCross", 0, f"{number} ")
    client.wait(lambda: client.acknowledged == client.sent, "all of this connection's messages acknowledged")
    assert covers(client.saved, client.state_vector) or client.wait_saved() is None
    other.pump(0.2)
    assert other.acknowledged <= other.sent == 1, "another connection's messages were counted"


def test_acknowledged_starts_again_with_each_connection(week, clients, admin):
    client = clients.pycrdt(MODEL, admin.token, acknowledge="1")
    for number in range(5):
        client.insert("whyCross", 0, f"{number} ")
    client.wait(lambda: client.acknowledged == client.sent, "the first connection's messages acknowledged")
    client.disconnect()
    client.insert("whyCross", 0, "uden forbindelse ")
    client.connect().wait_synced()
    client.insert("whyCross", 0, "igen ")
    client.wait(lambda: client.acknowledged == client.sent, "the second connection's messages acknowledged")
    assert client.sent == 2


@pytest.mark.parametrize("seconds", [1.5, 8])
def test_nothing_is_called_saved_while_the_database_cannot_commit(week, server, clients, admin, seconds):
    """Another process holds the database's write lock, also longer than the server waits for it: peers see the
    edit, nobody is told that it is saved, and the server goes on by itself afterwards."""
    writer = clients.pycrdt(MODEL, admin.token, saved="1", acknowledge="1")
    reader = clients.pycrdt(MODEL, admin.token)
    writer.wait(lambda: writer.acknowledged == writer.sent, "the connection's first message acknowledged")
    blocker = sqlite3.connect(database_file(server.data), isolation_level=None, timeout=10)
    try:
        blocker.execute("BEGIN IMMEDIATE")
        before = writer.acknowledged
        writer.insert("task", 0, "endnu ikke gemt ")
        reader.wait(lambda: "endnu ikke gemt" in str(reader.text("task")), "the edit at the reader")
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            writer.pump(0.1)
            assert writer.acknowledged == before, "acknowledged before the commit"
            assert not covers(writer.saved, writer.state_vector), "saved before the commit"
    finally:
        blocker.execute("ROLLBACK")
        blocker.close()
    if writer.socket is None:
        writer.connect().wait_synced()
    writer.wait_saved(timeout=30)
    writer.wait(lambda: writer.acknowledged == writer.sent, "acknowledged once the lock is gone", timeout=30)


def test_what_was_called_saved_is_there_after_kill_9_at_that_very_moment(week, server, clients, admin):
    client = clients.pycrdt(MODEL, admin.token, saved="1")
    client.insert("task", 0, "lige gemt ")
    client.wait_saved()
    server.kill()
    client.disconnect()
    server.restart()
    reader = clients.pycrdt(MODEL, admin.token)
    assert str(reader.text("task")).startswith("lige gemt ")


@pytest.mark.parametrize("flags", [{}, {"saved": "0"}, {"acknowledge": "0"}])
def test_who_did_not_ask_gets_neither_message(week, clients, admin, flags):
    client = clients.pycrdt(MODEL, admin.token, **flags)
    client.insert("task", 0, "hej ")
    watcher = clients.pycrdt(MODEL, admin.token, saved="1")
    watcher.wait(lambda: str(watcher.text("task")).startswith("hej "), "the edit")
    watcher.wait_saved()
    client.pump(0.3)
    assert client.saved_messages == 0 and client.acknowledged == 0 and client.other_messages == []
