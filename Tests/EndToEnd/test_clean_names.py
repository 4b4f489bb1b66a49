"""One reading for all names and texts, by whichever way they come: an import, JSON, a table, a command, a document."""

import json
import uuid

from harness.example import document
from test_week_parts import tables

#: What turns the text around it, is drawn as nothing, or is a control.
UNSEEN = "\u202e\u2060\u3164\u0000\u0007\ufeff\u2066"
FORBIDDEN = set(UNSEEN) | {"\r", "\u2028", "\u202a", "\u200b"}


def unseen(text: str) -> str:
    half = len(text) // 2
    return f"\u202e{text[:half]}{UNSEEN}{text[half:]}\u2066"


def found(value, path="$") -> list[str]:
    """Where in a JSON value something stands that nobody sees."""
    if isinstance(value, str):
        return [path] if FORBIDDEN & set(value) else []
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else []
    return [place for key, child in children for place in found(child, f"{path}.{key}")]


def soiled(value, key=""):
    """The document with every text that is no id, date or choice soiled."""
    words = {"name", "title", "titleEn", "text", "department", "leaderFunction", "function", "displayName", "room",
             "facilitatorFunction", "question", "description", "futureScenario", "decidedBy", "hypothesis", "scope"}
    if isinstance(value, str):
        return unseen(value) if key in words and value else value
    if isinstance(value, list):
        return [soiled(child, key) for child in value]
    if isinstance(value, dict):
        return {name: soiled(child, name) for name, child in value.items()}
    return value


def test_a_week_that_is_brought_in_is_clean_and_bringing_it_again_changes_nothing(server, admin):
    original = document()
    brought = soiled(original)
    assert len(found(brought)) > 100
    first = admin.ok("POST", "/weeks/import", 201, brought)
    export = admin.ok("GET", f"/weeks/{first['weekId']}/export")
    assert found(export) == []
    assert [unit["name"] for unit in export["units"]] == [unit["name"] for unit in original["units"]]
    assert [goal["text"] for goal in export["goals"]] == [goal["text"] for goal in original["goals"]]
    assert [model["fields"]["title"] for model in export["models"]] == [
        model["fields"]["title"] for model in original["models"]]
    again = admin.ok("POST", "/weeks/import", 201, brought)
    assert again["weekId"] == first["weekId"]
    assert admin.ok("POST", "/weeks/import", 201, export)["weekId"] == first["weekId"]
    assert admin.ok("GET", f"/weeks/{first['weekId']}/export") == export


def test_a_name_that_nobody_can_read_is_refused_with_its_place(server, admin):
    for nothing in ("\u3164\u202e", "…", "👍"):
        week = document()
        week["units"][0]["name"] = nothing
        answer = admin.post("/weeks/import", json=week)
        assert answer.status_code == 422 and "$.units[0].name" in answer.text, answer.text


def test_every_other_way_in_reads_names_the_same_way(week, admin, clients):
    path = f"/weeks/{week.id}"
    admin.ok("PATCH", path, 200, {
        "title": unseen("Ugen"), "units": [{"id": "u-ny", "name": unseen("Ny enhed"), "department": unseen("Afdeling")}],
        "citizenGroups": [{"id": "bg-ny", "name": unseen("Gruppen")}], "vision": {"id": document()["vision"]["id"], "title": unseen("Vision")},
        "goals": [{"id": "m-ny", "unitId": "u-ny", "text": unseen("Et mål")}]})
    admin.ok("POST", f"{path}/parts/units", 201, {"values": {"name": unseen("Biblioteket")}})
    tag = {"If-Match": "*"}
    changed = admin.patch(f"{path}/parts/goals/m-1", json={"values": {"text": unseen("Nyt mål")}}, headers=tag)
    assert changed.status_code == 200
    sheet = f"enhed-id;navn\n;{unseen('Svømmehallen')}\n;{unseen('Biblioteket')}\n"
    brought = admin.post(f"{path}/tables", json=tables(("enheder.csv", sheet)), headers=tag)
    assert [change["kind"] for change in brought.json()["changes"]] == ["created", "unchanged"], brought.text
    made = admin.ok("POST", f"{path}/sessions", 201, {
        "title": unseen("Mødet"), "date": "2027-09-01", "room": unseen("Lokale 4"),
        "phases": [{"title": unseen("Start"), "question": unseen("Hvad nu?"), "minutes": 5}]})
    model = admin.ok("POST", "/sessions/s-1/models", 201, {"level": "knowledge", "title": unseen("Modellen")})["id"]
    other = admin.ok("POST", "/weeks", 201, {
        "title": unseen("En uge til"), "start": "2028-09-01", "end": "2028-09-05",
        "municipality": {"name": unseen("Kommunen")}, "units": [{"name": unseen("Enheden")}]})["id"]
    socket = clients.session("s-1", week.invite("s-1", "facilitator").token)
    agenda = admin.session("s-1")["phases"]
    socket.accepted("setAgenda", expected=0, phases=[
        *agenda, {"id": "ny", "title": unseen("Slut"), "minutes": 5, "question": unseen("Og?")}])
    socket.accepted("parkItem", itemId=str(uuid.uuid4()), text=unseen("Til siden"), function=unseen("Leder"))
    socket.accepted("formGroups", groups=[{"groupId": "g", "name": unseen("Gruppe 1"), "members": []}], byChoice=True)
    socket.accepted("openVote", voteId="v", question=unseen("Hvad?"), budget=1, isNamed=False, options=[
        {"optionId": "a", "text": unseen("Ja")}, {"optionId": "b", "text": unseen("Nej")}])
    for place in (f"{path}/export", f"/weeks/{other}/export", path, "/sessions/s-1", f"/sessions/{made['id']}",
                  f"/models/{model}", f"{path}/parts", "/weeks"):
        assert found(admin.ok("GET", place)) == [], place
    assert admin.ok("GET", path)["title"] == "Ugen"
    assert admin.model(model)["title"] == "Modellen"
    newcomer = clients.session("s-1", week.invite("s-1", "observer").token, state=True)
    newcomer.wait(lambda: newcomer.state, "the session's state")
    assert found(newcomer.state) == [] and "Gruppe 1" in json.dumps(newcomer.state, ensure_ascii=False)


def test_a_title_that_somebody_writes_into_a_model_is_clean_wherever_it_stands_beside_others(week, admin, clients):
    writer = clients.pycrdt("c-1", admin.token, saved="1")
    writer.insert("title", 0, unseen("Skjult"))
    writer.wait_saved()
    title = admin.model("c-1")["title"]
    assert "Skjult" in title and found(title) == []
