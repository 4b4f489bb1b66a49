"""Room is owned: whoever fills theirs fills only theirs, and places come back."""

import json
import secrets
import threading
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from playwright.sync_api import expect

from harness.api import Api
from harness.clients import Clients
from harness.example import import_week, join
from harness.server import Server
from harness.waiting import wait_until

SESSION = "s-1"


@pytest.fixture
def started(data):
    """A server with other limits: its administrator, the example week, and clients."""
    opened = []

    def start(*flags):
        server = Server(data, *flags).start()
        admin, clients = Api(server.url, server.admin_token), Clients(server)
        opened.extend([admin, clients, server])
        return server, import_week(admin), clients

    yield start
    for one in opened:
        one.close()


def body(week, **members):
    return {"joinCode": week.join_codes[SESSION], "displayName": "Gæst", "function": "Lærer", "unitId": "u-skole",
            **members}


def browser(url):
    """Somebody's browser: keeps its cookie, and says which page it is on."""
    api = Api(url)
    api.http.headers["Origin"] = url
    return api


# Places in a session


def test_who_sends_a_hundred_forms_fills_no_session_and_who_opens_the_page_keeps_the_place(started):
    server, week, clients = started("--limit-participants", "20")
    here = join(server.url, week.join_codes[SESSION], "Anna A", "Lærer", unitId="u-skole")
    socket = clients.session(SESSION, here.token)
    for number in range(100):
        join(server.url, week.join_codes[SESSION], f"Formular {number}", "Lærer", unitId="u-skole").close()
    late = join(server.url, week.join_codes[SESSION], "Bent B", "Lærer", unitId="u-fam")
    assert late.session(SESSION)["me"]["displayName"] == "Bent B"
    assert here.session(SESSION)["me"]["displayName"] == "Anna A"
    socket.pump(0.2)
    assert socket.close_code is None
    people = week.admin.session(SESSION)["participants"]
    assert len(people) <= 22 and {"Anna A", "Bent B"} <= {one["displayName"] for one in people}


def test_a_session_full_of_people_who_came_says_so_and_a_place_taken_back_is_free(started):
    server, week, _ = started("--limit-participants", "5")
    people = [join(server.url, week.join_codes[SESSION], f"Deltager {n}", "Lærer", unitId="u-skole") for n in range(5)]
    for person in people:
        person.session(SESSION)
    stranger = Api(server.url)
    full = stranger.post("/join", json=body(week))
    assert full.status_code == 422 and "fuld" in full.json()["title"], full.text
    grant = next(g for g in week.admin.ok("GET", f"/sessions/{SESSION}/grants")
                 if g.get("participantId") == people[0].participant_id)
    assert week.admin.delete(f"/sessions/{SESSION}/grants/{grant['id']}").status_code == 204
    stranger.ok("POST", "/join", 201, body(week))
    stranger.http.cookies.clear()
    # The one who came in now is expected, and whoever comes may have that place; who has come keeps theirs. All of it
    # also after a restart.
    server.kill()
    server.restart()
    sixth = Api(server.url)
    sixth.http.headers["Authorization"] = f"Bearer {sixth.ok('POST', '/join', 201, body(week))['token']}"
    sixth.session(SESSION)
    for person in people[1:]:
        assert Api(server.url, person.token).session(SESSION)["role"] == "participant"
    assert Api(server.url).post("/join", json=body(week)).status_code == 422, "six in five places"


def test_who_joined_and_never_came_gives_the_place_back(started):
    server, week, _ = started("--limit-newcomer-seconds", "1")
    gone = join(server.url, week.join_codes[SESSION], "Kom aldrig", "Lærer", unitId="u-skole")
    here = join(server.url, week.join_codes[SESSION], "Kom", "Lærer", unitId="u-skole")
    here.session(SESSION)

    def names():
        return {one["displayName"] for one in week.admin.session(SESSION)["participants"]}

    wait_until(lambda: "Kom aldrig" not in names(), "the place given back", 15)
    assert "Kom" in names()
    assert gone.get(f"/sessions/{SESSION}").status_code == 401
    server.kill()
    server.restart()
    assert names() >= {"Kom"} and "Kom aldrig" not in names()


# One browser, one person


def test_one_browser_that_comes_by_the_code_again_is_the_same_person_as_it_calls_itself_now(server, week, clients):
    guest = browser(server.url)
    first = guest.ok("POST", "/join", 201, body(week, displayName="Anna A"))
    seen = guest.ok("GET", f"/join/{week.join_codes[SESSION]}")["me"]
    assert seen["participantId"] == first["participantId"] and seen["displayName"] == "Anna A"
    again = guest.ok("POST", "/join", 201, body(week, displayName="Anna Ask", unitId="u-fam", function="Konsulent"))
    assert again["participantId"] == first["participantId"] and again["token"] == first["token"]
    assert again["isReturning"] and not first["isReturning"]
    people = [p for p in week.admin.session(SESSION)["participants"] if p["id"] == first["participantId"]]
    assert [(p["displayName"], p["unitId"], p["function"]) for p in people] == [("Anna Ask", "u-fam", "Konsulent")]
    assert len(week.admin.session(SESSION)["participants"]) == 1
    grants = [g for g in guest.ok("GET", "/me")["grants"] if g["sessionId"] == SESSION]
    assert [g["unitId"] for g in grants] == ["u-fam"]
    server.kill()
    server.restart()
    me = guest.session(SESSION)["me"]
    assert (me["participantId"], me["displayName"], me["unitId"]) == (first["participantId"], "Anna Ask", "u-fam")
    guest.close()


