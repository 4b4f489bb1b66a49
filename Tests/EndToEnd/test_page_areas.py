"""Running a session on its pages: gathering, groups, ideas, votes, levels, parked items, the evaluation."""

import re

import pytest
from playwright.sync_api import expect

from harness.example import one
from harness.model_page import ModelPage

GOAL = one("goals", "m-1")["text"]


@pytest.fixture
def pages(browsers, week):
    """A facilitator's page and two participants', from two units."""
    lead = browsers.open_as(week.invite("s-1", "facilitator").token, "/session/s-1").page
    ann = browsers.open_as(week.join("s-1", "Anna A", "Lærer", unitId="u-skole").token, "/session/s-1").page
    bo = browsers.open_as(week.join("s-1", "Bo B", "Rådgiver", unitId="u-fam").token, "/session/s-1").page
    for page in (ann, bo):
        expect(page.get_by_test_id("people")).to_contain_text("(dig)")
    expect(lead.get_by_test_id("people-count")).to_have_text("2 er her nu")
    return lead, ann, bo


def test_who_joins_between_a_pages_first_reading_and_its_connection_is_on_it(browsers, week):
    window = browsers.open_as(week.invite("s-1", "facilitator").token)
    joined = []

    def read(route):
        response = route.fetch()
        joined.append(week.join("s-1", "Bo B", "Rådgiver", unitId="u-fam"))
        route.fulfill(response=response)

    window.page.route("**/api/v1/sessions/s-1", read, times=1)
    window.goto("/session/s-1")
    expect(window.page.get_by_test_id("people")).to_contain_text("Bo B")
    assert len(joined) == 1


def tool(lead, name):
    lead.get_by_test_id(f"tool-{name}").click()


def test_who_is_ready_is_counted_in_the_bar_until_the_next_point(pages):
    lead, ann, bo = pages
    ann.get_by_test_id("say-ready").click()
    expect(lead.get_by_test_id("ready-count")).to_have_text("1 / 2 klar")
    bo.get_by_test_id("say-ready").click()
    expect(lead.get_by_test_id("ready-count")).to_have_text("2 / 2 klar")
    lead.get_by_test_id("phase-next").click()
    lead.get_by_test_id("phase-next").click()
    expect(lead.get_by_test_id("ready-count")).to_have_count(0)
    expect(ann.get_by_test_id("say-ready")).to_have_attribute("aria-pressed", "false")


def test_a_raised_hand_waits_at_the_facilitator_and_can_be_taken_down(pages):
    lead, ann, _ = pages
    ann.get_by_test_id("raise-hand").click()
    expect(lead.get_by_test_id("queue")).to_contain_text("Anna A")
    lead.get_by_role("button", name=re.compile("^Tag hånden ned")).click()
    expect(lead.get_by_test_id("queue")).to_have_count(0)
    expect(ann.get_by_test_id("raise-hand")).to_have_attribute("aria-pressed", "false")


def test_summoned_one_is_shown_the_way_and_may_leave_again(pages):
    lead, ann, _ = pages
    tool(lead, "gather")
    lead.get_by_test_id("gather-place").select_option("k-1")
    lead.get_by_test_id("summon").click()
    ann.get_by_test_id("call-banner-go").click()
    ann.wait_for_url("**/model/k-1")
    expect(ann.get_by_test_id("call-banner")).to_have_count(0)
    ann.get_by_role("link", name=re.compile("^Tilbage til")).click()
    expect(ann.get_by_test_id("call-banner-go")).to_be_visible()
    lead.get_by_test_id("call-banner-release").click()
    expect(ann.get_by_test_id("call-banner")).to_have_count(0)


