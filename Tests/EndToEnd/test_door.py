"""Who gets in with the code, who leads, and what the last session left."""

import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from playwright.sync_api import expect

from harness.api import Api
from harness.join_page import fill_in
from harness.waiting import wait_until

SESSION = "s-1"


@pytest.fixture
def lead(week, clients):
    return clients.session(SESSION, week.invite(SESSION, "facilitator").token)


def body(week, **members):
    return {"joinCode": week.join_codes[SESSION], "displayName": "Gæst", "function": "Lærer", "unitId": "u-skole",
            **members}


def test_with_a_passphrase_the_code_alone_lets_nobody_in_and_only_those_who_lead_are_told_it(
    server, week, clients, lead
):
    lead.accepted("setLobby", mode="passphrase", passphrase="Blå bog")
    guest = Api(server.url)
    assert guest.ok("GET", f"/join/{week.join_codes[SESSION]}")["lobby"] == "passphrase"
    for word in ({}, {"passphrase": "rød bog"}, {"passphrase": ""}):
        assert guest.post("/join", json=body(week, **word)).status_code == 403
    person = Api(server.url, guest.ok("POST", "/join", 201, body(week, passphrase=" blå  BOG "))["token"])
    assert lead.event("lobbySet")["event"]["passphrase"] == "Blå bog"
    for token in (person.token, week.invite(SESSION, "observer").token):
        socket = clients.session(SESSION, token, after=0)
        assert "passphrase" not in socket.event("lobbySet")["event"]
        assert "Blå bog" not in json.dumps(socket.messages, ensure_ascii=False)
    guest.close()
    person.close()


def test_of_words_guessed_at_once_no_more_than_a_hundred_are_read_and_who_knows_the_word_then_knocks(
    server, week, clients, lead
):
    lead.accepted("setLobby", mode="passphrase", passphrase="ord")
    with ThreadPoolExecutor(24) as threads:
        guests = threading.local()

        def guess(number):
            if not hasattr(guests, "api"):
                guests.api = Api(server.url)
            guests.api.http.cookies.clear()
            return guests.api.post("/join", json=body(week, passphrase=f"gæt {number}")).status_code

        statuses = list(threads.map(guess, range(300)))
    assert statuses.count(403) == 100, "more words were read than may be"
    guest = Api(server.url)
    knock = guest.ok("POST", "/join", 202, body(week, passphrase="ord"))
    week.admin.ok("POST", f"/sessions/{SESSION}/knocks/{knock['knockId']}", 204, {"admit": True})
    assert Api(server.url, knock["token"]).session(SESSION)["role"] == "participant"
    # A new word begins anew.
    lead.accepted("setLobby", mode="passphrase", passphrase="et andet")
    other = Api(server.url)
    assert other.post("/join", json=body(week, passphrase="ord")).status_code == 403
    other.ok("POST", "/join", 201, body(week, passphrase="et andet"))
    guest.close()
    other.close()


def test_where_those_who_lead_let_people_in_a_token_opens_nothing_before_that(server, week, clients, lead):
    lead.accepted("setLobby", mode="approval")
    guest = Api(server.url)
    knock = guest.ok("POST", "/join", 202, body(week))
    person = Api(server.url, knock["token"])
    asked = f"/sessions/{SESSION}/knocks/{knock['knockId']}"
    assert person.get(f"/sessions/{SESSION}").status_code == 401
    assert guest.ok("GET", asked)["answer"] == "waiting"
    door = lead.wait(lambda: next((m for m in lead.messages if m["type"] == "door"), None), "the door")
    assert [one["person"]["displayName"] for one in door["waiting"]] == ["Gæst"]
    onlooker = clients.session(SESSION, week.invite(SESSION, "observer").token)
    week.admin.ok("POST", asked, 204, {"admit": True})
    week.admin.ok("POST", asked, 204, {"admit": False})
    assert guest.ok("GET", asked)["answer"] == "admitted", "the second press changed the first"
    assert person.session(SESSION)["role"] == "participant"
    onlooker.event("participantJoined")
    assert not [m for m in onlooker.messages if m["type"] == "door"]
    guest.http.cookies.clear()
    refused = guest.ok("POST", "/join", 202, body(week, displayName="Fremmed"))
    week.admin.ok("POST", f"/sessions/{SESSION}/knocks/{refused['knockId']}", 204, {"admit": False})
    assert guest.ok("GET", f"/sessions/{SESSION}/knocks/{refused['knockId']}")["answer"] == "refused"
    assert Api(server.url, refused["token"]).get(f"/sessions/{SESSION}").status_code == 401
    guest.close()
    person.close()


