"""The interchange format goes in and comes out without loss; what is wrong with a document is listed in full."""

import copy
import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from harness import paths
from harness.api import Api
from harness.example import document, import_week
from harness.server import Server, run_to_end
from harness.waiting import wait_until


def test_import_answers_201_and_keeps_the_ids_of_the_document(admin):
    week = document()
    answer = admin.ok("POST", "/weeks/import", 201, week)
    assert [session["id"] for session in answer["sessions"]] == [session["id"] for session in week["sessions"]]
    for session, imported in zip(week["sessions"], answer["sessions"]):
        assert [model["id"] for model in imported["models"]] == session["modelIds"]
        assert admin.session(session["id"])["title"] == session["title"]
    codes = [session["joinCode"] for session in answer["sessions"]]
    assert len(set(codes)) == len(codes)
    assert all(len(code) == 8 and code.isalnum() and code == code.upper() for code in codes)


def test_export_gives_back_exactly_the_imported_document(admin, week):
    assert admin.ok("GET", f"/weeks/{week.id}/export") == document()


def test_export_keeps_numbers_as_they_were_written(admin, week):
    """72 must not come back as 72.0: deep equality in Python would not see it."""
    exported = admin.get(f"/weeks/{week.id}/export").text
    assert json.dumps(json.loads(exported), sort_keys=True) == json.dumps(document(), sort_keys=True)


def test_importing_what_was_exported_changes_nothing(admin, week):
    exported = admin.ok("GET", f"/weeks/{week.id}/export")
    again = admin.post("/weeks/import", json=exported)
    assert again.status_code in (200, 201), again.text
    assert again.json()["weekId"] == week.id
    assert [session["joinCode"] for session in again.json()["sessions"]] == list(week.join_codes.values())
    assert admin.ok("GET", f"/weeks/{week.id}/export") == exported
    assert len(admin.ok("GET", "/weeks")) == 1


def test_an_export_imported_in_another_server_is_exported_alike(admin, week, tmp_path):
    exported = admin.ok("GET", f"/weeks/{week.id}/export")
    other = Server(tmp_path / "other")
    try:
        other.start()
        api = Api(other.url, other.admin_token)
        imported = import_week(api, exported)
        assert api.ok("GET", f"/weeks/{imported.id}/export") == exported
        api.close()
    finally:
        other.close()


def test_members_the_server_does_not_know_are_kept_at_every_level(admin):
    week = document()
    extra = {"_ukendt": [1, {"a": None, "æ": True, "tal": 12345678901234567, "brøk": 0.1}], "tom": {}}
    week["_extra"] = extra
    week["units"][0]["_extra"] = extra
    week["goals"][0]["baseline"]["_extra"] = extra
    week["sessions"][0]["_extra"] = extra
    week["sessions"][0]["phases"][0]["_extra"] = extra
    week["models"][0]["_extra"] = extra
    week["models"][0]["fields"]["_ukendtFelt"] = extra
    week["models"][0]["confirmations"][0]["_extra"] = extra
    imported = import_week(admin, week)
    assert admin.ok("GET", f"/weeks/{imported.id}/export") == week


def test_an_edit_shows_in_the_export_and_nothing_else_changes(admin, week, clients):
    node = clients.node("k-1", admin.token)
    node.do("insert", root="task", index=0, text="Først: ")
    expected = document()
    model = next(model for model in expected["models"] if model["id"] == "k-1")
    model["fields"]["task"] = "Først: " + model["fields"]["task"]

    def exported():
        found = admin.ok("GET", f"/weeks/{week.id}/export")
        return found if found != document() else None

    found = wait_until(exported, "the edit in the export")
    changed = next(model for model in found["models"] if model["id"] == "k-1")
    assert changed["fields"] == model["fields"]
    # Its confirmations are now from before the edit; how that is told is the format's own affair.
    for one in (found, expected):
        for each in one["models"]:
            if each["id"] == "k-1":
                each.pop("state", None)
                each.pop("confirmations", None)
    assert found == expected


def faulty_week():
    week = document()
    week["goals"][2]["unitId"] = "u-findes-ikke"
    week["goals"][0]["deadline"] = "30. juni 2028"
    week["sessions"][0]["citizenGroupId"] = "bg-99"
    week["models"][1]["level"] = "ukendt"
    week["signs"][3]["goalId"] = 7
    return week


FAULTY_PATHS = {
    "$.goals[2].unitId",
    "$.goals[0].deadline",
    "$.sessions[0].citizenGroupId",
    "$.models[1].level",
    "$.signs[3].goalId",
}