def test_taken_along_one_follows_until_released_but_never_while_writing(pages, browsers):
    lead, ann, bo = pages
    bo.goto(browsers.server.url + "/session/s-1/model/c-1")
    writer = ModelPage(browsers.windows[2]).expect_ready()
    writer.text("task").focus()
    bo.keyboard.press("Control+End")
    tool(lead, "gather")
    lead.get_by_test_id("gather-place").select_option("k-1")
    lead.get_by_test_id("take-along").click()
    ann.wait_for_url("**/model/k-1")
    expect(bo.get_by_test_id("call-banner-go")).to_be_visible()
    bo.keyboard.type(" skrevet færdig")
    expect(writer.text("task")).to_have_value(re.compile(" skrevet færdig$"))
    assert bo.url.endswith("/model/c-1")
    bo.keyboard.press("Escape")
    bo.locator("h1").click()
    bo.wait_for_url("**/model/k-1")
    lead.get_by_test_id("call-banner-release").click()
    expect(ann.get_by_test_id("call-banner")).to_have_count(0)
    ann.get_by_role("link", name=re.compile("^Tilbage til")).click()
    expect(ann.get_by_test_id("phase")).to_be_visible()


def test_a_message_reaches_everyone_wherever_they_are_and_is_taken_away(pages):
    lead, ann, _ = pages
    ann.get_by_test_id("models").get_by_role("link").first.click()
    tool(lead, "gather")
    lead.get_by_test_id("say-text").fill("Der er kaffe")
    lead.get_by_test_id("say-submit").click()
    expect(ann.get_by_test_id("announcement")).to_contain_text("Der er kaffe")
    expect(lead.get_by_test_id("say-text")).to_have_value("")
    lead.get_by_test_id("say-submit").click()
    expect(ann.get_by_test_id("announcement")).to_have_count(0)


def test_every_model_is_locked_and_opened_at_once(pages):
    lead, ann, _ = pages
    tool(lead, "gather")
    models = ann.get_by_test_id("models").locator("article")
    lead.get_by_test_id("lock-all").click()
    expect(models.filter(has_text="Låst")).to_have_count(models.count())
    lead.get_by_test_id("unlock-all").click()
    expect(models.filter(has_text="Låst")).to_have_count(0)


def test_groups_by_mixed_units_work_on_a_model_call_for_help_and_are_recalled(pages):
    lead, ann, bo = pages
    tool(lead, "groups")
    lead.get_by_test_id("groups-propose").click()
    lead.get_by_test_id("work-g-1").select_option("k-1")
    lead.get_by_test_id("groups-form").click()
    expect(ann.get_by_role("heading", name=re.compile("^Din gruppe: Gruppe [12]$"))).to_be_visible()
    expect(bo.get_by_role("heading", name=re.compile("^Din gruppe"))).to_be_visible()
    own = {page: page.get_by_role("heading", name=re.compile("^Din gruppe")).inner_text() for page in (ann, bo)}
    assert own[ann] != own[bo], "two units in one group while the other is empty"
    first = next(page for page in (ann, bo) if own[page].endswith("1"))
    expect(first.get_by_test_id("group-model")).to_have_attribute("href", "/session/s-1/model/k-1")
    first.get_by_test_id("call-facilitator").click()
    expect(lead.get_by_test_id("queue")).to_contain_text("Gruppe 1 kalder")
    lead.get_by_test_id("answer-g-1").click()
    expect(first.get_by_test_id("call-facilitator")).to_have_text("Tilkald facilitator")
    lead.get_by_test_id("groups-recall").click()
    expect(ann.get_by_test_id("groups")).to_have_count(0)


def test_where_groups_are_by_choice_one_chooses(pages):
    lead, ann, _ = pages
    tool(lead, "groups")
    lead.get_by_test_id("groups-choice").check()
    lead.get_by_test_id("groups-propose").click()
    lead.get_by_test_id("groups-form").click()
    ann.get_by_test_id("join-g-2").click()
    expect(ann.get_by_role("heading", name="Din gruppe: Gruppe 2")).to_be_visible()
    expect(lead.get_by_test_id("group-g-2")).to_contain_text("Anna A")


