"""`samspil backup` copies a directory that is being written in; `samspil restore` puts the copy back."""

import shutil
import sqlite3
import subprocess
import time

import pytest

from harness import paths
from harness.api import Api
from harness.clients import document_url
from harness.database import database_file
from harness.ledger import WORD
from harness.ledger_writer import ROOT
from harness.served import served_text
from harness.server import Server, command, run_to_end, server_environment
from harness.waiting import wait_until

DONE, DAMAGED, NO_INPUT, EXISTS, IN_USE = 0, 65, 66, 73, 74
MODEL = "k-1"
WRITERS = 3


def backup(data, target):
    return run_to_end("backup", "--data", str(data), str(target))


def restore(target, data, *flags):
    return run_to_end("restore", "--data", str(data), *flags, str(target))


def serving(data, admin_token):
    server = Server(data)
    server.admin_token = admin_token
    return server.start()


def task_in(data, admin_token):
    return served_text(data, admin_token, MODEL, ROOT)


@pytest.fixture
def stored(data):
    assert run_to_end("import", "--data", str(data), str(paths.EXAMPLE_WEEK)).returncode == DONE
    return data


def test_a_backup_under_writing_holds_all_that_was_acknowledged_before_it_and_can_be_served(
    server, clients, admin, week, data, tmp_path, ledgers
):
    emptied = clients.pycrdt(MODEL, admin.token, saved="1")
    emptied.delete(ROOT, 0, len(str(emptied.text(ROOT))))
    emptied.wait_saved()
    emptied.disconnect()
    for number in range(WRITERS):
        ledgers.start_writer(document_url(server.ws_url, MODEL, admin.token, saved="1"), f"w{number}")
    taken = []
    for number in range(3):
        before = len(ledgers.acknowledged)
        wait_until(lambda: len(ledgers.acknowledged) > before + 20, "acknowledged words before the backup")
        acknowledged = ledgers.acknowledged
        result = backup(data, tmp_path / f"backup-{number}")
        assert result.returncode == DONE, result.stderr
        taken.append((tmp_path / f"backup-{number}", acknowledged, ledgers.sent))
    during = len(ledgers.acknowledged)
    wait_until(lambda: len(ledgers.acknowledged) > during, "that writing went on after the backups")
    assert server.stop() == 0
    ledgers.wait_writers()
    for folder, acknowledged, sent in taken:
        fresh = tmp_path / f"restored-{folder.name}"
        result = restore(folder, fresh)
        assert result.returncode == DONE, result.stderr
        words = WORD.findall(task_in(fresh, admin.token))
        assert len(words) == len(set(words)), "a word is there twice"
        assert acknowledged <= set(words), f"{len(acknowledged - set(words))} acknowledged words are not in the backup"
        assert set(words) <= sent, "words from after the backup"


def test_a_backup_is_one_sound_file_that_only_its_owner_reads(stored, tmp_path):
    target = tmp_path / "backups" / "2027-01-18"
    result = backup(stored, target)
    assert result.returncode == DONE, result.stderr
    assert "sound" in result.stdout.splitlines()
    assert [file.name for file in target.iterdir()] == ["samspil.sqlite"]
    assert target.stat().st_mode & 0o777 == 0o700
    assert (target / "samspil.sqlite").stat().st_mode & 0o777 == 0o600
    assert run_to_end("check", "--data", str(target)).returncode == DONE
    assert [file.name for file in target.iterdir()] == ["samspil.sqlite"]
    assert [file.name for file in target.parent.iterdir()] == ["2027-01-18"], "something is left beside"


@pytest.mark.parametrize("kind", ["backup", "file", "empty folder"])
def test_a_backup_is_never_written_over_what_exists(stored, tmp_path, kind):
    target = tmp_path / "taken"
    if kind == "backup":
        assert backup(stored, target).returncode == DONE
    elif kind == "file":
        target.write_text("vigtigt")
    else:
        target.mkdir()
    before = {file: file.read_bytes() for file in tmp_path.rglob("taken*") if file.is_file()}
    result = backup(stored, target)
    assert result.returncode == EXISTS
    assert len(result.stderr.splitlines()) == 1 and str(target) in result.stderr
    assert {file: file.read_bytes() for file in tmp_path.rglob("taken*") if file.is_file()} == before
    assert list(tmp_path.glob("taken.partial*")) == []


def test_damaged_data_is_not_passed_off_as_a_backup(stored, tmp_path):
    with sqlite3.connect(database_file(stored)) as database:
        database.execute("UPDATE document_update SET bytes = x'0000' WHERE documentID = 'k-1'")
    database.close()
    result = backup(stored, tmp_path / "backup")
    assert result.returncode == DAMAGED
    assert f"fault: update 1 of document {MODEL}" in result.stdout
    assert not list(tmp_path.glob("backup*"))


def test_backing_up_nothing_makes_nothing(tmp_path):
    result = backup(tmp_path / "nothing", tmp_path / "backup")
    assert result.returncode == NO_INPUT
    assert list(tmp_path.iterdir()) == []