def test_who_knocked_before_a_restart_is_asked_to_knock_again(server, week, lead):
    lead.accepted("setLobby", mode="approval")
    guest = Api(server.url)
    knock = guest.ok("POST", "/join", 202, body(week))
    server.kill()
    server.restart()
    guest = Api(server.url)
    assert guest.ok("GET", f"/sessions/{SESSION}/knocks/{knock['knockId']}")["answer"] == "unknown"
    assert guest.ok("GET", f"/join/{week.join_codes[SESSION]}")["lobby"] == "approval"
    guest.close()


def test_who_was_let_in_while_their_page_slept_is_told_so_also_when_the_door_has_forgotten_it(server, week, lead):
    lead.accepted("setLobby", mode="approval")
    guest = Api(server.url)
    knock = guest.ok("POST", "/join", 202, body(week))
    asked = f"/sessions/{SESSION}/knocks/{knock['knockId']}"
    week.admin.ok("POST", asked, 204, {"admit": True})
    server.kill()
    server.restart()
    person, stranger = Api(server.url, knock["token"]), Api(server.url)
    assert stranger.ok("GET", asked)["answer"] == "unknown"
    assert person.ok("GET", asked)["answer"] == "admitted"
    for api in (guest, person, stranger):
        api.close()


def test_an_appointed_participant_leads_at_once_and_the_first_may_leave(week, clients):
    first = week.invite(SESSION, "facilitator")
    person = week.join(SESSION, "Anna A", "Lærer", unitId="u-skole")
    socket = clients.session(SESSION, person.token)
    assert socket.refused("sayToAll", text="x")["code"] == "notPermitted"
    first.ok("POST", f"/sessions/{SESSION}/facilitators", 204, {"participantId": person.participant_id})
    first.ok("POST", f"/sessions/{SESSION}/facilitators", 204, {"participantId": person.participant_id})
    wait_until(lambda: socket.pump(0.01) or socket.close_code, "the connection asked to come back")
    assert socket.close_code == 1013
    clients.session(SESSION, person.token).accepted("sayToAll", text="Nu er det mig")
    own = next(g for g in first.ok("GET", f"/sessions/{SESSION}/grants") if g["isOwn"])
    assert person.delete(f"/sessions/{SESSION}/grants/{own['id']}").status_code == 204
    assert first.get(f"/sessions/{SESSION}").status_code == 401
    leading = [g for g in person.ok("GET", f"/sessions/{SESSION}/grants") if g["role"] == "facilitator"]
    assert len(leading) == 1, "appointed twice"
    unknown = {"participantId": "p-ukendt"}
    assert person.post(f"/sessions/{SESSION}/facilitators", json=unknown).status_code == 404


def test_the_next_session_of_the_group_opens_with_what_the_last_parked_and_promised(week, clients, lead):
    person = week.join(SESSION, "Anna A", "Lærer", unitId="u-skole")
    lead.accepted("parkItem", itemId="x-1", text="Lokaler om aftenen", unitId="u-skole", due="2027-02-01")
    lead.accepted("parkItem", itemId="x-2", text="Klaret allerede")
    lead.accepted("settleItem", itemId="x-2", settled=True)
    week.admin.ok("POST", "/models/k-1/confirmations", 201, {
        "unitId": "u-skole", "function": "Skoleleder", "give": "En lærer om torsdagen"})
    group = week.admin.session(SESSION)["citizenGroupId"]
    later = week.admin.ok("POST", f"/weeks/{week.id}/sessions", 201, {
        "title": "Opfølgning", "date": "2027-03-01", "startsAt": "09:00", "endsAt": "10:00", "citizenGroupId": group})
    before = week.admin.ok("GET", f"/sessions/{later['id']}/before")
    assert before["sessionId"] == SESSION
    texts = [item["text"] for item in before["parkedItems"]]
    assert "Lokaler om aftenen" in texts and "Klaret allerede" not in texts
    assert {"unitId": "u-skole", "give": "En lærer om torsdagen"}.items() <= next(
        p for p in before["promises"] if p["unitId"] == "u-skole" and p["modelId"] == "k-1").items()
    draft = week.admin.ok("GET", f"/weeks/{week.id}/units/u-skole/goal-plan-draft")
    assert "Lokaler om aftenen" in json.dumps(draft, ensure_ascii=False)
    exported = week.admin.ok("GET", f"/weeks/{week.id}/export")
    session = next(s for s in exported["sessions"] if s["id"] == SESSION)
    assert {"text": "Lokaler om aftenen", "ownerUnitId": "u-skole", "due": "2027-02-01"} in session["parkedItems"]


# On the pages


def test_a_guest_waits_on_the_page_and_is_let_in_by_a_press(browsers, week):
    lead = browsers.open_as(week.invite(SESSION, "facilitator").token, f"/session/{SESSION}").page
    lead.get_by_test_id("lobby-approval").check()
    guest = browsers.open(f"/k/{week.join_codes[SESSION]}")
    # Until one is let in the answer to "who am I" is that one is nobody.
    guest.allow("401")
    fill_in(guest.page)
    expect(guest.page.get_by_test_id("waiting")).to_contain_text("lukker dig ind")
    expect(lead.get_by_test_id("door")).to_contain_text("Anna A")
    lead.get_by_test_id("admit").click()
    guest.page.wait_for_url(f"**/session/{SESSION}")
    expect(guest.page.get_by_test_id("people")).to_contain_text("(dig)")
    expect(lead.get_by_test_id("door")).to_have_count(0)