# The door


def test_a_browser_that_knocks_twelve_times_stands_in_one_place_and_goes_in_from_there(server, week, clients):
    lead = clients.session(SESSION, week.invite(SESSION, "facilitator").token)
    lead.accepted("setLobby", mode="approval")
    guest = browser(server.url)
    knocks = [guest.ok("POST", "/join", 202, body(week, displayName=f"Gæst {n}")) for n in range(12)]
    assert len({one["knockId"] for one in knocks}) == 1 and len({one["token"] for one in knocks}) == 1

    def door():
        lead.pump(0.05)
        return next((m for m in reversed(lead.messages) if m["type"] == "door"), None)

    wait_until(lambda: door() and door()["waiting"][0]["person"]["displayName"] == "Gæst 11", "what was written last")
    assert door()["count"] == 1 and len(door()["waiting"]) == 1
    week.admin.ok("POST", f"/sessions/{SESSION}/knocks/{knocks[0]['knockId']}", 204, {"admit": True})
    assert guest.session(SESSION)["me"]["displayName"] == "Gæst 11"
    guest.close()


def test_a_thousand_at_the_door_are_told_as_the_first_and_a_number_and_who_is_answered_makes_room(server, week, clients):
    lead = clients.session(SESSION, week.invite(SESSION, "facilitator").token)
    lead.accepted("setLobby", mode="approval")
    local = threading.local()

    def knock(number):
        if not hasattr(local, "client"):
            local.client = httpx.Client(base_url=server.url + "/api/v1", trust_env=False, timeout=30)
        local.client.cookies.clear()
        answer = local.client.post("/join", json=body(week, displayName=f"Gæst {number}"))
        return answer.status_code, answer.json()

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(knock, range(1_010)))
        codes = [status for status, _ in answers]
        assert codes.count(202) == 1_000 and codes.count(429) == 10

        def door():
            lead.pump(0.05)
            return next((m for m in reversed(lead.messages) if m["type"] == "door"), {"count": 0})

        wait_until(lambda: door()["count"] == 1_000, "the door as it stands")
        assert len(door()["waiting"]) == 50 and lead.close_code is None
        assert len([m for m in lead.messages if m["type"] == "door"]) < 200, "not a list for each knock"
        late = clients.session(SESSION, week.invite(SESSION, "facilitator").token)
        late.pump(0.3)
        assert late.close_code is None
        for one in door()["waiting"]:
            week.admin.ok("POST", f"/sessions/{SESSION}/knocks/{one['knockId']}", 204, {"admit": False})
        wait_until(lambda: door()["count"] == 950, "those who are left")


# The marketplace


def test_a_unit_that_fills_its_share_of_the_marketplace_fills_only_its_own(week):
    path = f"/weeks/{week.id}/marketplace"

    def post(unit, text):
        return {"kind": "offer", "unitId": unit, "citizenGroupId": "bg-1", "text": text}

    one = week.join(SESSION, "Flittig", "Lærer", unitId="u-skole")
    other = week.join(SESSION, "En anden", "Konsulent", unitId="u-fam")
    made, refused = [], None
    for number in range(100):
        answer = one.post(path, json=post("u-skole", f"Opslag {number}"))
        if answer.status_code != 201:
            refused = answer
            break
        made.append(answer.json()["id"])
    assert refused is not None and refused.status_code == 409 and "Tag et ned" in refused.json()["title"]
    other.ok("POST", path, 201, post("u-fam", "Der er plads til os"))
    assert one.delete(f"{path}/{made[0]}").status_code == 204
    one.ok("POST", path, 201, post("u-skole", "Og til et nyt"))


# One press, one effect


def pressed(api, path, json, key):
    return api.post(path, json=json, headers={"Idempotency-Key": key})


def test_one_press_makes_one_person_however_often_it_is_sent_also_at_once_and_after_a_crash(server, week):
    key = secrets.token_hex(16)

    def send(_):
        with httpx.Client(base_url=server.url + "/api/v1", trust_env=False, timeout=30) as client:
            return client.post("/join", json=body(week), headers={"Idempotency-Key": key})

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(send, range(8)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.text for answer in answers}) == 1
    assert len({answer.headers["set-cookie"] for answer in answers}) == 1
    assert len(week.admin.session(SESSION)["participants"]) == 1
    person = Api(server.url, answers[0].json()["token"])
    person.session(SESSION)
    server.kill()
    server.restart()
    assert send(0).text == answers[0].text
    assert len(week.admin.session(SESSION)["participants"]) == 1
    other = send_other(server, week, key)
    assert other.status_code == 422 and "id" in other.json()["title"]
    stored = b"".join(path.read_bytes() for path in server.data.iterdir() if path.name.startswith("samspil.sqlite"))
    assert answers[0].json()["token"].encode() not in stored, "a token in clear"
    assert key.encode() not in stored


