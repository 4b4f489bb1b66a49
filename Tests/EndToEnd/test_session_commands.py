"""What a session decides: commands, their events, resuming, and two facilitators at once."""

import json
import time

import pytest

from harness.api import Api
from harness.example import fields_of
from harness.session_socket import SessionSocket

SESSION = "s-1"


@pytest.fixture
def facilitator(week):
    return week.invite(SESSION, "facilitator")


@pytest.fixture
def socket(clients, facilitator):
    return clients.session(SESSION, facilitator.token)


def test_the_welcome_comes_first_and_says_who_one_is_and_what_time_it_is(week, clients):
    person = week.join(SESSION, "Deltager", "Lærer", unitId="u-skole")
    welcome = clients.session(SESSION, person.token).welcome
    assert abs(welcome["now"] - time.time() * 1000) < 5000
    assert welcome["you"]["role"] == "participant"
    assert welcome["you"]["participantId"] == person.participant_id
    assert welcome["you"]["unitId"] == "u-skole"
    assert welcome["seq"] == person.session(SESSION)["seq"]


def test_advancing_and_going_back_reach_everyone_in_the_same_order(week, clients, facilitator, socket):
    person = week.join(SESSION, "Deltager", "Lærer", unitId="u-skole")
    watcher = clients.session(SESSION, person.token, after=person.session(SESSION)["seq"])
    socket.accepted("enterPhase", index=1, expected=0)
    socket.accepted("enterPhase", index=2, expected=1)
    last = socket.accepted("enterPhase", index=1, expected=2)
    watcher.wait(lambda: watcher.events and watcher.events[-1]["seq"] == last["seq"], "the last event")
    moves = [(e["event"]["from"], e["event"]["index"]) for e in watcher.events if e["event"]["kind"] == "phaseEntered"]
    assert moves == [(0, 1), (1, 2), (2, 1)]
    sequences = [event["seq"] for event in watcher.events]
    assert sequences == list(range(sequences[0], sequences[0] + len(sequences))), "a gap or a repeat"


def test_two_facilitators_who_press_next_at_once_advance_once(week, clients, facilitator, socket):
    second = clients.session(SESSION, week.invite(SESSION, "facilitator").token)
    for phase in range(8):
        sent = [(one, one.send("enterPhase", index=phase + 1, expected=phase)) for one in (socket, second)]
        answers = [one.answer(command) for one, command in sent]
        assert sorted(answer["type"] for answer in answers) == ["accepted", "refused"]
        assert next(answer for answer in answers if answer["type"] == "refused")["code"] == "phaseHasMoved"
    events = clients.session(SESSION, facilitator.token, after=0)
    events.wait(lambda: "phaseEntered" in events.kinds(), "the events")
    events.pump(0.3)
    assert [e["event"]["index"] for e in events.events if e["event"]["kind"] == "phaseEntered"] == list(range(1, 9))


def test_who_was_away_gets_exactly_the_events_since(week, clients, facilitator, socket):
    away = clients.session(SESSION, facilitator.token)
    socket.accepted("enterPhase", index=1, expected=0)
    seen = away.event("phaseEntered")["seq"]
    away.close()
    socket.accepted("enterPhase", index=2, expected=1)
    socket.accepted("lockModel", modelId="k-1")
    week.join(SESSION, "Deltager", "Lærer", unitId="u-skole")
    last = socket.accepted("unlockModel", modelId="k-1")["seq"]
    back = clients.session(SESSION, facilitator.token, after=seen)
    back.wait(lambda: back.events and back.events[-1]["seq"] == last, "the events since")
    assert [event["seq"] for event in back.events] == list(range(seen + 1, last + 1))
    assert back.kinds() == ["phaseEntered", "modelLocked", "participantJoined", "modelUnlocked"]
    assert back.welcome["seq"] == last


def test_a_resume_point_from_the_future_or_no_number_does_not_break_the_session(week, server, clients, facilitator):
    for after in ("999999999", "-1", "x", "9" * 30, ""):
        one = SessionSocket(server.ws_url, SESSION, facilitator.token + "&after=" + after, greet=False)
        one.pump(2)
        assert one.messages[0]["type"] == "welcome" or one.close_code is not None
        one.close()
    assert clients.session(SESSION, facilitator.token).welcome["seq"] >= 0


def test_a_timer_runs_pauses_resumes_is_extended_and_stops(socket):
    socket.accepted("startTimer", durationMs=60_000)
    started = socket.event("timerStarted")
    assert started["event"]["durationMs"] == 60_000
    assert abs(started["at"] - time.time() * 1000) < 5000
    time.sleep(0.05)
    socket.accepted("pauseTimer")
    paused = socket.event("timerPaused")
    left = paused["event"]["remainingMs"]
    assert 0 < left < 60_000
    assert abs(60_000 - left - (paused["at"] - started["at"])) <= 5, "the time that was left is not the time not used"
    socket.accepted("extendTimer", byMs=30_000)
    assert socket.event("timerExtended")["event"]["remainingMs"] == left + 30_000
    socket.accepted("resumeTimer")
    assert socket.event("timerResumed")["event"]["remainingMs"] == left + 30_000
    socket.accepted("stopTimer")
    socket.event("timerStopped")


