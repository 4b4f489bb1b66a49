"""Documents from the page: a leader's draft, a session's outcome, a whole week; and what it says when one cannot be made."""

import io
import zipfile

from playwright.sync_api import expect

from harness import documents
from harness.api import Api
from harness.browser import Browsers
from harness.example import fields_of, import_week, one
from harness.server import Server
from harness.waiting import wait_until
from test_exports import endless

__all__ = ["endless"]


def saved(page, button):
    with page.expect_download(timeout=60_000) as download:
        page.get_by_test_id(button).click()
    return download.value


def test_a_leader_takes_the_draft_home_as_word_spreadsheet_and_calendar(browsers, week):
    leader = week.invite("s-1", "leader", unitId="u-skole")
    page = browsers.open_as(leader.token).page
    page.wait_for_url("**/enhed/u-skole/maalplan")
    word = saved(page, "download-docx")
    assert word.suggested_filename == "maalplan-udkast-2027-laerkeskolen.docx"
    assert one("goals", "m-1")["text"] in documents.docx_text(documents.read_docx(word.path().read_bytes()))
    assert documents.read_csv(saved(page, "download-csv").path().read_bytes())[0][0] == "Enhed"
    assert saved(page, "download-ics").path().read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    expect(page.get_by_test_id("downloads-busy")).to_have_count(0)


def test_a_participant_takes_the_outcome_home_with_the_questions(browsers, week):
    person = week.join("s-1", "Deltager", "Lærer", unitId="u-skole")
    page = browsers.open_as(person.token, "/session/s-1").page
    page.get_by_test_id("downloads-more").click()
    text = saved(page, "download-md").path().read_text()
    assert fields_of("k-1")["task"] in text and "Deltager" not in text


def test_the_administrator_takes_the_whole_week_home_sees_how_far_it_is_and_can_stop(browsers, week, admin):
    page = browsers.open_as(admin.token, f"/uge/{week.id}").page
    page.get_by_test_id("archive-start").click()
    expect(page.get_by_test_id("archive-progress")).to_contain_text("af 14 dokumenter er lavet", timeout=10_000)
    page.get_by_test_id("archive-cancel").click()
    expect(page.get_by_test_id("archive-progress")).to_have_count(0)
    page.get_by_test_id("archive-docx").uncheck()
    page.get_by_test_id("archive-pdf").uncheck()
    expect(page.get_by_test_id("archive-start")).to_be_disabled()
    page.get_by_test_id("archive-md").check()
    content = saved(page, "archive-start").path().read_bytes()
    assert len(zipfile.ZipFile(io.BytesIO(content)).namelist()) == 7


def test_the_page_names_the_package_that_is_missing_and_offers_the_rest(tmp_path, chromium):
    server = Server(tmp_path / "data", environment={"PATH": str(tmp_path)})
    try:
        server.start()
        api = Api(server.url, server.admin_token)
        week = import_week(api)
        browsers = Browsers(chromium, server)
        page = browsers.open_as(server.admin_token, f"/uge/{week.id}/enhed/u-skole/maalplan").page
        missing = page.get_by_test_id("downloads-missing")
        expect(missing).to_contain_text("Word")
        expect(missing).to_contain_text("pandoc, weasyprint")
        expect(page.get_by_test_id("download-docx")).to_have_count(0)
        assert saved(page, "download-csv").path().read_bytes()
        browsers.close()
        api.close()
    finally:
        server.close()


def test_closing_the_page_cancels_the_weeks_export_and_ends_the_converter(endless, chromium):
    server, week, converters = endless
    browsers = Browsers(chromium, server)
    page = browsers.open_as(server.admin_token, f"/uge/{week.id}").page
    page.get_by_test_id("archive-pdf").check()
    page.get_by_test_id("archive-start").click()
    wait_until(converters, "the converter")
    page.close()
    wait_until(lambda: not converters(), "the converter's end")
    browsers.close()