def test_a_bad_import_lists_every_fault_with_its_path_and_imports_nothing(admin):
    response = admin.post("/weeks/import", json=faulty_week())
    assert response.status_code == 422
    faults = response.json()["faults"]
    assert {fault["path"] for fault in faults} == FAULTY_PATHS
    for fault in faults:
        assert fault["message"].strip().endswith("."), fault
        assert fault["messageEn"].strip().endswith("."), fault
    assert admin.ok("GET", "/weeks") == []
    # Nothing stands in the way of the corrected document.
    import_week(admin)


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"null", b'"week"', b"\xff\xfe{}", b"[" * 100_000, b'{"goals":' + b"[" * 5000 + b"]" * 5000 + b"}"],
    ids=["empty", "cut", "array", "null", "string", "not UTF-8", "nested without end", "nested"],
)
def test_a_body_that_is_no_interchange_document_is_a_problem_and_not_a_crash(admin, body):
    response = admin.request(
        "POST", "/weeks/import", content=body, headers={"Content-Type": "application/json"}
    )
    assert response.status_code in (400, 413, 422)
    assert admin.ok("GET", "/weeks") == []


def test_every_list_of_the_document_may_be_of_the_wrong_type_without_a_crash(admin):
    for member in document():
        for wrong in (None, 7, "tekst", {}, [None], [7], [[]], [{}], {"": {}}):
            week = document()
            week[member] = wrong
            response = admin.post("/weeks/import", json=week)
            assert response.status_code in (201, 409, 422), f"{member} = {wrong!r}: {response.text}"
    assert admin.http.get("/healthz").status_code == 200


def test_a_week_that_exists_with_other_content_is_a_conflict(admin, week):
    other = document()
    other["units"][0]["name"] = "Et andet navn"
    before = admin.ok("GET", f"/weeks/{week.id}/export")
    assert admin.post("/weeks/import", json=other).status_code == 409
    assert admin.ok("GET", f"/weeks/{week.id}/export") == before


def test_the_same_week_imported_at_the_same_time_exists_once(server, admin):
    def once(_):
        api = Api(server.url, server.admin_token)
        try:
            return api.post("/weeks/import", json=document()).status_code
        finally:
            api.close()

    with ThreadPoolExecutor(6) as pool:
        statuses = list(pool.map(once, range(6)))
    assert 201 in statuses and set(statuses) <= {200, 201}, statuses
    assert len(admin.ok("GET", "/weeks")) == 1


def test_the_command_line_exports_what_it_imported(data, tmp_path):
    imported = run_to_end("import", "--data", str(data), str(paths.EXAMPLE_WEEK))
    assert imported.returncode == 0, imported.stderr
    server = Server(data)
    try:
        server.start()
        api = Api(server.url, server.admin_token)
        (week,) = api.ok("GET", "/weeks")
        assert api.ok("GET", f"/weeks/{week['id']}/export") == document()
        api.close()
        assert server.stop() == 0
    finally:
        server.close()
    exported = run_to_end("export", "--data", str(data), week["id"])
    assert exported.returncode == 0, exported.stderr
    assert json.loads(exported.stdout) == document()


def test_the_command_line_lists_the_faults_of_a_bad_document_and_imports_nothing(data, tmp_path):
    bad = tmp_path / "bad.json"
    bad.write_text(json.dumps(faulty_week()))
    result = run_to_end("import", "--data", str(data), str(bad))
    assert result.returncode not in (0, None)
    for path in FAULTY_PATHS:
        assert path in result.stderr + result.stdout
    imported = run_to_end("import", "--data", str(data), str(paths.EXAMPLE_WEEK))
    assert imported.returncode == 0, imported.stderr


def test_serve_imports_the_week_it_is_given_and_does_so_only_once(data):
    server = Server(data, "--import", str(paths.EXAMPLE_WEEK))
    try:
        for _ in range(2):
            server.start()
            api = Api(server.url, server.admin_token)
            (week,) = api.ok("GET", "/weeks")
            assert api.ok("GET", f"/weeks/{week['id']}/export") == document()
            api.close()
            assert server.stop() == 0
    finally:
        server.close()


def test_models_of_every_level_survive_a_round_trip_of_every_field_being_empty(admin):
    week = document()
    for model in week["models"]:
        model["fields"] = {"title": model["fields"]["title"]}
        model["confirmations"] = []
        model["state"] = "draft"
    expected = copy.deepcopy(week)
    imported = import_week(admin, week)
    assert admin.ok("GET", f"/weeks/{imported.id}/export") == expected
