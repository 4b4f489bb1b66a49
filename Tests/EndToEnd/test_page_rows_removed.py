"""What one takes away takes nothing of others' with it, and who stood in it is told and can do no harm by typing on."""

import re

import pytest
from playwright.sync_api import expect

from harness.browser import NO_NETWORK
from harness.model_page import MODEL, SAVED, ModelPage, open_model
from harness.waiting import wait_until

ROWS = "expectations"


@pytest.fixture
def pair(browsers, week):
    """A participant of the school and one of the family unit."""
    return (
        open_model(browsers, week.join("s-1", "Deltager Ære", "Lærer", unitId="u-skole").token),
        open_model(browsers, week.join("s-1", "Deltager Øre", "Koordinator", unitId="u-fam").token),
    )


def row_id(page: ModelPage, index: int) -> str:
    row = page.rows(ROWS).nth(index).get_attribute("data-row")
    assert row is not None
    return row


def removed(page: ModelPage):
    return page.page.get_by_test_id(f"removed-rows-{ROWS}")


def test_undoing_an_added_row_leaves_what_another_wrote_in_it(pair, clients, admin):
    mine, other = pair
    before = mine.rows(ROWS).count()
    mine.page.get_by_test_id(f"add-{ROWS}").click()
    expect(other.rows(ROWS)).to_have_count(before + 1)
    row = row_id(other, before)
    for column, text in (("need", "Et lokale"), ("give", "En time"), ("limit", "Ikke fredag")):
        other.text(f"{ROWS}/{row}/{column}").focus()
        other.page.keyboard.type(text)
    other.expect_saved()
    expect(mine.text(f"{ROWS}/{row}/limit")).to_have_value("Ikke fredag")
    mine.page.locator("h1").click()
    mine.page.keyboard.press("Control+z")
    mine.expect_saved()
    expect(mine.rows(ROWS)).to_have_count(before + 1)
    expect(mine.page.get_by_test_id("removed-toast")).to_contain_text("Rækken bliver stående")
    for page in pair:
        expect(page.rows(ROWS)).to_have_count(before + 1)
        expect(page.text(f"{ROWS}/{row}/need")).to_have_value("Et lokale")
    assert clients.node(MODEL, admin.token).content()[ROWS][row]["need"] == "Et lokale"


def test_undoing_an_added_row_that_only_oneself_wrote_in_takes_it_away(pair):
    mine, other = pair
    before = mine.rows(ROWS).count()
    mine.page.get_by_test_id(f"add-{ROWS}").click()
    expect(other.rows(ROWS)).to_have_count(before + 1)
    mine.page.locator("h1").click()
    mine.page.keyboard.press("Control+z")
    for page in pair:
        expect(page.rows(ROWS)).to_have_count(before)
        expect(removed(page)).to_have_count(0)
    mine.page.keyboard.press("Control+Shift+z")
    expect(other.rows(ROWS)).to_have_count(before + 1)


def test_words_written_offline_in_a_row_that_another_removes_come_back_with_it(pair, clients, admin):
    mine, other = pair
    row = row_id(mine, 0)
    path = f"{ROWS}/{row}/need"
    text = other.text(path).input_value()
    other.window.allow(NO_NETWORK)
    other.window.context.set_offline(True)
    expect(other.status).to_have_attribute("data-state", "offline")
    other.type_at_end(path, " og et lokale")
    mine.rows(ROWS).nth(0).get_by_test_id("row-remove").click()
    mine.expect_saved()
    other.window.context.set_offline(False)
    expect(other.status).to_have_text(SAVED, timeout=20_000)
    # Who stood in it is told by whom, and what was written is there to be read, for both.
    expect(other.page.get_by_test_id("removed-toast")).to_contain_text("Deltager Ære fjernede den række, du stod i.")
    expect(other.text(path)).to_have_count(0)
    for page in pair:
        removed(page).locator("summary").click()
        expect(removed(page)).to_contain_text("Fjernet af Deltager Ære")
        expect(removed(page)).to_contain_text(f"{text} og et lokale")
    mine.page.locator("h1").click()
    mine.page.keyboard.press("Control+z")
    for page in pair:
        expect(page.text(path)).to_have_value(f"{text} og et lokale")
        expect(removed(page)).to_have_count(0)
    assert clients.node(MODEL, admin.token).content()[ROWS][row]["need"] == f"{text} og et lokale"


def test_undoing_a_removal_brings_back_what_another_wrote_in_the_row_meanwhile(pair, clients, admin):
    mine, other = pair
    row = row_id(mine, 0)
    path = f"{ROWS}/{row}/need"
    text = other.text(path).input_value()
    other.window.allow(NO_NETWORK)
    other.window.context.set_offline(True)
    other.type_at_end(path, " og et lokale")
    mine.rows(ROWS).nth(0).get_by_test_id("row-remove").click()
    mine.expect_saved()
    other.window.context.set_offline(False)
    expect(other.status).to_have_text(SAVED, timeout=20_000)
    expect(other.text(path)).to_have_count(0)
    mine.page.locator("h1").click()
    mine.page.keyboard.press("Control+z")
    for page in pair:
        expect(page.text(path)).to_have_value(f"{text} og et lokale")


