"""`samspil check` finds what is damaged in a data directory, and leaves it as it is."""

import sqlite3

import pytest

from harness import paths
from harness.database import database_file
from harness.example import import_week
from harness.server import Server, run_to_end

SOUND, DAMAGED, NO_DATA, NEWER = 0, 65, 66, 76
MODEL = "k-1"


def check(data):
    return run_to_end("check", "--data", str(data))


def faults(result):
    return [line for line in result.stdout.splitlines() if line.startswith("fault: ")]


@pytest.fixture
def stored(data):
    """A data directory that no server uses: the example week, one update a document."""
    result = run_to_end("import", "--data", str(data), str(paths.EXAMPLE_WEEK))
    assert result.returncode == 0, result.stderr
    return data


def tamper(data, *statements):
    with sqlite3.connect(database_file(data)) as database:
        for statement in statements:
            assert database.execute(statement).rowcount > 0, statement
    database.close()


def flip_bit(data, table, model):
    """Flips one bit in the middle of the only row that the table has of this document."""
    with sqlite3.connect(database_file(data)) as database:
        ((content,),) = database.execute(f"SELECT bytes FROM {table} WHERE documentID = ?", (model,)).fetchall()
        damaged = bytearray(content)
        damaged[len(damaged) // 2] ^= 0x04
        database.execute(f"UPDATE {table} SET bytes = ? WHERE documentID = ?", (bytes(damaged), model))
    database.close()


def make_snapshot(server, clients, admin):
    """Writes until the server has put a snapshot of the document into the place of its log, then a little more."""
    writer = clients.pycrdt(MODEL, admin.token, saved="1")
    for _ in range(520):
        writer.insert("task", 0, "x")
    writer.wait_saved()
    writer.disconnect()
    again = clients.pycrdt(MODEL, admin.token, saved="1")
    for _ in range(4):
        again.insert("task", 0, "y")
        again.wait_saved()
    again.disconnect()


@pytest.fixture
def snapshotted(server, clients, admin, week, data):
    make_snapshot(server, clients, admin)
    assert server.stop() == 0
    with sqlite3.connect(database_file(data)) as database:
        snapshots = database.execute("SELECT documentID FROM document_snapshot").fetchall()
        logged = database.execute(f"SELECT count(*) FROM document_update WHERE documentID = '{MODEL}'").fetchone()
    database.close()
    assert snapshots == [(MODEL,)] and logged[0] >= 3
    return data


def test_a_directory_that_a_server_has_left_is_sound_and_is_not_changed(snapshotted):
    before = database_file(snapshotted).read_bytes()
    result = check(snapshotted)
    assert result.returncode == SOUND, result.stdout + result.stderr
    lines = result.stdout.splitlines()
    assert lines[0].startswith("schema: ") and lines[-1] == "sound"
    assert any(line.startswith("documents: ") and "1 snapshot" in line for line in lines), result.stdout
    assert database_file(snapshotted).read_bytes() == before


def test_it_works_beside_a_running_server_and_after_kill_9(server, clients, admin, week, data):
    writer = clients.pycrdt(MODEL, admin.token, saved="1")
    for number in range(50):
        writer.insert("task", 0, f"{number} ")
        if number % 10 == 0:
            running = check(data)
            assert running.returncode == SOUND, running.stdout + running.stderr
    writer.wait_saved()
    server.kill()
    log = data / (database_file(data).name + "-wal")
    file, tail = database_file(data).read_bytes(), log.read_bytes()
    assert tail, "the write-ahead log is empty: nothing would be seen of it"
    killed = check(data)
    assert killed.returncode == SOUND, killed.stdout + killed.stderr
    assert (database_file(data).read_bytes(), log.read_bytes()) == (file, tail)
    server.restart()
    assert str(clients.pycrdt(MODEL, admin.token).text("task")).startswith("49 48 ")


def test_a_flipped_bit_in_a_row_of_the_log_is_named(stored):
    flip_bit(stored, "document_update", MODEL)
    result = check(stored)
    assert result.returncode == DAMAGED
    assert faults(result) == [f"fault: update 1 of document {MODEL}"]


def test_a_flipped_bit_in_a_snapshot_is_named(snapshotted):
    flip_bit(snapshotted, "document_snapshot", MODEL)
    result = check(snapshotted)
    assert result.returncode == DAMAGED
    assert faults(result) == [f"fault: snapshot of document {MODEL}"]


def test_every_damaged_row_is_told_not_only_the_first(stored):
    for model in (MODEL, "c-1", "v-1"):
        flip_bit(stored, "document_update", model)
    result = check(stored)
    assert result.returncode == DAMAGED
    assert len(faults(result)) == 3 and result.stdout.splitlines()[-1] == "3 fault(s)"


def test_a_log_whose_snapshot_is_missing_does_not_pass(snapshotted):
    tamper(snapshotted, "DELETE FROM document_snapshot")
    result = check(snapshotted)
    assert result.returncode == DAMAGED
    assert any(line.startswith(f"fault: log of document {MODEL} at ") for line in faults(result)), result.stdout


def test_a_log_with_a_row_taken_out_does_not_pass(snapshotted):
    last = f"(SELECT max(sequence) - 1 FROM document_update WHERE documentID = '{MODEL}')"
    tamper(snapshotted, f"DELETE FROM document_update WHERE documentID = '{MODEL}' AND sequence = {last}")
    result = check(snapshotted)
    assert result.returncode == DAMAGED
    assert any(line.startswith(f"fault: log of document {MODEL} at ") for line in faults(result)), result.stdout


def test_rows_that_changed_places_do_not_pass(snapshotted):
    """The checksum covers a row's place: two updates in each other's are two faults."""
    with sqlite3.connect(database_file(snapshotted)) as database:
        found = "SELECT max(sequence) FROM document_update WHERE documentID = ?"
        (last,) = database.execute(found, (MODEL,)).fetchone()
    database.close()
    change = "UPDATE document_update SET sequence = {} WHERE documentID = '" + MODEL + "' AND sequence = {}"
    tamper(snapshotted, change.format(-1, last), change.format(last, last - 1), change.format(last - 1, -1))
    result = check(snapshotted)
    assert result.returncode == DAMAGED
    assert len([line for line in faults(result) if line.startswith("fault: update ")]) == 2, result.stdout


def test_bytes_that_are_no_update_do_not_pass_though_their_checksum_is_right(stored):
    """As a fault in the program that wrote them would leave it: only loading finds it."""
    with sqlite3.connect(database_file(stored)) as database:
        donor = database.execute("SELECT max(sequence) FROM document_update WHERE documentID = 'c-1'").fetchone()[0]
        broken, sequence = b"\x01\x01\xff", donor + 1
        database.execute(
            "INSERT INTO document_update VALUES (?, ?, ?, ?)",
            ("c-1", sequence, broken, row_checksum("c-1", sequence, broken)),
        )
    database.close()
    result = check(stored)
    assert result.returncode == DAMAGED
    assert [line.split(":")[1].strip() for line in faults(result)] == ["document c-1 does not load"]


def test_a_damaged_event_is_named(stored):
    tamper(stored, "UPDATE session_event SET at = at + 1 WHERE sessionID = 's-1' AND sequence = 1")
    result = check(stored)
    assert result.returncode == DAMAGED
    assert faults(result) == ["fault: event 1 of session s-1"]


def test_a_page_of_the_file_that_was_overwritten_does_not_pass(snapshotted):
    file = database_file(snapshotted)
    content = bytearray(file.read_bytes())
    content[4096 * 2 : 4096 * 3] = b"\x55" * 4096
    file.write_bytes(bytes(content))
    result = check(snapshotted)
    assert result.returncode == DAMAGED, result.stdout + result.stderr
    assert faults(result)


def test_a_newer_schema_is_named_and_left_alone(stored):
    tamper(stored, "INSERT INTO grdb_migrations (identifier) VALUES ('9999')")
    before = database_file(stored).read_bytes()
    result = check(stored)
    assert result.returncode == NEWER
    assert "newer" in result.stderr
    assert database_file(stored).read_bytes() == before


@pytest.mark.parametrize("kind", ["nothing", "empty", "foreign", "file"])
def test_what_is_no_data_directory_is_told_and_not_made_one(tmp_path, kind):
    place = tmp_path / "place"
    if kind == "file":
        place.write_text("en fil")
    elif kind != "nothing":
        place.mkdir()
    if kind == "foreign":
        with sqlite3.connect(place / "samspil.sqlite") as database:
            database.execute("CREATE TABLE recipe (name TEXT)")
        database.close()
    before = sorted(tmp_path.rglob("*"))
    result = check(place)
    assert result.returncode == NO_DATA
    assert str(place) in result.stderr and len(result.stderr.splitlines()) == 1
    assert sorted(tmp_path.rglob("*")) == before


def test_a_file_that_is_no_database_is_damage(stored):
    database_file(stored).write_bytes(b"dette er ingen database" * 1000)
    result = check(stored)
    assert result.returncode == DAMAGED
    assert len(faults(result)) == 1


def row_checksum(key, sequence, content):
    """As the storage makes it: CRC-32C over the key's length, the key, the sequence, the time (0) and the bytes."""
    number = lambda value: value.to_bytes(8, "little")  # noqa: E731
    name = key.encode()
    return crc32c(number(len(name)) + name + number(sequence) + number(0) + content)


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF
