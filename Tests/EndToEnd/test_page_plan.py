"""The leader's plan in a browser: take, refuse, write, meet a changed source and another leader, finish and go back."""

import pytest
from playwright.sync_api import expect

from harness.example import one
from harness.goal_plan import GoalPlan
from harness.waiting import wait_until
from test_page_accessibility import NARROW, WIDE, violations


def open_plan(browsers, leader, week, **options):
    page = browsers.open_as(leader.token, f"/uge/{week.id}/enhed/u-skole/plan", **options).page
    expect(page.get_by_test_id("plan-progress")).to_be_visible()
    return page


def begin_writing(browsers, leader, week):
    """A form with a leader's words in it, not yet sent; that somebody else was faster is no fault of the page."""
    window = browsers.open_as(leader.token, f"/uge/{week.id}/enhed/u-skole/plan")
    window.allow("412")
    window.page.get_by_test_id("edit-goal:m-1").click()
    window.page.get_by_test_id("plan-field-current").fill("Mine ord")
    return window.page


def test_a_leader_takes_refuses_writes_finishes_and_opens_the_next_version(browsers, leader, week):
    window = browsers.open_as(leader.token)
    page = window.page
    page.wait_for_url("**/enhed/u-skole/maalplan")
    page.get_by_test_id("draft-plan").click()
    expect(page.get_by_test_id("plan-progress")).to_contain_text("0 af")
    page.get_by_test_id("plan-take-section-goals").click()
    expect(page.get_by_test_id("item-goal:m-1")).to_contain_text(one("goals", "m-1")["text"])
    expect(page.get_by_test_id("item-goal:m-1")).to_contain_text("30. juni 2028")
    page.get_by_test_id("plan-keep-sign:t-2").click()
    expect(page.get_by_test_id("offer-sign:t-2")).to_have_count(0)
    page.get_by_test_id("plan-take-collaboration:c-1").click()
    agreement = page.get_by_test_id("item-collaboration:c-1")
    expect(agreement.get_by_role("link", name="Morgenhallen").first).to_have_attribute("href", "/session/s-1/model/c-1")

    page.get_by_test_id("edit-goal:m-1").click()
    page.get_by_test_id("plan-field-current").fill("Lederens egne ord")
    page.get_by_test_id("plan-form-save").click()
    line = page.get_by_test_id("item-goal:m-1").get_by_test_id("line-current")
    expect(line).to_contain_text("Lederens egne ord")
    expect(line).to_contain_text("Skrevet af leder")

    page.get_by_test_id("plan-add-wellbeing").click()
    page.get_by_test_id("plan-field-title").fill("Handleplan for trivsel")
    page.get_by_test_id("plan-form-save").click()
    expect(page.get_by_test_id("plan-section-wellbeing")).to_contain_text("Handleplan for trivsel")

    page.get_by_test_id("plan-not-offered").locator("summary").click()
    expect(page.get_by_test_id("plan-not-offered")).to_contain_text("I har sagt nej til det")
    expect(page.get_by_test_id("remaining").first).to_be_visible()
    page.get_by_test_id("plan-finish").click()
    expect(page.get_by_test_id("plan-state")).to_have_text("Færdig – version 1")
    expect(page.get_by_test_id("edit-goal:m-1")).to_have_count(0)
    page.get_by_test_id("plan-reopen").click()
    expect(page.get_by_test_id("plan-state")).to_have_text("Under arbejde – version 2")


def test_what_the_session_changes_afterwards_is_shown_beside_the_plan_and_settled(
    browsers, leader, week, clients, admin, plan
):
    plan.write("collaboration:c-1", task="Vores egne ord")
    clients.node("c-1", admin.token).do("insert", root="task", index=0, text="Ændret: ")
    wait_until(lambda: plan.read() and plan.status("collaboration:c-1") == "conflicting", "the change in the plan")
    page = open_plan(browsers, leader, week)
    page.get_by_test_id("plan-only-open").click()
    item = page.get_by_test_id("item-collaboration:c-1")
    expect(item).to_contain_text("Kilden er ændret siden import")
    line = item.get_by_test_id("line-task")
    expect(line).to_contain_text("Vores egne ord")
    expect(line).to_contain_text("Ændret: " + one("models", "c-1")["fields"]["task"])
    page.get_by_test_id("plan-both-collaboration:c-1-task").click()
    expect(line).to_have_count(0)
    page.get_by_test_id("plan-all").click()
    expect(item.get_by_test_id("line-task")).to_contain_text("Vores egne ord")
    expect(item.get_by_test_id("line-task")).to_contain_text("Ændret: ")
    page.get_by_role("link", name="Morgenhallen").first.click()
    expect(page.get_by_test_id("in-plans").get_by_role("link", name="Lærkeskolen")).to_be_visible()