@pytest.mark.parametrize(
    ("kind", "members", "code"),
    [
        ("enterPhase", {"index": 99, "expected": 0}, "noSuchPhase"),
        ("enterPhase", {"index": -1, "expected": 0}, "noSuchPhase"),
        ("enterPhase", {"index": 3, "expected": 2}, "phaseHasMoved"),
        ("pauseTimer", {}, "timerNotRunning"),
        ("startTimer", {"durationMs": -1}, "durationOutOfRange"),
        ("startTimer", {"durationMs": 10**15}, "durationOutOfRange"),
        ("lockModel", {"modelId": "findes-ikke"}, "noSuchModel"),
        ("lockModel", {"modelId": "v-1"}, "noSuchModel"),
        ("reopenSession", {}, "sessionNotEnded"),
    ],
)
def test_a_command_that_makes_no_sense_now_is_refused_with_its_reason(socket, kind, members, code):
    before = len(socket.events)
    assert socket.refused(kind, **members)["code"] == code
    assert len(socket.events) == before


def test_an_ended_session_takes_no_command_until_it_is_reopened(socket, admin):
    socket.accepted("endSession")
    assert socket.refused("enterPhase", index=1, expected=0)["code"] == "sessionEnded"
    socket.accepted("reopenSession")
    socket.accepted("enterPhase", index=1, expected=0)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "7", '{"type":"command"}', '{"type":"command","id":"x"}', '{"type":"ukendt"}',
     '{"type":"command","id":"x","command":{"kind":"enterPhase"}}',
     '{"type":"command","id":"x","command":{"kind":"enterPhase","index":"1","expected":null}}',
     '{"type":"command","id":"x","command":{"kind":"confirmModel","modelId":"k-1"}}',
     '{"type":"command","id":{"a":1},"command":{"kind":"endSession"}}',
     '{"type":"command","id":"x","command":{"kind":"enterPhase","index":1e300,"expected":0}}',
     "[" * 50_000],
)
def test_a_message_that_is_no_command_changes_nothing_and_breaks_nothing(server, clients, facilitator, socket, text):
    before = facilitator.session(SESSION)["seq"]
    bad = clients.session(SESSION, facilitator.token)
    bad.socket.send(text)
    bad.pump(0.3)
    assert facilitator.session(SESSION)["seq"] == before
    assert "accepted" not in [message["type"] for message in bad.messages]
    socket.accepted("enterPhase", index=1, expected=0)


def test_a_ping_is_answered_with_the_time(socket):
    socket.socket.send(json.dumps({"type": "ping"}))
    pong = socket.wait(lambda: next((m for m in socket.messages if m["type"] == "pong"), None), "the pong")
    assert abs(pong["now"] - time.time() * 1000) < 5000


def test_a_level_is_raised_and_lowered_without_losing_content(week, clients, admin, socket):
    content = clients.node("k-1", admin.token).content()
    before = admin.model("k-1")
    assert before["level"] == "coordination" and before["missing"] == []
    raised = admin.ok("PATCH", "/models/k-1", 200, {"level": "coCreation"})
    assert raised["level"] == "coCreation"
    assert {"sharedUnderstanding", "decisionRights", "resources", "anchoring"} <= set(raised["missing"])
    assert raised["contentVersion"] != before["contentVersion"]
    event = socket.event("modelLevelSet")["event"]
    assert (event["modelId"], event["level"], event["from"]) == ("k-1", "coCreation", "coordination")
    lowered = admin.ok("PATCH", "/models/k-1", 200, {"level": "knowledge"})
    assert lowered["missing"] == []
    back = admin.ok("PATCH", "/models/k-1", 200, {"level": "coordination"})
    assert back["contentVersion"] == before["contentVersion"]
    assert clients.node("k-1", admin.token).content() == content


def test_a_participant_may_change_the_level_of_their_sessions_models(week, admin):
    person = week.join(SESSION, "Deltager", "Lærer", unitId="u-skole")
    assert person.ok("PATCH", "/models/k-1", 200, {"level": "coCreation"})["level"] == "coCreation"
    assert admin.model("k-1")["level"] == "coCreation"


@pytest.mark.parametrize("level", ["", "ukendt", None, 1, ["knowledge"]])
def test_a_level_that_does_not_exist_is_refused(week, admin, level):
    assert admin.patch("/models/k-1", json={"level": level}).status_code == 422
    assert admin.model("k-1")["level"] == "coordination"


