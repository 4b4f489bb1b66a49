"""Drafts and outcomes in every format, each opened by a reader that knows nothing of Samspil."""

import datetime
import http.client
import io
import json
import random
import re
import shutil
import time
import zipfile
from pathlib import Path

import icalendar
import jsonschema
import pytest

from harness import documents
from harness.api import Api
from harness.clients import Clients
from harness.example import document, fields_of, import_week, one
from harness.goal_plan import GoalPlan
from harness.server import Server
from harness.waiting import wait_until

UNITS = ("u-skole", "u-fam", "u-ung", "u-kfi", "u-spl")
SESSIONS = ("s-1", "s-2")
FORMATS = ("json", "md", "csv", "ics", "docx", "odt", "pdf")
TYPES = {
    "json": "application/json", "md": "text/markdown; charset=utf-8", "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text", "pdf": "application/pdf",
}
DAY = datetime.date
HEAD = "Lærkeskolen · Målplan 2027 · udkast, version 1 · KLE 17.00.00"


class Exports:
    """One server for the whole file: exporting changes nothing, and each document is made once."""

    def __init__(self, api, week):
        self.api, self.week = api, week
        self.made = {}

    def draft(self, ending, unit="u-skole"):
        return self.get(f"/weeks/{self.week.id}/units/{unit}/goal-plan-draft.{ending}")

    def outcome(self, ending, session="s-1"):
        return self.get(f"/sessions/{session}/outcome.{ending}")

    def get(self, path):
        if path not in self.made:
            response = self.api.get(path)
            assert response.status_code == 200, response.text
            self.made[path] = response
        return self.made[path]


@pytest.fixture(scope="module")
def exports(tmp_path_factory):
    # A crowded machine takes its time over ten thousand cells.
    server = Server(
        tmp_path_factory.mktemp("exports") / "data", "--limit-conversion-seconds", "300", "--limit-answer-seconds", "300")
    try:
        server.start()
        api = Api(server.url, server.admin_token)
        api.http.timeout = 300
        week = document()
        week["units"][[unit["id"] for unit in week["units"]].index("u-skole")]["kle"] = "17.00.00"
        yield Exports(api, import_week(api, week))
        api.close()
        assert server.stop() == 0, server.output
    finally:
        server.close()


@pytest.mark.parametrize("ending", FORMATS)
def test_a_suffix_or_accept_chooses_the_format_and_the_file_has_a_name(exports, ending):
    for path in (f"/weeks/{exports.week.id}/units/u-skole/goal-plan-draft", "/sessions/s-1/outcome"):
        response = exports.get(f"{path}.{ending}")
        assert response.headers["content-type"] == TYPES[ending]
        assert response.headers["x-content-type-options"] == "nosniff"
        name = re.fullmatch(r'(\w+); filename="[a-z0-9-]+\.(\w+)"', response.headers["content-disposition"])
        assert name and name[1] == ("inline" if ending in ("json", "md") else "attachment") and name[2] == ending
        if ending in ("json", "md", "csv"):
            accept = f"image/png, {TYPES[ending].split(';')[0]};q=0.9, text/html;q=0.8"
            assert exports.api.get(path, headers={"Accept": accept}).content == response.content
    assert exports.draft("csv").headers["content-disposition"] == \
        'attachment; filename="maalplan-udkast-2027-laerkeskolen.csv"'


def test_the_csv_tells_each_goal_sign_milestone_and_gap_in_a_row_of_its_own(exports):
    head, *rows = documents.read_csv(exports.draft("csv").content)
    assert all(len(row) == len(head) for row in rows)
    rows = [dict(zip(head, row, strict=True)) for row in rows]
    assert {row["Enhed"] for row in rows} == {"Lærkeskolen"} and {row["År"] for row in rows} == {"2027"}
    goal = one("goals", "m-1")
    (own,) = [row for row in rows if row["Del"] == "Mål" and row["Tekst"] == goal["text"]]
    assert own["Nr."] == "M-1" and own["Til eller frist"] == goal["deadline"]
    assert own["Udgangspunkt"] == goal["currentSituation"] and own["Forventning"] == goal["desiredSituation"]
    assert one("signs", "t-1")["text"] in [row["Tekst"] for row in rows if row["Del"] == "Tegn"]
    assert one("milestones", "mp-3")["text"] in [row["Tekst"] for row in rows if row["Del"] == "Milepæl"]
    assert sum(row["Del"] == "Mangler" for row in rows) == 7
    session, *answers = documents.read_csv(exports.outcome("csv").content)
    assert all(len(row) == len(session) for row in answers)
    assert fields_of("k-1")["task"] in [row[-1] for row in answers]


def events(content):
    calendar = icalendar.Calendar.from_ical(content)
    assert calendar.errors == [] and calendar["version"] == "2.0" and calendar["prodid"]
    found = calendar.walk("VEVENT")
    for event in found:
        assert event.errors == []
        assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"} <= set(event)
    assert len({event["uid"] for event in found}) == len(found)
    return found


def test_the_calendar_of_a_draft_has_every_day_of_its_timeline(exports):
    found = events(exports.draft("ics").content)
    timeline = exports.draft("json").json()["timeline"]
    assert sorted(event["dtstart"].dt.isoformat() for event in found) == sorted(entry["date"] for entry in timeline)
    milestone = one("milestones", "mp-3")
    (event,) = [event for event in found if milestone["text"] in event["summary"]]
    assert event["dtstart"].dt == DAY.fromisoformat(milestone["due"])
    assert event["dtend"].dt - event["dtstart"].dt == datetime.timedelta(days=1)


def test_the_calendar_of_a_session_stands_in_danish_time(exports):
    found = events(exports.outcome("ics").content)
    session = one("sessions", "s-1")
    (meeting,) = [event for event in found if event["summary"] == session["title"]]
    start = meeting["dtstart"].dt
    assert (start.date().isoformat(), start.strftime("%H:%M")) == (session["date"], session["startsAt"])
    # 19 January: Danish winter time.
    assert start.utcoffset() == datetime.timedelta(hours=1)
    assert len(found) > 3


def schema(exports, name):
    published = exports.api.ok("GET", f"/schemas/{name}")
    jsonschema.Draft202012Validator.check_schema(published)
    return jsonschema.Draft202012Validator(published)


def test_the_published_schemas_hold_for_every_unit_and_session(exports):
    draft, outcome = schema(exports, "goal-plan-draft"), schema(exports, "session-outcome")
    for unit in UNITS:
        draft.validate(exports.draft("json", unit).json())
    for session in SESSIONS:
        outcome.validate(exports.outcome("json", session).json())
    with pytest.raises(jsonschema.ValidationError):
        draft.validate(exports.outcome("json").json())
    described = exports.api.ok("GET", "/openapi.json")["paths"]["/api/v1/sessions/{sessionId}/outcome"]["get"]
    assert set(described["responses"]["200"]["content"]) == {kind.split(";")[0] for kind in TYPES.values()}
    assert exports.api.get("/schemas/findes-ikke").status_code == 404


def test_the_outcome_has_the_questions_beside_the_answers_and_no_names(exports):
    outcome = exports.outcome("json").json()
    models = {model["id"]: model for model in outcome["models"]}
    answers = {answer["fieldId"]: answer for answer in models["k-1"]["answers"]}
    assert answers["task"]["text"]["da"] == fields_of("k-1")["task"] and answers["task"]["question"]["da"]
    text = exports.outcome("md").text
    assert fields_of("k-1")["task"] in text and answers["task"]["question"]["da"] in text
    assert "Deltager A" not in text and "Deltager A" not in json.dumps(outcome)


def test_the_word_document_has_headings_tables_and_a_head_that_a_secretary_can_edit(exports):
    content = exports.draft("docx").content
    document = documents.read_docx(content)
    styles = [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]
    assert ("Title", "UDKAST: Målplan 2027 – Lærkeskolen") in styles
    assert ("Heading 1", "2. Mål") in styles
    assert any(style == "Heading 2" and one("goals", "m-1")["text"] in text for style, text in styles)
    assert any(style == "Vigtigt" and "EKSEMPEL" in text for style, text in styles)
    assert document.sections[0].header.paragraphs[0].text == HEAD
    assert document.core_properties.title == "UDKAST: Målplan 2027 – Lærkeskolen"
    assert document.sections[0].page_width.mm == pytest.approx(210, abs=1)
    heads = [[cell.text for cell in table.rows[0].cells] for table in document.tables]
    assert ["Milepæl", "Dato", "Ansvarlig", "Dokumentation"] in heads and ["Enhed", "Lærkeskolen, Børn og Skole"] in heads
    assert "w:tblHeader" in documents.docx_parts(content)["word/document.xml"]
    text = documents.docx_text(document)
    for told in ("30. juni 2028", one("signs", "t-1")["text"], fields_of("c-1")["task"], "☐"):
        assert told in text
    documents.assert_no_docx_fields(content)


