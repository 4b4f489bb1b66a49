"""Every cell of the documentation's tables of who may do what, against a running server.

Frames are made by hand where no client would send them. What is refused must have changed nothing: 0 escapes.
"""

import time
from base64 import b64encode

import pytest
from pycrdt import Doc, Text
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from harness import authorisation
from harness.api import Api
from harness.authorisation import ALLOWED, PEOPLE
from harness.example import Person, document
from harness.pycrdt_client import ACKNOWLEDGED, AUTH, AWARENESS, QUERY_AWARENESS, SAVED, STEP_1, STEP_2, SYNC, UPDATE
from harness.varint import encode_bytes, encode_uint
from harness.waiting import wait_until

ROUTES = authorisation.table("Routes")
MESSAGES = authorisation.table("Messages to a document")
COMMANDS = authorisation.table("Commands to a session")
MODEL, SESSION = "k-1", "s-1"
POST = {"kind": "offer", "unitId": "u-skole", "citizenGroupId": "bg-1", "text": "Overtaget"}
TABLES = {"files": [{"name": "enheder.csv", "content": b64encode(b"enhed-id;navn\n;Overtaget\n").decode()}]}
CONFIRMATION = {"unitId": "u-skole", "function": "Lærer"}
STEP = {"sync step 1": STEP_1, "sync step 2": STEP_2, "update": UPDATE}
ARGUMENTS = {
    "enterPhase": {"index": 1, "expected": 0}, "startTimer": {"durationMs": 60_000}, "extendTimer": {"byMs": 60_000},
    "lockModel": {"modelId": MODEL}, "unlockModel": {"modelId": MODEL}, "join": {"participantId": "p-1"},
    "correctParticipant": {"participantId": "p-1", "unitId": "u-fam", "function": "Lærer"},
    "createModel": {"modelId": "m-ny", "level": "knowledge", "title": "Ny", "goalIds": []},
    "setModelLevel": {"modelId": MODEL, "level": "knowledge"}, "confirmModel": {"modelId": MODEL},
    "withdrawConfirmation": {"modelId": MODEL, "unitId": "u-skole"},
    "parkItem": {"itemId": "x-1", "text": "Lokaler"}, "settleItem": {"itemId": "x-1", "settled": True},
    "callTogether": {"mode": "summon"}, "sayToAll": {"text": "Fem minutter"}, "sayReady": {"ready": True},
    "evaluate": {"grade": 4}, "setLobby": {"mode": "open"},
    "interpretValue": {"valueId": "diversity", "text": "Alle fag", "before": ""},
    "setAgenda": {"phases": [{"id": "a", "title": "A", "minutes": 10}], "expected": 0},
    "formGroups": {"groups": [{"groupId": "g-1", "name": "1", "members": []}], "byChoice": True},
    "joinGroup": {"groupId": "g-1"}, "answerCall": {"groupId": "g-1"},
    "openIdeas": {"roundId": "r-1", "question": "Hvad?", "isNamed": False},
    "writeIdea": {"roundId": "r-2", "ideaId": "i-2", "text": "En idé"}, "revealIdeas": {"roundId": "r-1"},
    "sortIdea": {"roundId": "r-1", "ideaId": "i-1", "heading": "Tid"},
    "openVote": {"voteId": "v-1", "question": "Hvilket?", "budget": 1, "isNamed": False,
                 "options": [{"optionId": "a", "text": "A"}, {"optionId": "b", "text": "B"}]},
    "castVote": {"voteId": "v-2", "dots": {"a": 1}}, "revealVote": {"voteId": "v-1"},
    "suggestLevel": {"goalId": "m-1", "answers": {"sharedCitizens": True, "needToKnow": True, "mustFit": False,
                                                  "onlyTogether": False, "hasTime": True}},
    "decideLevel": {"goalId": "m-1", "choice": "knowledge", "reason": "Vi kender hinanden for lidt"},
}


@pytest.fixture
def server_flags():
    """One person's commands are many here: the whole table, one after the other."""
    return ["--limit-command-burst", "100000"]


