"""JSON that is all depth: where a parser counts, and where it stops counting."""

from ..attackers import values
from ..attackers.attacker import Attacker
from ..attackers.wire import Gone, Http
from .registry import attack

ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-32-be", "utf-16-be")
OPEN_ROUTES = (("POST", "/api/v1/join"), ("POST", "/api/v1/sign-in"), ("POST", "/api/v1/sign-out"))


@attack("deep-bodies", "nobody", "citizen", weight=2)
def deep_bodies(attacker: Attacker) -> None:
    """To the routes that need no sign-in, each depth around where parsers end, in each encoding."""
    chance, connection = attacker.chance, attacker.http()
    for _ in attacker.rounds():
        method, target = chance.choice(OPEN_ROUTES)
        body = values.nested(chance).encode(chance.choice(ENCODINGS))
        if chance.random() < 0.1:
            body = body[: chance.randrange(len(body) + 1)]
        try:
            connection.ask(method, target, body)
        except Gone:
            connection = attacker.http()


@attack("deep-commands", "participant", "observer", "leader", weight=2)
def deep_commands(attacker: Attacker) -> None:
    chance, room = attacker.chance, attacker.session(attacker.seat.session)
    for number in attacker.rounds():
        inner = values.nested(chance)
        try:
            room.say(chance.choice((inner, '{"type":"command","id":"1","command":' + inner, '{"type":' + inner)))
            room.hear(0.001 if number % 4 else 0.02)
        except Gone:
            room = attacker.session(attacker.seat.session)


@attack("deep-routes", "participant", "facilitator", "leader")
def deep_routes(attacker: Attacker) -> None:
    """To every route that takes a body."""
    from ..attackers.routes import Routes

    routes = Routes(attacker.told, attacker.chance)
    taking = [one for one in routes.operations if "requestBody" in one[2]]
    connection: Http = attacker.http()
    for _ in attacker.rounds():
        method, path, operation = attacker.chance.choice(taking)
        body = values.nested(attacker.chance).encode(attacker.chance.choice(ENCODINGS))
        try:
            connection.ask(method.upper(), routes.target(path, operation), body, 'If-Match: *')
        except Gone:
            connection = attacker.http()
