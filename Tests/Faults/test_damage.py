"""Bits flip in the database while the server is away, and logs and snapshots come to disagree."""

import random
import shutil
import sqlite3

import pytest

from harness.clients import document_url
from harness.database import database_file
from harness.ledger_writer import ROOT
from harness.pycrdt_client import PycrdtClient
from harness.served import served_text
from harness.server import run_to_end
from harness.waiting import wait_until
from plan import IS_WHOLE

MODEL = "k-1"
#: Of the copies that still hold the same rows, one in so many is also served.
SERVED_ONE_IN = 20


@pytest.fixture
def server_flags():
    return ["--limit-snapshot-updates", "30"]


def write(clients, admin, count: int) -> str:
    writer = clients.pycrdt(MODEL, admin.token, saved="1")
    for number in range(count):
        writer.insert(ROOT, 0, f"{number} ")
        writer.pump()
    writer.wait_saved()
    writer.disconnect()
    return str(writer.text(ROOT))


def rows(folder, tables) -> dict[str, list] | None:
    """What SQLite gives for the tables; nothing when it cannot."""
    database = sqlite3.connect(f"file:{database_file_of(folder)}?immutable=1", uri=True)
    # Text that is no UTF-8 any more is still a row that differs.
    database.text_factory = bytes
    try:
        return {table: sorted(database.execute(f"SELECT * FROM {table}").fetchall(), key=repr) for table in tables}
    except sqlite3.DatabaseError:
        return None
    finally:
        database.close()


def database_file_of(folder):
    return folder / "samspil.sqlite"


def tables_of(folder) -> list[str]:
    database = sqlite3.connect(database_file_of(folder))
    names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    database.close()
    return [name for name in names if not name.startswith(("sqlite_", "grdb_"))]


@pytest.mark.timeout(900)
def test_a_flipped_bit_is_found_or_changes_nothing_and_is_never_served(
    server, admin, clients, week, data, tmp_path, seed, amount, figure
):
    write(clients, admin, 100)
    write(clients, admin, 5)
    assert server.stop() == 0
    text = served_text(data, admin.token, MODEL, ROOT)
    whole, tables, generator = database_file(data).read_bytes(), tables_of(data), random.Random(seed)
    sound = rows(data, tables)
    found = harmless = served = 0
    for number in range(amount(15, 1000)):
        folder = tmp_path / "flipped"
        folder.mkdir()
        place, bit = generator.randrange(len(whole)), generator.randrange(8)
        flipped = bytearray(whole)
        flipped[place] ^= 1 << bit
        database_file_of(folder).write_bytes(flipped)
        if run_to_end("check", "--data", str(folder)).returncode != 0:
            found += 1
        else:
            now = rows(folder, tables)
            assert now is not None, f"byte {place} bit {bit}: SQLite cannot read it, and the check found nothing"
            for table in tables:
                assert now[table] == sound[table], f"byte {place} bit {bit}: {table} differs, and the check found nothing"
            harmless += 1
            if harmless % SERVED_ONE_IN == 1:
                served += 1
                assert served_text(folder, admin.token, MODEL, ROOT) == text
        shutil.rmtree(folder)
    figure(f"flipped bits: {found + harmless}, {found} found by the check, {harmless} in room that holds nothing "
           f"({served} of these served, and right), 0 unnoticed (seed {seed})")
    assert found > 0


DISAGREEMENTS = [
    "DELETE FROM document_snapshot WHERE documentID = 'k-1'",
    "UPDATE document_snapshot SET throughSequence = throughSequence - 1 WHERE documentID = 'k-1'",
    "DELETE FROM document_update WHERE documentID = 'k-1' AND sequence = "
    "(SELECT min(sequence) FROM document_update WHERE documentID = 'k-1')",
    "UPDATE document_snapshot SET bytes = x'0000' WHERE documentID = 'k-1'",
]


@pytest.mark.parametrize("change", DISAGREEMENTS if IS_WHOLE else DISAGREEMENTS[:1])
def test_a_log_that_disagrees_with_its_snapshot_is_refused_and_clients_upload_what_a_backup_lacks(
    server, admin, clients, week, data, tmp_path, change
):
    """The one with the document open keeps it all; what was written after the backup comes from there."""
    write(clients, admin, 45)
    assert run_to_end("backup", "--data", str(data), str(tmp_path / "backup")).returncode == 0
    kept = clients.node(MODEL, admin.token, saved="1")
    write(clients, admin, 8)
    whole = wait_until(lambda: (text := kept.do("text", root=ROOT)).startswith("7 6 5 4 3 2 1 0 ") and text, "the last words")
    assert server.stop() == 0
    with sqlite3.connect(database_file(data)) as database:
        assert database.execute(change).rowcount == 1
    database.close()
    server.restart()
    reader = PycrdtClient(document_url(server.ws_url, MODEL, admin.token)).connect()
    wait_until(lambda: reader.pump(0.05) == 0 and reader.socket is None, "a refusal")
    assert reader.close_code == 1011 and not reader.synced and str(reader.text(ROOT)) == ""
    assert kept.do("text", root=ROOT) == whole, "what the client has is untouched"
    assert str(clients.pycrdt("c-1", admin.token).text(ROOT)), "other documents are served"
    assert server.stop() == 0
    restored = run_to_end("restore", "--data", str(data), "--set-aside", str(tmp_path / "backup"))
    assert restored.returncode == 0, restored.stderr
    server.restart()
    kept.wait_synced()
    kept.wait_saved()
    assert str(clients.pycrdt(MODEL, admin.token).text(ROOT)) == whole
