"""The page speaks Danish first, English on request, and remembers which."""

from playwright.sync_api import expect

from harness.model_page import open_model


def test_the_language_is_switched_everywhere_and_remembered(browsers, week):
    person = week.join("s-1", "Deltager A", "Lærer", unitId="u-skole")
    page = open_model(browsers, person.token)
    html = page.page.locator("html")
    expect(html).to_have_attribute("lang", "da")
    expect(page.page.get_by_test_id("field-task").get_by_role("heading")).to_have_text("Opgaven")
    page.page.get_by_role("button", name="English").click()
    expect(html).to_have_attribute("lang", "en")
    expect(page.page.get_by_test_id("field-task").get_by_role("heading")).to_have_text("The task")
    expect(page.status).to_have_text("Saved")
    page.page.reload()
    expect(html).to_have_attribute("lang", "en")
    expect(page.status).to_have_text("Saved")
    page.window.goto("/session/s-1")
    expect(page.page.get_by_test_id("agenda")).to_be_visible()
    page.page.get_by_role("button", name="Dansk").click()
    expect(html).to_have_attribute("lang", "da")


def test_a_browser_in_english_still_begins_in_danish(browsers):
    window = browsers.open("/", locale="en-GB")
    expect(window.page.locator("html")).to_have_attribute("lang", "da")
    expect(window.page.get_by_role("button", name="Videre")).to_be_visible()


def test_what_people_wrote_is_not_translated(browsers, week):
    page = open_model(browsers, week.join("s-1", "Deltager A", "Lærer", unitId="u-skole").token)
    written = page.text("task").input_value()
    page.page.get_by_role("button", name="English").click()
    expect(page.status).to_have_text("Saved")
    expect(page.text("task")).to_have_value(written)
