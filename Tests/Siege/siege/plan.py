"""Which assaults there are to be, in which order: from the seed, every attack as each role before any comes again."""

import random
from dataclasses import dataclass
from typing import Iterator

from .attacks import ATTACKS, Attack


@dataclass(frozen=True)
class Assault:
    attack: Attack
    role: str
    #: Of how many with this attack and role: its seed depends on that and on nothing else.
    number: int
    seed: int

    @property
    def name(self) -> str:
        return self.attack.name

    @property
    def own_seed(self) -> str:
        return f"{self.seed} {self.name} {self.role} {self.number}"

    @property
    def file_name(self) -> str:
        return f"{self.name}-{self.role}-{self.number}"


def assaults(seed: int, only: list[str]) -> Iterator[Assault]:
    chance = random.Random(f"{seed} plan")
    chosen = [one for one in ATTACKS.values() if not only or one.name in only]
    pairs = [(one, role) for one in chosen for role in one.roles]
    numbers: dict[tuple[str, str], int] = {}
    # First each attack once, as one of its roles; then each as often as its weight says.
    first = [(one, chance.choice(one.roles)) for one in chosen]
    while True:
        chance.shuffle(first)
        for one, role in first:
            number = numbers.get((one.name, role), 0)
            numbers[one.name, role] = number + 1
            yield Assault(one, role, number, seed)
        first = [pair for pair in pairs for _ in range(max(1, pair[0].weight // len(pair[0].roles)))]
