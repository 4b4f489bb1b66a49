"""Who may read which words: for each kind of attacker, from where. What is not here may not be read."""

from dataclasses import dataclass

from .canaries import Canary

#: From one's own week, session, or unit; from anywhere.
WEEK, SESSION, UNIT, ANYWHERE = "week", "session", "unit", "anywhere"

_PUBLIC = {"citizenPlan": ANYWHERE}
#: Somebody with a code, before they are in: what the form says that asks who they are.
_AT_THE_DOOR = {**_PUBLIC, "week": WEEK, "session": WEEK}
_INSIDE = {
    **_AT_THE_DOOR, "market": WEEK, "model title": SESSION, "model": SESSION, "name": SESSION, "talk": SESSION,
    # One's own session's code is what one came in with.
    "code": SESSION,
}
#: Kinds that nobody here may read: private ideas, and tokens and links of others.
RIGHTS: dict[str, dict[str, str]] = {
    "nobody": _PUBLIC,
    "citizen": _PUBLIC,
    "guest": {**_AT_THE_DOOR, "code": SESSION},
    "participant": _INSIDE,
    "observer": _INSIDE,
    # Leads a unit, and follows all sessions of the week.
    "leader": {**_INSIDE, "model": WEEK, "model title": WEEK, "talk": WEEK, "name": WEEK, "plan": UNIT},
    # Leads a session: the word at its door, and what its people answered.
    "facilitator": {**_INSIDE, "lobby": SESSION, "evaluation": SESSION},
}


@dataclass
class Seat:
    """Where an attacker sits: its role, its place, and what it came in with."""

    role: str
    week: str = ""
    session: str = ""
    unit: str = ""
    token: str = ""
    participant: str = ""
    #: The code of `session`, for those who are to know it.
    code: str = ""

    def may_read(self, canary: Canary) -> bool:
        if canary.word in (self.token, self.code):
            return True
        reach = RIGHTS[self.role].get(canary.kind)
        if reach is None:
            return False
        places = {
            WEEK: [(self.week, canary.week)], SESSION: [(self.session, canary.session)],
            UNIT: [(self.week, canary.week), (self.unit, canary.unit)], ANYWHERE: [],
        }
        return all(own and own == its for own, its in places[reach])

    def may_read_plan(self, week: str, unit: str) -> bool:
        """Whether a unit's plan, drafts and their history are for this seat."""
        return self.may_read(Canary("", "plan", week=week, unit=unit))

    def forbidden(self, canaries: list[Canary]) -> list[Canary]:
        return [canary for canary in canaries if not self.may_read(canary)]
