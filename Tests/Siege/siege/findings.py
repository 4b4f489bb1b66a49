"""What went wrong, a line each, with what is needed to make it happen again."""

import shutil
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Finding:
    what: str
    attack: str
    role: str
    seed: int
    rings: list[Path]
    second: float

    @property
    def line(self) -> str:
        rings = " ".join(str(ring) for ring in self.rings)
        return (f"FOUND by {self.attack} ({self.role}), {self.second:.0f} s in: {self.what} — "
                f"again with --seed {self.seed} --only {self.attack}; last messages in {rings or 'no file'}")


class Findings:
    """Each thing once for each attack, however often it is found."""

    def __init__(self, kept: Path, seed: int) -> None:
        self.kept, self.seed = kept, seed
        self.all: dict[tuple[str, str], Finding] = {}
        self.times: dict[tuple[str, str], int] = {}

    def add(self, what: str, attack: str, role: str, second: float, rings: list[Path]) -> None:
        key = (attack, kind_of(what))
        self.times[key] = self.times.get(key, 0) + 1
        if key in self.all:
            return
        self.kept.mkdir(parents=True, exist_ok=True)
        copies = []
        for ring in rings:
            if ring.is_file():
                copies.append(self.kept / f"{self.seed}-{ring.name}")
                shutil.copy(ring, copies[-1])
        self.all[key] = Finding(what, attack, role, self.seed, copies, second)
        print(self.all[key].line, flush=True)


def kind_of(what: str) -> str:
    """The sentence without its figures."""
    return "".join(letter for letter in what.split(":")[0] if not letter.isdigit())
