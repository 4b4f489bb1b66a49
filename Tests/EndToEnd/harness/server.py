"""One real server process: `samspil serve` on a port it picks itself."""

import os
import secrets
import signal
import subprocess
import threading
import time
from pathlib import Path

from . import paths

READY = "Samspil is listening on "
#: A debug build on a busy machine; a start takes well under a second otherwise.
START_SECONDS = 30.0
STOP_SECONDS = 20.0


class Server:
    """Starts, stops, kills and restarts the server on the same data directory.

    The administrator's token is given through the environment. Everything the server prints is kept in `output`
    (standard output and standard error together), also across restarts.
    """

    def __init__(
        self, data: Path, *flags: str, environment: dict[str, str] | None = None, through: tuple[str, ...] = ()
    ) -> None:
        """`through`: a command that ends by executing the one behind it, such as `env`."""
        self.data = data
        self.through = through
        self.flags = list(flags)
        #: Given through the environment; `None` leaves it to the server to make one.
        self.admin_token: str | None = secrets.token_urlsafe(32)
        self.environment = environment or {}
        self.url = ""
        self.seconds_to_ready = 0.0
        self.process: subprocess.Popen[str] | None = None
        self._lines: list[str] = []
        self._ready = threading.Event()
        self._readers: list[threading.Thread] = []

    @property
    def host_and_port(self) -> tuple[str, int]:
        host, port = self.url.removeprefix("http://").rsplit(":", 1)
        return host, int(port)

    @property
    def ws_url(self) -> str:
        return self.url.replace("http://", "ws://", 1)

    @property
    def output(self) -> str:
        return "\n".join(self._lines)

    @property
    def pid(self) -> int:
        assert self.process is not None
        return self.process.pid

    @property
    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def start(self, port: int = 0) -> "Server":
        """Returns when the server says that it is listening; fails with its output when it does not."""
        self._ready.clear()
        began = time.monotonic()
        self.process = subprocess.Popen(
            [*self.through, *command("serve", "--port", str(port), "--data", str(self.data), *self.flags)],
            env=server_environment(self._settings()),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            bufsize=1,
            cwd=paths.ROOT,
        )
        self._readers = [
            threading.Thread(target=self._read, args=(stream,), daemon=True)
            for stream in (self.process.stdout, self.process.stderr)
        ]
        for reader in self._readers:
            reader.start()
        while not self._ready.wait(0.02):
            if self.process.poll() is not None:
                self._join_readers()
                raise AssertionError(f"the server ended with {self.process.returncode} at start:\n{self.output}")
            if time.monotonic() - began > START_SECONDS:
                self.kill()
                raise AssertionError(f"the server was not listening within {START_SECONDS} s:\n{self.output}")
        self.seconds_to_ready = time.monotonic() - began
        return self

    def stop(self) -> int:
        """Asks the server to end (SIGTERM) and returns its exit status."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(f"the server did not end within {STOP_SECONDS} s of SIGTERM:\n{self.output}") from None
        self._join_readers()
        return self.process.returncode

    def kill(self) -> None:
        """Ends the server at once (SIGKILL), as a power cut would end the process."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()
        self._join_readers()

    def restart(self) -> "Server":
        """Starts again on the same data, and on the same port, so that clients find it."""
        return self.start(port=self.host_and_port[1])

    def close(self) -> None:
        """Leaves nothing behind, whatever state the test left the server in."""
        if self.is_running:
            self.kill()

    def _settings(self) -> dict[str, str]:
        token = {"SAMSPIL_ADMIN_TOKEN": self.admin_token} if self.admin_token else {}
        return {**token, **self.environment}

    def _read(self, stream) -> None:
        for line in stream:
            line = line.rstrip("\n")
            self._lines.append(line)
            if line.startswith(READY):
                self.url = line.removeprefix(READY).strip()
                self._ready.set()
        stream.close()

    def _join_readers(self) -> None:
        for reader in self._readers:
            reader.join(5)


def command(subcommand: str, *arguments: str) -> list[str]:
    """The command line of the binary under test; fails clearly when it has not been built."""
    assert paths.BINARY.is_file(), f"no server at {paths.BINARY}: run `swift build` first, or set SAMSPIL_BINARY"
    folders = []
    if subcommand == "serve":
        folders = ["--templates", str(paths.TEMPLATES), "--web", str(paths.WEB)]
    elif subcommand in ("import", "export"):
        folders = ["--templates", str(paths.TEMPLATES)]
    return [str(paths.BINARY), subcommand, *folders, *arguments]


def server_environment(extra: dict[str, str]) -> dict[str, str]:
    """This process's environment without its own Samspil settings, plus `extra`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SAMSPIL_")}
    return {**kept, **extra}


def run_to_end(subcommand: str, *arguments: str, environment: dict[str, str] | None = None, timeout: float = 30):
    """Runs a subcommand that ends by itself and returns the finished process with its output as text."""
    return subprocess.run(
        command(subcommand, *arguments),
        env=server_environment(environment or {}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=timeout,
        cwd=paths.ROOT,
    )
