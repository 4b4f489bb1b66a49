"""What a room holds for good, until it can be entered no more."""

from ..attackers import commands
from ..attackers.attacker import Attacker
from ..attackers.messages import EVERYTHING, many_clients, sync
from ..attackers.wire import Gone
from ..world import BESIDE
from .registry import attack
from harness.pycrdt_client import STEP_2, UPDATE

#: As many ids as fit one message.
IDS = (110_000, 60_000, 20_000)


@attack("long-journal", "participant", weight=2)
def long_journal(attacker: Attacker) -> None:
    """The largest commands there are, one after the other, as fast as they are taken."""
    room = attacker.session(attacker.seat.session)
    for number in attacker.rounds():
        for part in range(20):
            kind = attacker.chance.choice(list(commands.LONG))
            room.say(commands.long_command(kind, number * 20 + part))
        room.hear(0.02)


@attack("one-off-clients", "participant", weight=2)
def one_off_clients(attacker: Attacker) -> None:
    """Updates of client ids that nobody uses again, until the state vector is larger than any message."""
    model = BESIDE["s-1-a"]
    for number in attacker.rounds():
        room = attacker.document(model)
        room.say(EVERYTHING)
        room.hear(0.2)
        room.say(sync(STEP_2, many_clients(IDS[min(number // 3, 2)], attacker.chance)))
        room.hear(0.5)
        room.say(sync(UPDATE, many_clients(7_000, attacker.chance)))
        room.hear(0.2)
        room.close()


@attack("many-connections-of-many-clients", "participant")
def many_connections_of_many_clients(attacker: Attacker) -> None:
    """The same by small steps, each from a new connection."""
    for _ in attacker.rounds():
        room = attacker.document(BESIDE["s-1-a"], source=attacker.somewhere())
        for _ in range(20):
            room.say(sync(UPDATE, many_clients(attacker.chance.choice((1, 50, 500)), attacker.chance)))
        room.hear(0.02)
        room.close()


@attack("leave-and-return", "participant", "observer")
def leave_and_return(attacker: Attacker) -> None:
    """Comes into the session and the document, and goes, as often as it can."""
    for number in attacker.rounds():
        try:
            for room in (attacker.session(attacker.seat.session, flags=f"&after={number % 3 - 1}"),
                         attacker.document(BESIDE["s-1-a"])):
                room.hear(0.01)
                room.close()
        except Gone:
            continue
