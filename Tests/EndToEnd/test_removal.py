"""Weeks, sessions, models and participants are deleted: what goes is said first, and then nothing of it is anywhere."""

import json
import secrets
import subprocess
import time

import pytest
from pycrdt import Map, Text

from harness import paths
from harness.database import reading
from harness.server import command, server_environment
from harness.waiting import wait_until

SESSION, MODEL = "s-1", "k-1"
#: What was said stands in the journal, or, where the state is stored after each event, in that.
STORED = pytest.mark.parametrize(
    "server_flags", [[], ["--limit-snapshot-updates", "1"]], ids=["in the journal", "in the stored state"])
NAME, WORDS, IDEA = "Ærkedegn Zyxwarp", "Qvuxlingord", "Xhosvigidé"


def holding(data, *words):
    spellings = [spelling for word in words for spelling in (word.encode(), json.dumps(word)[1:-1].encode())]
    return [file.name for file in data.iterdir()
            if file.is_file() and any(spelling in file.read_bytes() for spelling in spellings)]


def removal(api, path):
    return api.ok("GET", path + "/removal")


def remove(api, path, tag, **query):
    return api.delete(path, headers={"If-Match": f'"{tag}"'}, params=query)


def write(client, words):
    with client.doc.transaction():
        client.doc.get("task", type=Text).insert(0, words)
    client.wait_saved()


@STORED
def test_a_deleted_model_is_gone_for_everybody_and_what_plans_took_stays(data, server, admin, week, clients, plan):
    lead = week.invite(SESSION, "facilitator")
    here = clients.pycrdt(MODEL, lead.token, saved="1")
    write(here, WORDS)
    admin.ok("POST", f"/models/{MODEL}/versions", 201)
    told = clients.session(SESSION, week.join(SESSION, "Anna", "Lærer", unitId="u-skole").token, after=0)
    said = removal(lead, f"/models/{MODEL}")
    assert said["confirmations"] > 0 and said["plansDrawing"] == 1 and said["versions"] >= 1
    before = admin.ok("GET", f"/weeks/{week.id}/units/u-skole/goal-plan")["plan"]
    assert remove(lead, f"/models/{MODEL}", "0" * 16, reason="Dobbelt").status_code == 412
    assert lead.delete(f"/models/{MODEL}", params={"reason": "Dobbelt"}).status_code == 428
    assert remove(lead, f"/models/{MODEL}", said["tag"]).status_code == 422, "a confirmed model needs words"
    assert MODEL in [one["id"] for one in admin.session(SESSION)["models"]]
    assert remove(lead, f"/models/{MODEL}", said["tag"], reason="Oprettet to gange").status_code == 204
    event = told.event("modelRemoved")["event"]
    assert event == {"kind": "modelRemoved", "modelId": MODEL, "reason": "Oprettet to gange"}
    here.wait(lambda: here.close_code, "the document's connection being closed")
    assert here.close_code == 4404
    assert lead.get(f"/models/{MODEL}").status_code == 404
    assert MODEL not in [one["id"] for one in admin.session(SESSION)["models"]]
    assert admin.ok("GET", f"/weeks/{week.id}/units/u-skole/goal-plan")["plan"]["items"] == before["items"]
    assert not holding(data, WORDS)
    # What is left is a week like any other: it goes out, comes in, and is served after a restart.
    exported = admin.ok("GET", f"/weeks/{week.id}/export")
    assert MODEL not in [one["id"] for one in exported["models"]]
    told.close()
    server.kill()
    server.restart()
    late = clients.session(SESSION, lead.token, after=0)
    late.pump(0.3)
    assert MODEL not in [m["event"].get("modelId") for m in late.events if m["event"]["kind"] != "modelRemoved"]
    said = removal(admin, f"/weeks/{week.id}")
    assert remove(admin, f"/weeks/{week.id}", said["tag"]).status_code == 204
    assert admin.ok("POST", "/weeks/import", 201, exported)["weekId"] == week.id


def test_who_writes_while_a_model_is_deleted_leaves_nothing_of_it_behind(data, server, admin, week, clients):
    new = {"level": "knowledge", "title": "Ny", "goalIds": []}
    made = admin.ok("POST", f"/sessions/{SESSION}/models", 201, new)["id"]
    here = clients.pycrdt(made, admin.token)
    said = removal(admin, f"/models/{made}")
    for number in range(200):
        with here.doc.transaction():
            here.doc.get("task", type=Text).insert(0, f"{WORDS} {number} ")
    assert remove(admin, f"/models/{made}", said["tag"]).status_code == 204
    for number in range(20):
        with here.doc.transaction():
            here.doc.get("task", type=Text).insert(0, f"{WORDS} {number} ")
        time.sleep(0.01)
    here.pump(0.2)
    assert here.close_code == 4404
    time.sleep(1)
    server.kill()
    assert not holding(data, WORDS)
    server.restart()
    assert admin.get(f"/models/{made}").status_code == 404