@pytest.fixture
def people(server, admin, week):
    """One of each column, by its name; `nobody` comes in four kinds that must be answered alike."""
    other = admin.ok("POST", "/weeks", 201, {
        "title": "En anden uge", "municipality": {"name": "K"}, "start": "2027-02-01", "end": "2027-02-05",
        "units": [], "citizenGroups": []})["id"]
    session = admin.ok("POST", f"/weeks/{other}/sessions", 201, {
        "title": "Andetsteds", "date": "2027-02-01", "startsAt": "09:00", "endsAt": "12:00"})["id"]
    revoked = admin.ok("POST", f"/sessions/{SESSION}/invitations", 201, {"role": "facilitator"})
    assert admin.delete(f"/sessions/{SESSION}/grants/{revoked['grantId']}").status_code == 204
    people = {
        "nobody": Api(server.url), "nobody: unknown": Api(server.url, "x" * 43),
        "nobody: revoked": Api(server.url, revoked["token"]), "nobody: malformed": Api(server.url, "æ".encode().hex() * 300),
        "administrator": admin,
        "facilitator": week.invite(SESSION, "facilitator"),
        "participant": week.join(SESSION, "Deltager", "Lærer", unitId="u-skole"),
        "observer": week.invite(SESSION, "observer"),
        "leader": week.invite(SESSION, "leader", unitId="u-skole"),
        "elsewhere": week.join("s-2", "Deltager", "Rådgiver", unitId="u-fam"),
        "other leader": week.invite(SESSION, "leader", unitId="u-fam"),
        "stranger": week.invite(session, "facilitator"),
    }
    yield people
    for name, person in people.items():
        if name != "administrator":
            person.close()


def column(name):
    return name.split(":")[0]


def state_of(admin, week):
    """Everything that a refused request must not have changed."""
    return (
        admin.ok("GET", f"/weeks/{week.id}/units/u-skole/goal-plan")["plan"], admin.ok("GET", f"/weeks/{week.id}/export"), admin.ok("GET", "/weeks"), admin.session(SESSION),
        admin.session("s-2"), admin.ok("GET", f"/sessions/{SESSION}/grants"), admin.ok("GET", "/sessions/s-2/grants"),
    )