def test_a_leader_who_writes_where_another_wrote_is_told_and_loses_nothing(browsers, leader, week, plan):
    page = begin_writing(browsers, leader, week)
    plan.write("goal:m-1", current="En andens ord")
    page.get_by_test_id("plan-form-save").click()
    expect(page.get_by_test_id("problem")).to_contain_text("En andens ord")
    expect(page.get_by_test_id("plan-field-current")).to_have_value("Mine ord")
    page.get_by_test_id("plan-form-save").click()
    expect(page.get_by_test_id("item-goal:m-1")).to_contain_text("Mine ord")


def test_an_import_is_taken_back_as_a_whole_from_the_history(browsers, leader, week, plan):
    page = open_plan(browsers, leader, week)
    page.get_by_test_id("plan-history").locator("summary").click()
    page.get_by_test_id("undo-1").click()
    expect(page.get_by_test_id("plan-progress")).to_contain_text("0 af")
    expect(page.get_by_test_id("change-2")).to_contain_text("En ændring er fortrudt")


def test_a_file_with_faults_shows_each_row_and_a_good_one_comes_in(browsers, leader, week, tmp_path):
    window = browsers.open_as(leader.token, f"/uge/{week.id}/enhed/u-skole/plan")
    window.allow("422")
    page = window.page
    page.get_by_text("Hent fra en fil").click()
    file = tmp_path / "plan.csv"
    file.write_text("\ufeffafsnit;punkt;felt;tekst\r\ngoals;a;deadline;snart\r\n")
    page.get_by_test_id("plan-file").set_input_files(file)
    expect(page.get_by_test_id("problem")).to_contain_text("row 2")
    file.write_text("\ufeffafsnit;punkt;felt;tekst\r\ngoals;a;text;Fra Excel: æøå\r\n")
    page.get_by_test_id("plan-file").set_input_files(file)
    expect(page.get_by_test_id("item-a")).to_contain_text("Fra Excel: æøå")


def test_who_may_not_read_the_plan_finds_nothing_of_it_and_nothing_to_press(browsers, week, plan):
    reader = week.join("s-1", "Deltager", "Lærer", unitId="u-skole")
    window = browsers.open_as(reader.token, f"/uge/{week.id}/enhed/u-skole/plan")
    window.allow("404")
    expect(window.page.get_by_role("heading", level=1)).to_have_text("Siden findes ikke")
    for name in ("plan-finish", "plan-take-section-goals", "plan-add-goals", "plan-file", "plan-progress"):
        expect(window.page.get_by_test_id(name)).to_have_count(0)


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280 px", "320 px"])
def test_axe_finds_nothing_in_a_plan_with_conflicts_and_forms_open(browsers, leader, week, clients, admin, viewport, plan):
    plan.write("collaboration:c-1", task="Vores egne ord")
    clients.node("c-1", admin.token).do("insert", root="task", index=0, text="Ændret: ")
    wait_until(lambda: plan.read() and plan.status("collaboration:c-1") == "conflicting", "the change in the plan")
    page = open_plan(browsers, leader, week, viewport=viewport)
    page.get_by_test_id("edit-goal:m-1").click()
    page.get_by_test_id("plan-history").locator("summary").click()
    assert violations(page) == []
    assert page.evaluate("() => document.scrollingElement.scrollWidth") <= viewport["width"]


def test_a_form_that_is_open_while_the_page_shows_newer_lines_does_not_overwrite_them(browsers, leader, week):
    plan = GoalPlan(leader, week.id)
    plan.decide({"section": "goals", "choice": "take"})
    page = begin_writing(browsers, leader, week)
    plan.write("goal:m-1", current="En andens ord")
    # Taking something else brings the other's line to this page while the form stays open.
    page.get_by_test_id("plan-take-sign:t-1").click()
    expect(page.get_by_test_id("item-sign:t-1")).to_be_visible()
    page.get_by_test_id("plan-form-save").click()
    expect(page.get_by_test_id("problem")).to_contain_text("En andens ord")
    assert plan.read() and plan.text("goal:m-1", "current") == "En andens ord"


def test_text_that_is_being_written_outlives_the_item_that_another_leader_removes(browsers, leader, week, plan):
    page = begin_writing(browsers, leader, week)
    plan.done("PATCH", json={"removed": ["goal:m-1"]})
    page.get_by_test_id("plan-form-save").click()
    expect(page.get_by_test_id("plan-removed-meanwhile")).to_be_visible()
    expect(page.get_by_test_id("item-goal:m-1")).to_have_count(0)
    expect(page.get_by_test_id("plan-field-current")).to_have_value("Mine ord")
    page.get_by_role("button", name="Gem som et nyt punkt").click()
    expect(page.get_by_test_id("plan-form")).to_have_count(0)
    expect(page.get_by_test_id("plan-section-goals")).to_contain_text("Mine ord")