def test_the_open_document_has_headings_tables_and_the_same_head(exports):
    content = exports.draft("odt").content
    assert documents.odt_undeclared(content) == set()
    document = documents.read_odt(content)
    headings = documents.odt_headings(document)
    assert (1, "2. Mål") in headings and any(level == 2 and one("goals", "m-1")["text"] in text for level, text in headings)
    cells = documents.odt_cells(document)
    for told in ("Enhed", "Lærkeskolen, Børn og Skole", "Milepæl", one("milestones", "mp-3")["text"]):
        assert told in cells
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert HEAD in archive.read("styles.xml").decode()
    assert fields_of("c-1")["task"] in documents.odt_text(document)
    documents.assert_no_odt_fields(content)


def test_the_pdf_is_tagged_for_screen_readers(exports):
    reader = documents.read_pdf(exports.draft("pdf").content)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "da" and root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == "UDKAST: Målplan 2027 – Lærkeskolen"
    assert "pdfuaid" in documents.pdf_xmp(reader)
    tags = documents.pdf_tags(reader)
    assert tags.count("/H1") == 1 and tags.count("/H2") >= 8
    assert {"/P", "/L", "/LI", "/Table", "/TR", "/TH", "/TD"} <= set(tags)
    text = documents.pdf_text(reader)
    for told in ("UDKAST: Målplan 2027", "Lærkeskolen", "KLE 17.00.00", "30. juni 2028", "Tidslinje"):
        assert told in text


@pytest.mark.parametrize("path", ["draft", "outcome"])
def test_readers_of_pdf_find_nothing_against_the_tags_and_every_table_heading_says_what_it_is_for(exports, path, tmp_path):
    content = getattr(exports, path)("pdf").content
    assert documents.pdf_faults(content, tmp_path / "document.pdf") == []
    scopes = documents.pdf_scopes(documents.read_pdf(content))
    assert set(scopes) == {"/Column", "/Row"} and scopes[0] == "/Row"


def test_the_pdf_for_the_archive_says_that_it_is_one_and_has_its_fonts_in_it(exports):
    reader = documents.read_pdf(exports.get(
        f"/weeks/{exports.week.id}/units/u-skole/goal-plan-draft.pdf?pdf=archive").content)
    xmp = documents.pdf_xmp(reader)
    assert re.search(r"pdfaid:part[>=]\W?3", xmp) and re.search(r"pdfaid:conformance[>=]\W?B", xmp)
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].get_object().values():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            assert {"/FontFile2", "/FontFile3"} & set(descendant["/FontDescriptor"].get_object())
    root = reader.trailer["/Root"]
    profile = root["/OutputIntents"][0].get_object()["/DestOutputProfile"].get_object().get_data()
    assert profile[36:40] == b"acsp", "an ICC profile (ICC.1:2010, section 7.2)"
    assert not reader.is_encrypted and not {"/OpenAction", "/AA"} & set(root)
    assert "/JavaScript" not in root.get("/Names", {}) and documents.pdf_actions(reader) == []
    assert "Lærkeskolen" in documents.pdf_text(reader)


def test_an_outcome_can_be_had_as_word_odt_and_pdf(exports):
    title = "Udbytte: " + one("sessions", "s-1")["title"]
    task = fields_of("k-1")["task"]
    document = documents.read_docx(exports.outcome("docx").content)
    assert ("Title", title) in [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]
    assert task in documents.docx_text(document)
    assert task in documents.odt_text(documents.read_odt(exports.outcome("odt").content))
    assert title in documents.pdf_text(documents.read_pdf(exports.outcome("pdf").content))


def test_headings_are_english_when_asked_for_and_peoples_words_stay(exports):
    path = f"/weeks/{exports.week.id}/units/u-skole/goal-plan-draft"
    head, *rows = documents.read_csv(exports.get(path + ".csv?lang=en").content)
    assert head[0] == "Unit" and any(one("goals", "m-1")["text"] in row for row in rows)
    assert "# Outcome: " in exports.get("/sessions/s-1/outcome.md?lang=en").text