class Routes:
    """Calls each route with what it needs to do something."""

    def __init__(self, admin, week):
        self.admin, self.week = admin, week
        self.spare = self.invite()
        admin.ok("POST", f"/models/{MODEL}/versions", 201)
        self.plan = f"/weeks/{week.id}/units/u-skole/goal-plan"
        self.seen = admin.ok("GET", self.plan)["draftVersion"]
        self.somebody = week.join(SESSION, "Afløser", "Lærer", unitId="u-skole").participant_id
        # Made before the session may have ended.
        self.models = [
            admin.ok("POST", f"/sessions/{SESSION}/models", 201, {"level": "knowledge", "title": "Til at slette", "goalIds": []})["id"]
            for _ in range(3)]
        self.guests = [week.join(SESSION, "Til at slette", "Lærer", unitId="u-skole").participant_id for _ in range(3)]
        self.spare_export = self.export()
        self.spare_posts = self.posts()

    def export(self, person=None):
        """An archive of the week that is finished; fetched by who began it."""
        person = person or self.admin
        address = f"/weeks/{self.week.id}/exports"
        made = person.ok("POST", address, 202, {"formats": ["md"]})["id"]
        return wait_until(
            lambda: person.ok("GET", f"{address}/{made}")["state"] == "finished" and made, "the archive")

    def posts(self):
        """An offer and a need that fit together."""
        address = f"/weeks/{self.week.id}/marketplace"
        need = {**POST, "kind": "need", "unitId": "u-fam"}
        return {"offerId": self.admin.ok("POST", address, 201, POST)["id"],
                "needId": self.admin.ok("POST", address, 201, need)["id"]}

    def unit(self):
        """A unit that nothing refers to."""
        return self.admin.ok("POST", f"/weeks/{self.week.id}/parts/units", 201, {"values": {"name": "Ny"}})["id"]

    def spare_for(self, route):
        """Something that may be deleted: what the others are walked on has to stay."""
        if route == "DELETE /weeks/{weekId}":
            return {"weekId": self.admin.ok("POST", "/weeks", 201, {
                "title": "Til at slette", "municipality": {"name": "K"}, "start": "2027-02-01", "end": "2027-02-05",
                "units": [], "citizenGroups": []})["id"]}
        if route == "DELETE /sessions/{sessionId}":
            return {"sessionId": self.admin.ok("POST", f"/weeks/{self.week.id}/sessions", 201, {
                "title": "Til at slette", "date": "2027-01-21", "startsAt": "09:00", "endsAt": "12:00"})["id"]}
        if route == "DELETE /models/{modelId}":
            return {"modelId": self.models.pop()}
        if route == "DELETE /sessions/{sessionId}/participants/{participantId}":
            return {"participantId": self.guests.pop()}
        return {}

    def invite(self):
        return self.admin.ok("POST", f"/sessions/{SESSION}/invitations", 201, {"role": "observer"})["grantId"]

    def call(self, route, person, is_allowed):
        method, path = route.split(" ")
        grant = self.invite() if is_allowed and route.startswith("DELETE /sessions") else self.spare
        if is_allowed and route.startswith("DELETE /models"):
            # Whoever confirmed may take it back, and so may the unit's leader.
            maker = person if isinstance(person, Person) else self.admin
            maker.post(f"/models/{MODEL}/confirmations", json=CONFIRMATION)
        if is_allowed and "DELETE" in route and "leader-requests" in path:
            self.admin.post(f"/sessions/{SESSION}/leader-requests", json={"unitId": "u-skole"})
        if is_allowed and "/goal-plan" in path and "draft" not in path:
            self.prepare_plan(is_finished=path.endswith(("reopen", "citizen-plan")))
        if path.endswith("{unitId}/citizen-plan"):
            self.prepare_plan(is_finished=True)
            self.admin.request("PUT", self.plan + "/citizen-plan", headers={"If-Match": "*"})
        removable = self.unit() if is_allowed and route.startswith("DELETE /weeks/{weekId}/parts") else "u-skole"
        is_market = is_allowed and "marketplace" in route
        posts = self.posts() if is_market else self.spare_posts
        units = person.get(f"/weeks/{self.week.id}/marketplace").json()["unitIds"] if is_market else []
        self.post = {**POST, "unitId": "u-fam"} if units == ["u-fam"] else POST
        self.collaboration = {**posts, "sessionId": SESSION, "level": "knowledge", "title": "Ny"}
        export = self.export(person) if is_allowed and "{exportId}" in path else self.spare_export
        spare = self.spare_for(route) if is_allowed else {}
        places = {"weekId": self.week.id, "sessionId": SESSION, "modelId": MODEL, "participantId": self.somebody, **spare}
        address = path.format(
            **places, exportId=export, part="units", itemId=removable, postId=posts["needId" if units == ["u-fam"] else "offerId"], format="csv", schemaName="session-outcome",
            unitId="u-skole", partyId="u-skole", grantId=grant,
            joinCode=self.week.join_codes[SESSION],
            revision=1, version=1, knockId="ukendt", number=1)
        response = person.request(method, address, json=self.body(route, person), headers={"If-Match": "*"})
        # What signing in or joining set must not stand in for the person's own token.
        person.http.cookies.clear()
        return response

    def prepare_plan(self, is_finished):
        """A version to look at, and the plan finished or open as the route needs it."""
        whatever = {"If-Match": "*"}
        self.admin.post(self.plan + "/versions", headers=whatever)
        if not is_finished:
            self.admin.post(self.plan + "/reopen", headers=whatever)
        # What one takes from is what one has before one.
        self.seen = self.admin.ok("GET", self.plan)["draftVersion"]

    def body(self, route, person):
        return {
            "POST /sign-in": {"token": person.token or self.admin.token},
            "POST /join": {"joinCode": self.week.join_codes[SESSION], "displayName": "Ny", "function": "Lærer",
                           "unitId": "u-skole"},
            "POST /weeks": {"title": "U", "municipality": {"name": "K"}, "start": "2027-01-18", "end": "2027-01-22",
                            "units": [], "citizenGroups": []},
            "POST /weeks/import": document(), "POST /weeks/import/preview": document(),
            "POST /weeks/{weekId}/parts/{part}": {"values": {"name": "Overtaget"}},
            "PATCH /weeks/{weekId}/parts/{part}/{itemId}": {"values": {"department": "Overtaget"}},
            "POST /weeks/{weekId}/marketplace": self.post,
            "POST /weeks/{weekId}/marketplace/collaborations": self.collaboration,
            "POST /weeks/{weekId}/tables/preview": TABLES, "POST /weeks/{weekId}/tables": TABLES,
            "PATCH /weeks/{weekId}": {"title": "Overtaget"},
            "POST /weeks/{weekId}/exports": {"formats": ["csv"]},
            "POST /weeks/{weekId}/sessions": {"title": "Ny", "date": "2027-01-21", "startsAt": "09:00",
                                              "endsAt": "12:00"},
            "POST /sessions/{sessionId}/models": {"level": "knowledge", "title": "Ny", "goalIds": []},
            "POST /sessions/{sessionId}/invitations": {"role": "observer"},
            "PATCH /weeks/{weekId}/units/{unitId}/goal-plan": {
                "items": [{"section": "goals", "fields": {"text": "Overtaget"}}]},
            "POST /weeks/{weekId}/units/{unitId}/goal-plan/imports": {
                "draftVersion": self.seen, "decisions": [{"section": "signs", "choice": "take"}]},
            "POST /weeks/{weekId}/units/{unitId}/goal-plan/file": {
                "items": [{"id": "fil-1", "section": "goals", "fields": {"text": "Overtaget"}}]},
            "POST /weeks/{weekId}/units/{unitId}/goal-plan/carry-over": {"fromWeekId": "findes-ikke"},
            "POST /sessions/{sessionId}/knocks/{knockId}": {"admit": True},
            "POST /sessions/{sessionId}/leader-requests": {"unitId": "u-skole"},
            "PATCH /sessions/{sessionId}/participants/{participantId}": {"function": "Vikar"},
            "POST /sessions/{sessionId}/facilitators": {"participantId": self.somebody},
            "POST /weeks/{weekId}/agreements": {"profile": "aftale", "introduction": "Overtaget"},
            "PATCH /models/{modelId}": {"level": "coordination"},
            "POST /models/{modelId}/confirmations": CONFIRMATION,
        }.get(route)


