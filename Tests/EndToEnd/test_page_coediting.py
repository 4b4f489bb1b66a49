"""Two pages and a Yjs client in the same model: what one writes the others see, and the status is true."""

import re

from playwright.sync_api import expect

from harness.convergence import wait_converged
from harness.model_page import MODEL, ModelPage, open_model
from harness.waiting import wait_until


def participants(week):
    return (
        week.join("s-1", "Deltager Ære", "Lærer", unitId="u-skole"),
        week.join("s-1", "Deltager Øre", "Koordinator", unitId="u-fam"),
    )


def contents(*pages: ModelPage):
    fields = ("title", "task", "whyCross", "collaborationGoal", "rhythm", "escalation", "dataSharing")
    return [
        ([page.text(field).input_value() for field in fields],
         page.page.locator("[data-testid^='row-'] textarea").evaluate_all("all => all.map(one => one.value)"))
        for page in pages
    ]


def wait_equal(*pages: ModelPage):
    wait_until(lambda: (c := contents(*pages))[0] == c[1], "both pages showing the same")


def test_two_pages_type_in_the_same_field_at_the_same_time_and_converge(browsers, week, clients, admin):
    first_person, second_person = participants(week)
    first, second = open_model(browsers, first_person.token), open_model(browsers, second_person.token)
    node = clients.node(MODEL, admin.token)
    original = node.do("text", root="task")
    first.text("task").focus()
    first.page.keyboard.press("Control+Home")
    second.text("task").focus()
    second.page.keyboard.press("Control+End")
    words = [("forrest ", " bagest"), ("æ", "ø"), ("to ord ", " og to til"), ("😀", "👩‍🏫")]
    for at_start, at_end in words:
        first.page.keyboard.type(at_start)
        second.page.keyboard.type(at_end)
    node.do("insert", root="task", index=0, text="fra Node: ")
    wait_equal(first, second)
    text = first.text("task").input_value()
    assert text.startswith("fra Node: ")
    assert "".join(word for word, _ in words) in text
    assert text.endswith(original + "".join(word for _, word in words))
    assert node.do("text", root="task") == text
    first.expect_saved()
    second.expect_saved()


def test_what_others_write_does_not_move_ones_caret(browsers, week, clients, admin):
    person, _ = participants(week)
    page = open_model(browsers, person.token)
    node = clients.node(MODEL, admin.token)
    page.text("rhythm").focus()
    page.page.keyboard.press("Control+End")
    page.page.keyboard.type(" først")
    node.do("insert", root="rhythm", index=0, text="Foran: ")
    expect(page.text("rhythm")).to_have_value(re.compile("^Foran: "))
    page.page.keyboard.type(" sidst")
    expect(page.text("rhythm")).to_have_value(re.compile("^Foran: .* først sidst$"))


def test_two_pages_add_and_edit_different_rows(browsers, week, clients, admin):
    first_person, second_person = participants(week)
    first, second = open_model(browsers, first_person.token), open_model(browsers, second_person.token)
    before = first.rows("expectations").count()
    for one in (first, second):
        one.page.get_by_test_id("add-expectations").click()
    for one in (first, second):
        expect(one.rows("expectations")).to_have_count(before + 2)
    first.cell("expectations", 0, "need").focus()
    first.page.keyboard.press("Control+End")
    first.page.keyboard.type(" – helst før")
    second.cell("expectations", 1, "give").focus()
    second.page.keyboard.press("Control+End")
    second.page.keyboard.type(" – hver gang")
    wait_equal(first, second)
    rows = list(clients.node(MODEL, admin.token).content()["expectations"].values())
    assert any(row["need"].endswith(" – helst før") for row in rows)
    assert any(row["give"].endswith(" – hver gang") for row in rows)


