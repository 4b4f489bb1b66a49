"""Joining a session takes a code, a name, a unit and a function; no account."""

import threading
import time

import httpx
import pytest

from harness.api import Api
from harness.example import join, one


@pytest.fixture
def stranger(server):
    api = Api(server.url)
    yield api
    api.close()


def forgiving_forms(code):
    return [code, code.lower(), f" {code} ", f"{code[:4]} {code[4:]}", f"{code[:4]}-{code[4:].lower()}",
            " ".join(code)]


def test_a_code_opens_the_session_however_it_is_typed(week, stranger):
    code = week.join_codes["s-1"]
    for form in forgiving_forms(code):
        answer = stranger.ok("GET", f"/join/{form.replace(' ', '%20')}")
        assert answer["sessionId"] == "s-1"
        assert answer["title"] == one("sessions", "s-1")["title"]
        assert {"id": "u-skole", "name": one("units", "u-skole")["name"]} in answer["units"]
        person = join(stranger.url, form, "Deltager", "Lærer", unitId="u-skole")
        assert person.role == "participant" and person.session_id == "s-1"
        person.close()


def test_the_letter_o_is_read_as_zero_and_the_letters_i_and_l_as_one(week, admin, stranger):
    """Codes are in unambiguous base 32; enough of them are made for one to hold a 0 or a 1."""
    lookalikes = {"0": "O", "1": "I"}
    for number in range(200):
        body = {"title": f"Session {number}", "date": "2027-01-21", "startsAt": "09:00", "endsAt": "12:00"}
        created = admin.ok("POST", f"/weeks/{week.id}/sessions", 201, body)
        code = created["joinCode"]
        digits = [digit for digit in lookalikes if digit in code]
        assert not set(code) & set("OIL"), "a code holds a letter that is read as a digit"
        if digits:
            mistyped = code.replace("0", "o").replace("1", "l")
            assert stranger.ok("GET", f"/join/{mistyped}")["sessionId"] == created["id"]
            return
    pytest.fail("no code in 200 holds a 0 or a 1")


def test_an_unknown_code_is_one_and_the_same_404_for_every_reason(week, stranger):
    answers = []
    for code in ("ZZZZZZZZ", "A", "12345678", "%20", "ABCDEFGHJKMNP", "%C3%A6%C3%B8%C3%A5"):
        seen = stranger.get(f"/join/{code}")
        assert seen.status_code == 404, f"{code}: {seen.status_code}"
        answers.append(seen.json())
    assert all(answer == answers[0] for answer in answers), answers
    body = {"joinCode": "ZZZZZZZZ", "displayName": "A", "unitId": "u-skole", "function": "Lærer"}
    refused = stranger.post("/join", json=body)
    assert refused.status_code == 404
    assert refused.json()["title"] == answers[0]["title"]


def test_guessing_codes_is_limited_by_address(week, stranger):
    statuses = [stranger.get("/join/ZZZZZZZZ").status_code for _ in range(301)]
    assert statuses[0] == 404
    assert statuses[-1] == 429, "three hundred wrong codes in a row and none refused"


def test_a_right_code_and_a_right_link_pass_behind_an_address_that_was_wrong_too_often(week, stranger):
    for _ in range(310):
        stranger.get("/join/ZZZZZZZZ")
    link = week.invite("s-1", "facilitator").token
    assert stranger.ok("GET", f"/join/{week.join_codes['s-1']}")["sessionId"] == "s-1"
    join(stranger.url, week.join_codes["s-1"], "Deltager", "Lærer", unitId="u-skole").close()
    assert stranger.ok("POST", "/sign-in", 200, {"token": link})["grants"]


def test_codes_are_looked_up_slowly_for_who_guesses_and_a_right_one_among_them_is_let_in(server, week, stranger):
    """Sixteen guess as fast as they are answered; twenty a second are, and who comes with the code waits a moment."""
    for _ in range(300):
        stranger.get("/join/ZZZZZZZZ")
    answered, stop = [], threading.Event()

    def guess():
        with httpx.Client(base_url=server.url, trust_env=False, timeout=30) as client:
            while not stop.is_set():
                answered.append(client.get("/api/v1/join/ZZZZZZZZ").status_code)

    guessing = [threading.Thread(target=guess) for _ in range(16)]
    began = time.monotonic()
    for thread in guessing:
        thread.start()
    try:
        time.sleep(1)
        for _ in range(3):
            assert stranger.ok("GET", f"/join/{week.join_codes['s-1']}")["sessionId"] == "s-1"
        assert time.monotonic() - began < 15
    finally:
        stop.set()
        for thread in guessing:
            thread.join()
    # The few that the window gives back meanwhile are looked up at once.
    assert set(answered) <= {404, 429}
    assert len(answered) < 30 * (time.monotonic() - began) + 20


