"""What an attack is, and the list of all of them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Callable

from ..world import OPEN

if TYPE_CHECKING:
    from ..attackers.attacker import Attacker

ROLES = ("nobody", "guest", "participant", "observer", "facilitator", "leader", "citizen")


@dataclass(frozen=True)
class Attack:
    name: str
    roles: tuple[str, ...]
    carry_out: Callable[["Attacker"], None]
    #: How often, beside others, in a long siege.
    weight: int
    #: The session whose code a guest and a participant have.
    place: str
    #: Whether what the server prints is not read meanwhile.
    stalls_output: bool
    #: Attackers at the same time.
    attackers: int


ATTACKS: dict[str, Attack] = {}


def attack(
    name: str, *roles: str, weight: int = 1, place: str = OPEN, stalls_output: bool = False, attackers: int = 1
) -> Callable[[Callable[["Attacker"], None]], Callable[["Attacker"], None]]:
    """Adds a function to the list. It goes on until `attacker.is_over`; `Gone` begins it anew."""

    def add(carry_out: Callable[["Attacker"], None]) -> Callable[["Attacker"], None]:
        assert name not in ATTACKS and set(roles) <= set(ROLES), name
        ATTACKS[name] = Attack(name, roles, carry_out, weight, place, stalls_output, attackers)
        return carry_out

    return add
