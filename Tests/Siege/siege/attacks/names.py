"""Being taken for somebody else."""

import json

from ..attackers.attacker import Attacker
from ..attackers.messages import awareness
from .registry import attack

FORGED = "forfalsket"
SIGNS = ("\u202e", "\u2060", "\u2800", "\u3164", "\u200b", "\u2066", "\U000e0041", "\ufeff")


@attack("forged-name", "participant", "observer", weight=2)
def forged_name(attacker: Attacker) -> None:
    """Shows a name and a participant's id that are not one's own, where honest people write."""
    room = attacker.document("k-1-a")
    other = next(person["participant"] for person in attacker.told["people"] if person["participant"])
    for number in attacker.rounds():
        user = {"name": f"Kommunaldirektør {FORGED}", "color": "#000", "participantId": other, "unitId": "u-skole-a"}
        state = {"user": user, "name": FORGED, "participantId": other}
        room.say(awareness(77_000 + attacker.chance.randrange(4), number + 1, json.dumps(state)))
        room.hear(0.15)


@attack("unseen-signs", "guest")
def unseen_signs(attacker: Attacker) -> None:
    """Joins under names of which some cannot be seen, or turn the text around."""
    attacker.come_in()
    connection = attacker.http()
    for _ in attacker.rounds():
        sign = attacker.chance.choice(SIGNS)
        name = attacker.chance.choice((f"{sign}Anna", f"An{sign}na", sign * 5))
        body = {"joinCode": attacker.seat.code, "displayName": name, "function": f"L{sign}", "unitId": "u-ung-a"}
        answer = connection.ask("POST", "/api/v1/join", json.dumps(body).encode())
        if answer.status != 201:
            continue
        told = json.loads(answer.body)
        room = attacker.session(attacker.seat.session, token=told["token"])
        heard = b"".join(room.hear(0.3))
        room.close()
        if sign in heard.decode("utf-8", "replace") or json.dumps(sign)[1:-1].encode() in heard:
            attacker.complain(f"a name with the invisible sign U+{ord(sign):04X} is shown")