def test_a_backup_that_is_killed_leaves_no_backup(server, admin, week, data, tmp_path):
    for number in range(6):
        target = tmp_path / "backup"
        process = subprocess.Popen(
            command("backup", "--data", str(data), str(target)), env=server_environment({}), cwd=paths.ROOT,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        time.sleep(0.004 * number)
        process.kill()
        process.wait()
        if target.exists():
            assert run_to_end("check", "--data", str(target)).returncode == DONE, "an unfinished backup has the name"
            shutil.rmtree(target)


def test_restoring_is_refused_while_a_server_holds_the_directory(server, week, data, tmp_path, admin):
    assert backup(data, tmp_path / "backup").returncode == DONE
    for flags in ([], ["--set-aside"]):
        result = restore(tmp_path / "backup", data, *flags)
        assert result.returncode == IN_USE
        assert "in use" in result.stderr and len(result.stderr.splitlines()) == 1
    assert admin.ok("GET", "/weeks")


def test_restoring_over_data_needs_to_be_told_and_keeps_the_old(stored, tmp_path):
    assert backup(stored, tmp_path / "backup").returncode == DONE
    with sqlite3.connect(database_file(stored)) as database:
        database.execute("UPDATE week SET document = '{\"weekId\":\"senere\"}'")
    database.close()
    before = database_file(stored).read_bytes()
    refused = restore(tmp_path / "backup", stored)
    assert refused.returncode == EXISTS and "--set-aside" in refused.stderr
    assert database_file(stored).read_bytes() == before
    done = restore(tmp_path / "backup", stored, "--set-aside")
    assert done.returncode == DONE, done.stderr
    assert run_to_end("check", "--data", str(stored)).returncode == DONE
    (kept,) = stored.glob("before-restore-*")
    assert (kept / "samspil.sqlite").read_bytes() == before
    assert str(kept.name) in done.stdout


def test_the_log_of_a_killed_server_goes_aside_with_its_database(server, clients, admin, week, data, tmp_path):
    """Its log beside another database would be replayed into that."""
    assert backup(data, tmp_path / "backup").returncode == DONE
    writer = clients.pycrdt(MODEL, admin.token, saved="1")
    writer.insert(ROOT, 0, "efter sikkerhedskopien ")
    writer.wait_saved()
    server.kill()
    assert list(data.glob("*-wal"))
    assert restore(tmp_path / "backup", data, "--set-aside").returncode == DONE
    assert not list(data.glob("*-wal"))
    assert "efter sikkerhedskopien" not in task_in(data, admin.token)
    (kept,) = data.glob("before-restore-*")
    assert "efter sikkerhedskopien" in task_in(kept, admin.token)


def test_a_damaged_backup_is_refused_before_anything_is_touched(stored, tmp_path):
    assert backup(stored, tmp_path / "backup").returncode == DONE
    with sqlite3.connect(tmp_path / "backup" / "samspil.sqlite") as database:
        database.execute("UPDATE document_update SET bytes = x'0000' WHERE documentID = 'k-1'")
    database.close()
    before = database_file(stored).read_bytes()
    assert restore(tmp_path / "backup", stored, "--set-aside").returncode == DAMAGED
    assert restore(tmp_path / "backup", tmp_path / "fresh").returncode == DAMAGED
    assert database_file(stored).read_bytes() == before
    assert not list(stored.glob("before-restore-*")) and not (tmp_path / "fresh").exists()


def test_what_is_no_backup_is_refused(stored, tmp_path):
    assert restore(tmp_path / "nothing", stored, "--set-aside").returncode == NO_INPUT
    assert database_file(stored).is_file()


def test_a_restore_that_was_cut_off_keeps_a_server_from_starting_until_it_is_run_again(stored, tmp_path):
    """As a crash leaves it after the old database was moved: the copy waits under its interim name."""
    assert backup(stored, tmp_path / "backup").returncode == DONE
    file = database_file(stored)
    shutil.copy(tmp_path / "backup" / file.name, stored / (file.name + ".restoring"))
    (stored / "before-restore-crash").mkdir()
    file.rename(stored / "before-restore-crash" / file.name)
    refused = run_to_end("serve", "--port", "0", "--data", str(stored))
    assert refused.returncode == IN_USE and "restore was not finished" in refused.stderr
    assert not file.exists()
    assert restore(tmp_path / "backup", stored).returncode == DONE
    assert task_in(stored, "x" * 32)


def test_what_was_joined_and_decided_is_in_the_backup(server, clients, admin, week, data, tmp_path):
    person = week.join("s-1", "Deltager", "Lærer", unitId="u-skole")
    clients.session("s-1", admin.token).accepted("lockModel", modelId=MODEL)
    assert backup(data, tmp_path / "backup").returncode == DONE
    fresh = tmp_path / "fresh"
    assert restore(tmp_path / "backup", fresh).returncode == DONE
    other = serving(fresh, admin.token)
    try:
        participant = Api(other.url, person.token)
        assert participant.session("s-1")["me"]["displayName"] == "Deltager"
        assert participant.model(MODEL)["locked"] is True
        participant.close()
    finally:
        other.close()
