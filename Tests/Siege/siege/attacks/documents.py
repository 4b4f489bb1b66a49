"""Documents that no page would write: deep, wide, full of holes, or noisy."""

import json

from harness.pycrdt_client import STEP_2, UPDATE

from ..attackers.attacker import Attacker
from ..attackers.messages import EVERYTHING, awareness, deep_maps, deletions, insertion, rows, sync, waiting
from ..attackers.wire import Gone, Http
from ..world import BESIDE
from .registry import attack

MODEL = BESIDE["s-1-a"]
#: Of one update after the first sync, and of a first sync.
FEW, MANY = 4_000, 60_000


def read_it(attacker: Attacker, connection: Http) -> None:
    """What reads the document as a model: its page, the session's outcome, the drafts that it is in."""
    session = f"sessions/{attacker.seat.session}"
    for target in (f"models/{MODEL}", f"{session}/outcome.md", session):
        connection.ask("GET", f"/api/v1/{target}")


@attack("deep-documents", "participant", weight=2)
def deep_documents(attacker: Attacker) -> None:
    """Maps in maps in a row's place, until whatever walks through them is at its end."""
    connection = attacker.http()
    for number in attacker.rounds():
        client = 5_000 + attacker.chance.randrange(1 << 30)
        room = attacker.document(MODEL)
        if number % 2:
            room.say(sync(STEP_2, deep_maps(MANY, client)))
        else:
            for part in range(6):
                room.say(sync(UPDATE, deep_maps(FEW, client, part * FEW)))
        room.hear(0.2)
        room.say(EVERYTHING)
        room.hear(0.2)
        room.close()
        read_it(attacker, connection)


@attack("many-rows", "participant")
def many_rows(attacker: Attacker) -> None:
    """Rows by the thousand in every table, and then all that is made of them."""
    connection = attacker.http()
    for number in attacker.rounds():
        room = attacker.document(MODEL)
        client = 5_000 + attacker.chance.randrange(1 << 30)
        root = ("expectations", "roles", "trialActions", "signs", "milestones", "parties", "goals")[number % 7]
        for part in range(8):
            room.say(sync(UPDATE, rows(1_500, client, part * 1_500, root)))
        room.hear(0.2)
        room.close()
        read_it(attacker, connection)


@attack("many-roots", "participant")
def many_roots(attacker: Attacker) -> None:
    """Fields that no form has, each with a letter in it."""
    room = attacker.document(MODEL)
    for number in attacker.rounds():
        try:
            room.say(sync(UPDATE, insertion(f"felt-{number}-" + "x" * attacker.chance.choice((1, 60, 2_000)), "x")))
            room.hear(0.0)
        except Gone:
            room = attacker.document(MODEL)


@attack("updates-that-wait", "participant")
def updates_that_wait(attacker: Attacker) -> None:
    """What builds on something that never comes, and deletions of what never was."""
    room = attacker.document(MODEL)
    for number in attacker.rounds():
        try:
            update = waiting(5_000, attacker.chance) if number % 2 else deletions(10, 1_000, attacker.chance)
            room.say(sync(UPDATE, update))
            room.hear(0.01)
        except Gone:
            room = attacker.document(MODEL)


@attack("noisy-awareness", "participant", "observer", weight=2)
def noisy_awareness(attacker: Attacker) -> None:
    """The largest states there are, from many connections, where honest people write."""
    rooms = []
    state = json.dumps({"user": {"name": "x" * 700}})
    for number in attacker.rounds():
        try:
            if len(rooms) < 30:
                rooms.append(attacker.document("k-1-a", source=attacker.somewhere()))
            room = rooms[number % len(rooms)]
            room.say(awareness(attacker.chance.randrange(1 << 31), number, state))
            room.hear(0.0)
        except Gone:
            rooms = [room for room in rooms if room in attacker.open_wires]


@attack("reactions", "participant", "observer")
def reactions(attacker: Attacker) -> None:
    """Pressed by nobody's hand."""
    room = attacker.session(attacker.seat.session)
    for number in attacker.rounds():
        try:
            for part in range(50):
                kind = attacker.chance.choice(("applause", "heart", "question", "yes", "x" * 1000))
                room.say(json.dumps({"type": "react", "id": f"{number}-{part}", "reaction": kind}))
                room.say('{"type":"ping"}')
            room.hear(0.001)
        except Gone:
            room = attacker.session(attacker.seat.session)
