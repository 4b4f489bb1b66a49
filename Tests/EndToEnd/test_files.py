"""Files that people choose in the page or send: their bytes are read by the server as what they are, and what was
taken home comes back as it was."""

import csv
import io
import json

import pytest
from playwright.sync_api import expect

from harness.example import document, one
from harness.goal_plan import GoalPlan

WORDS = "Trygge børn på Ærø: »Åbent hus« hver fredag – også for forældre"
ENCODINGS = {"cp1252": "Windows-1252", "utf-16": None, "utf-8-sig": None, "utf-8": None}


@pytest.fixture
def plan_page(browsers, leader, week):
    window = browsers.open_as(leader.token, f"/uge/{week.id}/enhed/u-skole/plan")
    window.allow("422")
    window.page.get_by_text("Hent fra en fil").click()
    return window.page


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_plan_file_chosen_in_the_page_keeps_its_letters_in_every_encoding(
    plan_page, leader, week, tmp_path, encoding
):
    file = tmp_path / "plan.csv"
    file.write_bytes(f"afsnit;punkt;felt;tekst\r\ngoals;a;text;{WORDS}\r\n".encode(encoding))
    plan_page.get_by_test_id("plan-file").set_input_files(file)
    expect(plan_page.get_by_test_id("item-a")).to_contain_text(WORDS)
    expect(plan_page.get_by_test_id("plan-brought")).to_have_text("Hentet ind i planen")
    told = plan_page.get_by_test_id("file-notes")
    if ENCODINGS[encoding]:
        expect(told).to_contain_text("læst som Windows-1252")
    else:
        expect(told).to_have_count(0)
    assert GoalPlan(leader, week.id).text("a", "text") == WORDS
    # Chosen again there is nothing new in it, and that is what the page says.
    plan_page.get_by_test_id("plan-file").set_input_files(file)
    expect(plan_page.get_by_test_id("plan-brought")).to_contain_text("Intet nyt i filen")


@pytest.mark.parametrize("content, advice", [
    (b"PK\x03\x04\x14\x00 et regneark", "et regneark, et dokument eller et arkiv"),
    ("afsnit;punkt;felt;tekst\ngoals;a;text;forældre på".encode("mac_roman"),
     "hverken UTF-8, UTF-16 eller Windows-1252"),
    ("afsnit;punkt;felt;tekst\ngoals;a;text;børn på ø".encode()[:-1], "nogle bogstaver er halve"),
], ids=["a workbook", "MacRoman", "half a letter"])
def test_a_file_whose_letters_cannot_be_read_is_refused_with_advice_and_nothing_of_it_is_kept(
    plan_page, leader, week, tmp_path, content, advice
):
    file = tmp_path / "plan.csv"
    file.write_bytes(content)
    plan_page.get_by_test_id("plan-file").set_input_files(file)
    expect(plan_page.get_by_test_id("problem")).to_contain_text(advice)
    expect(plan_page.get_by_test_id("problem")).to_contain_text("vælg den igen")
    assert GoalPlan(leader, week.id).view["plan"]["revision"] == 0


def test_letters_that_were_lost_before_the_file_was_chosen_are_told(plan_page, tmp_path):
    file = tmp_path / "plan.csv"
    file.write_text("afsnit;punkt;felt;tekst\ngoals;a;text;B\ufffdrn p\ufffd vej\n")
    plan_page.get_by_test_id("plan-file").set_input_files(file)
    expect(plan_page.get_by_test_id("file-notes")).to_contain_text("2 steder")


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_a_week_file_chosen_in_the_page_keeps_its_letters_and_the_preview_says_how_it_was_read(
    browsers, server, admin, tmp_path, encoding
):
    week = {"schemaVersion": 1, "weekId": "uge-x", "title": "Uge på Ærø", "municipality": {"name": "Ærø"},
            "annualCycle": {"year": 2027}, "units": [{"id": "u", "name": "Børnehuset Åen"}], "sessions": []}
    file = tmp_path / "uge.json"
    file.write_bytes(json.dumps(week, ensure_ascii=False).encode(encoding))
    page = browsers.open_as(server.admin_token, "/uger").page
    page.get_by_test_id("import-file").set_input_files(file)
    expect(page.get_by_test_id("changes-units")).to_contain_text("Børnehuset Åen")
    told = page.get_by_test_id("file-notes")
    expect(told).to_have_count(1 if encoding == "cp1252" else 0)
    page.get_by_test_id("import-submit").click()
    page.wait_for_url("**/uge/uge-x")
    assert admin.ok("GET", "/weeks/uge-x/export") == week


