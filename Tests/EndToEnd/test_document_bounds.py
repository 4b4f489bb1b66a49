"""What one person can make a model be: never so large, or of so many client ids, that the others cannot enter it."""

import socket
import struct
import time
from pathlib import Path

import pytest

from harness.api import Api
from harness.clients import Clients, document_url
from harness.example import import_week
from harness.pycrdt_client import AWARENESS, STEP_1, STEP_2, SYNC, UPDATE, PycrdtClient
from harness.server import Server, run_to_end
from harness.varint import encode_bytes, encode_uint
from harness.waiting import wait_until

MODEL = "k-1"
MIB = 1 << 20


def sync(step: int, payload: bytes) -> bytes:
    return encode_uint(SYNC) + encode_uint(step) + encode_bytes(payload)


def one_off_clients(first: int, count: int) -> bytes:
    """An update in which each of so many clients has written one thing that is gone already: nine bytes each."""
    sections = b"".join(
        encode_uint(1) + encode_uint(client) + encode_uint(0) + b"\x00\x01" for client in range(first, first + count))
    return encode_uint(count) + sections + encode_uint(0)


def resident(server: Server) -> int:
    """Bytes of memory."""
    line = next(line for line in Path(f"/proc/{server.pid}/status").read_text().splitlines() if "VmRSS" in line)
    return int(line.split()[1]) * 1024


def test_one_off_client_ids_do_not_make_a_model_unusable(server, week, clients, admin):
    """Of 110,000 in each of two messages, the state vector would be sent to nobody any more."""
    attacker = week.join("s-1", "Angriber", "Lærer", unitId="u-skole")
    honest = clients.pycrdt(MODEL, admin.token, saved="1")
    for first in (1_000_000_000, 2_000_000_000):
        client = PycrdtClient(document_url(server.ws_url, MODEL, attacker.token)).connect()
        client.wait_synced()
        client.send_raw(sync(STEP_2, one_off_clients(first, 110_000)))
        client.wait(lambda: client.denials or client.close_code, "being told")
        assert client.denials == ["tooManyClients"] and client.close_code is None
        client.disconnect()
    honest.insert("task", 0, "Vi skriver videre. ")
    honest.wait_saved()
    assert len(honest.saved) < 20
    late = clients.pycrdt(MODEL, week.join("s-1", "Ny", "Lærer", unitId="u-fam").token)
    assert str(late.text("task")).startswith("Vi skriver videre. ")
    server.kill()
    server.restart()
    assert str(clients.pycrdt(MODEL, admin.token).text("task")).startswith("Vi skriver videre. ")


def test_fifty_megabytes_never_get_into_a_model_and_twelve_who_ask_and_do_not_read_cost_little(
        server, week, clients, admin):
    """Each asks with a state vector of its own, so that each answer is another."""
    writer = clients.pycrdt(MODEL, week.join("s-1", "Angriber", "Lærer", unitId="u-skole").token)
    for number in range(50):
        if writer.denials or writer.close_code:
            break
        writer._send(sync(STEP_2, text_update(700_000_000 + number, 1_000_000)))
        writer.pump(0.3)
    assert writer.denials == ["modelFull"], "more than a model holds was taken"
    before = resident(server)
    tokens = [week.join("s-1", f"Spørger {number}", "Lærer", unitId="u-fam").token for number in range(12)]
    askers = [ask_and_not_read(server, token, number) for number, token in enumerate(tokens)]
    highest = before
    for _ in range(20):
        time.sleep(0.1)
        highest = max(highest, resident(server))
    assert highest - before < 64 * MIB, f"{(highest - before) / MIB:.0f} MiB for twelve sockets"
    began = time.monotonic()
    other = clients.pycrdt("v-1", admin.token)
    other.insert("whyCross", 0, "Andre mærker intet. ")
    assert time.monotonic() - began < 5
    for asker in askers:
        asker.close()


def text_update(client: int, length: int) -> bytes:
    """A long text at the start of the field `task`, by a client of its own: one item of content 4 in a root."""
    item = b"\x04" + encode_uint(1) + encode_bytes(b"task") + encode_bytes(b"x" * length)
    return encode_uint(1) + encode_uint(1) + encode_uint(client) + encode_uint(0) + item + encode_uint(0)


def ask_and_not_read(server: Server, token: str, number: int) -> socket.socket:
    """A raw WebSocket with a small receive buffer that asks thirty times for everything, and reads nothing."""
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.connect(server.host_and_port)
    host, port = server.host_and_port
    connection.sendall(
        f"GET /ws/documents/{MODEL}?token={token} HTTP/1.1\r\nHost: {host}:{port}\r\nUpgrade: websocket\r\n"
        "Connection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
        "Sec-WebSocket-Version: 13\r\n\r\n".encode())
    for question in range(30):
        vector = encode_uint(1) + encode_uint(5_000 + number * 100 + question) + encode_uint(1)
        payload = sync(STEP_1, vector)
        assert len(payload) < 126
        try:
            connection.sendall(struct.pack("!BB", 0x82, 0x80 | len(payload)) + bytes(4) + payload)
        except OSError:
            break
    return connection


#: Small, and in step with each other, so that the worst document is built in seconds by a debug build.
SMALL = [
    "--limit-document-clients", "4000", "--limit-document-update-bytes", "400000", "--limit-document-content-bytes",
    "400000", "--limit-document-pending-bytes", "65536", "--limit-queue-bytes", "262144", "--limit-presence-bytes",
    "65536", "--limit-message-bytes", "262144", "--limit-update-bytes", "200000", "--limit-slow-reader-bytes", "65536",
    "--limit-person-clients", "100000", "--limit-person-update-bytes", "100000000", "--limit-held-bytes", "16777216",
]


