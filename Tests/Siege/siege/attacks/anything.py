"""Anything at all, from the seed: every route and every message, as each role."""

from ..attackers import commands
from ..attackers.attacker import Attacker
from ..attackers.messages import Typist, any_message
from ..attackers.routes import Routes
from ..attackers.wire import Gone
from ..world import BESIDE
from .registry import ROLES, attack
from harness.hostile import frames, requests

WEIGHT = 4


@attack("any-route", *ROLES, weight=WEIGHT)
def any_route(attacker: Attacker) -> None:
    """Reads some answers at once, some later, some never."""
    routes, chance = Routes(attacker.told, attacker.chance), attacker.chance
    connection = attacker.http()
    for _ in attacker.rounds():
        try:
            many = chance.choice((1, 1, 1, 3, 10))
            for _ in range(many):
                method, target, body = routes.any()
                field = chance.choice(("If-Match: *", 'If-Match: "1"', "Accept: text/markdown", "X-Nothing: x"))
                connection.put(method, target, body, field)
            for _ in range(many):
                connection.answer()
        except Gone:
            connection = attacker.http(attacker.somewhere() if chance.random() < 0.2 else "")


@attack("any-message", "participant", "observer", "leader", weight=WEIGHT)
def any_message_to_a_document(attacker: Attacker) -> None:
    chance, typist = attacker.chance, Typist()
    model = chance.choice(("k-1-a", BESIDE["s-1-a"], BESIDE["s-1-a"]))
    room = attacker.document(model)
    last: list[bytes] = []
    for number in attacker.rounds():
        message = any_message(chance, typist) if not last or chance.random() < 0.8 else chance.choice(last)
        last = [*last[-9:], message]
        try:
            for _ in range(chance.choice((1, 1, 1, 20))):
                room.say(message)
            if number % 3:
                room.hear(0.002)
        except Gone:
            room = attacker.document(model)


@attack("any-command", "participant", "observer", "leader", "facilitator", weight=WEIGHT)
def any_command_to_a_session(attacker: Attacker) -> None:
    chance, kinds = attacker.chance, commands.kinds()
    if attacker.seat.role == "facilitator":
        # What ends everything in one's own session is for the end.
        kinds = [kind for kind in kinds if kind != "endSession"] * 20 + ["endSession", "reopenSession"]
    room = attacker.session(attacker.seat.session)
    for number in attacker.rounds():
        try:
            room.say(commands.any_command(chance.choice(kinds), number, chance).decode("utf-8", "replace"))
            attacker.examine(room.hear(0.001 if number % 5 else 0.01))
        except Gone:
            room = attacker.session(attacker.seat.session)


@attack("any-frame", "participant", weight=2)
def any_frame(attacker: Attacker) -> None:
    """Malformed frames and malformed messages in sound ones."""
    chance = attacker.chance
    for number in attacker.rounds():
        is_document = chance.random() < 0.5
        goes_on, ends = frames.kinds(is_document)
        try:
            room = attacker.document(BESIDE["s-1-a"]) if is_document else attacker.session(attacker.seat.session)
            for _ in range(chance.randrange(6)):
                room.send(chance.choice(goes_on)(chance))
            room.send(chance.choice(ends)(chance))
            room.hear(0.005)
            room.close()
        except Gone:
            continue


@attack("any-request", "nobody", weight=2)
def any_request(attacker: Attacker) -> None:
    """Malformed HTTP."""
    for _ in attacker.rounds():
        try:
            connection = attacker.http(attacker.somewhere())
            connection.socket.settimeout(0.05)
            connection.send(requests.any_request(attacker.chance))
            connection.receive()
            connection.close()
        except Gone:
            continue