@pytest.mark.parametrize(
    "change",
    [
        {"displayName": ""},
        {"displayName": "   "},
        {"displayName": "x" * 10_000},
        {"displayName": 7},
        {"function": ""},
        {"function": "x" * 10_000},
        {"unitId": "u-findes-ikke"},
        {"unitId": None},
        {"externalId": "e-hal"},
        {"unitId": None, "externalId": "e-findes-ikke"},
    ],
)
def test_joining_without_what_is_needed_is_refused(week, stranger, change):
    body = {"joinCode": week.join_codes["s-1"], "displayName": "Deltager", "unitId": "u-skole", "function": "Lærer"}
    body.update(change)
    before = week.admin.session("s-1")["participants"]
    refused = stranger.post("/join", json={key: value for key, value in body.items() if value is not None})
    assert refused.status_code == 422, refused.text
    assert refused.json()["faults"], "what is wrong is not named"
    assert week.admin.session("s-1")["participants"] == before


def test_an_external_party_joins_as_itself(week):
    person = week.join("s-1", "Deltager Æ", "Frivillig", externalId="e-hal")
    me = person.session("s-1")["me"]
    assert me["externalId"] == "e-hal" and me.get("unitId") is None
    assert me["displayName"] == "Deltager Æ" and me["function"] == "Frivillig"


def test_who_joins_is_in_the_session_for_the_others(week, admin, clients):
    watcher = clients.session("s-1", admin.token)
    person = week.join("s-1", "Deltager Ø", "Lærer", unitId="u-skole")
    joined = watcher.event("participantJoined")["event"]
    assert joined["participantId"] == person.participant_id
    assert "Deltager Ø" not in str(joined), "names are not in events"
    named = watcher.wait(
        lambda: next((m for m in watcher.messages if m["type"] == "participant"), None), "the participant's name"
    )
    assert named["participant"]["displayName"] == "Deltager Ø"
    listed = {participant["id"]: participant for participant in person.session("s-1")["participants"]}
    assert listed[person.participant_id]["displayName"] == "Deltager Ø"


def test_presence_names_who_is_connected_and_drops_who_is_not(week, admin, clients):
    watcher = clients.session("s-1", admin.token)
    person = week.join("s-1", "Deltager", "Lærer", unitId="u-skole")

    socket = clients.session("s-1", person.token)
    watcher.wait(lambda: person.participant_id in watcher.present(), "presence of the one who came")
    late = clients.session("s-1", admin.token)
    late.wait(lambda: person.participant_id in late.present(), "the list for who comes later")
    socket.close()
    watcher.wait(lambda: person.participant_id not in watcher.present(), "presence without the one who left")
    late.wait(lambda: person.participant_id not in late.present(), "the same for the other")


def test_one_browser_joining_twice_keeps_one_token_with_both_sessions(week, stranger):
    for session in ("s-1", "s-2"):
        body = {"joinCode": week.join_codes[session], "displayName": "Deltager", "unitId": "u-skole",
                "function": "Lærer"}
        origin = {"Origin": stranger.url}
        assert stranger.post("/join", json=body, headers=origin).status_code == 201
    assert {grant["sessionId"] for grant in stranger.ok("GET", "/me")["grants"]} == {"s-1", "s-2"}


def test_the_token_of_joining_makes_who_comes_back_the_same_person_also_after_a_crash(server, week, admin, clients):
    person = week.join("s-1", "Deltager", "Lærer", unitId="u-skole")
    first = clients.session("s-1", person.token)
    seen = admin.session("s-1")["seq"]
    first.close()
    server.kill()
    server.restart()
    watcher = clients.session("s-1", admin.token)
    again = clients.session("s-1", person.token, after=seen)
    assert again.close_code is None
    watcher.wait(
        lambda: person.participant_id in watcher.present(), "the same participant's presence")
    back = Api(server.url, person.token)
    assert back.session("s-1")["me"]["participantId"] == person.participant_id
    back.close()
    assert len([p for p in admin.session("s-1")["participants"] if p["displayName"] == "Deltager"]) == 1


def test_a_renewed_code_lets_people_in_and_the_old_one_nobody_more_while_those_who_are_in_stay(week, admin, stranger, clients):
    old = week.join_codes["s-1"]
    person = week.join("s-1", "Deltager", "Lærer", unitId="u-skole")
    socket = clients.session("s-1", person.token)
    renewed = admin.ok("POST", "/sessions/s-1/join-code")
    assert renewed["joinCode"] != old and renewed["joinUrl"].endswith("/k/" + renewed["joinCode"])
    assert stranger.get(f"/join/{old}").json() == stranger.get("/join/ZZZZZZZZ").json()
    assert stranger.ok("GET", f"/join/{renewed['joinCode']}")["sessionId"] == "s-1"
    shown = admin.session("s-1")
    assert (shown["joinCode"], shown["joinCodeExpiresAt"]) == (renewed["joinCode"], renewed["joinCodeExpiresAt"])
    join(stranger.url, renewed["joinCode"], "En til", "Lærer", unitId="u-skole").close()
    socket.pump(0.2)
    assert socket.close_code is None and person.session("s-1")["me"]["participantId"] == person.participant_id
