"""A whole session with the keyboard alone: the facilitator leads it, a participant joins, writes, votes and confirms."""

import re

from playwright.sync_api import expect

from harness.example import fields_of, one
from harness.keyboard import join, press, tab_to, type_into
from harness.model_page import ModelPage

PHASES = one("sessions", "s-1")["phases"]


def go_on(lead, step):
    """`n` goes to where one goes on, where no key does anything, and Tab to the button; early, so it is pressed twice."""
    lead.locator("h1").evaluate("one => document.activeElement.blur()")
    lead.keyboard.press("Tab")
    lead.keyboard.press("n")
    expect(lead.locator("#phase-next-place")).to_be_focused()
    lead.keyboard.press("Space")
    lead.keyboard.press("Tab")
    expect(lead.get_by_test_id("phase-next")).to_be_focused()
    lead.keyboard.press("Enter")
    lead.keyboard.press("Enter")
    expect(lead.get_by_test_id("bar-phase")).to_contain_text(f"Punkt {step} af {len(PHASES)}")


def test_with_the_keyboard_alone_a_session_is_led_and_lived_to_its_end(browsers, week):
    lead = browsers.open_as(week.invite("s-1", "facilitator").token, "/session/s-1").page
    window = browsers.open("/")
    ann = window.page
    expect(ann.get_by_label("Kode")).to_be_focused()
    join(ann, week.join_codes["s-1"], "Deltager T", "u-skole", "Lærer")
    expect(ann.get_by_test_id("people")).to_contain_text("Deltager T")
    expect(lead.get_by_test_id("people-count")).to_have_text("1 er her nu")

    # The last key was for a field, so letters are no commands before Tab.
    ann.keyboard.press("Tab")
    ann.keyboard.press("k")
    expect(lead.get_by_test_id("ready-count")).to_have_text("1 / 1 klar")
    ann.keyboard.press("h")
    expect(lead.get_by_test_id("queue")).to_contain_text("Deltager T")
    tab_to(lead, "[data-testid=queue] button", limit=300)
    lead.keyboard.press("Enter")
    expect(ann.get_by_test_id("raise-hand")).to_have_attribute("aria-pressed", "false")
    go_on(lead, 2)

    press(lead, "tool-ideas")
    type_into(lead, "ideas-question", "Hvad hindrer fremmøde?")
    press(lead, "ideas-open")
    type_into(ann, "idea-text", "Lange ventetider")
    ann.keyboard.press("Enter")
    expect(ann.get_by_test_id("own-ideas")).to_contain_text("Lange ventetider")
    press(lead, "ideas-reveal")
    expect(ann.get_by_test_id("idea-board")).to_contain_text("Lange ventetider")

    press(lead, "tool-vote")
    type_into(lead, "vote-question", "Hvad begynder vi med?")
    type_into(lead, "vote-options", "Overgange\nFravær")
    press(lead, "vote-open")
    press(ann, "dot-o-2")
    expect(lead.get_by_test_id("vote-count")).to_have_text("1 har stemt.")
    press(lead, "vote-reveal")
    expect(ann.get_by_test_id("vote-result").get_by_role("listitem").first).to_contain_text("Fravær")

    press(lead, "timer-3")
    expect(ann.get_by_test_id("countdown").first).to_be_visible()
    press(lead, "timer-stop")
    expect(ann.get_by_test_id("countdown")).to_have_count(0)

    press(lead, "tool-gather")
    tab_to(lead, "[data-testid=gather-place]", limit=300)
    lead.keyboard.type(fields_of("k-1")["title"][:12])
    press(lead, "summon")
    press(ann, "call-banner-go")
    ann.wait_for_url("**/model/k-1")
    write_and_confirm(ModelPage(window).expect_ready())
    tab_to(ann, ".top-line a", limit=500)
    ann.keyboard.press("Enter")
    expect(ann.get_by_test_id("agenda")).to_be_visible()

    for step in range(3, len(PHASES) + 1):
        go_on(lead, step)
    tab_to(ann, "[data-testid=evaluation] input[type=radio]", limit=300)
    ann.keyboard.press("ArrowRight")
    press(ann, "evaluation-submit")
    expect(ann.get_by_text("Tak for svarene.")).to_be_visible()
    press(lead, "session-end")
    lead.keyboard.press("Enter")
    expect(ann.get_by_text("Sessionen er afsluttet").first).to_be_visible()
    tab_to(ann, "[data-testid=next-copy]", limit=300)


def write_and_confirm(model: ModelPage) -> None:
    """A text, a tick, a row moved and one added and filled; then the unit's word."""
    page = model.page
    tab_to(page, "[data-testid=list-goals] input")
    was = page.evaluate("() => document.activeElement.checked")
    page.keyboard.press("Space")
    assert page.evaluate("() => document.activeElement.checked") != was
    page.keyboard.press("Space")
    tab_to(page, "[data-testid=text-task]")
    page.keyboard.press("Control+End")
    page.keyboard.type(" Med tastatur.")
    expect(model.text("task")).to_have_value(re.compile(r" Med tastatur\.$"))
    tab_to(page, "[data-testid=rows-expectations] [data-testid=row-down]")
    page.keyboard.press("Enter")
    tab_to(page, "[data-testid=add-expectations]")
    page.keyboard.press("Enter")
    expect(model.rows("expectations")).to_have_count(4)
    # The new row has the focus at its first cell.
    expect(model.rows("expectations").nth(3).get_by_test_id("cell-unitId")).to_be_focused()
    page.keyboard.type("Ungeind")
    page.keyboard.press("Tab")
    for text in ("Ro", "Tid", "Ikke om natten"):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    model.expect_saved()
    press(page, "confirm-submit")
    expect(page.get_by_test_id("confirmation-u-skole")).to_have_attribute("data-state", "current")


def test_a_form_that_lacks_something_puts_the_focus_on_the_first_thing_that_is_wrong(browsers, week):
    page = browsers.open(f"/k/{week.join_codes['s-1']}", viewport={"width": 320, "height": 640}).page
    name = page.get_by_test_id("join-name")
    name.fill("\u200b\u2060")
    page.get_by_test_id("join-function").fill("Lærer")
    page.get_by_test_id("join-submit").click()
    expect(name).to_be_focused()
    expect(name).to_be_in_viewport()
    name.fill("Anna")
    page.get_by_test_id("join-submit").click()
    expect(page.get_by_test_id("join-unit").get_by_role("radio").first).to_be_focused()