@pytest.mark.parametrize("language", ["", "DA", "xx"])
def test_a_language_that_there_is_not_is_told_and_not_taken_for_another(exports, language):
    told = exports.api.get(f"/sessions/s-1/outcome.md?lang={language}")
    assert told.status_code == 400 and "?lang=da" in told.json()["detail"]
    told = exports.api.post(f"/weeks/{exports.week.id}/exports", json={"formats": ["md"], "language": language})
    assert told.status_code == 422 and told.json()["faults"][0]["path"] == "$.language", told.text


# The plan itself.


@pytest.fixture(scope="module")
def plan(exports):
    """The school's plan with everything of its draft taken, finished once and gone on with."""
    plan = GoalPlan(exports.api, exports.week.id)
    plan.take_all()
    assert plan.send("POST", "/versions").status_code == 201
    assert plan.send("POST", "/reopen").status_code == 200
    assert plan.write("goal:m-1", text="Lederens eget mål").status_code == 200
    return plan


def test_a_plan_can_be_had_in_every_format_as_it_stands_and_as_it_was_finished(exports, plan, tmp_path):
    goal = one("goals", "m-1")["text"]
    readers = {
        "md": lambda content: content.decode(), "json": lambda content: content.decode(),
        "csv": lambda content: "\n".join(cell for row in documents.read_csv(content) for cell in row),
        "docx": lambda content: documents.docx_text(documents.read_docx(content)),
        "odt": lambda content: documents.odt_text(documents.read_odt(content)),
        "pdf": lambda content: documents.pdf_text(documents.read_pdf(content)),
    }
    for ending, read in readers.items():
        now = exports.get(f"{plan.path}.{ending}")
        assert now.headers["content-type"] == TYPES[ending]
        assert f'filename="maalplan-2027-laerkeskolen.{ending}"' in now.headers["content-disposition"]
        frozen = exports.get(f"{plan.path}/versions/1/plan.{ending}")
        assert "Lederens eget mål" in read(now.content) and "Lederens eget mål" not in read(frozen.content)
        if ending == "pdf":
            assert documents.pdf_faults(now.content, tmp_path / "plan.pdf") == []
        else:
            assert goal in read(frozen.content)
    schema(exports, "goal-plan").validate(exports.get(f"{plan.path}.json").json())
    days = events(exports.get(f"{plan.path}.ics").content)
    assert DAY.fromisoformat(one("milestones", "mp-3")["due"]) in [event["dtstart"].dt for event in days]
    assert exports.api.get(f"{plan.path}/versions/9/plan.pdf").status_code == 404


def test_the_head_of_a_plan_says_unit_year_version_and_kle_and_the_end_has_a_place_to_sign(exports, plan):
    document = documents.read_docx(exports.get(f"{plan.path}/versions/1/plan.docx").content)
    assert document.sections[0].header.paragraphs[0].text == "Lærkeskolen · Målplan 2027 · version 1 · KLE 17.00.00"
    now = documents.read_docx(exports.get(f"{plan.path}.docx").content)
    assert now.sections[0].header.paragraphs[0].text == \
        "Lærkeskolen · Målplan 2027 · version 2, under arbejde · KLE 17.00.00"
    heads = [[cell.text for cell in table.rows[0].cells] for table in document.tables]
    assert ["Funktion", "Dato", "Underskrift"] in heads


def test_a_plan_taken_home_as_a_file_comes_back_without_a_change(exports, plan):
    response = exports.api.request(
        "POST", plan.path + "/file", content=exports.get(f"{plan.path}.json").content,
        headers={"If-Match": "*", "Content-Type": "application/json"})
    assert response.status_code == 201, response.text
    assert response.json()["outcome"]["edits"] == 0


# The whole week.


def archive(response):
    assert response.status_code == 200 and response.headers["content-type"] == "application/zip", response.text
    found = zipfile.ZipFile(io.BytesIO(response.content))
    assert found.testzip() is None
    return found