@pytest.mark.timeout(180)
def test_the_worst_document_that_the_limits_allow_is_opened_by_a_hundred_clients(data):
    """Larger than a reader's queue, and of as many client ids as it may know."""
    server = Server(data, *SMALL)
    opened = []
    try:
        server.start()
        admin, clients = Api(server.url, server.admin_token), Clients(server)
        opened += [clients, admin]
        import_week(admin)
        writer = clients.pycrdt(MODEL, admin.token, saved="1")
        for first in range(0, 5_000, 500):
            writer.send_raw(sync(STEP_2, one_off_clients(2**40 + first, 500)))
            writer.pump(0.1)
        assert writer.denials == ["tooManyClients"], "as many as the document may know"
        writer.disconnect()
        # The last who may come writes until no more is taken.
        filler = clients.pycrdt(MODEL, admin.token)
        known = filler.doc.client_id
        clock = 0
        while not filler.denials:
            update = more_text(2**40, 1 + clock, 20_000)
            clock += 20_000
            filler.send_raw(sync(UPDATE, update))
            filler.pump(0.05)
            assert clock < 1_000_000, "never full"
        assert filler.denials == ["modelFull"] and known
        for round, count in (("as it stands", 100), ("after a restart", 10)):
            readers = [clients.pycrdt(MODEL, admin.token, saved="1") for _ in range(count)]
            vectors = {len(reader.state_vector) for reader in readers}
            assert len(vectors) == 1 and vectors.pop() >= 3_500, round
            assert all(len(str(reader.text("task"))) > 250_000 for reader in readers), round
            assert all(reader.close_code is None for reader in readers), round
            for reader in readers:
                reader.disconnect()
            assert server.stop() == 0
            server.restart()
    finally:
        for one in opened:
            one.close()
        server.close()


def more_text(client: int, clock: int, length: int) -> bytes:
    """Goes on writing at the start of `task` in the name of a client that the document knows."""
    item = b"\x04" + encode_uint(1) + encode_bytes(b"task") + encode_bytes(b"y" * length)
    return encode_uint(1) + encode_uint(1) + encode_uint(client) + encode_uint(clock) + item + encode_uint(0)


def test_as_much_as_a_field_takes_is_pasted_at_once_and_saved(server, week, clients):
    person = week.join("s-1", "Sætter ind", "Lærer", unitId="u-skole")
    client = clients.pycrdt(MODEL, person.token, saved="1")
    client.insert("task", 0, "æøå" * 33_333)
    client.wait_saved()
    assert client.denials == [] and client.close_code is None


def test_a_flood_is_put_off_and_told_while_others_write_and_nothing_of_it_is_lost(server, week, clients, admin):
    flooder = clients.pycrdt(MODEL, week.join("s-1", "Flittig", "Lærer", unitId="u-skole").token, saved="1")
    honest = clients.pycrdt(MODEL, week.join("s-1", "Stille", "Lærer", unitId="u-fam").token, saved="1")
    for _ in range(60):
        flooder.insert("task", 0, "x" * 60_000)
        flooder.pump()
        flooder.delete("task", 0, 60_000)
        flooder.pump()
    flooder.insert("task", 0, "Det sidste. ")
    honest.insert("task", 0, "Mellemtiden. ")
    honest.wait_saved()
    flooder.wait(lambda: flooder.denials, "being told")
    assert set(flooder.denials) == {"tooOften"} and flooder.close_code is None
    flooder.wait_saved(timeout=60)
    assert "Det sidste. " in str(clients.pycrdt(MODEL, admin.token).text("task"))


def test_nobody_appears_as_somebody_else(server, week, clients, admin):
    forger = clients.node(MODEL, week.join("s-1", "Anna Angriber", "Lærer", unitId="u-skole").token)
    watcher = clients.node(MODEL, admin.token)
    mine = str(forger.do("clientID"))
    forger.do("setAwareness", state={
        "user": {"name": "Kommunaldirektøren", "participantId": "p-anden", "unitId": "u-fam", "color": "#123456"},
        "name": "Kommunaldirektøren", "participantId": "p-anden", "role": "administrator",
        "cursor": {"field": "task"}})
    wait_until(lambda: mine in watcher.do("awareness"), "the forger's awareness")
    state = watcher.do("awareness")[mine]
    assert state["user"]["name"] == "Anna Angriber" and state["user"]["unitId"] == "u-skole"
    assert state["user"]["participantId"] != "p-anden" and state["user"]["role"] == "participant"
    assert state["user"]["color"] == "#123456" and state["cursor"] == {"field": "task"}
    assert set(state) == {"user", "cursor"}, "and not beside it under the same names"
    late = clients.node(MODEL, week.invite("s-1", "observer").token)
    assert late.do("awareness")[mine] == state
    late.do("setAwareness", state={"user": {"name": "Kommunaldirektøren"}})
    other = str(late.do("clientID"))
    wait_until(lambda: other in watcher.do("awareness"), "the observer's awareness")
    assert watcher.do("awareness")[other]["user"] == {
        "name": "Observatør", "participantId": "", "role": "observer", "unitId": ""}


@pytest.mark.parametrize("name, value", [
    ("document-clients", "50000"), ("held-bytes", "2000000"), ("update-bytes", "3000000"),
])
def test_limits_with_which_a_room_could_be_filled_for_good_are_refused(data, name, value):
    result = run_to_end("serve", "--port", "0", "--data", str(data), f"--limit-{name}", value)
    assert result.returncode == 64
    (line,) = result.stderr.splitlines()
    assert f"--limit-{name} is {value}" in line or f"--limit-{name} is" in line
    assert not data.exists()
