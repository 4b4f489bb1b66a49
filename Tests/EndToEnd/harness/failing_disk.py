"""A disk that fails under a running server: strace answers its system calls on the database with errors.

Needs `strace`, and the right to trace one's own processes (`kernel.yama.ptrace_scope` 0, or root).
"""

import signal
import subprocess
from pathlib import Path

from .server import Server
from .waiting import wait_until


class FailingDisk:
    """Between entering and leaving, `calls` on the database's files fail with `error`; then the disk is well again.

    calls: system calls, such as `pwrite64` or `fdatasync`. error: such as `ENOSPC` or `EIO`. files: what the data
    directory's `samspil.sqlite` has behind its name, `""` for the database itself.
    """

    def __init__(
        self, server: Server, calls: str = "pwrite64", error: str = "ENOSPC", files: tuple[str, ...] = ("", "-wal")
    ) -> None:
        self.server = server
        self.calls = calls
        self.error = error
        self.paths = [str((server.data / f"samspil.sqlite{suffix}").resolve()) for suffix in files]
        self.tracer: subprocess.Popen | None = None

    def __enter__(self) -> "FailingDisk":
        paths = [argument for path in self.paths for argument in ("-P", path)]
        self.tracer = subprocess.Popen(
            ["strace", "-f", "-qq", "-o", "/dev/null", "-p", str(self.server.pid), *paths,
             "-e", f"trace={self.calls}", "-e", f"inject={self.calls}:error={self.error}"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        )
        wait_until(self._holds_every_thread, "strace to hold the server")
        return self

    def __exit__(self, *_) -> None:
        assert self.tracer is not None
        self.tracer.send_signal(signal.SIGINT)
        self.tracer.wait(10)
        assert self.tracer.stderr is not None
        self.tracer.stderr.close()

    def _holds_every_thread(self) -> bool:
        assert self.tracer is not None
        if self.tracer.poll() is not None:
            raise AssertionError(f"strace ended: {self.tracer.stderr.read() if self.tracer.stderr else ''}")
        threads = list(Path(f"/proc/{self.server.pid}/task").iterdir())
        return all(f"TracerPid:\t{self.tracer.pid}\n" in (thread / "status").read_text() for thread in threads)
