"""What a week is made from: tables with a preview, and single items against what was read."""

from base64 import b64encode

from harness.example import document


def tables(*files):
    return {"files": [{"name": name, "content": b64encode(text if isinstance(text, bytes) else text.encode()).decode()}
                      for name, text in files]}


def part(admin, week, name):
    return next(one for one in admin.ok("GET", f"/weeks/{week.id}/parts") if one["id"] == name)


def item(admin, week, name, item_id):
    return next(one for one in part(admin, week, name)["items"] if one["id"] == item_id)


def test_tables_are_brought_as_they_were_previewed_and_a_preview_writes_nothing(admin, week):
    files = tables(("enheder.csv", "enhed-id;navn\n;Biblioteket\n"),
                   ("mål.csv", "mål-id;enhed;mål\n;biblioteket;Alle børn har en bog\nm-1;;\n"))
    before = admin.ok("GET", f"/weeks/{week.id}/export")
    preview = admin.ok("POST", f"/weeks/{week.id}/tables/preview", 200, files)
    assert [(one["part"], one["kind"], one["row"]) for one in preview["changes"]] == [
        ("units", "created", 2), ("goals", "created", 2), ("goals", "unchanged", 3)]
    assert admin.ok("GET", f"/weeks/{week.id}/export") == before
    assert admin.post(f"/weeks/{week.id}/tables", json=files).status_code == 428
    brought = admin.post(f"/weeks/{week.id}/tables", json=files, headers={"If-Match": f'"{preview["tag"]}"'})
    assert brought.status_code == 201
    assert brought.json()["changes"] == preview["changes"]
    after = admin.ok("GET", f"/weeks/{week.id}/export")
    assert after["goals"][-1]["text"] == "Alle børn har en bog"
    assert after["goals"][-1]["unitId"] == after["units"][-1]["id"]
    assert {**after, "units": after["units"][:-1], "goals": after["goals"][:-1]} == before
    # The week is another now than the one that was previewed.
    late = admin.post(f"/weeks/{week.id}/tables", json=files, headers={"If-Match": f'"{preview["tag"]}"'})
    assert late.status_code == 412


def test_tables_with_a_fault_bring_nothing_and_tell_file_row_and_column(admin, week):
    files = tables(("enheder.csv", "enhed-id;navn\n;Biblioteket\n"), ("mål.csv", "mål-id;enhed;mål\n;Ukendt;Et mål\n"),
                   ("halv.csv", "mål-id;mål\n;Åbne døre".encode() + b"\xc3"))
    before = admin.ok("GET", f"/weeks/{week.id}/export")
    for path in ("tables/preview", "tables"):
        answer = admin.post(f"/weeks/{week.id}/{path}", json=files, headers={"If-Match": "*"})
        assert answer.status_code == 422
        found = [(one["file"], one.get("row"), one.get("column", {}).get("da")) for one in answer.json()["faults"]]
        assert sorted(found, key=str) == [("halv.csv", None, None), ("mål.csv", 2, "Enhed")]
    assert admin.ok("GET", f"/weeks/{week.id}/export") == before


def test_every_template_is_a_table_that_brought_again_changes_nothing(admin, week):
    kinds = [one["id"] for one in admin.ok("GET", f"/weeks/{week.id}/parts")]
    sheets = [(f"{kind}.csv", admin.get(f"/weeks/{week.id}/parts/{kind}/table.csv").content) for kind in kinds]
    assert all(content.startswith("\ufeff".encode()) for _, content in sheets)
    preview = admin.ok("POST", f"/weeks/{week.id}/tables/preview", 200, tables(*sheets))
    assert {one["kind"] for one in preview["changes"]} == {"unchanged"} and len(preview["changes"]) > 20


def test_an_item_is_changed_against_what_was_read_of_it_and_by_nobody_elses_change_of_another(admin, week):
    first, other = item(admin, week, "goals", "m-1"), item(admin, week, "goals", "m-2")
    path = f"/weeks/{week.id}/parts/goals/m-1"
    body = {"values": {"text": "Nyt ordlyd", "deadline": None}}
    assert admin.patch(path, json=body).status_code == 428
    changed = admin.patch(path, json=body, headers={"If-Match": f'"{first["tag"]}"'})
    assert changed.status_code == 200
    assert item(admin, week, "goals", "m-1")["values"]["text"] == "Nyt ordlyd"
    assert "deadline" not in item(admin, week, "goals", "m-1")["values"]
    assert admin.patch(path, json=body, headers={"If-Match": f'"{first["tag"]}"'}).status_code == 412
    second = admin.patch(f"/weeks/{week.id}/parts/goals/m-2", json=body, headers={"If-Match": f'"{other["tag"]}"'})
    assert second.status_code == 200


def test_what_is_in_use_is_not_removed_and_the_refusal_says_by_what(admin, week):
    everything = {"If-Match": "*"}
    refused = admin.delete(f"/weeks/{week.id}/parts/units/u-kfi", headers=everything)
    assert refused.status_code == 409 and "mål »Inden sommerferien 2028" in refused.json()["title"]
    made = admin.ok("POST", f"/weeks/{week.id}/parts/units", 201, {"values": {"name": "Ny enhed"}})["id"]
    week.invite("s-1", "leader", unitId=made)
    assert "leder" in admin.delete(f"/weeks/{week.id}/parts/units/{made}", headers=everything).json()["title"]
    group = admin.ok("POST", f"/weeks/{week.id}/parts/citizenGroups", 201, {"values": {"name": "Nye"}})["id"]
    assert admin.delete(f"/weeks/{week.id}/parts/citizenGroups/{group}", headers=everything).status_code == 204
    assert admin.delete(f"/weeks/{week.id}/parts/citizenGroups/{group}", headers=everything).status_code == 404
    assert admin.delete(f"/weeks/{week.id}/parts/milestones/mp-1", headers=everything).status_code in (204, 409)


def test_a_week_is_previewed_before_it_is_brought_in(admin):
    preview = admin.ok("POST", "/weeks/import/preview", 200, document())
    assert {one["kind"] for one in preview["changes"]} == {"created"}
    assert {"sessions", "models", "policies", "annualSelection"} <= {one["part"] for one in preview["changes"]}
    assert admin.ok("GET", "/weeks") == []
    admin.ok("POST", "/weeks/import", 201, document())
    again = admin.ok("POST", "/weeks/import/preview", 200, document())
    assert {one["kind"] for one in again["changes"]} == {"unchanged"}