def test_a_deleted_session_closes_its_pages_and_takes_everything_with_it(data, admin, week, clients):
    person = week.join(SESSION, NAME, "Lærer", unitId="u-skole")
    page, here = clients.session(SESSION, person.token, after=0), clients.pycrdt(MODEL, person.token, saved="1")
    write(here, WORDS)
    lead = week.invite(SESSION, "facilitator")
    said = removal(admin, f"/sessions/{SESSION}")
    assert said["models"] > 0 and said["participants"] == 1 and said["grants"] >= 2
    assert lead.delete(f"/sessions/{SESSION}", headers={"If-Match": "*"}).status_code == 403
    week.join(SESSION, "Anna", "Lærer", unitId="u-skole")
    assert remove(admin, f"/sessions/{SESSION}", said["tag"]).status_code == 412, "somebody came meanwhile"
    said = removal(admin, f"/sessions/{SESSION}")
    assert remove(admin, f"/sessions/{SESSION}", said["tag"]).status_code == 204
    wait_until(lambda: page.pump(0.05) or page.close_code, "the page being closed")
    here.wait(lambda: here.close_code, "the document being closed")
    assert (page.close_code, here.close_code) == (4404, 4404)
    assert admin.get(f"/sessions/{SESSION}").status_code == 404
    assert admin.get(f"/join/{week.join_codes[SESSION]}").status_code == 404
    assert person.ok("GET", "/me") == {"grants": []}
    assert not holding(data, NAME, WORDS)


def answer_alone(clients, person, lead):
    page = clients.session(SESSION, person.token, after=0)
    lead.accepted("openIdeas", roundId="r-9", question="Hvad?", isNamed=False)
    page.accepted("writeIdea", roundId="r-9", ideaId="i-9", text=IDEA)
    page.accepted("raiseHand")
    return page


@STORED
def test_a_deleted_participant_leaves_what_the_unit_said_and_nothing_of_the_person(data, server, admin, week, clients):
    person = week.join(SESSION, NAME, "Xylofonbygger", unitId="u-skole")
    lead = clients.session(SESSION, week.invite(SESSION, "facilitator").token, after=0)
    page = answer_alone(clients, person, lead)
    here = clients.pycrdt(MODEL, person.token, saved="1")
    with here.doc.transaction():
        here.doc.get("comments", type=Map)["c-1"] = {
            "field": "task", "text": "Husk bussen", "participantId": person.participant_id, "unitId": "u-skole",
            "function": "Xylofonbygger", "at": 1, "resolved": False}
    write(here, f"{NAME} ringer. ")
    path = f"/sessions/{SESSION}/participants/{person.participant_id}"
    account = admin.ok("GET", path)
    assert account["displayName"] == NAME and account["function"] == "Xylofonbygger"
    assert [one["text"] for one in account["comments"]] == ["Husk bussen"]
    assert IDEA in json.dumps(account["events"], ensure_ascii=False)
    said = removal(admin, path)
    assert (said["answers"], said["comments"], said["grants"]) == (1, 1, 1)
    assert [one["fieldId"] for one in said["mentions"]] == ["task"]
    assert remove(admin, path, said["tag"]).status_code == 204
    lead.event("participantRemoved")
    wait_until(lambda: page.pump(0.05) or page.close_code, "the page being closed")
    assert page.close_code in (4401, 4404)
    assert admin.get(path).status_code == 404 and removal_is_gone(admin, path)
    assert person.participant_id not in [one["id"] for one in admin.session(SESSION)["participants"]]
    assert not holding(data, IDEA, "Xylofonbygger")
    again = clients.pycrdt(MODEL, admin.token)
    comment = again.doc.get("comments", type=Map)["c-1"]
    assert comment == {"field": "task", "text": "Husk bussen", "at": 1, "resolved": False}
    said = str(again.doc.get("task", type=Text))
    assert said.startswith(NAME), "what the model says is changed by those who wrote it"
    late = clients.session(SESSION, admin.token, after=0)
    late.pump(0.3)
    # Who is here is told by id alone, and who just left in the next moment.
    said_of = [m for m in late.messages
               if person.participant_id in json.dumps(m) and m["type"] not in ("presence", "presenceChange")]
    assert [m["event"]["kind"] for m in said_of] == ["participantRemoved"]


@pytest.mark.parametrize("server_flags", [["--limit-snapshot-updates", "1", "--limit-missed-events", "1"]])
def test_what_somebody_said_alone_is_told_to_them_and_goes_also_when_no_event_says_it_any_more(
        data, admin, week, clients):
    person = week.join(SESSION, NAME, "Lærer", unitId="u-skole")
    lead = clients.session(SESSION, week.invite(SESSION, "facilitator").token, after=0)
    answer_alone(clients, person, lead)
    path = f"/sessions/{SESSION}/participants/{person.participant_id}"

    def account_without_events():
        lead.accepted("startTimer", durationMs=60_000)
        account = admin.ok("GET", path)
        return account if IDEA not in json.dumps(account["events"], ensure_ascii=False) else None

    account = wait_until(account_without_events, "the state in the place of the events")
    assert [one["text"] for one in account["answers"]["ideas"]] == [IDEA]
    said = removal(admin, path)
    assert said["answers"] == 1
    assert remove(admin, path, said["tag"]).status_code == 204
    assert not holding(data, IDEA)