def test_a_moved_row_keeps_what_another_writes_in_it(browsers, week, clients, admin):
    first_person, second_person = participants(week)
    first, second = open_model(browsers, first_person.token), open_model(browsers, second_person.token)
    moved = first.rows("expectations").nth(0).get_attribute("data-row")
    first.rows("expectations").nth(0).get_by_test_id("row-down").click()
    second.cell("expectations", 0, "limit").focus()
    expect(second.rows("expectations").nth(1)).to_have_attribute("data-row", moved)
    second.text(f"expectations/{moved}/limit").focus()
    second.page.keyboard.press("Control+End")
    second.page.keyboard.type(" (skrevet imens)")
    wait_equal(first, second)
    row = clients.node(MODEL, admin.token).content()["expectations"][moved]
    assert row["limit"].endswith(" (skrevet imens)")


def test_pages_and_a_node_client_editing_at_random_converge(browsers, week, clients, admin, seed):
    first_person, second_person = participants(week)
    first, second = open_model(browsers, first_person.token), open_model(browsers, second_person.token)
    node = clients.node(MODEL, admin.token)
    node.do("edit", seed=seed, count=80, pauseMs=10, offline=False, name="n")
    for step in range(8):
        first.type_at_end("task", f" f{step}")
        second.type_at_start("whyCross", f"a{step} ")
    node.do("finished")
    wait_equal(first, second)
    content = wait_converged([node, clients.pycrdt(MODEL, admin.token)])
    assert content["task"] == first.text("task").input_value()
    assert content["whyCross"] == second.text("whyCross").input_value()


def test_who_else_is_in_a_field_is_shown_by_name_and_disappears_with_them(browsers, week):
    first_person, second_person = participants(week)
    first, second = open_model(browsers, first_person.token), open_model(browsers, second_person.token)
    first.text("task").focus()
    there = second.page.get_by_test_id("field-task").get_by_role("list", name="Er her nu")
    expect(there).to_contain_text("Deltager Ære")
    first.page.close()
    expect(there).to_have_count(0)


def test_a_locked_model_says_so_and_takes_no_typing(browsers, week, clients):
    person, _ = participants(week)
    page = open_model(browsers, person.token)
    session = clients.session("s-1", week.invite("s-1", "facilitator").token)
    session.accepted("lockModel", modelId=MODEL)
    expect(page.page.get_by_test_id("locked-notice")).to_be_visible()
    before = page.text("task").input_value()
    page.type_at_end("task", "må ikke med")
    expect(page.text("task")).to_have_value(before)
    session.accepted("unlockModel", modelId=MODEL)
    expect(page.page.get_by_test_id("locked-notice")).to_have_count(0)
    page.type_at_end("task", " må godt")
    page.expect_saved()


def test_an_edit_after_confirmation_shows_on_the_other_page(browsers, week, admin):
    first_person, second_person = participants(week)
    first, second = open_model(browsers, first_person.token), open_model(browsers, second_person.token)
    expect(second.page.get_by_test_id("confirmation-u-skole")).to_have_attribute("data-state", "current")
    first.type_at_end("task", "!")
    expect(second.page.get_by_test_id("confirmation-u-skole")).to_have_attribute("data-state", "beforeChange")
    first.page.keyboard.press("Backspace")
    expect(second.page.get_by_test_id("confirmation-u-skole")).to_have_attribute("data-state", "current")


def test_text_from_others_is_shown_as_text(browsers, week, clients, admin):
    """Markup that somebody writes is letters on the others' pages, in fields, names and titles."""
    evil = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    person = week.join("s-1", evil, evil[:60], unitId="u-skole")
    node = clients.node(MODEL, admin.token)
    node.do("insert", root="title", index=0, text=evil)
    node.do("insert", root="task", index=0, text=evil)
    page = open_model(browsers, person.token)
    expect(page.text("task")).to_have_value(re.compile("^" + re.escape(evil)))
    page.window.goto("/session/s-1")
    expect(page.page.get_by_test_id("people")).to_contain_text(evil)
    expect(page.page.get_by_test_id(f"model-{MODEL}")).to_contain_text(evil)