def walk_refused(people, routes):
    for route, row in ROUTES.items():
        for name, person in people.items():
            expected = row[column(name)]
            if expected != ALLOWED:
                response = routes.call(route, person, is_allowed=False)
                assert response.status_code == int(expected), f"{name}: {route}: {response.status_code} {response.text}"


def walk_allowed(people, routes, is_ended):
    for route, row in ROUTES.items():
        for name, person in people.items():
            if row[column(name)] != ALLOWED or route == "POST /sign-out":
                continue
            status = routes.call(route, person, is_allowed=True).status_code
            if is_ended and row["ended"] != ALLOWED:
                assert status == int(row["ended"]), f"{name}: {route}: {status}"
            elif route == "POST /sign-in" and name.startswith("nobody: "):
                assert status == 401, f"{name}: {route}: {status}"
            else:
                # A week that is there and was changed meanwhile is not brought in again; and there is no other plan.
                done = (409,) if route.startswith("POST /weeks/import") else (404,) if "carry" in route else (200, 201, 202, 204)
                assert status in done, f"{name}: {route}: {status}"


@pytest.mark.parametrize("is_ended", [False, True], ids=["open", "ended"])
def test_every_route_answers_every_kind_of_person_as_the_table_says_and_what_is_refused_changes_nothing(
    admin, week, people, clients, is_ended
):
    routes = Routes(admin, week)
    if is_ended:
        clients.session(SESSION, admin.token).accepted("endSession")
    before = state_of(admin, week)
    walk_refused(people, routes)
    assert state_of(admin, week) == before
    walk_allowed(people, routes, is_ended)


