"""Limits of texts and numbers are the server's, told before they bite, and nothing that is too long is cut."""

import pytest
from playwright.sync_api import expect

from harness.model_page import MODEL_PATH, SESSION, ModelPage, open_model


@pytest.fixture
def server_flags():
    return ["--limit-groups", "7"]


def test_a_limit_that_is_set_for_the_server_is_the_pages(browsers, week, admin):
    page = browsers.open_as(admin.token, f"/session/{SESSION}").page
    page.get_by_test_id("tool-groups").click()
    expect(page.locator("#groups-count")).to_have_attribute("max", "7")
    page.locator("#groups-count").fill("60")
    expect(page.locator("#groups-count")).to_have_value("7")


def test_a_title_that_is_too_long_is_told_as_the_server_counts_stays_whole_and_is_not_sent(browsers, week, admin):
    most = admin.ok("GET", "/limits")["texts"]["title"]["bytes"]
    page = browsers.open_as(admin.token, f"/session/{SESSION}").page
    page.get_by_test_id("create-model").click()
    title = page.get_by_test_id("create-model-title")
    models = page.locator("[data-testid^='model-']").count()
    title.fill("å" * (most // 2 - 20))
    expect(page.get_by_test_id("limit-near")).to_have_text("Der er plads til omkring 20 tegn mere.")
    # Pasted: nothing is cut where nobody sees it.
    title.fill("å" * (most // 2) + "😀")
    over = page.get_by_test_id("limit-over")
    expect(over).to_have_text("Teksten er 1 tegn for lang. Kort den ned; intet er slettet.")
    expect(title).to_have_value("å" * (most // 2) + "😀")
    page.get_by_test_id("create-model-submit").click()
    page.wait_for_timeout(500)
    assert page.locator("[data-testid^='model-']").count() == models
    expect(title).to_be_visible()
    title.press("End")
    title.press("Backspace")
    expect(page.get_by_test_id("limit-over")).to_have_count(0)
    page.get_by_test_id("create-model-submit").click()
    expect(title).to_have_count(0)


def test_a_field_tells_that_little_room_is_left(browsers, week, admin):
    most = admin.ok("GET", "/limits")["texts"]["field"]["codeUnits"]
    model = open_model(browsers, admin.token)
    before = len(model.text("task").input_value())
    model.paste_at_end("task", "x" * (most - before - 500))
    expect(model.page.get_by_test_id("near-task")).to_have_text("Der er plads til omkring 500 tegn mere.")


def test_where_the_server_has_not_said_its_limits_nothing_is_said_of_room(browsers, week):
    window = browsers.open()
    window.allow("limits|ERR_FAILED")
    window.context.route("**/api/v1/limits", lambda route: route.abort())
    window.sign_in(week.join(SESSION, "Anna", "Lærer", unitId="u-skole").token)
    window.goto(MODEL_PATH)
    ModelPage(window).expect_ready()
    expect(window.page.locator("main")).not_to_contain_text("tegn mere")
