"""Names are deleted on their day, everywhere; and until then they are where they are needed."""

import json
import sqlite3
import time
from base64 import b64decode, b64encode
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from pycrdt import Doc, Map, Text

from harness.api import Api
from harness.authorisation import table
from harness.clients import Clients
from harness.database import database_file
from harness.example import document, import_week, join
from harness.set_clock import DAY, SetClock
from harness.waiting import wait_until

SESSION, MODEL = "s-1", "k-1"
#: Somebody nobody is called like, so that every byte can be searched for the name. One for each place.
PEOPLE = ["Ærkedegn Zyxwarp", "Brynhild Qvuxling", "Cornelius Xhosvig", "Dagmar Wyqstrup", "Egil Zuqvist"]
JOINED, IMPORTED, AUTHOR, DELETED, KNOCKING = PEOPLE


@pytest.fixture
def clock(tmp_path):
    return SetClock(tmp_path)


@pytest.fixture
def server_surroundings(clock):
    return {"environment": clock.environment, "through": SetClock.THROUGH}


def today() -> date:
    return datetime.now(ZoneInfo("Europe/Copenhagen")).date()


def named_week(admin):
    """The example with somebody's name in a session that was held elsewhere."""
    week = document()
    session = next(one for one in week["sessions"] if one["id"] == SESSION)
    session["participants"].append({"id": "p-med", "displayName": IMPORTED, "unitId": "u-skole", "function": "Lærer"})
    return import_week(admin, week)


def spellings(name: str) -> list[bytes]:
    """How a name may stand in bytes: as it is, as JSON escapes it, and in UTF-16."""
    return [name.encode(), json.dumps(name)[1:-1].encode(), name.encode("utf-16-le")]


def holding(data, name: str) -> list[str]:
    return [file.name for file in data.iterdir()
            if file.is_file() and any(spelling in file.read_bytes() for spelling in spellings(name))]


def write_everywhere(server, clients, admin, week):
    """A name in every place where one can be written. Returns who joined under one."""
    person = week.join(SESSION, JOINED, "Lærer", unitId="u-skole")
    week.join(SESSION, DELETED, "Pædagog", unitId="u-skole")
    here = clients.pycrdt(MODEL, person.token, saved="1")
    comments = here.doc.get("comments", type=Map)
    remark = {"field": "task", "text": "Se her", "participantId": person.participant_id, "unitId": "u-skole",
              "function": "Lærer", "at": 1, "resolved": False}
    with here.doc.transaction():
        comments["plain"] = {**remark, "author": AUTHOR}
        comments["shared"] = Map({**remark, "name": AUTHOR})
    text = here.doc.get("task", type=Text)
    # As a person types: letter by letter, and the name is in no single change.
    for letter in reversed(f" {DELETED} "):
        with here.doc.transaction():
            text.insert(0, letter)
    here.wait_saved()
    admin.ok("POST", f"/models/{MODEL}/versions", 201)
    assert DELETED in admin.get(f"/weeks/{week.id}/units/u-skole/goal-plan-draft").text, "a draft says it too"
    with here.doc.transaction():
        del text[0:len(DELETED.encode()) + 2]
    here.wait_saved()
    admin.ok("POST", f"/models/{MODEL}/versions", 201)
    lead = clients.session(SESSION, week.invite(SESSION, "facilitator").token, after=0)
    lead.accepted("setLobby", mode="approval")
    body = {"joinCode": week.join_codes[SESSION], "displayName": KNOCKING, "function": "Lærer", "unitId": "u-skole"}
    assert Api(server.url).post("/join", json=body).status_code == 202
    lead.wait(lambda: any(m["type"] == "door" and m["waiting"] for m in lead.messages), "the knock")
    return person, here, lead


