"""The server is killed at random instants, and while it makes snapshots and checkpoints: nothing acknowledged is lost."""

import random
import subprocess
import time

import pytest

from harness.early_acknowledgement import EarlyAcknowledgement
from harness.waiting import wait_until
from writing import Writing, spread

WRITERS = 3
#: A new document after so many kills: one that grew through all of them would be slow for the writers, not the server.
KILLS_PER_DOCUMENT = 25


@pytest.fixture
def server_flags():
    """Snapshots and the forgetting of logs all the time, so that many kills fall into them."""
    return ["--limit-snapshot-updates", "20"]


@pytest.fixture
def writings():
    """The documents written in; their writers end with the test."""
    writings = []
    yield writings
    for writing in writings:
        writing.ledgers.close()


@pytest.mark.timeout(1800)
def test_nothing_acknowledged_is_lost_by_kills_at_random_instants(
    server, admin, week, tmp_path, writings, seed, amount, figure
):
    kills, generator = amount(20, 300), random.Random(seed)
    ready, serving = [], []
    for number in range(kills):
        if number % KILLS_PER_DOCUMENT == 0:
            if writings:
                writings[-1].end()
            writings.append(Writing(server, admin, tmp_path, WRITERS, f"d{number // KILLS_PER_DOCUMENT}-"))
        writings[-1].wait_acknowledged()
        time.sleep(generator.uniform(0, 0.3))
        server.kill()
        killed = time.monotonic()
        server.restart()
        ready.append(server.seconds_to_ready)
        writings[-1].check()
        serving.append(time.monotonic() - killed)
    writings[-1].end()
    sent = sum(len(writing.ledgers.sent) for writing in writings)
    acknowledged = sum(len(writing.ledgers.acknowledged) for writing in writings)
    figure(f"kill -9 at random instants: {kills} kills, {sent} words sent, {acknowledged} acknowledged, 0 lost; "
           f"listening again {spread(ready)}; a fresh reader has the document {spread(serving)} (seed {seed})")
    assert acknowledged >= kills


@pytest.mark.timeout(900)
@pytest.mark.parametrize("moment, file", [("a commit or a snapshot", "-wal"), ("a checkpoint", "")])
def test_nothing_acknowledged_is_lost_by_kills_inside_a_write_to_the_database(
    server, admin, week, tmp_path, writings, seed, amount, figure, moment, file
):
    """strace kills the server at the n-th write of the file, before that write is done."""
    kills, generator = amount(1, 20), random.Random(seed)
    writings.append(Writing(server, admin, tmp_path, WRITERS))
    path = str((server.data / f"samspil.sqlite{file}").resolve())
    for _ in range(kills):
        writings[-1].wait_acknowledged()
        nth = generator.randint(1, 30)
        tracer = subprocess.Popen(
            ["strace", "-f", "-qq", "-o", "/dev/null", "-p", str(server.pid), "-P", path, "-e", "trace=pwrite64",
             "-e", f"inject=pwrite64:signal=KILL:when={nth}"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_until(lambda: not server.is_running, f"a kill at write {nth} of {path}", timeout=60)
        tracer.wait(10)
        server.kill()
        server.restart()
        writings[-1].check()
    writings[-1].end()
    figure(f"kill -9 inside {moment}: {kills} kills, {len(writings[-1].ledgers.acknowledged)} words acknowledged, "
           f"0 lost (seed {seed})")


@pytest.mark.timeout(300)
def test_the_same_check_finds_acknowledgements_that_came_before_the_commit(
    server, admin, week, tmp_path, writings, seed, amount, figure
):
    """Control: a go-between acknowledges each update when it passes, as a server would that does not wait for the disk."""
    generator, kills = random.Random(seed), 0
    with EarlyAcknowledgement(*server.host_and_port) as between:
        writings.append(Writing(server, admin, tmp_path, WRITERS, ws_url=between.ws_url))
        writing = writings[-1]
        while kills < 40:
            writing.wait_acknowledged()
            time.sleep(generator.uniform(0, 0.1))
            server.kill()
            kills += 1
            server.restart()
            try:
                writing.check()
            except AssertionError as error:
                figure(f"control, acknowledged before the commit: {str(error).splitlines()[0].split(':')[0]} "
                       f"after {kills} kill(s)")
                assert "acknowledged words are lost" in str(error)
                return
    pytest.fail(f"{kills} kills did not show that words were acknowledged before the commit: the check sees nothing")