def test_a_week_is_one_archive_with_every_plan_draft_and_outcome(exports, plan):
    found = archive(exports.api.get(f"/weeks/{exports.week.id}/outcome.zip"))
    names = found.namelist()
    # One plan was begun.
    assert len(names) == len(set(names)) == (len(UNITS) + len(SESSIONS) + 1) * 4
    for ending in ("json", "md", "csv", "ics"):
        assert f"maalplaner/maalplan-2027-laerkeskolen.{ending}" in names
        assert f"udkast/maalplan-udkast-2027-laerkeskolen.{ending}" in names
        assert sum(name.startswith("sessioner/") and name.endswith(ending) for name in names) == len(SESSIONS)
    assert json.loads(found.read("udkast/maalplan-udkast-2027-laerkeskolen.json")) == exports.draft("json").json()
    again = exports.api.get(f"/weeks/{exports.week.id}/outcome.zip?formats=md,csv")
    assert archive(again).read("udkast/maalplan-udkast-2027-laerkeskolen.md") == exports.draft("md").content
    assert exports.api.get(f"/weeks/{exports.week.id}/outcome.zip?formats=exe").status_code == 422


def test_a_long_export_shows_how_far_it_is_and_can_be_fetched_once_finished(exports, plan):
    address = f"/weeks/{exports.week.id}/exports"
    started = exports.api.post(address, json={"formats": ["docx"], "language": "da"})
    assert started.status_code == 202
    made = started.json()
    assert started.headers["location"] == f"/api/v1{address}/{made['id']}"
    assert made["total"] == len(UNITS) + len(SESSIONS) + 1 and made["state"] == "running"
    assert exports.api.get(f"{address}/{made['id']}/archive.zip").status_code == 409
    steps = []

    def finished():
        steps.append(exports.api.ok("GET", f"{address}/{made['id']}"))
        return steps[-1]["state"] == "finished"

    wait_until(finished, "the archive", timeout=60)
    done = [step["done"] for step in steps]
    assert done == sorted(done) and done[-1] == made["total"]
    assert any(0 < count < made["total"] for count in done), "no progress was shown"
    found = archive(exports.api.get(steps[-1]["href"].removeprefix("/api/v1")))
    assert len(found.namelist()) == made["total"]
    for name in found.namelist():
        assert documents.read_docx(found.read(name)).paragraphs
    assert exports.api.delete(f"{address}/{made['id']}").status_code == 204
    assert exports.api.get(f"{address}/{made['id']}").status_code == 404


def test_a_long_export_can_be_cancelled_and_leaves_room_for_the_next(exports):
    address = f"/weeks/{exports.week.id}/exports"
    for _ in range(3):
        made = exports.api.ok("POST", address, 202, {"formats": ["odt", "docx", "pdf"]})
        assert exports.api.delete(f"{address}/{made['id']}").status_code == 204
        assert exports.api.get(f"{address}/{made['id']}").status_code == 404
    assert exports.api.get(f"/weeks/{exports.week.id}/outcome.zip?formats=md").status_code == 200


# What goes wrong.


def test_a_missing_converter_is_named_and_the_other_formats_are_there(tmp_path):
    server = Server(tmp_path / "data", environment={"PATH": str(tmp_path)})
    try:
        server.start()
        api = Api(server.url, server.admin_token)
        week = import_week(api)
        for ending in FORMATS:
            response = api.get(f"/weeks/{week.id}/units/u-skole/goal-plan-draft.{ending}")
            package = {"docx": "pandoc", "odt": "pandoc", "pdf": "weasyprint"}.get(ending)
            if package is None:
                assert response.status_code == 200
            else:
                problem = response.json()
                assert response.status_code == 501 and problem["type"] == "urn:samspil:problem:converter-missing"
                assert f"pakken {package}" in problem["detail"] and f"package {package}" in problem["detailEn"]
        formats = {one["format"]: one for one in api.ok("GET", "/formats")}
        assert [name for name in FORMATS if not formats[name]["available"]] == ["docx", "odt", "pdf"]
        assert formats["pdf"]["package"] == "weasyprint" and "package" not in formats["csv"]
        refused = api.post(f"/weeks/{week.id}/exports", json={"formats": ["md", "pdf"]})
        assert refused.status_code == 501
        api.close()
        assert server.stop() == 0
    finally:
        server.close()


