"""Words that nobody but those they are for may ever receive, and the search for them in what comes off a connection.

A word looks like nothing else (`kn`, twelve letters, `qx`), so that one regular expression finds all of them at the
speed of a search for `kn`. Secrets that the server makes itself (codes, tokens) are searched for literally.
"""

import io
import random
import re
import string
import zipfile
import zlib
from dataclasses import asdict, dataclass
from typing import Callable

WORD = re.compile(rb"kn[a-z]{12}qx")
WORD_BYTES = 16
#: Of an archive that is looked into, so that none can keep the attacker's process busy.
MOST_UNPACKED = 32 << 20


@dataclass(frozen=True)
class Canary:
    """A word (or a secret), what it stands in, and where: a week, a session of it, a unit of it."""

    word: str
    kind: str
    week: str = ""
    session: str = ""
    unit: str = ""

    def __str__(self) -> str:
        where = " ".join(part for part in (self.week, self.session, self.unit) if part)
        return f"{self.kind} of {where}" if where else self.kind


class Canaries:
    """All words of one world."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self.planted: dict[str, Canary] = {}

    def word(self, kind: str, **where: str) -> str:
        """A new word, to be written where it says."""
        letters = "".join(self._chance.choices(string.ascii_lowercase, k=12))
        return self._keep(Canary(f"kn{letters}qx", kind, **where))

    def secret(self, value: str, kind: str, **where: str) -> None:
        """Something that the server made, and that only some may know."""
        self._keep(Canary(value, kind, **where))

    def _keep(self, canary: Canary) -> str:
        self.planted[canary.word] = canary
        return canary.word

    def listed(self) -> list[dict]:
        """For another process."""
        return [asdict(canary) for canary in self.planted.values()]


class Search:
    """Searches everything that one attacker receives for what it may not read."""

    def __init__(self, forbidden: list[Canary]) -> None:
        self._words = {canary.word.encode(): canary for canary in forbidden}
        self._literals = [word for word in self._words if not WORD.fullmatch(word)]
        self._overlap = max([WORD_BYTES, *map(len, self._literals)]) - 1
        self.bytes = 0
        self.found: dict[Canary, str] = {}

    def stream(self) -> "Stream":
        """For the bytes of one connection, in whatever pieces they come."""
        return Stream(self)

    def allow(self, is_allowed: Callable[[Canary], bool]) -> None:
        """From now on these may be read: who searches has come further in."""
        self._words = {word: canary for word, canary in self._words.items() if not is_allowed(canary)}

    def look(self, data: bytes, where: str) -> None:
        for word in set(WORD.findall(data)):
            if word in self._words:
                self.found.setdefault(self._words[word], where)
        for literal in self._literals:
            if literal in data:
                self.found.setdefault(self._words[literal], where)

    def unpack(self, data: bytes, where: str, depth: int = 0) -> None:
        """What is packed is looked into: archives in archives, and the compressed parts of a PDF."""
        if data[:4] == b"PK\3\4" and depth < 3:
            try:
                with zipfile.ZipFile(io.BytesIO(data)) as archive:
                    for entry in archive.infolist():
                        if entry.file_size < MOST_UNPACKED:
                            inner = archive.read(entry)
                            self.look(inner, f"{where} › {entry.filename}")
                            self.unpack(inner, f"{where} › {entry.filename}", depth + 1)
            except (zipfile.BadZipFile, NotImplementedError, zlib.error):
                return
        elif data[:4] == b"%PDF":
            for part in re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL):
                try:
                    self.look(zlib.decompressobj().decompress(part, MOST_UNPACKED), f"{where} › stream")
                except zlib.error:
                    continue


class Stream:
    """The search over one connection: a word that is split between two pieces is found."""

    def __init__(self, search: Search) -> None:
        self._search = search
        self._rest = b""

    def feed(self, data: bytes, where: str) -> None:
        self._search.bytes += len(data)
        whole = self._rest + data
        self._search.look(whole, where)
        self._rest = whole[-self._search._overlap :]
