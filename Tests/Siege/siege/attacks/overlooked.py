"""What is not theirs: plans, drafts, codes and confirmations, by ways that look as if they were allowed."""

import json

from ..attackers.attacker import Attacker
from ..attackers.wire import Gone, Http
from ..world import UNITS
from .registry import attack

PLAN_PAGES = (
    "goal-plan", "goal-plan-draft", "goal-plan.md", "goal-plan-draft.csv", "goal-plan/changes", "goal-plan/versions",
    "goal-plan/versions/1", "goal-plan/year", "goal-plan/annual-report.md", "goal-plan.docx", "goal-plan-draft.pdf")


def read_plans(attacker: Attacker, connection: Http, week: str, unit: str, token: str | None = None) -> None:
    """Everything that there is of one unit's plan; the search sees what comes."""
    base = f"/api/v1/weeks/{attacker.told['weeks'][week]}/units/{unit}-{week}"
    for page in PLAN_PAGES:
        answer = connection.ask("GET", f"{base}/{page}", token=token)
        if answer.status == 200 and not attacker.seat.may_read_plan(week, f"{unit}-{week}"):
            attacker.complain(f"a plan or draft is shown to a {attacker.seat.role}: GET …/{page.split('.')[0]}")


@attack("joins-as-any-unit", "guest", weight=2)
def joins_as_any_unit(attacker: Attacker) -> None:
    """Comes in as each unit with the code, reads its plan, confirms for it, and withdraws what others confirmed."""
    connection = attacker.http()
    attacker.come_in()
    for number in attacker.rounds():
        unit, week = UNITS[number % len(UNITS)], attacker.seat.week
        body = {"joinCode": attacker.seat.code, "displayName": "A", "function": "Leder", "unitId": f"{unit}-{week}"}
        answer = connection.ask("POST", "/api/v1/join", json.dumps(body).encode())
        if answer.status != 201:
            connection.close()
            connection = attacker.http(attacker.somewhere())
            continue
        token = json.loads(answer.body)["token"]
        read_plans(attacker, connection, week, unit, token)
        for model in ("k-1-a", "c-1-a"):
            target = f"/api/v1/models/{model}/confirmations"
            confirmation = json.dumps({"unitId": f"{unit}-{week}", "function": "Leder"}).encode()
            connection.ask("POST", target, confirmation, token=token)
            before = connection.ask("GET", f"/api/v1/models/{model}", token=token).body
            connection.ask("DELETE", f"{target}/u-skole-a", token=token)
            after = connection.ask("GET", f"/api/v1/models/{model}", token=token).body
            if unit == "u-skole" and confirmed(before) and not confirmed(after):
                attacker.complain("somebody who joined as a unit withdrew what another of it had confirmed")


def confirmed(body: bytes) -> bool:
    model = json.loads(body)
    return any(one.get("unitId") == "u-skole-a" for one in model.get("confirmations", ()))


@attack("leaders-link", "facilitator", weight=2)
def leaders_link(attacker: Attacker) -> None:
    """Makes a leader's link for each unit, and reads and finishes its plan with it."""
    connection, session = attacker.http(), attacker.seat.session
    for number in attacker.rounds():
        unit, week = UNITS[number % len(UNITS)], attacker.seat.week
        body = json.dumps({"role": "leader", "unitId": f"{unit}-{week}"}).encode()
        answer = connection.ask("POST", f"/api/v1/sessions/{session}/invitations", body)
        if answer.status == 201:
            token = json.loads(answer.body)["token"]
            attacker.complain("a facilitator made a leader's link")
            read_plans(attacker, connection, week, unit, token)
        read_plans(attacker, connection, week, unit)


@attack("looks-everywhere", "nobody", "citizen", "guest", "participant", "observer", "leader", "facilitator", weight=3)
def looks_everywhere(attacker: Attacker) -> None:
    """Every page that can be read, of every week, session, unit and model, without any mischief."""
    from ..attackers.routes import Routes

    routes = Routes(attacker.told, attacker.chance)
    reading = [one for one in routes.operations if one[0] == "get"]
    connection, rooms = attacker.http(), 0
    for number in attacker.rounds():
        _, path, operation = attacker.chance.choice(reading)
        try:
            connection.ask("GET", routes.target(path, operation))
        except Gone:
            connection = attacker.http()
        if number % 10 == 0:
            rooms += 1
            look_into_rooms(attacker, routes)


def look_into_rooms(attacker: Attacker, routes) -> None:
    """A session's and a document's room, of any session: what is told to whoever comes in."""
    from ..attackers.messages import EVERYTHING, QUERY

    try:
        room = attacker.session(attacker.chance.choice(routes.pools["sessionId"]), flags="&after=0")
        attacker.examine(room.hear(0.05) + room.hear(0.05))
        room.close()
        document = attacker.document(attacker.chance.choice(routes.pools["modelId"]))
        document.say(EVERYTHING)
        document.say(QUERY)
        document.hear(0.05)
        document.hear(0.05)
        document.close()
    except Gone:
        return