@pytest.fixture
def endless(tmp_path):
    """A server whose weasyprint never ends and begins a process of its own, and the numbers of both."""
    programs, started = tmp_path / "programs", tmp_path / "started"
    programs.mkdir()
    started.mkdir()
    (programs / "weasyprint").write_text(f"#!/bin/sh\nsleep 600 &\n: > {started}/$!\n: > {started}/$$\nwait\n")
    (programs / "weasyprint").chmod(0o755)
    server = Server(tmp_path / "data", environment={"PATH": str(programs)})

    def is_running(process):
        try:
            # Empty when it has ended and nobody has asked how.
            return Path(f"/proc/{process}/cmdline").read_bytes() != b""
        except OSError:
            return False

    def converters():
        return [note.name for note in started.iterdir() if is_running(note.name)]

    try:
        server.start()
        yield server, import_week(Api(server.url, server.admin_token)), converters
    finally:
        server.close()


@pytest.mark.parametrize("path", ["/units/u-skole/goal-plan-draft.pdf", "/outcome.zip?formats=pdf"])
def test_a_conversion_ends_when_the_browser_leaves(endless, path):
    server, week, converters = endless
    connection = http.client.HTTPConnection(*server.host_and_port)
    connection.request("GET", f"/api/v1/weeks/{week.id}{path}", headers={"Authorization": f"Bearer {server.admin_token}"})
    wait_until(converters, "the converter")
    connection.close()
    wait_until(lambda: not converters(), "the converter's end")
    assert server.stop() == 0, server.output
    assert "failed" not in server.output


def test_a_conversion_ends_when_the_export_is_cancelled_and_when_the_server_stops(endless):
    server, week, converters = endless
    api = Api(server.url, server.admin_token)
    address = f"/weeks/{week.id}/exports"
    made = api.ok("POST", address, 202, {"formats": ["pdf"]})
    wait_until(converters, "the converter")
    assert api.delete(f"{address}/{made['id']}").status_code == 204
    wait_until(lambda: not converters(), "the converter's end")
    api.ok("POST", address, 202, {"formats": ["pdf"]})
    wait_until(converters, "the second converter")
    api.close()
    assert server.stop() == 0, server.output
    assert not converters()


def test_a_document_that_is_not_made_when_the_server_has_waited_long_enough_is_ended_with_all_it_began(endless):
    server, week, converters = endless
    connection = http.client.HTTPConnection(*server.host_and_port)
    connection.request(
        "GET", f"/api/v1/weeks/{week.id}/units/u-skole/goal-plan-draft.pdf",
        headers={"Authorization": f"Bearer {server.admin_token}"})
    wait_until(lambda: len(converters()) == 2, "the converter and what it began")
    assert server.stop() == 0, server.output
    assert not converters()
    connection.close()


@pytest.fixture
def slow(tmp_path):
    """A server with pandoc, and a weasyprint that does not end."""
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "weasyprint").write_text("#!/bin/sh\nexec sleep 600\n")
    (programs / "weasyprint").chmod(0o755)
    (programs / "pandoc").symlink_to(shutil.which("pandoc"))
    server = Server(tmp_path / "data", environment={"PATH": str(programs)})
    try:
        yield server.start()
    finally:
        server.close()


def test_somebodys_small_document_does_not_wait_for_two_large_ones_of_one_person(slow):
    admin, clients = Api(slow.url, slow.admin_token), Clients(slow)
    week = import_week(admin)
    writer = clients.pycrdt("c-1", admin.token, saved="1")
    for _ in range(3):
        writer.insert("task", 0, "Et langt stykke tekst. " * 1500)
        writer.wait_saved()
    heavy = [http.client.HTTPConnection(*slow.host_and_port) for _ in range(2)]
    for connection in heavy:
        connection.request(
            "GET", "/api/v1/sessions/s-1/outcome.pdf", headers={"Authorization": f"Bearer {slow.admin_token}"})
    time.sleep(2)
    person = week.join("s-2", "Deltager", "Lærer", unitId="u-skole")
    made = person.http.get("/api/v1/sessions/s-2/outcome.docx", timeout=40)
    assert made.status_code == 200 and made.content.startswith(b"PK")
    for connection in heavy:
        connection.close()
    for one in (clients, person, admin):
        one.close()
    assert slow.stop() == 0


PIECES = [
    "=", "+", "-", "@", "\t", "\r\n", "=cmd|'/c calc'!A1", '=HYPERLINK("http://x";"y")', "@SUM(1;2)", "＝1+1", "\u200b=1",
    '"', ';"', "'", "{ HYPERLINK x }", '</w:t><w:fldSimple w:instr="X"/>', "<text:a xlink:href='x'>", "]]>", "<script>",
    "&lt;", "&#61;", "\u202eabc", "\u0007", "\ufffe", "**b**", "[c](d)", "$x^2$", "Ærø", "tekst", "👩‍👩‍👧",
]


