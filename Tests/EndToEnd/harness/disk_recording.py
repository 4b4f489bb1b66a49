"""What a server did to its database's files and what it told its clients, in the order it happened, from strace.

Of each event that matters here: a write, a truncation, a sync or a deletion of one of the files, and the bytes of a
message to a client. strace stops the process at each call, so that the order is that of the calls' ends.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from .server import Server
from .strace import Strace

CALLS = "pwrite64,pwritev,write,ftruncate,fdatasync,fsync,unlink,sendto"
LINE = re.compile(r"^\d+\s+(\w+)\((.*)\)\s+= (-?\d+)(.*)$", re.DOTALL)
UNFINISHED = re.compile(r"^(\d+)\s+(.*) <unfinished \.\.\.>$")
RESUMED = re.compile(r"^(\d+)\s+<\.\.\. \w+ resumed>(.*)$")
FILE = re.compile(r"^\d+<((?:\\x[0-9a-f]{2})*)>")
PORT = re.compile(r"^\d+<TCP:\[[^>]*->[^>]*:(\d+)\]>")
BYTES = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass
class Write:
    file: str
    offset: int
    data: bytes


@dataclass
class Truncate:
    file: str
    length: int


@dataclass
class Sync:
    file: str
    succeeded: bool


@dataclass
class Delete:
    file: str


@dataclass
class Sent:
    """Bytes on a connection, told by the client's port."""

    port: int
    data: bytes


Event = Write | Truncate | Sync | Delete | Sent


class DiskRecording(Strace):
    """Records between entering and leaving; `inject` is strace's, such as `fdatasync:error=EIO:when=3`."""

    def __init__(self, server: Server, output: Path, inject: str | None = None) -> None:
        fault = ["-e", f"inject={inject}"] if inject else []
        super().__init__(server, "-yy", "-xx", "-s", "2000000", "-e", f"trace={CALLS}", *fault, output=output)
        self.folder = str(server.data.resolve())

    def events(self) -> list[Event]:
        """In order; the files by their names in the data directory."""
        begun: dict[str, str] = {}
        events = []
        for line in self.output.read_text().splitlines():
            if match := UNFINISHED.match(line):
                begun[match[1]] = match[2]
                continue
            if match := RESUMED.match(line):
                line = f"{match[1]} {begun.pop(match[1])}{match[2]}"
            if (match := LINE.match(line)) and (event := self._event(match[1], match[2], int(match[3]))):
                events.append(event)
        return events

    def _event(self, call: str, arguments: str, result: int) -> Event | None:
        if call == "sendto":
            port = PORT.match(arguments)
            return Sent(int(port[1]), text_bytes(arguments)[:result]) if port and result > 0 else None
        name = self._file(arguments, call)
        if name is None:
            return None
        if call in ("fdatasync", "fsync"):
            return Sync(name, result == 0)
        if result < 0:
            return None
        if call == "unlink":
            return Delete(name)
        if call == "ftruncate":
            return Truncate(name, int(arguments.rsplit(", ", 1)[1]))
        assert call == "pwrite64", f"{call} on {name} is not understood"
        return Write(name, int(arguments.rsplit(", ", 1)[1]), text_bytes(arguments)[:result])

    def _file(self, arguments: str, call: str) -> str | None:
        """The database's own files; not its index in shared memory, which is made anew."""
        if call == "unlink":
            path = text_bytes(arguments).decode()
        else:
            match = FILE.match(arguments)
            path = unescaped(match[1]).decode() if match else ""
        folder, _, name = path.rpartition("/")
        return name if folder == self.folder and name in ("samspil.sqlite", "samspil.sqlite-wal") else None


def text_bytes(arguments: str) -> bytes:
    match = BYTES.search(arguments)
    return unescaped(match[1]) if match else b""


def unescaped(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))