class TestCrowd:
    @pytest.fixture
    def server_flags(self):
        return ["--trusted-proxy", "127.0.0.1"]

    def test_who_comes_from_elsewhere_is_shown_beside_a_crowd_and_somebody_found_by_name_is_let_in(
        self, browsers, week, server
    ):
        page = browsers.open_as(week.invite(SESSION, "facilitator").token, f"/session/{SESSION}").page
        page.get_by_test_id("lobby-approval").check()
        guest = Api(server.url)
        wait_until(lambda: guest.ok("GET", f"/join/{week.join_codes[SESSION]}")["lobby"] == "approval", "the door")

        def knock(name, address):
            guest.http.cookies.clear()
            answer = guest.post("/join", json=body(week, displayName=name), headers={"X-Forwarded-For": address})
            assert answer.status_code == 202, answer.text
            return answer.json()

        crowd = [knock(f"Gæst nr. {number}.", "192.0.2.1") for number in range(60)]
        knock("Åse Østergård", "198.51.100.7")
        door = page.get_by_test_id("door")
        expect(door).to_contain_text("Åse Østergård")
        expect(door.get_by_test_id("admit")).to_have_count(50)
        expect(page.get_by_test_id("door-more")).to_contain_text("Og 11 til")
        expect(door).not_to_contain_text("Gæst nr. 59.")
        page.get_by_test_id("door-name").fill("findes ikke")
        expect(door.get_by_role("status")).to_contain_text("findes ikke")
        expect(door.get_by_test_id("admit")).to_have_count(0)
        page.get_by_test_id("door-name").fill(" NR. 59. ")
        expect(door.get_by_test_id("admit")).to_have_count(1)
        door.get_by_test_id("admit").click()
        expect(page.get_by_test_id("people")).to_contain_text("Gæst nr. 59.")
        assert Api(server.url, crowd[59]["token"]).session(SESSION)["role"] == "participant"
        page.get_by_test_id("door-name").fill("")
        expect(page.get_by_test_id("door-more")).to_contain_text("Og 10 til")
        guest.close()


def test_a_guest_writes_the_word_that_is_said_in_the_room(browsers, week):
    lead = browsers.open_as(week.invite(SESSION, "facilitator").token, f"/session/{SESSION}").page
    lead.get_by_test_id("lobby-passphrase").check()
    lead.get_by_test_id("lobby-word").fill("Blå bog")
    lead.get_by_test_id("lobby-submit").click()
    time.sleep(0.2)
    guest = browsers.open(f"/k/{week.join_codes[SESSION]}")
    guest.allow("403")
    guest.page.get_by_test_id("join-word").fill("rød bog")
    fill_in(guest.page)
    expect(guest.page.get_by_test_id("problem")).to_contain_text("Ordet passer ikke")
    guest.page.get_by_test_id("join-word").fill("blå bog")
    guest.page.get_by_test_id("join-submit").click()
    guest.page.wait_for_url(f"**/session/{SESSION}")


def test_a_participant_is_made_facilitator_and_the_bar_appears(browsers, week):
    lead = browsers.open_as(week.invite(SESSION, "facilitator").token, f"/session/{SESSION}").page
    person = week.join(SESSION, "Anna A", "Lærer", unitId="u-skole")
    ann = browsers.open_as(person.token, f"/session/{SESSION}")
    expect(ann.page.get_by_test_id("say-ready")).to_be_visible()
    lead.get_by_text("Hvem har adgang").click()
    lead.get_by_test_id(f"appoint-{person.participant_id}").click()
    expect(ann.page.get_by_test_id("facilitator-bar")).to_be_visible()
    lead.get_by_test_id("hand-over").click()
    lead.get_by_test_id("hand-over").click()
    expect(lead.get_by_test_id("session-gone")).to_be_visible()
    browsers.windows[0].allow("401|404")


def test_a_facilitator_who_loses_the_machine_goes_on_with_the_link_on_another(browsers, week):
    token = week.invite(SESSION, "facilitator").token
    first = browsers.open_as(token, f"/session/{SESSION}")
    first.page.get_by_test_id("timer-5").click()
    expect(first.page.get_by_test_id("timer-stop")).to_be_visible()
    first.context.close()
    browsers.windows.remove(first)
    second = browsers.open_as(token, f"/session/{SESSION}").page
    second.get_by_test_id("timer-stop").click()
    expect(second.get_by_test_id("timer-5")).to_be_visible()
