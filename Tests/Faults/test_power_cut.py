"""The power goes at any moment while people write: what was acknowledged until then is on the disk."""

import random
import shutil
import sqlite3
from pathlib import Path

import pytest
from pycrdt import Doc, Text

from harness.clients import Clients, document_url
from harness.disk_recording import DiskRecording, Sent, Sync
from harness.ledger import WORD, Ledgers
from harness.ledger_writer import ROOT
from harness.power_cut import PowerCut
from harness.server import Server, run_to_end
from harness.waiting import wait_until
from harness.websocket_frames import FrameReader
from harness.varint import Reader
from writing import Writing

ACKNOWLEDGED = 5
WRITERS = 3
#: Of the states that `samspil check` looks through, one in so many is also served by a server.
SERVED_ONE_IN = 25


@pytest.fixture
def server_flags():
    """Snapshots and the forgetting of logs within a short recording."""
    return ["--limit-snapshot-updates", "30"]


class Recorded:
    """A recording of people writing in one model, from a moment when nobody did."""

    def __init__(self, server, admin, folder: Path, words: int, inject: str | None = None) -> None:
        first = Writing(server, admin, folder, 0)
        self.model, self.token = first.model, first.token
        self.baseline = folder / "baseline"
        self.ledgers = Ledgers(folder / "recorded")
        self.recording = DiskRecording(server, folder / "strace.txt", inject)
        with self.recording:
            # Nobody writes yet, and what was committed is on the disk.
            shutil.copytree(server.data, self.baseline)
            for number in range(WRITERS):
                url = document_url(server.ws_url, self.model, self.token, acknowledge="1")
                self.ledgers.start_writer(url, f"w{number}", again=True)
            if inject:
                wait_until(lambda: "(INJECTED)" in self.recording.output.read_text(), "a failed call", timeout=60)
            goal = words + (len(self.ledgers.acknowledged) if inject else 0)
            wait_until(lambda: len(self.ledgers.acknowledged) >= goal, f"{goal} acknowledged words", timeout=120)
            server.kill()
        self.ledgers.end_writers()
        self.words = self._words()
        self.events = self.recording.events()

    def _words(self) -> dict[tuple[int, int], str]:
        """The word that a message carried, by the connection's port and the message's number on it."""
        lines = (line.split(" ", 2) for file in self.ledgers.folder.glob("*.messages") for line in open(file))
        return {(int(port), int(number)): word.strip() for port, number, word in lines}

    def acknowledged_by(self, event: Sent, readers: dict[int, FrameReader]) -> set[str]:
        """The words that a message to a client acknowledges."""
        reader = readers.setdefault(event.port, FrameReader())
        counts = [Reader(message[1:]).uint() for message in reader.messages(event.data) if message[0] == ACKNOWLEDGED]
        upto = max(counts, default=0)
        return {word for (port, number), word in self.words.items() if port == event.port and number <= upto}


def words_in(folder: Path, model: str) -> set[str]:
    """What the database holds of a document, read without the server and without its engine."""
    database = sqlite3.connect(folder / "samspil.sqlite")
    try:
        rows = [
            *database.execute("SELECT bytes FROM document_snapshot WHERE documentID = ?", (model,)),
            *database.execute("SELECT bytes FROM document_update WHERE documentID = ? ORDER BY sequence", (model,)),
        ]
    finally:
        database.close()
    document = Doc()
    for (update,) in rows:
        document.apply_update(update)
    words = WORD.findall(str(document.get(ROOT, type=Text)))
    assert len(words) == len(set(words)), "a word is there twice"
    return set(words)


def served_words(folder: Path, model: str, token: str) -> set[str]:
    server = Server(folder)
    server.admin_token = token
    try:
        server.start()
        clients = Clients(server)
        words = WORD.findall(str(clients.pycrdt(model, token).text(ROOT)))
        clients.close()
        assert server.stop() == 0
        return set(words)
    finally:
        server.close()