def test_a_new_model_is_empty_at_its_level_and_known_to_everyone(week, clients, facilitator, socket):
    person = week.join(SESSION, "Deltager", "Lærer", unitId="u-fam")
    body = {"level": "coordination", "title": "Nyt samarbejde", "goalIds": ["m-1", "m-3"]}
    created = facilitator.ok("POST", f"/sessions/{SESSION}/models", 201, body)
    event = socket.event("modelCreated")["event"]
    assert event["modelId"] == created["id"] and event["level"] == "coordination"
    model = person.model(created["id"])
    assert model["title"] == "Nyt samarbejde" and model["goalIds"] == ["m-1", "m-3"]
    assert model["state"] == "draft" and model["confirmations"] == [] and model["canWrite"] is True
    assert {"task", "whyCross", "period", "rhythm"} <= set(model["missing"])
    assert not {"title", "goals", "parties"} & set(model["missing"])
    # The units that own the goals are the first parties.
    assert set(model["parties"]) == {"u-skole", "u-fam"}
    content = clients.node(created["id"], person.token).content()
    assert content["title"] == "Nyt samarbejde" and set(content["goals"]) == {"m-1", "m-3"}


def test_a_change_of_the_content_is_told_to_the_session_once_it_has_settled(week, clients, admin, socket):
    before = admin.model("k-1")["contentVersion"]
    node = clients.node("k-1", admin.token)
    for number in range(10):
        node.do("insert", root="title", index=0, text=f"{number}")

    def told():
        models = [m["model"] for m in socket.messages if m["type"] == "model" and m["model"]["id"] == "k-1"]
        return next((m for m in models if m["title"] == "9876543210" + fields_of("k-1")["title"]), None)

    model = socket.wait(told, "the model's new title")
    assert model["contentVersion"] != before
    assert model["state"] == "confirmedBeforeChange"


def test_a_created_week_and_session_work_like_imported_ones(admin, clients):
    body = {
        "title": "Udviklingsuge 2028", "municipality": {"name": "Prøvekommune"}, "start": "2028-01-17",
        "end": "2028-01-21", "citizenGroups": [{"name": "Nye familier"}],
        "units": [{"id": "u-a", "name": "Enhed A", "leaderFunction": "Leder"},
                  {"name": "Enhed Å", "leaderFunction": "Leder", "department": "Afdeling"}],
    }
    week_id = admin.ok("POST", "/weeks", 201, body)["id"]
    week = admin.ok("GET", f"/weeks/{week_id}")
    assert [unit["name"] for unit in week["units"]] == ["Enhed A", "Enhed Å"]
    assert week["title"] == "Udviklingsuge 2028" and week["start"] == "2028-01-17"
    (group,) = week["citizenGroups"]
    session = admin.ok(
        "POST", f"/weeks/{week_id}/sessions", 201,
        {"title": "Første session", "date": "2028-01-18", "startsAt": "09:00", "endsAt": "12:00",
         "citizenGroupId": group["id"], "phases": [{"title": "Velkomst", "minutes": 10},
                                                   {"title": "Arbejde", "minutes": 60, "question": "Hvad nu?"}]},
    )
    phases = admin.session(session["id"])["phases"]
    assert [(phase["title"], phase["minutes"]) for phase in phases] == [("Velkomst", 10), ("Arbejde", 60)]
    model = admin.ok(
        "POST", f"/sessions/{session['id']}/models", 201, {"level": "knowledge", "title": "T", "goalIds": []}
    )
    stranger = Api(admin.url)
    joined = stranger.ok(
        "POST", "/join", 201,
        {"joinCode": session["joinCode"], "displayName": "D", "unitId": "u-a", "function": "Lærer"},
    )
    stranger.close()
    node = clients.node(model["id"], joined["token"], saved="1")
    node.do("insert", root="task", index=0, text="Opgaven")
    node.wait_saved()
    exported = admin.ok("GET", f"/weeks/{week_id}/export")
    (found,) = exported["models"]
    assert found["fields"]["task"] == "Opgaven"


def test_the_agenda_of_a_template_becomes_the_sessions_phases(admin, week):
    agenda = admin.ok("GET", "/agendas")[0]
    session = admin.ok(
        "POST", f"/weeks/{week.id}/sessions", 201,
        {"title": "Med skabelon", "date": "2027-01-21", "startsAt": "09:00", "endsAt": "12:00", "agenda": agenda["id"]},
    )
    phases = admin.session(session["id"])["phases"]
    assert [(p["title"], p["minutes"]) for p in phases] == [(p["titleDa"], p["minutes"]) for p in agenda["phases"]]


def test_reference_data_of_a_week_can_be_added_to(admin, week, clients):
    units = admin.ok("GET", f"/weeks/{week.id}")["units"]
    units.append({"id": "u-ny", "name": "Ny enhed", "leaderFunction": "Leder"})
    assert admin.patch(f"/weeks/{week.id}", json={"units": units}).status_code in (200, 204)
    assert "u-ny" in [unit["id"] for unit in admin.ok("GET", f"/weeks/{week.id}")["units"]]
    person = week.join(SESSION, "Deltager", "Lærer", unitId="u-ny")
    assert person.session(SESSION)["me"]["unitId"] == "u-ny"