def removal_is_gone(api, path):
    return api.get(path + "/removal").status_code == 404


def run(data, *arguments):
    return subprocess.run(
        [*command(*arguments), "--data", str(data)], env=server_environment({}), capture_output=True, text=True,
        cwd=paths.ROOT)


def test_the_command_line_tells_forgets_and_deletes_and_leaves_no_byte(data, server, admin, week, clients):
    person = week.join(SESSION, NAME, "Xylofonbygger", unitId="u-skole")
    lead = clients.session(SESSION, week.invite(SESSION, "facilitator").token, after=0)
    answer_alone(clients, person, lead)
    here = clients.pycrdt(MODEL, person.token, saved="1")
    write(here, f"{NAME} ")
    admin.ok("POST", f"/models/{MODEL}/versions", 201)
    with here.doc.transaction():
        del here.doc.get("task", type=Text)[0:len(NAME.encode()) + 1]
    here.wait_saved()
    about = run(data, "about", NAME.upper())
    assert json.loads(about.stdout)[0]["participantId"] == person.participant_id, about.stderr
    told = run(data, "forget", NAME)
    assert told.returncode == 0 and person.participant_id in told.stdout and "Nothing was deleted" in told.stdout
    assert run(data, "forget", NAME, "--yes").returncode == 74, "a server holds the data"
    assert run(data, "forget", "Ingen Sådan").returncode == 66
    clients.close()
    assert server.stop() == 0
    assert holding(data, NAME)
    assert run(data, "forget", NAME, "--session", "s-2", "--yes").returncode == 66
    done = run(data, "forget", NAME, "--yes")
    assert done.returncode == 0, done.stderr
    assert not holding(data, NAME, IDEA, "Xylofonbygger")
    told = run(data, "delete", "model", MODEL)
    assert told.returncode == 0 and "confirmation(s)" in told.stdout and "Nothing was deleted" in told.stdout
    assert run(data, "delete", "model", MODEL, "--yes").returncode == 0
    assert run(data, "delete", "model", MODEL).returncode == 65
    assert run(data, "delete", "session", "s-2", "--yes").returncode == 0
    assert run(data, "check").returncode == 0
    server.restart()
    assert [one["id"] for one in admin.ok("GET", f"/weeks/{week.id}")["sessions"]] == [SESSION]
    assert admin.get(f"/models/{MODEL}").status_code == 404
    assert server.stop() == 0
    assert run(data, "delete", "week", week.id, "--yes").returncode == 0
    assert run(data, "check").returncode == 0
    server.restart()
    assert admin.ok("GET", "/weeks") == []


def test_what_calendars_told_and_what_presses_were_answered_goes_with_the_week_and_before_it_holds_no_word(
        data, admin, week, clients):
    lead = clients.session(SESSION, week.invite(SESSION, "facilitator").token, after=0)
    lead.accepted("parkItem", itemId="x-1", text=WORDS, unitId="u-skole", due="2027-09-01")
    week.join(SESSION, NAME, "Lærer", unitId="u-skole")
    calendar, key = f"/sessions/{SESSION}/outcome.ics", secrets.token_urlsafe(24)
    invitation = {"role": "leader", "unitId": "u-skole"}
    pressed = admin.post(f"/sessions/{SESSION}/invitations", invitation, headers={"Idempotency-Key": key})
    assert pressed.status_code == 201
    secret = next(value for value in pressed.json().values() if isinstance(value, str) and len(value) > 40)
    # Unfolded as RFC 5545 section 3.1 has it.
    assert WORDS in admin.get(calendar).text.replace("\r\n ", "")

    def stored():
        with reading(data) as database:
            return database.execute("SELECT * FROM told_calendar").fetchall()

    # With the next round of housekeeping.
    told = json.dumps(wait_until(stored, "what the calendar told"), ensure_ascii=False)
    with reading(data) as database:
        (answer,) = database.execute("SELECT answer FROM request_answer WHERE length(answer) > 0").fetchone()
    assert f"session:{SESSION}" in told and WORDS not in told and NAME not in told
    assert secret.encode() not in answer and secret.rpartition("#")[2].encode() not in answer
    assert holding(data, WORDS), "the journal says it until it is deleted"
    said = removal(admin, f"/weeks/{week.id}")
    assert remove(admin, f"/weeks/{week.id}", said["tag"]).status_code == 204
    assert not holding(data, WORDS, NAME)
    with reading(data) as database:
        assert database.execute("SELECT count(*) FROM told_calendar").fetchone() == (0,)
        assert database.execute("SELECT count(*) FROM request_answer WHERE length(answer) > 0").fetchone() == (0,)
    for path in (f"/weeks/{week.id}", f"/weeks/{week.id}/export", calendar, f"/weeks/{week.id}/marketplace"):
        gone = admin.get(path)
        assert gone.status_code == 404 and WORDS not in gone.text and NAME not in gone.text, path
    again = admin.post(f"/sessions/{SESSION}/invitations", invitation, headers={"Idempotency-Key": key})
    assert again.status_code in (404, 409) and secret not in again.text