class Cuts:
    """Cuts the power after each sync and each acknowledgement of a recording, and looks at what is left."""

    def __init__(self, recorded: Recorded, folder: Path, seed: int) -> None:
        self.recorded, self.folder = recorded, folder
        self.states = self.served = self.syncs = 0
        self.generator = random.Random(seed)

    def run(self, every: int) -> None:
        """`every`: of so many moments one is cut at; those around a sync that failed always are."""
        disk, readers = PowerCut(self.recorded.baseline, self.generator), {}
        acknowledged: set[str] = set()
        moments = 0
        for event in self.recorded.events:
            if isinstance(event, Sent):
                acknowledged |= self.recorded.acknowledged_by(event, readers)
            if isinstance(event, Sync):
                self.syncs += 1
                # Just before the sync is done: what is written stands, or does not.
                if self.syncs % every == 0:
                    self.look(disk, "torn", acknowledged)
                    self.look(disk, "everything", acknowledged)
            disk.follow(event)
            if isinstance(event, (Sync, Sent)):
                moments += 1
                if moments % every == 0:
                    self.look(disk, "nothing", acknowledged)
        self.look(disk, "nothing", acknowledged)
        assert acknowledged, "nothing was acknowledged in the recording"

    def look(self, disk: PowerCut, how: str, acknowledged: set[str]) -> None:
        self.states += 1
        left = self.folder / f"{self.states:05}"
        disk.leave(left, how)
        checked = run_to_end("check", "--data", str(left))
        assert checked.returncode == 0, f"state {self.states} ({how}): {checked.stdout}{checked.stderr}"
        self.compare(words_in(left, self.recorded.model), acknowledged, how)
        if self.states % SERVED_ONE_IN == 1:
            self.served += 1
            self.compare(served_words(left, self.recorded.model, self.recorded.token), acknowledged, how)
        shutil.rmtree(left)

    def compare(self, words: set[str], acknowledged: set[str], how: str) -> None:
        lost = acknowledged - words
        assert not lost, f"{len(lost)} acknowledged words are lost in state {self.states} ({how}): {sorted(lost)[:5]}"
        assert words <= self.recorded.ledgers.sent


@pytest.mark.timeout(1500)
def test_every_state_that_a_power_cut_may_leave_holds_what_was_acknowledged(
    server, admin, week, tmp_path, seed, amount, figure
):
    recorded = Recorded(server, admin, tmp_path, amount(60, 1000))
    cuts = Cuts(recorded, tmp_path / "cuts", seed)
    cuts.folder.mkdir()
    cuts.run(every=amount(12, 1))
    figure(f"power cut: {len(recorded.ledgers.acknowledged)} words acknowledged over {cuts.syncs} syncs, "
           f"{cuts.states} states rebuilt and checked, {cuts.served} of them served, 0 lost (seed {seed})")


@pytest.mark.timeout(900)
def test_what_a_failed_sync_left_in_memory_alone_is_not_built_upon(server, admin, week, tmp_path, seed, amount, figure):
    """A sync fails (the third of a thread), the database is opened anew, people write on, and the power goes: the failed sync's pages were
    never written, though they could be read all the time."""
    recorded = Recorded(server, admin, tmp_path, amount(40, 400), inject="fdatasync:error=EIO:when=3")
    assert any(isinstance(event, Sync) and not event.succeeded for event in recorded.events), "no sync failed"
    cuts = Cuts(recorded, tmp_path / "cuts", seed)
    cuts.folder.mkdir()
    cuts.run(every=amount(12, 1))
    figure(f"power cut after a failed sync: {cuts.states} states over {cuts.syncs} syncs, 0 lost (seed {seed})")


@pytest.mark.timeout(300)
def test_the_same_check_finds_acknowledgements_that_came_before_the_sync(server, admin, week, tmp_path, seed, figure):
    """Control: the same recording, with every acknowledgement moved before the sync that it waited for."""
    recorded = Recorded(server, admin, tmp_path, 60)
    recorded.events = acknowledged_early(recorded.events)
    cuts = Cuts(recorded, tmp_path / "cuts", seed)
    cuts.folder.mkdir()
    with pytest.raises(AssertionError, match="acknowledged words are lost") as found:
        cuts.run(every=1)
    figure(f"control, acknowledged before the sync: {str(found.value).split(':')[0]}")


def acknowledged_early(events: list) -> list:
    """Each message to a client goes before the last sync before it."""
    moved: list = []
    for event in events:
        place = len(moved)
        if isinstance(event, Sent):
            syncs = [index for index, earlier in enumerate(moved) if isinstance(earlier, Sync)]
            place = syncs[-1] if syncs else place
        moved.insert(place, event)
    return moved