def send_other(server, week, key):
    with httpx.Client(base_url=server.url + "/api/v1", trust_env=False, timeout=30) as client:
        return client.post("/join", json=body(week, displayName="En anden"), headers={"Idempotency-Key": key})


def test_what_one_makes_is_made_once_for_each_press_and_is_ones_own(week):
    admin, lead = week.admin, week.invite(SESSION, "facilitator")
    model = {"level": "knowledge", "title": "En ny model", "goalIds": []}
    before = len(admin.session(SESSION)["models"])
    key = secrets.token_hex(16)
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda _: pressed(admin, f"/sessions/{SESSION}/models", model, key), range(4)))
    assert {answer.status_code for answer in answers} == {201} and len({answer.text for answer in answers}) == 1
    assert len(admin.session(SESSION)["models"]) == before + 1
    assert pressed(admin, f"/sessions/{SESSION}/models", {**model, "title": "Andet"}, key).status_code == 422
    # The same id of somebody else is another press, and another id of one's own too.
    assert pressed(lead, f"/sessions/{SESSION}/models", model, key).json() != answers[0].json()
    assert pressed(admin, f"/sessions/{SESSION}/models", model, "kort").status_code == 201
    assert pressed(admin, f"/sessions/{SESSION}/models", model, "kort").status_code == 201
    assert len(admin.session(SESSION)["models"]) == before + 3
    # What was refused made nothing, and may be tried again.
    refused = pressed(admin, f"/sessions/{SESSION}/models", {**model, "title": ""}, "rettet")
    assert refused.status_code == 422
    assert pressed(admin, f"/sessions/{SESSION}/models", model, "rettet").status_code == 201
    assert pressed(admin, f"/sessions/{SESSION}/models", model, "x" * 65).status_code == 400
    assert pressed(admin, f"/sessions/{SESSION}/models", model, "med mellemrum").status_code == 400



def test_a_command_sent_again_over_another_connection_has_one_effect_also_after_a_crash(server, week, clients):
    person = week.join(SESSION, "Anna A", "Lærer", unitId="u-skole")
    lead = week.invite(SESSION, "facilitator").token
    key = secrets.token_hex(16)
    one, other = clients.session(SESSION, lead), clients.session(SESSION, lead)
    one.accepted("startTimer", durationMs=600_000)
    answers = [say(socket, key, "extendTimer", byMs=60_000) for socket in (one, other)]
    server.kill()
    server.restart()
    answers.append(say(clients.session(SESSION, lead), key, "extendTimer", byMs=60_000))
    assert [answer["type"] for answer in answers] == ["accepted"] * 3
    assert {answer["seq"] for answer in answers} == {week.admin.session(SESSION)["seq"]}, "extended more than once"
    # Somebody else's command of the same id is another.
    assert say(clients.session(SESSION, person.token), key, "sayToAll", text="Nej")["type"] == "refused"


def say(socket, key, kind, **members):
    socket.socket.send(json.dumps({"type": "command", "id": key, "command": {"kind": kind, **members}}))
    return socket.answer(key)


# On the page


def fill(page, name="Anna A"):
    page.get_by_test_id("join-name").fill(name)
    page.get_by_test_id("join-unit").get_by_role("radio").first.check()
    page.get_by_test_id("join-function").fill("Lærer")


def test_an_answer_that_got_lost_and_a_double_click_make_one_person_who_is_greeted_the_next_time(browsers, week):
    window = browsers.open(f"/k/{week.join_codes[SESSION]}")
    window.allow("ERR_FAILED")
    page, tries = window.page, []

    def lose_the_first_answer(route):
        tries.append(route.request.headers.get("idempotency-key"))
        if len(tries) == 1:
            route.fetch()
            return route.abort()
        route.continue_()

    page.route("**/api/v1/join", lose_the_first_answer)
    fill(page)
    page.get_by_test_id("join-submit").click()
    expect(page.get_by_test_id("problem")).to_be_visible()
    page.get_by_test_id("join-submit").dblclick()
    page.wait_for_url(f"**/session/{SESSION}")
    assert len(set(tries)) == 1 and tries[0], "another press, another id"
    people = week.admin.session(SESSION)["participants"]
    assert [person["displayName"] for person in people] == ["Anna A"]
    page.goto(page.url.split("/session/")[0] + f"/k/{week.join_codes[SESSION]}")
    expect(page.get_by_test_id("join-again")).to_be_visible()
    expect(page.get_by_test_id("join-name")).to_have_value("Anna A")
    page.get_by_test_id("join-name").fill("Anna Ask")
    page.get_by_test_id("join-submit").click()
    page.wait_for_url(f"**/session/{SESSION}")
    people = week.admin.session(SESSION)["participants"]
    assert [person["displayName"] for person in people] == ["Anna Ask"]
