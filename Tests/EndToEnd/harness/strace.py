"""strace on a running server, between entering and leaving.

Needs `strace`, and the right to trace one's own processes (`kernel.yama.ptrace_scope` 0, or root).
"""

import signal
import subprocess
from pathlib import Path

from .server import Server
from .waiting import wait_until


class Strace:
    """Holds every thread of the server once entered. `arguments` are strace's, such as `-e trace=fsync`."""

    def __init__(self, server: Server, *arguments: str, output: Path = Path("/dev/null")) -> None:
        self.server, self.arguments, self.output = server, arguments, output
        self.tracer: subprocess.Popen | None = None

    def __enter__(self) -> "Strace":
        self.tracer = subprocess.Popen(
            ["strace", "-f", "-qq", "-o", str(self.output), "-p", str(self.server.pid), *self.arguments],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        wait_until(self._holds_every_thread, "strace to hold the server")
        return self

    def __exit__(self, *_) -> None:
        assert self.tracer is not None and self.tracer.stderr is not None
        self.tracer.send_signal(signal.SIGINT)
        self.tracer.wait(30)
        self.tracer.stderr.close()

    def _holds_every_thread(self) -> bool:
        assert self.tracer is not None and self.tracer.stderr is not None
        if self.tracer.poll() is not None:
            raise AssertionError(f"strace ended: {self.tracer.stderr.read()}")
        threads = list(Path(f"/proc/{self.server.pid}/task").iterdir())
        return all(f"TracerPid:\t{self.tracer.pid}\n" in (thread / "status").read_text() for thread in threads)
