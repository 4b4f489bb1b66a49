"""Who may do what: every route refuses those it is not for, and what it refuses does not happen."""

import io
import zipfile

import pytest

from harness.api import Api
from harness.example import document, fields_of

SESSION = {"title": "Ny", "date": "2027-01-21", "startsAt": "09:00", "endsAt": "12:00"}
#: Routes that only administrators or facilitators may use.
LEADING = [
    ("POST", "/weeks", {"title": "U", "municipality": {"name": "K"}, "start": "2027-01-18", "end": "2027-01-22",
                        "units": [], "citizenGroups": []}),
    ("POST", "/weeks/import", document()),
    ("PATCH", "/weeks/{week}", {"title": "Overtaget"}),
    ("POST", "/weeks/{week}/sessions", SESSION),
    ("POST", "/sessions/s-1/models", {"level": "knowledge", "title": "Overtaget", "goalIds": []}),
    ("POST", "/sessions/s-1/invitations", {"role": "facilitator"}),
    ("POST", "/sessions/s-1/invitations", {"role": "leader", "unitId": "u-skole"}),
]
#: Routes that a grant is needed to read.
READING = ["/weeks/{week}", "/weeks/{week}/export", "/sessions/s-1", "/models/k-1",
           "/weeks/{week}/units/u-skole/goal-plan-draft"]
LEADING_IDS = [f"{method} {path}" for method, path, _ in LEADING]
COMMANDS = [
    ("enterPhase", {"index": 1, "expected": 0}),
    ("startTimer", {"durationMs": 60_000}),
    ("lockModel", {"modelId": "k-1"}),
    ("endSession", {}),
]


def state_of(admin, week):
    """Everything that a refused request must not have changed."""
    return (
        admin.ok("GET", f"/weeks/{week.id}/export"),
        admin.ok("GET", "/weeks"),
        admin.session("s-1")["models"],
        admin.session("s-1")["seq"],
    )


@pytest.fixture
def holders(server, week):
    """One bearer of each role that may not lead, and a stranger."""
    people = {
        "stranger": Api(server.url),
        "wrong token": Api(server.url, "x" * 43),
        "participant": week.join("s-1", "Deltager", "Lærer", unitId="u-skole"),
        "participant of another session": week.join("s-2", "Deltager", "Lærer", unitId="u-skole"),
        "observer": week.invite("s-1", "observer"),
        "leader": week.invite("s-1", "leader", unitId="u-skole"),
    }
    yield people
    for person in people.values():
        person.close()


@pytest.mark.parametrize(("method", "path", "body"), LEADING, ids=LEADING_IDS)
def test_only_those_who_lead_may_use_a_leading_route(holders, week, admin, method, path, body):
    before = state_of(admin, week)
    for name, person in holders.items():
        response = person.request(method, path.format(week=week.id), json=body)
        unknown = person.token is None or name == "wrong token"
        assert response.status_code in ((401,) if unknown else (403, 404)), f"{name}: {response.text}"
    assert state_of(admin, week) == before


@pytest.mark.parametrize("path", READING)
def test_a_stranger_reads_nothing(holders, week, path):
    for name in ("stranger", "wrong token"):
        assert holders[name].get(path.format(week=week.id)).status_code == 401


def test_a_stranger_who_asks_who_they_are_has_no_grants(holders):
    assert holders["stranger"].ok("GET", "/me") == {"grants": []}


def test_a_participant_of_another_session_reads_neither_session_nor_models(holders, clients, week):
    person = holders["participant of another session"]
    assert person.get("/sessions/s-1").status_code in (403, 404)
    assert person.get("/models/k-1").status_code in (403, 404)
    assert person.get("/models/v-1").status_code == 200


def test_an_observer_and_a_leader_may_not_confirm_or_change_the_level(holders, week, admin):
    before = state_of(admin, week)
    for name in ("observer", "leader", "participant of another session"):
        for method, path, body in (
            ("POST", "/models/c-1/confirmations", {"unitId": "u-kfi"}),
            ("PATCH", "/models/c-1", {"level": "knowledge"}),
            ("DELETE", "/models/k-1/confirmations/u-fam", None),
        ):
            response = holders[name].request(method, path, json=body)
            assert response.status_code in (403, 404), f"{name} {method} {path}: {response.text}"
    assert state_of(admin, week) == before


def test_a_participant_may_not_confirm_or_withdraw_for_another_unit(holders, week, admin):
    before = state_of(admin, week)
    participant = holders["participant"]
    assert participant.post("/models/c-1/confirmations", json={"unitId": "u-kfi"}).status_code == 403
    assert participant.delete("/models/k-1/confirmations/u-fam").status_code == 403
    assert state_of(admin, week) == before


