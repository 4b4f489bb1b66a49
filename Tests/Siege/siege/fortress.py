"""The server under siege: what it takes of memory and disk, and a reader of its output that stalls."""

import fcntl
import re
import threading
import time
from pathlib import Path

from harness.server import READY, Server

#: The smallest pipe there is, so that a reader that stalls is noticed after some lines and not after thousands.
SMALLEST_PIPE = 4096
SAMPLE_SECONDS = 0.1
#: The line of a crash that says what it was.
CAUSE = re.compile(r"Fatal error|Program crashed|Thread .* crashed|: error: ")


class Fortress(Server):
    """The harness's server, watched; `stall` stops reading what it prints, as a slow journal does."""

    def __init__(self, data: Path, *flags: str) -> None:
        super().__init__(data, *flags)
        self._may_read = threading.Event()
        self._may_read.set()
        self.most_memory = 0
        self._sampler = threading.Thread(target=self._sample, daemon=True)
        self._sampler.start()

    def stall(self) -> None:
        self._may_read.clear()

    def read_on(self) -> None:
        self._may_read.set()

    @property
    def memory(self) -> int:
        """Bytes that the process has in memory now; 0 when there is none."""
        try:
            status = Path(f"/proc/{self.pid}/status").read_text()
        except (OSError, AssertionError):
            return 0
        lines = (line for line in status.splitlines() if line.startswith("VmRSS:"))
        return next((int(line.split()[1]) << 10 for line in lines), 0)

    @property
    def disk(self) -> int:
        """Bytes of all files in the data folder."""
        total = 0
        for file in self.data.rglob("*"):
            try:
                total += file.stat().st_size
            except FileNotFoundError:
                continue
        return total

    @property
    def processor_seconds(self) -> float:
        return (self._statistic(11) + self._statistic(12)) / 100

    @property
    def pages_from_disk(self) -> int:
        """How often it has stood still until a page of its own program or memory was read from the disk."""
        return self._statistic(9)

    def _statistic(self, place: int) -> int:
        """Of /proc/PID/stat (proc(5)), counted from what comes after the name; 0 when there is no process."""
        try:
            return int(Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()[place])
        except (OSError, AssertionError):
            return 0

    def most_memory_since_asked(self) -> int:
        """The most it had in memory since this was asked last."""
        most, self.most_memory = max(self.most_memory, self.memory), 0
        return most

    def close(self) -> None:
        self.read_on()
        super().close()

    def _sample(self) -> None:
        while True:
            time.sleep(SAMPLE_SECONDS)
            self.most_memory = max(self.most_memory, self.memory)

    def _read(self, stream) -> None:
        fcntl.fcntl(stream.fileno(), fcntl.F_SETPIPE_SZ, SMALLEST_PIPE)
        while True:
            self._may_read.wait()
            line = stream.readline()
            if not line:
                break
            line = line.rstrip("\n")
            self._lines.append(line)
            if line.startswith(READY):
                self.url = line.removeprefix(READY).strip()
                self._ready.set()
        stream.close()

    @property
    def ended_with(self) -> str:
        """Its status, and what it said of the cause."""
        assert self.process is not None
        self._join_readers()
        causes = [line for line in self._lines if CAUSE.search(line)]
        return f"{self.process.returncode}, {(causes or self._lines or [''])[-1][:300]!r}"

    def wait_end(self, seconds: float) -> bool:
        """Whether the process ends by itself within that time."""
        deadline = time.monotonic() + seconds
        while self.is_running and time.monotonic() < deadline:
            time.sleep(0.01)
        return not self.is_running