def every_answer(admin, week, person) -> str:
    """What every route answers that reads something, as one text."""
    answers = []
    for route in table("Routes"):
        method, path = route.split(" ")
        if method != "GET":
            continue
        address = path.format(
            exportId="x", part="units", itemId="u-skole", postId="x", format="csv", schemaName="session-outcome",
            weekId=week.id, sessionId=SESSION, modelId=MODEL, unitId="u-skole", partyId="u-skole", grantId="1",
            joinCode=week.join_codes[SESSION], revision=1, version=1, knockId="x", number=1,
            participantId=person.participant_id)
        answers += [who.get(address).text for who in (admin, person)]
    for version in admin.ok("GET", f"/models/{MODEL}/versions"):
        answers.append(text_of(admin.ok("GET", f"/models/{MODEL}/versions/{version['number']}")["state"]))
    return "\n".join(answers)


def text_of(state: str) -> str:
    doc = Doc()
    doc.apply_update(b64decode(state))
    return str(doc.get("task", type=Text)) + str(doc.get("comments", type=Map).to_py())


def told(clients, token) -> str:
    """All that somebody who connects now is sent, at the session and at the document."""
    session = clients.session(SESSION, token, after=0)
    session.pump(0.5)
    here = clients.pycrdt(MODEL, token)
    here.pump(0.3)
    return json.dumps(session.messages, ensure_ascii=False) + str(here.awareness_messages) + text_of(
        b64encode(here.doc.get_update()).decode())


def names_in(text: str) -> list[str]:
    return [name for name in PEOPLE if any(spelling.decode("latin-1") in text for spelling in
                                           (name.encode("latin-1", "ignore"), json.dumps(name)[1:-1].encode()))]


@pytest.mark.timeout(180)
def test_on_their_day_names_are_in_no_answer_no_room_and_no_byte_of_the_data_folder(data, server, clock, admin):
    clients = Clients(server)
    week = named_week(admin)
    day = today() + timedelta(days=3)
    admin.ok("PATCH", f"/weeks/{week.id}", json={"deleteParticipantNamesAfter": day.isoformat()})
    person, here, lead = write_everywhere(server, clients, admin, week)
    assert set(names_in(every_answer(admin, week, person) + told(clients, admin.token))) == set(PEOPLE)
    for name in (JOINED, IMPORTED, AUTHOR):
        assert holding(data, name), name
    clock.set(2 * DAY)
    time.sleep(6)
    assert JOINED in admin.get(f"/sessions/{SESSION}").text, "a day too early"
    clock.set(3 * DAY)
    lead.wait(lambda: any(m["type"] == "namesDeleted" for m in lead.messages), "the pages being told", 30)
    wait_until(lambda: not any(holding(data, name) for name in PEOPLE), "every byte without the names", 30)
    after = every_answer(admin, week, person) + told(clients, admin.token) + told(clients, person.token)
    assert names_in(after) == []
    assert person.ok("GET", "/me")["grants"][0]["function"] == "Lærer", "unit and function stay"
    mine = next(one for one in admin.session(SESSION)["participants"] if one["id"] == person.participant_id)
    assert (mine["displayName"], mine["unitId"], mine["function"]) == ("", "u-skole", "Lærer")
    assert "Se her" in after, "what was written stays"
    assert not any(name in server.output for name in PEOPLE)
    # Whoever comes after the day keeps the name until the next morning, and is told so.
    lead.close()
    late = clients.session(SESSION, admin.token, after=0)
    late.accepted("setLobby", mode="open")
    invited = Api(server.url).ok("GET", f"/join/{week.join_codes[SESSION]}")
    assert invited["nameDeletedOn"] == (today() + timedelta(days=4)).isoformat()
    join(server.url, week.join_codes[SESSION], JOINED, "Lærer", unitId="u-skole")
    server.kill()
    server.restart()
    time.sleep(6)
    assert JOINED in admin.get(f"/sessions/{SESSION}").text
    clock.set(4 * DAY)
    wait_until(lambda: JOINED not in admin.get(f"/sessions/{SESSION}").text, "the next morning", 30)
    wait_until(lambda: not holding(data, JOINED), "every byte without the name", 30)
    clients.close()


@pytest.mark.timeout(120)
def test_names_whose_day_came_while_the_server_was_down_are_deleted_right_after_its_start(data, server, clock, admin):
    week = named_week(admin)
    day = today() + timedelta(days=2)
    admin.ok("PATCH", f"/weeks/{week.id}", json={"deleteParticipantNamesAfter": day.isoformat()})
    week.join(SESSION, JOINED, "Lærer", unitId="u-skole")
    server.kill()
    assert holding(data, JOINED)
    clock.set(40 * DAY)
    server.restart()
    wait_until(lambda: not holding(data, JOINED) and not holding(data, IMPORTED), "every byte without the names", 30)