@pytest.mark.parametrize("name", ["participant", "observer"])
@pytest.mark.parametrize(("kind", "members"), COMMANDS, ids=[kind for kind, _ in COMMANDS])
def test_a_command_of_someone_who_does_not_lead_is_refused_and_nothing_happens(
    holders, clients, admin, week, name, kind, members
):
    watcher = clients.session("s-1", admin.token)
    before = admin.session("s-1")["seq"]
    socket = clients.session("s-1", holders[name].token)
    assert socket.refused(kind, **members)["code"] == "notPermitted"
    watcher.pump(0.2)
    assert admin.session("s-1")["seq"] == before
    assert kind not in str(watcher.kinds())


def test_a_leader_reads_the_draft_of_their_own_unit_only(holders, week):
    leader = holders["leader"]
    assert leader.get(f"/weeks/{week.id}/units/u-skole/goal-plan-draft").status_code == 200
    assert leader.get(f"/weeks/{week.id}/units/u-fam/goal-plan-draft").status_code in (403, 404)


PLAN_READING = ["goal-plan-draft", "goal-plan-draft.md", "goal-plan", "goal-plan.json", "goal-plan/changes",
                "goal-plan/versions", "goal-plan/versions/1", "goal-plan/year?year=2027",
                "goal-plan/annual-report.md?year=2027", "goal-plan/citizen-plan"]


@pytest.mark.parametrize("part", PLAN_READING)
def test_having_come_for_a_unit_or_running_a_session_opens_nothing_of_its_plan(holders, week, plan, part):
    path = f"/weeks/{week.id}/units/u-skole/{part}"
    facilitator = week.invite("s-1", "facilitator")
    for name, person in {**holders, "facilitator": facilitator}.items():
        status = person.get(path).status_code
        if name != "leader":
            assert status in (401, 404), f"{name}: {part}"
    facilitator.close()


def test_which_plans_hold_something_of_a_model_is_told_to_who_may_read_them(holders, week, admin, plan):
    linked = {unit["unitId"] for unit in admin.ok("GET", "/models/k-1/plans")}
    assert linked == {"u-skole"}
    assert {unit["unitId"] for unit in holders["leader"].ok("GET", "/models/k-1/plans")} == linked
    for name in ("participant", "observer"):
        assert holders[name].ok("GET", "/models/k-1/plans") == []


def test_a_facilitator_makes_no_leaders_link_and_finishes_nobodys_plan(week, admin):
    facilitator = week.invite("s-1", "facilitator")
    answer = facilitator.post("/sessions/s-1/invitations", json={"role": "leader", "unitId": "u-skole"})
    assert answer.status_code == 403
    assert answer.json()["type"].endswith("leader-link")
    assert "administratoren" in answer.json()["detail"]
    assert not any(grant["role"] == "leader" for grant in admin.ok("GET", "/sessions/s-1/grants"))
    facilitator.close()


def test_leaders_links_are_listed_and_taken_back_by_the_administrator_alone(week, admin):
    facilitator = week.invite("s-1", "facilitator")
    leader = admin.ok("POST", "/sessions/s-1/invitations", 201, {"role": "leader", "unitId": "u-skole"})["grantId"]
    elsewhere = admin.ok("POST", "/sessions/s-2/invitations", 201, {"role": "observer"})["grantId"]
    seen = {grant["id"] for grant in facilitator.ok("GET", "/sessions/s-1/grants")}
    assert seen and not seen & {leader, elsewhere}
    for grant in (leader, elsewhere):
        assert facilitator.delete(f"/sessions/s-1/grants/{grant}").status_code == 404
    assert leader in {grant["id"] for grant in admin.ok("GET", "/sessions/s-1/grants")}
    facilitator.close()


def test_of_a_session_that_one_is_not_in_the_week_tells_the_programme_and_nothing_else(holders, week):
    facilitator = week.invite("s-1", "facilitator")
    for name, person, own in (("facilitator", facilitator, "s-1"), ("participant", holders["participant"], "s-1"),
                              ("elsewhere", holders["participant of another session"], "s-2")):
        sessions = {session["id"]: session for session in person.ok("GET", f"/weeks/{week.id}")["sessions"]}
        for identifier, session in sessions.items():
            text = str(session)
            for other, code in week.join_codes.items():
                leads = name == "facilitator" and other == identifier == own
                assert (code in text) == leads, f"{name}: the code of {other} in {identifier}"
            assert session["mayEnter"] == (identifier == own), f"{name}: {identifier}"
            assert bool(session["models"]) == (identifier == own), f"{name}: {identifier}"
            assert session["title"] and session["date"]
    facilitator.close()


