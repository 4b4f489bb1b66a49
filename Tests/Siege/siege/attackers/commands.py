"""Every command to a session, from the documentation's own table, with members that may or may not belong."""

import json
import random
from typing import Any

from harness import authorisation

from . import values

#: What a command takes, for the kinds that this file knows; for others anything goes.
MEMBERS: dict[str, dict[str, Any]] = {
    "enterPhase": {"index": 1, "expected": 0}, "startTimer": {"durationMs": 60_000}, "extendTimer": {"byMs": 60_000},
    "lockModel": {"modelId": "k-1-a"}, "unlockModel": {"modelId": "k-1-a"},
    "parkItem": {"itemId": "", "text": "Lokaler"},
    "settleItem": {"itemId": "x-9", "settled": True}, "callTogether": {"mode": "summon"}, "sayToAll": {"text": "Hør"},
    "sayReady": {"ready": True}, "evaluate": {"grade": 4, "text": "Godt"}, "setLobby": {"mode": "open"},
    "interpretValue": {"valueId": "diversity", "text": "Alle fag", "before": ""}, "lowerHand": {}, "raiseHand": {},
    "setAgenda": {"phases": [{"id": "a", "title": "A", "minutes": 10}], "expected": 0},
    "formGroups": {"groups": [{"groupId": "g-1", "name": "1", "members": []}], "byChoice": True},
    "joinGroup": {"groupId": "g-1"}, "callFacilitator": {}, "answerCall": {"groupId": "g-1"},
    "openIdeas": {"roundId": "r-9", "question": "Hvad?", "isNamed": False},
    "writeIdea": {"roundId": "r-1", "ideaId": "", "text": "En idé"}, "revealIdeas": {"roundId": "r-1"},
    "sortIdea": {"roundId": "r-1", "ideaId": "i-1", "heading": "Tid"},
    "openVote": {"voteId": "v-9", "question": "Hvilket?", "budget": 1, "isNamed": False,
                 "options": [{"optionId": "a", "text": "A"}, {"optionId": "b", "text": "B"}]},
    "castVote": {"voteId": "v-1", "dots": {"a": 1}}, "revealVote": {"voteId": "v-1"},
    "suggestLevel": {"goalId": "m-1-a", "answers": {"sharedCitizens": True, "needToKnow": True, "mustFit": False,
                                                    "onlyTogether": False, "hasTime": True}},
    "decideLevel": {"goalId": "m-1-a", "choice": "knowledge", "reason": "Vi kender hinanden for lidt"},
}
#: The longest text that each of these takes, which makes the largest events.
LONG = {"parkItem": ("text", 3_900), "interpretValue": ("text", 3_900), "writeIdea": ("text", 990),
        "evaluate": ("text", 3_900), "sayToAll": ("text", 3_900), "decideLevel": ("reason", 3_900)}


def kinds() -> list[str]:
    return list(authorisation.table("Commands to a session"))


def command(kind: str, number: int = 0, **members: Any) -> str:
    """One that is sound; what it makes has an id of its own."""
    sound = {**MEMBERS.get(kind, {}), **members}
    for name, value in sound.items():
        if value == "" and name.endswith("Id"):
            sound[name] = f"n-{number}"
    return json.dumps({"type": "command", "id": str(number), "command": {"kind": kind, **sound}}, ensure_ascii=False)


def long_command(kind: str, number: int) -> str:
    member, length = LONG[kind]
    return command(kind, number, **{member: f"{number} " + "å" * (length // 2 - 10)})


def any_command(kind: str, number: int, chance: random.Random) -> bytes:
    """Sound, or with a member that is not, or no command at all."""
    if chance.random() < 0.4:
        return command(kind, number).encode()
    value: Any = {"kind": kind, **MEMBERS.get(kind, {"id": "x", "text": "y"})}
    for name in list(value):
        if name != "kind" and chance.random() < 0.5:
            value[name] = values.anything(chance)
    message: dict[str, Any] = {"type": "command", "id": str(number), "command": value}
    if chance.random() < 0.1:
        kind = chance.choice(("command", "react", "ping", "x"))
        message = {"type": kind, "id": values.anything(chance), "reaction": "x"}
    if chance.random() < 0.05:
        return b'{"type":"command","id":"1","command":' + values.nested(chance).encode()
    return values.encoded(message, chance)