def test_ideas_are_private_until_they_are_shown_and_then_sorted_under_headings(pages):
    lead, ann, bo = pages
    tool(lead, "ideas")
    lead.get_by_test_id("ideas-question").fill("Hvad hindrer fremmøde?")
    lead.get_by_test_id("ideas-open").click()
    ann.get_by_test_id("idea-text").fill("Lange ventetider")
    ann.get_by_test_id("idea-submit").click()
    expect(ann.get_by_test_id("own-ideas")).to_contain_text("Lange ventetider")
    expect(bo.get_by_test_id("idea-round")).to_contain_text("1 svar indtil nu.")
    expect(bo.get_by_test_id("idea-round")).not_to_contain_text("Lange ventetider")
    bo.get_by_test_id("idea-text").fill("Skift uden overlevering")
    bo.get_by_test_id("idea-text").press("Enter")
    lead.get_by_test_id("ideas-reveal").click()
    board = bo.get_by_test_id("idea-board")
    expect(board).to_contain_text("Lange ventetider")
    expect(board).not_to_contain_text("Anna A")
    row = ann.get_by_test_id("idea-board").get_by_role("listitem").filter(has_text="Lange ventetider")
    row.get_by_role("combobox").fill("Tid")
    row.get_by_role("combobox").press("Enter")
    expect(board.get_by_role("heading", name="Tid")).to_be_visible()


def test_dots_are_given_within_the_budget_and_the_result_is_shown_to_all_at_once(pages):
    lead, ann, bo = pages
    tool(lead, "vote")
    lead.get_by_test_id("vote-question").fill("Hvad begynder vi med?")
    lead.get_by_test_id("vote-options").fill("Overgange\nFravær")
    lead.get_by_test_id("vote-open").click()
    # Faster than the server answers.
    ann.get_by_test_id("dot-o-2").evaluate("one => { for (let press = 0; press < 3; press++) one.click() }")
    expect(ann.get_by_test_id("dots-left")).to_have_text("Du har 0 prikker tilbage.")
    expect(ann.get_by_test_id("dot-o-1")).to_be_disabled()
    bo.get_by_test_id("dot-o-1").click()
    expect(lead.get_by_test_id("vote-count")).to_have_text("2 har stemt.")
    for page in pages:
        expect(page.get_by_test_id("vote-result")).to_have_count(0)
    lead.get_by_test_id("vote-reveal").click()
    expect(bo.get_by_test_id("vote-result").get_by_role("listitem").first).to_contain_text("Fravær")
    expect(bo.get_by_test_id("vote-result").get_by_role("listitem").first).to_contain_text("3")


def test_a_goals_level_is_voted_on_questioned_and_agreed_with_a_reason(pages):
    lead, ann, bo = pages
    tool(lead, "vote")
    lead.get_by_test_id("vote-goal").select_option("m-1")
    lead.get_by_test_id("vote-open").click()
    ann.get_by_test_id("choose-coCreation").click()
    bo.get_by_test_id("choose-coordination").click()
    bo.get_by_test_id("choose-alone").click()
    # What is pressed is shown at once; after a reload it is what the server has, before the vote is closed.
    bo.wait_for_timeout(300)
    bo.reload()
    expect(bo.get_by_test_id("choose-alone")).to_have_attribute("aria-pressed", "true")
    lead.get_by_test_id("vote-reveal").click()
    bars = ann.get_by_test_id("vote-result").get_by_role("listitem")
    expect(bars).to_have_text([re.compile("^Viden0"), re.compile("^Koordinering0"), re.compile("^Samskabelse1"),
                               re.compile("^Bedst monofagligt1")])
    form = lead.get_by_test_id("level-form-m-1")
    form.locator("summary").click()
    form.get_by_test_id("answer-sharedCitizens").check()
    form.get_by_test_id("answer-mustFit").check()
    form.get_by_test_id("level-suggest").click()
    expect(form.get_by_test_id("level-suggestion")).to_contain_text("Koordinering")
    form.get_by_test_id("level-reason").fill("Vi møder de samme familier")
    form.get_by_test_id("level-decide").click()
    decided = ann.get_by_test_id("goal-level-m-1")
    expect(decided).to_contain_text("Koordinering")
    expect(decided).to_contain_text("Vi møder de samme familier")