def test_what_is_unknown_and_what_is_anothers_are_answered_alike(admin, week, people):
    for name in ("stranger", "elsewhere"):
        person = people[name]
        for known, unknown in (
            (f"/sessions/{SESSION}", "/sessions/s-99"), (f"/models/{MODEL}", "/models/k-99"),
            (f"/sessions/{SESSION}/grants", "/sessions/s-99/grants"),
        ):
            one, other = person.get(known), person.get(unknown)
            assert (one.status_code, one.json()) == (other.status_code, other.json()), f"{name}: {known}"
            fields = [{k: v for k, v in answer.headers.items() if k != "date"} for answer in (one, other)]
            assert fields[0] == fields[1], f"{name}: {known}"


# Messages to a document


def news(client, text):
    """An update that puts `text` at the front of a field, made of what the client has. Not sent."""
    fork = Doc()
    fork.apply_update(client.doc.get_update())
    before = fork.get_state()
    fork.get("task", type=Text).insert(0, text)
    return fork.get_update(before)


def sync(step, payload):
    return encode_uint(SYNC) + encode_uint(step) + encode_bytes(payload)


def awareness(client_id, clock, text):
    entry = encode_uint(1) + encode_uint(client_id) + encode_uint(clock) + encode_bytes(f'{{"x":"{text}"}}'.encode())
    return encode_uint(AWARENESS) + encode_bytes(entry)


class Documents:
    """One watcher who may write, with a client id of its own in awareness, and markers that nobody else uses."""

    WATCHERS_ID = 4_000_001

    def __init__(self, clients, admin, week):
        self.clients, self.admin = clients, admin
        # Nobody of the table: one person's connections may take over each other's client ids.
        self.watcher = clients.pycrdt(MODEL, week.invite(SESSION, "facilitator").token)
        self.watcher.send_raw(awareness(self.WATCHERS_ID, 1, "vagten"))
        self.count = 0
        self.dropped = []

    def send(self, message, person, where):
        """Sends the message as this person; returns what became of it."""
        self.count += 1
        marker = f"«{where.replace(' ', '-')}-{self.count:04}»"
        client = self.clients.pycrdt(MODEL, person.token)
        try:
            return self.outcome(message, client, marker)
        finally:
            client.disconnect()

    def outcome(self, message, client, marker):
        if message == "sync step 1":
            client.synced = False
            client.send_raw(sync(STEP_1, b"\x00"))
            client.wait(lambda: client.synced, "an answer to sync step 1")
            return "answered"
        if message in ("sync step 2", "update"):
            client.send_raw(sync(STEP[message], news(client, marker)))
            return self.written(client, marker)
        if message == "awareness":
            client.send_raw(awareness(5_000_000 + self.count, 1, marker))
            self.watcher.wait(lambda: self.heard(marker), "the state at the watcher")
            return "shown"
        if message == "awareness of another":
            client.send_raw(awareness(self.WATCHERS_ID, 1000 + self.count, marker))
            self.settle(client)
            return "shown" if self.heard(marker) else "dropped"
        if message == "query awareness":
            before = len(client.awareness_messages)
            client.send_raw(encode_uint(QUERY_AWARENESS))
            client.wait(lambda: len(client.awareness_messages) > before, "an answer")
            return "answered"
        return self.ignored(message, client, marker)

    def written(self, client, marker):
        def verdict():
            self.watcher.pump(0.02)
            return client.denials or marker in str(self.watcher.text("task"))

        client.wait(verdict, "being taken or denied")
        if not client.denials:
            return "taken"
        self.dropped.append(marker)
        return "dropped"

    def ignored(self, message, client, marker):
        """What only servers send: neither passed on nor answered, and the connection goes on."""
        kind = {"auth": AUTH, "saved": SAVED, "acknowledged": ACKNOWLEDGED}[message]
        payload = {
            AUTH: encode_uint(0) + encode_bytes(marker.encode()), SAVED: encode_bytes(b"\x00"),
            ACKNOWLEDGED: encode_uint(7),
        }
        client.send_raw(encode_uint(kind) + payload[kind])
        self.settle(client)
        assert client.denials == [] and self.watcher.denials == [], message
        return "ignored" if client.close_code is None and self.watcher.close_code is None else "closed"

    def heard(self, marker):
        return any(marker.encode() in message for message in self.watcher.awareness_messages)

    def settle(self, client):
        """A round trip of this connection: what it sent before has been handled, and the watcher has been told."""
        before = len(client.awareness_messages)
        client.send_raw(encode_uint(QUERY_AWARENESS))
        client.wait(lambda: len(client.awareness_messages) > before, "a round trip")
        self.watcher.pump(0.1)

    def check_nothing_escaped(self):
        newcomer = self.clients.pycrdt(MODEL, self.admin.token)
        text = str(newcomer.text("task"))
        escapes = [marker for marker in self.dropped if marker in text]
        assert escapes == [], f"{len(escapes)} escapes"
        newcomer.disconnect()


