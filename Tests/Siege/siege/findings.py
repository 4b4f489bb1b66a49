"""What went wrong, a line each, with what is needed to make it happen again."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Sequence


@dataclass
class Finding:
    what: str
    attack: str
    role: str
    seed: int
    rings: list[Path]
    second: float
    #: Assaults before it on the same data: what lasts of them may be what was found.
    before: list[str]

    @property
    def line(self) -> str:
        found = f"FOUND by {self.attack} ({self.role}), {self.second:.0f} s in: {self.what}"
        if not self.rings:
            return f"{found} — again with --seed {self.seed}"
        rings = " ".join(str(ring) for ring in self.rings)
        before = f" (before it on the same data: {', '.join(self.before)})" if self.before else ""
        return f"{found} — again with --seed {self.seed} --only {self.attack}{before}; last messages in {rings}"


class Findings:
    """Each thing once for each attack and role, however often it is found."""

    def __init__(self, kept: Path, seed: int) -> None:
        self.kept, self.seed = kept, seed
        self.all: dict[tuple[str, str, str], Finding] = {}
        #: Also those that were found before.
        self.count = self.lasting = 0

    def add(
        self, what: str, attack: str, role: str, second: float, rings: list[Path], is_lasting: bool = False,
        before: Sequence[str] = (),
    ) -> None:
        """`is_lasting`: what comes after it could be found because of it."""
        key = (attack, role, kind_of(what))
        self.count += 1
        self.lasting += is_lasting
        if key in self.all:
            return
        self.kept.mkdir(parents=True, exist_ok=True)
        copies = []
        for ring in rings:
            if ring.is_file():
                copies.append(self.kept / f"{self.seed}-{ring.name}")
                shutil.copy(ring, copies[-1])
        self.all[key] = Finding(what, attack, role, self.seed, copies, second, list(before))
        print(self.all[key].line, flush=True)


def kind_of(what: str) -> str:
    """The sentence without its figures."""
    return "".join(letter for letter in what.split(":")[0] if not letter.isdigit())
