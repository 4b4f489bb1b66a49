"""Documents that cost the server much and who asks for them nothing."""

from ..attackers.attacker import Attacker
from ..attackers.messages import Typist
from ..attackers.wire import Gone
from ..world import BESIDE
from .registry import attack

FORMATS = ("md", "csv", "docx", "pdf", "json", "odt", "ics")
LETTERS = ("x", "æ ", "| ", "\n", "**", '"', "a,b;\n", "😀")


@attack("large-exports", "participant", "leader", "facilitator", weight=2)
def large_exports(attacker: Attacker) -> None:
    """A large text, then every document it is in, many at once, and mostly gone before they are made."""
    session, models = attacker.seat.session, [BESIDE["s-1-a"]]
    if attacker.seat.role == "facilitator":
        models = [attacker.told["theirs"]["model"]]
    if attacker.seat.role != "leader":
        room, typist = attacker.document(models[0]), Typist()
        letters = attacker.chance.choice(LETTERS)
        for _ in range(17):
            room.say(typist.types("whyCross", letters * (60_000 // len(letters.encode()))))
        room.hear(0.2)
        room.close()
    week = attacker.told["weeks"]["a"]
    for number in attacker.rounds():
        connection = attacker.http(attacker.somewhere())
        form = attacker.chance.choice(FORMATS)
        target = attacker.chance.choice((
            f"/api/v1/sessions/{session}/outcome.{form}", f"/api/v1/weeks/{week}/outcome.zip?formats=md,csv",
            f"/api/v1/weeks/{week}/units/{attacker.seat.unit}/goal-plan-draft.{form}",
            f"/api/v1/models/{models[0]}/versions"))
        for _ in range(attacker.chance.choice((1, 1, 4))):
            connection.put("GET", target)
        if number % 4 == 0:
            try:
                connection.answer()
            except Gone:
                continue
        connection.close()