def test_tables_in_windows_1252_are_shown_with_their_letters_before_they_come_in(browsers, server, week, tmp_path):
    file = tmp_path / "enheder.csv"
    file.write_bytes("enhed-id;navn\n;Børnehuset Åen\n".encode("cp1252"))
    page = browsers.open_as(server.admin_token, f"/uge/{week.id}/grundlag").page
    page.get_by_test_id("tables-file").set_input_files(file)
    expect(page.get_by_test_id("changes-units")).to_contain_text("Børnehuset Åen")
    expect(page.get_by_test_id("file-notes")).to_contain_text("»enheder.csv« er læst som Windows-1252")


# MARK: Out and in again

TEXTS = ["- færre, der venter", "'- færre", "''=1+1", "  indrykket\n\n  og et afsnit til", "\"", "a;b\tc",
         "@alle", "'n", "to\r\nlinjer", "\u00a0fast mellemrum\u00a0", "👩🏽‍🏫", "linje\u2028skift"]


def as_excel_saves(content: bytes) -> bytes:
    """Days in the Danish way, quotes only where they are needed, line feeds inside cells as CR LF."""
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    saved = io.StringIO(newline="")
    writer = csv.writer(saved, delimiter=";", lineterminator="\r\n")
    for row in rows:
        days = ["-".join(reversed(cell.split("-"))) if len(cell) == 10 and cell[4:5] == cell[7:8] == "-" else cell
                for cell in row]
        writer.writerow([cell.replace("\n", "\r\n") for cell in days])
    return b"\xef\xbb\xbf" + saved.getvalue().encode()


@pytest.mark.parametrize("through", [lambda content: content, as_excel_saves], ids=["as it is", "saved in Excel"])
def test_a_plan_that_goes_out_and_in_four_times_as_a_sheet_changes_nothing(plan, through):
    items = [{"section": "goals", "fields": {"text": text, "deadline": "2028-06-30"}} for text in TEXTS]
    plan.done("PATCH", "", {"items": items})
    before, revision = plan.api.get(plan.path + ".csv").content, plan.view["plan"]["revision"]
    for _ in range(4):
        sheet = plan.api.get(plan.path + ".csv").content
        assert sheet == before
        view = plan.done("POST", "/file", content=through(sheet), headers={"Content-Type": "text/csv"})
        assert view["plan"]["revision"] == revision and view["outcome"]["edits"] == 0
    # One line that is another is named, and no other.
    changed = before.replace("- færre, der venter".encode(), "- mange færre, der venter".encode())
    refused = plan.send("POST", "/file", content=through(changed), headers={"Content-Type": "text/csv"})
    assert refused.status_code == 422 and len(refused.json()["faults"]) == 1


def test_every_line_end_that_comes_in_as_json_is_a_line_feed(admin, leader, week):
    written, kept = "a\r\nb\rc\u2028d\u2029e", "a\nb\nc\nd\ne"
    plan = GoalPlan(leader, week.id)
    plan.done("PATCH", "", {"items": [{"section": "goals", "fields": {"text": written}}]})
    assert [item["values"]["text"]["text"] for item in plan.items.values()] == [kept]
    copy = document()
    copy["weekId"] = "uge-linjer"
    copy["sessions"], copy["models"] = [], []
    copy["goals"][0]["currentSituation"] = written
    admin.ok("POST", "/weeks/import", 201, copy)
    assert admin.ok("GET", "/weeks/uge-linjer/export")["goals"][0]["currentSituation"] == kept
    # Brought a second time it is the same week.
    admin.ok("POST", "/weeks/import", 201, copy)
    assert one("goals", "m-1")["id"] == copy["goals"][0]["id"]