def test_an_item_is_parked_with_an_owner_and_a_date_and_settled(pages):
    lead, ann, bo = pages
    ann.get_by_test_id("park-open").click()
    ann.get_by_test_id("park-text").fill("Hvem låser op om aftenen?")
    ann.get_by_test_id("park-owner").select_option("u-skole")
    ann.get_by_test_id("park-due").fill("1. februar 2027")
    ann.get_by_test_id("park-due").press("Tab")
    ann.get_by_test_id("park-submit").click()
    for page in pages:
        expect(page.get_by_test_id("parked")).to_contain_text("senest 1. februar 2027")
    bo.get_by_role("checkbox", name="Klaret: Hvem låser op om aftenen?").check()
    expect(lead.get_by_role("checkbox", name="Klaret: Hvem låser op om aftenen?")).to_be_checked()


def test_at_the_end_two_questions_are_answered_and_read_without_names(pages, clients, week):
    lead, ann, _ = pages
    clients.session("s-1", week.admin.token).accepted("endSession")
    ann.get_by_test_id("grade-4").check()
    ann.get_by_test_id("evaluation-text").fill("Mere tid til roller")
    ann.get_by_test_id("evaluation-submit").click()
    expect(ann.get_by_text("Tak for svarene.")).to_be_visible()
    answers = lead.get_by_test_id("evaluations")
    expect(answers).to_contain_text("Mere tid til roller")
    expect(answers).not_to_contain_text("Anna A")


def test_units_that_have_to_do_with_the_session_and_are_not_here_are_named(pages):
    lead, _, _ = pages
    missing = lead.get_by_test_id("people-missing")
    expect(missing).to_contain_text("Ungeindsatsen")
    expect(missing).not_to_contain_text("Lærkeskolen")


def test_at_the_end_what_was_decided_and_what_is_left_is_text_to_take_along(pages, clients, week):
    lead, ann, _ = pages
    control = clients.session("s-1", week.admin.token)
    control.accepted("parkItem", itemId="x-1", text="Lokaler om aftenen", unitId="u-skole", due="2027-02-01")
    control.accepted("endSession")
    text = ann.get_by_test_id("next-steps")
    expect(text).to_contain_text("Bekræftet af Lærkeskolen")
    expect(text).to_contain_text("Lokaler om aftenen (Lærkeskolen, senest 1. februar 2027)")
    with ann.expect_download() as download:
        ann.get_by_test_id("next-download").click()
    assert download.value.suggested_filename == "naeste-skridt.txt"


def test_single_keys_do_what_is_pressed_most_are_shown_by_a_question_mark_and_can_be_switched_off(pages):
    lead, ann, _ = pages
    ann.locator("h1").click()
    ann.keyboard.press("k")
    expect(ann.get_by_test_id("say-ready")).to_have_attribute("aria-pressed", "true")
    ann.keyboard.press("h")
    expect(lead.get_by_test_id("queue")).to_contain_text("Anna A")
    ann.get_by_test_id("park-open").click()
    ann.get_by_test_id("park-text").press_sequentially("khs?")
    expect(ann.get_by_test_id("park-text")).to_have_value("khs?")
    expect(ann.get_by_test_id("raise-hand")).to_have_attribute("aria-pressed", "true")
    ann.locator("h1").click()
    ann.keyboard.press("?")
    expect(ann.get_by_test_id("shortcuts")).to_be_visible()
    ann.get_by_test_id("shortcuts-on").uncheck()
    ann.keyboard.press("Escape")
    expect(ann.get_by_test_id("shortcuts")).to_be_hidden()
    ann.keyboard.press("h")
    ann.keyboard.press("?")
    expect(ann.get_by_test_id("shortcuts")).to_be_hidden()
    expect(ann.get_by_test_id("raise-hand")).to_have_attribute("aria-pressed", "true")
    lead.locator("h1").click()
    lead.keyboard.press("n")
    expect(lead.locator("#phase-next-place")).to_be_focused()
