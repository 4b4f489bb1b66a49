"""Undo and redo take back one's own edits, never what others wrote."""

import re

from playwright.sync_api import expect

from harness.model_page import MODEL, open_model


def test_undo_takes_back_ones_own_edits_only(browsers, week, clients, admin):
    mine = open_model(browsers, week.join("s-1", "Deltager A", "Lærer", unitId="u-skole").token)
    other = open_model(browsers, week.join("s-1", "Deltager C", "Koordinator", unitId="u-fam").token)
    before = mine.text("task").input_value()
    mine.type_at_end("task", " mit")
    expect(other.text("task")).to_have_value(before + " mit")
    other.type_at_start("task", "deres ")
    expect(mine.text("task")).to_have_value("deres " + before + " mit")

    mine.text("task").focus()
    mine.page.keyboard.press("Control+z")
    for page in (mine, other):
        expect(page.text("task")).to_have_value("deres " + before)
    expect(mine.page.get_by_test_id("undo")).to_be_disabled()
    mine.page.get_by_test_id("redo").click()
    for page in (mine, other):
        expect(page.text("task")).to_have_value("deres " + before + " mit")
    mine.page.get_by_test_id("undo").click()
    expect(mine.text("task")).to_have_value("deres " + before)
    assert clients.node(MODEL, admin.token).do("text", root="task") == "deres " + before


def test_a_removed_row_comes_back_with_its_content(browsers, week):
    page = open_model(browsers, week.join("s-1", "Deltager A", "Lærer", unitId="u-skole").token)
    before = page.cell("expectations", 0, "need").input_value()
    count = page.rows("expectations").count()
    page.rows("expectations").nth(0).get_by_test_id("row-remove").click()
    expect(page.rows("expectations")).to_have_count(count - 1)
    page.page.get_by_test_id("undo").click()
    expect(page.rows("expectations")).to_have_count(count)
    expect(page.cell("expectations", 0, "need")).to_have_value(before)
    page.expect_saved()


def test_nothing_can_be_undone_before_one_has_written(browsers, week, clients, admin):
    page = open_model(browsers, week.join("s-1", "Deltager A", "Lærer", unitId="u-skole").token)
    clients.node(MODEL, admin.token).do("insert", root="task", index=0, text="andres ")
    expect(page.text("task")).to_have_value(re.compile("^andres "))
    expect(page.page.get_by_test_id("undo")).to_be_disabled()
