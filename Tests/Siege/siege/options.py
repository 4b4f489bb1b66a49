"""How a siege is run: how long, which seed, against which server; and what may be asked of that server."""

import argparse
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

#: A release build answers a key within this at p99 on a machine that does nothing else; a debug build is some ten
#: times slower, and is here to be broken rather than to be measured.
WAIT_SECONDS = {"release": 0.25, "debug": 4.0}
#: A room, a plan or a door.
OPEN_SECONDS = {"release": 2.0, "debug": 8.0}
#: How much more memory the server may come to hold than it had in peace, and how much more disk one assault may fill:
#: what the token buckets let through of text, commands and drafts, and the write-ahead log that is not yet taken in.
MEMORY_BYTES = 256 << 20
DISK_BYTES = 32 << 20
#: What all assaults together may fill: the quotas of what attackers may write in.
DISK_BYTES_IN_ALL = 512 << 20


@dataclass
class Options:
    seconds: float
    seed: int
    only: list[str]
    binary: Path
    assault_seconds: float
    kept: Path

    @property
    def build(self) -> str:
        return "debug" if "debug" in self.binary.resolve().parts else "release"

    @property
    def wait_seconds(self) -> float:
        return WAIT_SECONDS[self.build]

    @property
    def open_seconds(self) -> float:
        return OPEN_SECONDS[self.build]


def read(description: str, arguments: list[str], root: Path) -> Options:
    parser = argparse.ArgumentParser(description=description.split("\n", 1)[0])
    parser.add_argument("--seconds", type=float, default=300, help="of assaults, beside what is checked between them")
    parser.add_argument("--seed", type=int, default=secrets.randbits(31))
    parser.add_argument("--only", default="", help="names of attacks, with commas")
    parser.add_argument("--binary", type=Path, help="the server; else SAMSPIL_BINARY, else the release build")
    parser.add_argument("--assault-seconds", type=float, default=4.0, help="of one assault")
    parser.add_argument("--kept", type=Path, default=root / ".build" / "siege", help="where last messages are kept")
    given = parser.parse_args(arguments)
    only = [name for name in given.only.split(",") if name]
    named = os.environ.get("SAMSPIL_BINARY")
    binary = given.binary or (Path(named) if named else root / ".build" / "release" / "samspil")
    return Options(given.seconds, given.seed, only, binary.absolute(), given.assault_seconds, given.kept)