@pytest.mark.timeout(600)
def test_ten_thousand_hostile_cells_become_no_formula_and_no_field(exports):
    seed = 20270118
    print(f"seed {seed}")
    dice = random.Random(seed)

    def hostile():
        return "".join(dice.choices(PIECES, k=dice.randint(1, 6))) + " ."

    count = 600
    goals = [{"id": f"g-{n}", "unitId": "u", "text": hostile(), "currentSituation": hostile(),
              "desiredSituation": hostile()} for n in range(count)]
    milestones = [{"id": f"mp-{n}", "goalId": f"g-{n}", "text": hostile(), "evidence": hostile(),
                   "due": "2027-03-01"} for n in range(count)]
    signs = [{"id": f"t-{n}", "goalId": f"g-{n}", "text": hostile(), "dataSource": hostile(), "baseline": hostile(),
              "target": hostile(), "frequency": hostile()} for n in range(count)]
    actions = [{"id": f"p-{n}", "title": hostile(), "goalIds": [f"g-{n}"], "ownerUnitId": "u", "question": hostile(),
                "hypothesis": hostile(), "preparation": hostile(), "scale": hostile(), "start": "2027-02-01",
                "end": "2027-04-01"} for n in range(count)]
    week = {
        "schemaVersion": 1, "weekId": "fjendtlig", "municipality": {"name": hostile() + "k"},
        # A name has at least one letter.
        "units": [{"id": "u", "name": hostile() + "e", "kle": hostile() + "1"}], "goals": goals, "milestones": milestones,
        "signs": signs, "trialActions": actions,
    }
    import_week(exports.api, week)
    path = "/weeks/fjendtlig/units/u/goal-plan-draft"
    head, *rows = documents.read_csv(exports.api.get(path + ".csv").content)
    assert len(rows) >= 4 * count and all(len(row) == len(head) for row in rows)
    for cell in (cell for row in rows for cell in row):
        assert not cell.strip()[:1] or cell.strip()[0] not in "=+-@＝＋－＠\t\r", repr(cell)
    found = events(exports.api.get(path + ".ics").content)
    assert len(found) == 3 * count and not any("attendee" in event for event in found)
    word = exports.api.get(path + ".docx").content
    documents.assert_no_docx_fields(word)
    text = exports.api.get(path + ".odt").content
    documents.assert_no_odt_fields(text)
    # Nothing was dropped: a row in a table for each sign and each milestone.
    assert documents.docx_parts(word)["word/document.xml"].count("<w:tr>") >= 2 * count
    with zipfile.ZipFile(io.BytesIO(text)) as odt:
        assert odt.read("content.xml").decode().count("<table:table-row") >= 2 * count


PARTS = {
    "proceshjul": ["Mål og økonomi", "Metode", "Dokumentation"],
    "aftale": ["Indledning", "Politiske mål", "Egne mål"],
    "dialogaftale": ["Aftalen", "Lokale mål", "Samarbejde"],
}


@pytest.mark.parametrize("profile", PARTS)
def test_a_draft_in_another_governance_system_has_its_parts_and_loses_nothing(exports, profile):
    path = f"/weeks/{exports.week.id}/units/u-skole/goal-plan-draft"
    draft, usual = (exports.get(f"{path}.json{query}").json() for query in (f"?profile={profile}", ""))
    assert draft.pop("profile") == profile and usual.pop("profile") == "maalplan" and draft == usual
    text = exports.get(f"{path}.md?profile={profile}").text
    headings = [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")]
    places = [headings.index(part) for part in PARTS[profile]]
    assert places == sorted(places) and text.splitlines()[0].startswith("# UDKAST: ")
    for goal in draft["goals"]:
        assert goal["text"] in text
    assert documents.docx_text(documents.read_docx(exports.get(f"{path}.docx?profile={profile}").content))


def test_a_governance_system_that_is_none_is_refused_and_those_there_are_are_named(exports):
    answer = exports.api.get(f"/weeks/{exports.week.id}/units/u-skole/goal-plan-draft.md?profile=budget")
    assert answer.status_code == 400 and "dialogaftale" in answer.text
