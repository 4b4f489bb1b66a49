"""What fills disk and memory: commands, drafts, text, and answers that nobody takes."""

from ..attackers import commands
from ..attackers.attacker import Attacker
from ..attackers.messages import EVERYTHING, QUERY, Typist, insertion, sync
from ..attackers.wire import Gone
from ..world import BESIDE
from .registry import attack
from harness.pycrdt_client import STEP_2, UPDATE

#: One update after the first sync may be a little larger.
PIECE = 60_000
SOCKETS = 12


@attack("command-flood", "participant", "facilitator", weight=2)
def command_flood(attacker: Attacker) -> None:
    """Small commands by the thousand, whatever the answers are."""
    room = attacker.session(attacker.seat.session)
    leads = attacker.seat.role == "facilitator"
    for number in attacker.rounds():
        for part in range(100):
            if leads:
                room.say(commands.command("sayToAll", part, text=f"{number} {part}"))
            else:
                room.say(commands.command("sayReady", part, ready=part % 2 == 0))
        room.hear(0.001)


@attack("drafts-after-edits", "participant", "leader", weight=2)
def drafts_after_edits(attacker: Attacker) -> None:
    """A look at a draft after each edit: of every unit whose draft is shown, in every format that costs little."""
    typist, connection = Typist(), attacker.http()
    room = attacker.document(BESIDE["s-1-a"])
    units = ["u-skole-a", "u-kfi-a", attacker.seat.unit]
    for number in attacker.rounds():
        room.say(typist.types("whyCross", f"{number} "))
        unit = units[number % len(units)]
        target = f"/api/v1/weeks/{attacker.told['weeks']['a']}/units/{unit}/goal-plan-draft"
        connection.ask("GET", target + ("", ".md", ".csv", "?profile=aftale")[number % 4])
        room.hear(0.0)


@attack("large-text", "participant", "facilitator", weight=2)
def large_text(attacker: Attacker) -> None:
    """Text without end in one field, by a single client and by many."""
    model = attacker.told["theirs"]["model"] if attacker.seat.role == "facilitator" else BESIDE["s-1-a"]
    room, typist = attacker.document(model), Typist()
    for number in attacker.rounds():
        letters = attacker.chance.choice("xæ\n") * (PIECE // 2)
        if number % 3:
            room.say(typist.types("task", letters))
        else:
            room.say(sync(UPDATE, insertion("task", letters)))
        room.hear(0.0)


@attack("large-first-sync", "participant")
def large_first_sync(attacker: Attacker) -> None:
    """The largest answer to the server's question, from connection after connection."""
    for number in attacker.rounds():
        room = attacker.document(BESIDE["s-1-a"], source=attacker.somewhere())
        room.say(sync(STEP_2, insertion(("task", "whyCross")[number % 2], "x" * 1_000_000)))
        room.hear(0.05)
        room.close()


@attack("ask-and-do-not-read", "participant", "observer", weight=2)
def ask_and_do_not_read(attacker: Attacker) -> None:
    """Everything, and who is there, asked for again and again on connections that are not read."""
    if attacker.seat.role == "participant":
        filler, typist = attacker.document(BESIDE["s-1-a"]), Typist()
        for _ in range(16):
            filler.say(typist.types("task", "x" * PIECE))
        filler.hear(0.2)
        filler.close()
    while not attacker.is_over:
        rooms = [attacker.document(BESIDE["s-1-a"], window=4096, source=attacker.somewhere()) for _ in range(SOCKETS)]
        try:
            for _ in attacker.rounds():
                for room in rooms:
                    room.say(EVERYTHING)
                    room.say(QUERY)
        except Gone:
            for room in rooms:
                room.close()


@attack("new-sessions", "facilitator")
def new_sessions(attacker: Attacker) -> None:
    """Sessions and models without end."""
    connection, weeks = attacker.http(), attacker.told["weeks"]
    for number in attacker.rounds():
        title = attacker.chance.choice("xæ") * attacker.chance.choice((10, 290))
        body = f'{{"title":"{title}","date":"2027-01-21","startsAt":"09:00","endsAt":"12:00"}}'
        connection.ask("POST", f"/api/v1/weeks/{weeks['a']}/sessions", body.encode())
        model = f'{{"level":"knowledge","title":"{title}","goalIds":[]}}'
        connection.ask("POST", f"/api/v1/sessions/{attacker.seat.session}/models", model.encode())


@attack("plan-edits", "leader")
def plan_edits(attacker: Attacker) -> None:
    """Each edit of a plan keeps what stood before."""
    connection = attacker.http()
    target = f"/api/v1/weeks/{attacker.told['weeks']['a']}/units/{attacker.seat.unit}/goal-plan"
    for number in attacker.rounds():
        body = f'{{"items":[{{"section":"goals","fields":{{"text":"{number} {"x" * 20_000}"}}}}]}}'
        connection.ask("PATCH", target, body.encode(), "If-Match: *")
        connection.ask("POST", target + "/versions", b"", "If-Match: *")
        connection.ask("POST", target + "/reopen", b"", "If-Match: *")