def test_what_the_models_of_other_sessions_hold_is_not_in_the_week(holders, week, admin, clients):
    node = clients.node("k-1", admin.token, saved="1")
    node.do("putRow", root="trialActions", row="pa-ny", order="z", texts={"title": "Kun i den ene session"}, values={})
    node.wait_saved()
    reader = holders["participant of another session"]
    held = {row for model in ("k-1", "c-1") for row in fields_of(model).get("trialActions", [])}
    for person, sees in ((holders["participant"], True), (reader, False), (holders["leader"], True)):
        seen = person.ok("GET", f"/weeks/{week.id}")
        assert ("Kun i den ene session" in str(seen["trialActions"])) == sees
        assert bool(held & {action["id"] for action in seen["trialActions"]}) == sees


def test_no_join_code_of_another_session_is_in_anything_that_a_facilitator_gets(week, admin):
    facilitator = week.invite("s-1", "facilitator")
    others = [code for session, code in week.join_codes.items() if session != "s-1"]
    paths = [f"/weeks/{week.id}", "/weeks", "/sessions/s-1", "/sessions/s-1/before", "/sessions/s-1/grants",
             "/sessions/s-1/outcome", f"/weeks/{week.id}/marketplace", f"/weeks/{week.id}/outcome.zip?formats=json",
             f"/weeks/{week.id}/export", "/me", "/models/k-1"]
    for path in paths:
        answer = facilitator.get(path)
        assert not any(code.encode() in answer.content for code in others), path
    facilitator.close()


def test_whoever_makes_a_session_runs_it(week, admin):
    facilitator = week.invite("s-1", "facilitator")
    made = facilitator.ok("POST", f"/weeks/{week.id}/sessions", 201, SESSION)
    assert facilitator.session(made["id"])["joinCode"] == made["joinCode"]
    other = week.invite("s-1", "facilitator")
    assert other.get(f"/sessions/{made['id']}").status_code == 404
    for person in (facilitator, other):
        person.close()


def test_an_archive_holds_for_a_facilitator_the_outcomes_of_the_sessions_they_run(week, admin, plan):
    facilitator = week.invite("s-1", "facilitator")
    names = {}
    for name, person in (("facilitator", facilitator), ("administrator", admin)):
        archive = person.get(f"/weeks/{week.id}/outcome.zip?formats=md")
        assert archive.status_code == 200
        names[name] = zipfile.ZipFile(io.BytesIO(archive.content)).namelist()
    assert {folder.split("/")[0] for folder in names["administrator"]} == {"maalplaner", "udkast", "sessioner"}
    assert len(names["facilitator"]) == 1 and names["facilitator"][0].startswith("sessioner/")
    address = f"/weeks/{week.id}/exports"
    whole = admin.ok("POST", address, 202, {"formats": ["md"]})["id"]
    for path in (f"{address}/{whole}", f"{address}/{whole}/archive.zip"):
        assert facilitator.get(path).status_code == 404
    assert facilitator.delete(f"{address}/{whole}").status_code == 404
    facilitator.close()


def test_a_join_code_is_shown_only_to_those_who_lead(holders, week):
    facilitator = week.invite("s-1", "facilitator")
    assert facilitator.session("s-1")["joinCode"] == week.join_codes["s-1"]
    for name in ("participant", "observer"):
        assert week.join_codes["s-1"] not in str(holders[name].session("s-1"))


def test_a_facilitator_of_one_session_does_not_lead_another(week):
    facilitator = week.invite("s-1", "facilitator")
    body = {"level": "knowledge", "title": "Andetsteds", "goalIds": []}
    assert facilitator.post("/sessions/s-1/models", json=body).status_code == 201
    assert facilitator.post("/sessions/s-2/models", json=body).status_code in (403, 404)


@pytest.mark.parametrize("path", ["/sessions/s-99", "/models/k-99", "/weeks/uge-99", "/weeks/uge-99/export", "/nope"])
def test_what_does_not_exist_is_a_404_problem_for_the_administrator(admin, week, path):
    assert admin.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/weeks/import", "/join", "/sign-in", "/models/k-1/confirmations"])
def test_a_wrong_method_is_refused_as_a_problem(admin, week, path):
    assert admin.request("PUT", path, json={}).status_code in (404, 405)


def test_signing_out_ends_the_cookie(server, week):
    browser = Api(server.url)
    origin = {"Origin": server.url}
    assert browser.post("/sign-in", json={"token": server.admin_token}, headers=origin).status_code == 200
    assert browser.ok("GET", "/me")["grants"][0]["role"] == "administrator"
    assert browser.post("/sign-out", headers=origin).status_code == 204
    assert browser.ok("GET", "/me") == {"grants": []}
    assert browser.get("/weeks").status_code == 401
    browser.close()


def test_a_wrong_token_cannot_sign_in(server):
    browser = Api(server.url)
    for token in ("", "x", "x" * 43, "x" * 100_000, None, 7):
        response = browser.post("/sign-in", json={"token": token}, headers={"Origin": server.url})
        assert response.status_code in (400, 401, 413, 422, 429), response.text
        assert "set-cookie" not in response.headers or "Max-Age=0" in response.headers["set-cookie"]
    browser.close()