def close_code(server, path, token):
    """The code that the server closes with by itself."""
    query = f"?token={token}" if token else ""
    try:
        with connect(f"{server.ws_url}{path}{query}", compression=None, proxy=None) as socket:
            # Sent before anybody knows who it is; it must reach nothing.
            if "documents" in path:
                socket.send(sync(UPDATE, b"\x00\x00"))
            deadline = time.monotonic() + 10
            while time.monotonic() < deadline:
                socket.recv(timeout=10)
    except ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd else 1006
    return None


@pytest.mark.timeout(180)
@pytest.mark.parametrize("message", MESSAGES)
def test_every_message_of_every_kind_of_person_does_what_the_table_says(
    server, admin, week, people, clients, message
):
    row = MESSAGES[message]
    documents = Documents(clients, admin, week)
    for name, person in people.items():
        expected = row[column(name)]
        if expected.isdigit():
            assert close_code(server, f"/ws/documents/{MODEL}", person.token) == int(expected), name
        else:
            assert documents.send(message, person, name) == expected, f"{name}: {message}"
    control = clients.session(SESSION, admin.token)
    for state, begin, end in (("locked", "lockModel", "unlockModel"), ("ended", "endSession", "reopenSession")):
        control.accepted(begin, **ARGUMENTS.get(begin, {}))
        for name in ("administrator", "facilitator", "participant", "observer", "leader", "other leader"):
            assert documents.send(message, people[name], f"{state}-{name}") == row[state], f"{state}: {name}: {message}"
        control.accepted(end, **ARGUMENTS.get(end, {}))
    documents.check_nothing_escaped()


# Commands to a session


@pytest.mark.timeout(180)
def test_every_command_of_every_kind_of_person_is_answered_as_the_table_says(server, admin, week, people, clients):
    sockets = {}
    for name, person in people.items():
        codes = {row[column(name)] for row in COMMANDS.values() if row[column(name)].isdigit()}
        if codes:
            assert codes == {str(close_code(server, f"/ws/sessions/{SESSION}", person.token))}, name
        else:
            sockets[name] = clients.session(SESSION, person.token)
    before = admin.session(SESSION)["seq"]
    for name, socket in sockets.items():
        for kind, row in COMMANDS.items():
            if row[name] != ALLOWED:
                assert socket.refused(kind, **ARGUMENTS.get(kind, {}))["code"] == row[name], f"{name}: {kind}"
    assert admin.session(SESSION)["seq"] == before, "a refused command left an event"
    prepare(sockets)
    phase = 0
    for name, socket in sockets.items():
        if name == "participant":
            sockets["administrator"].accepted("formGroups", **ARGUMENTS["formGroups"])
        allowed = [kind for kind, row in COMMANDS.items() if row[name] == ALLOWED]
        for kind in allowed:
            arguments = ARGUMENTS.get(kind, {})
            if kind == "enterPhase":
                arguments = {"index": 1 - phase, "expected": phase}
                phase = 1 - phase
            if kind == "setAgenda":
                # What has begun stays; asking for what holds is always taken.
                arguments = {"phases": admin.session(SESSION)["phases"], "expected": 0}
            if name != "participant" and kind in ("lowerHand", "joinGroup"):
                arguments = {**arguments, "participantId": people["participant"].participant_id}
            socket.accepted(kind, **arguments)
            if kind == "endSession":
                check_ended(sockets, admin)
    assert {name for name in sockets if any(row[name] == ALLOWED for row in COMMANDS.values())} == {
        "administrator", "facilitator", "participant"}