def test_anybody_may_bring_a_removed_row_back_and_it_counts_for_nothing_meanwhile(pair, week, admin):
    mine, other = pair
    row, count = row_id(mine, 0), mine.rows(ROWS).count()
    need = mine.text(f"{ROWS}/{row}/need").input_value()
    mine.rows(ROWS).nth(0).get_by_test_id("row-remove").click()
    expect(other.rows(ROWS)).to_have_count(count - 1)
    mine.expect_saved()
    wait_until(lambda: need not in admin.get(f"/weeks/{week.id}/export").text, "the removed row to be no part of the model")
    mine.page.reload()
    mine.expect_ready()
    expect(mine.rows(ROWS)).to_have_count(count - 1)
    removed(other).locator("summary").click()
    other.page.get_by_test_id("row-bring-back").click()
    for page in pair:
        expect(page.text(f"{ROWS}/{row}/need")).to_have_value(need)
    other.expect_saved()
    assert need in admin.get(f"/weeks/{week.id}/export").text


KEYS = " nu taler vi med andre om det, så ses vi kl. ni i salen"


def expect_nothing_pressed(lead: ModelPage, address: str, phase: str) -> None:
    """What a key had pressed would be there by now."""
    lead.page.wait_for_timeout(1_000)
    assert lead.page.url == address
    assert lead.page.get_by_test_id("bar-phase").inner_text() == phase


def test_typing_on_when_the_row_is_removed_does_nothing_to_anybody(browsers, week):
    lead = open_model(browsers, week.invite("s-1", "facilitator").token)
    other = open_model(browsers, week.join("s-1", "Deltager Ære", "Lærer", unitId="u-skole").token)
    address, phase = lead.page.url, lead.page.get_by_test_id("bar-phase").inner_text()
    row = row_id(lead, 0)
    path = f"{ROWS}/{row}/need"
    lead.type_at_end(path, "Vi ringer,")
    expect(other.text(path)).to_have_value(re.compile("Vi ringer,$"))
    other.rows(ROWS).nth(0).get_by_test_id("row-remove").click()
    expect(lead.text(path)).to_have_count(0)
    lead.page.keyboard.type(KEYS)
    expect_nothing_pressed(lead, address, phase)
    expect(lead.page.get_by_test_id("removed-toast")).to_contain_text("Deltager Ære fjernede den række, du stod i.")
    expect(lead.rows(ROWS).nth(0)).to_be_focused()
    lead.page.get_by_test_id("removed-undo").click()
    expect(lead.text(path)).to_have_value(re.compile("Vi ringer,$"))


def test_a_row_removed_while_a_word_is_composed_keeps_the_word(pair):
    mine, other = pair
    row = row_id(mine, 0)
    path = f"{ROWS}/{row}/need"
    other.text(path).focus()
    other.page.keyboard.press("Control+End")
    session = other.page.context.new_cdp_session(other.page)
    session.send("Input.imeSetComposition", {"text": " lokale", "selectionStart": 7, "selectionEnd": 7})
    expect(mine.text(path)).to_have_value(re.compile(" lokale$"))
    mine.rows(ROWS).nth(0).get_by_test_id("row-remove").click()
    expect(other.text(path)).to_have_count(0)
    other.page.keyboard.type("khs?")
    expect(other.page.get_by_test_id("shortcuts")).to_be_hidden()
    other.page.get_by_test_id("removed-undo").click()
    for page in pair:
        expect(page.text(path)).to_have_value(re.compile(" lokale$"))


def test_a_field_that_a_lower_level_does_not_have_leaves_the_focus_where_keys_do_nothing(browsers, week, admin):
    lead = open_model(browsers, week.invite("s-1", "facilitator").token)
    address, phase = lead.page.url, lead.page.get_by_test_id("bar-phase").inner_text()
    lead.type_at_end("escalation", " Og så")
    admin.ok("PATCH", f"/models/{MODEL}", 200, {"level": "knowledge"})
    expect(lead.text("escalation")).to_have_count(0)
    lead.page.keyboard.type(KEYS)
    expect_nothing_pressed(lead, address, phase)
    expect(lead.page.get_by_test_id("removed-toast")).to_contain_text("Det felt, du stod i, vises ikke længere her.")


def test_letters_are_no_commands_before_the_next_click_or_tab(browsers, week):
    page = open_model(browsers, week.join("s-1", "Deltager Ære", "Lærer", unitId="u-skole").token)
    page.text("task").focus()
    page.page.evaluate("() => document.activeElement.blur()")
    page.page.keyboard.press("?")
    expect(page.page.get_by_test_id("shortcuts")).to_be_hidden()
    page.page.keyboard.press("Tab")
    page.page.evaluate("() => document.activeElement.blur()")
    page.page.locator("h1").click()
    page.page.keyboard.press("?")
    expect(page.page.get_by_test_id("shortcuts")).to_be_visible()