@pytest.mark.timeout(120)
def test_what_a_reader_keeps_in_the_write_ahead_log_is_erased_when_it_has_read(data, server, clock, admin):
    week = named_week(admin)
    day = today() + timedelta(days=2)
    admin.ok("PATCH", f"/weeks/{week.id}", json={"deleteParticipantNamesAfter": day.isoformat()})
    week.join(SESSION, JOINED, "Lærer", unitId="u-skole")
    reader = sqlite3.connect(f"file:{database_file(data)}?mode=ro", uri=True, isolation_level=None)
    reader.execute("BEGIN")
    assert reader.execute("SELECT count(*) FROM participant").fetchone() == (1,)
    clock.set(2 * DAY)
    wait_until(lambda: "it is tried again" in server.output, "the failure being told", 30)
    assert JOINED not in admin.get(f"/sessions/{SESSION}").text
    assert holding(data, JOINED), "the test keeps nothing"
    week.join(SESSION, "Anna", "Lærer", unitId="u-skole")
    reader.close()
    wait_until(lambda: not holding(data, JOINED), "every byte without the name", 40)
    assert JOINED not in server.output


def test_a_weeks_day_is_a_month_after_it_unless_it_is_set_and_holds_for_its_sessions_then(admin):
    made = admin.ok("POST", "/weeks", 201, {
        "title": "U", "municipality": {"name": "K"}, "start": "2027-01-18", "end": "2027-01-22", "units": [],
        "citizenGroups": []})["id"]
    session = admin.ok("POST", f"/weeks/{made}/sessions", 201, {
        "title": "Ny", "date": "2027-01-21", "startsAt": "09:00", "endsAt": "12:00",
        "deleteParticipantNamesAfter": "2027-06-01"})["id"]
    assert admin.ok("GET", f"/weeks/{made}")["namesDeletedOn"] == "2027-02-21"
    assert admin.session(session)["namesDeletedOn"] == "2027-06-01"
    patched = admin.ok("PATCH", f"/weeks/{made}", json={"deleteParticipantNamesAfter": "2027-03-01"})
    assert patched["namesDeletedOn"] == "2027-03-01"
    assert admin.session(session)["namesDeletedOn"] == "2027-03-01"
    assert admin.ok("GET", f"/weeks/{made}/export")["deleteParticipantNamesAfter"] == "2027-03-01"
    for wrong in ("2072-03-01", "2027-02-30", "i morgen", 7):
        refused = admin.patch(f"/weeks/{made}", json={"deleteParticipantNamesAfter": wrong})
        assert refused.status_code == 422, wrong
    unset = admin.ok("PATCH", f"/weeks/{made}", json={"deleteParticipantNamesAfter": None})
    assert unset["namesDeletedOn"] == "2027-02-21"


@pytest.mark.timeout(60)
def test_what_a_participant_got_ends_some_months_after_the_week_also_for_who_is_connected(server, clock, admin):
    week = import_week(admin)
    person = week.join(SESSION, JOINED, "Lærer", unitId="u-skole")
    clients = Clients(server)
    socket = clients.session(SESSION, person.token)
    ends = person.ok("GET", "/me")["grants"][0]["expiresAt"]
    last = datetime.fromisoformat(admin.ok("GET", f"/weeks/{week.id}")["end"]).replace(tzinfo=ZoneInfo("UTC"))
    assert abs(ends / 1000 - (last.timestamp() + 91 * DAY)) < 1
    clock.set(int(ends / 1000 - time.time()) - 60)
    assert person.get(f"/sessions/{SESSION}").status_code == 200
    clock.set(int(ends / 1000 - time.time()) + 60)
    assert person.get(f"/sessions/{SESSION}").status_code == 401
    wait_until(lambda: socket.pump(0.1) or socket.close_code, "the connection closed", 30)
    assert socket.close_code == 4401
    clients.close()