def prepare(sockets):
    """What commands need to be there: an idea that can be shown and sorted, a question and a vote to answer."""
    lead, participant = sockets["administrator"], sockets["participant"]
    lead.accepted("openIdeas", **ARGUMENTS["openIdeas"])
    participant.accepted("writeIdea", roundId="r-1", ideaId="i-1", text="En idé")
    lead.accepted("openIdeas", **{**ARGUMENTS["openIdeas"], "roundId": "r-2"})
    lead.accepted("openVote", **{**ARGUMENTS["openVote"], "voteId": "v-2"})


def check_ended(sockets, admin):
    before = admin.session(SESSION)["seq"]
    for name, socket in sockets.items():
        for kind, row in COMMANDS.items():
            if row["ended"] == ALLOWED and row[name] == ALLOWED:
                continue
            expected = row["ended"] if row[name] == ALLOWED else row[name]
            assert socket.refused(kind, **ARGUMENTS.get(kind, {}))["code"] == expected, f"ended: {name}: {kind}"
    assert admin.session(SESSION)["seq"] == before, "a refused command left an event"


def test_the_tables_have_a_column_for_every_kind_of_person():
    for table in (ROUTES, MESSAGES, COMMANDS):
        for row in table.values():
            assert list(row)[: len(PEOPLE)] == PEOPLE


# Taking back


def grant_of(admin, session, **members):
    """The grant in a session's list that has these members."""
    grants = admin.ok("GET", f"/sessions/{session}/grants")
    return next(g["id"] for g in grants if all(g.get(name) == value for name, value in members.items()))


@pytest.mark.parametrize("kind", ["invitation", "participant", "facilitator", "leader"])
def test_what_is_taken_back_holds_no_more_and_its_connections_close_within_a_second(server, admin, week, clients, kind):
    if kind == "participant":
        person = week.join(SESSION, "Deltager", "Lærer", unitId="u-skole")
        grant = grant_of(admin, SESSION, participantId=person.participant_id)
    else:
        role = "observer" if kind == "invitation" else kind
        body = {"role": role, **({"unitId": "u-skole"} if kind == "leader" else {})}
        answer = admin.ok("POST", f"/sessions/{SESSION}/invitations", 201, body)
        person, grant = Api(server.url, answer["token"]), answer["grantId"]
        assert grant_of(admin, SESSION, id=grant) == grant
    document_socket = clients.pycrdt(MODEL, person.token)
    session_socket = clients.session(SESSION, person.token)
    bystander = clients.pycrdt(MODEL, admin.token)
    began = time.monotonic()
    assert admin.delete(f"/sessions/{SESSION}/grants/{grant}").status_code == 204
    wait_until(lambda: document_socket.pump(0.01) or document_socket.close_code, "the document's connection closed")
    wait_until(lambda: session_socket.pump(0.01) or session_socket.close_code, "the session's connection closed")
    assert time.monotonic() - began < 1
    assert (document_socket.close_code, session_socket.close_code) == (4401, 4401)
    assert person.get(f"/sessions/{SESSION}").status_code == 401
    assert close_code(server, f"/ws/documents/{MODEL}", person.token) == 4401
    bystander.insert("task", 0, "stadig her ")
    bystander.pump(0.2)
    assert bystander.close_code is None
    assert admin.delete(f"/sessions/{SESSION}/grants/{grant}").status_code == 404, "taken back twice"
    person.close()


def test_it_stays_taken_back_after_kill_9(server, admin, week):
    answer = admin.ok("POST", f"/sessions/{SESSION}/invitations", 201, {"role": "facilitator"})
    assert admin.delete(f"/sessions/{SESSION}/grants/{answer['grantId']}").status_code == 204
    server.kill()
    server.restart()
    person = Api(server.url, answer["token"])
    assert person.get(f"/sessions/{SESSION}").status_code == 401
    person.close()
