"""Preparing a session: the programme is changed in the page, for everybody at once, and walked through alone."""

import re

from playwright.sync_api import expect

from harness.example import one

SESSION = one("sessions", "s-1")
TITLES = [phase["title"] for phase in SESSION["phases"]]


def titles(page):
    """The programme as the page beside shows it."""
    return [text.strip() for text in page.get_by_test_id("agenda").locator(".agenda-title").all_inner_texts()]


def test_a_programme_is_changed_by_keyboard_and_mouse_and_two_who_lead_do_not_undo_each_other(browsers, week):
    lead = browsers.open_as(week.invite("s-1", "facilitator").token, "/session/s-1").page
    other = browsers.open_as(week.invite("s-1", "facilitator").token, "/session/s-1").page
    ann = browsers.open_as(week.join("s-1", "Anna A", "Lærer", unitId="u-skole").token, "/session/s-1").page
    expect(ann.get_by_test_id("agenda-edit")).to_have_count(0)
    for page in (lead, other):
        page.get_by_test_id("agenda-edit").click()
    items = lead.get_by_test_id("agenda-editor").locator(".agenda-item")
    expect(items).to_have_count(len(TITLES))

    # By keyboard: the second point before the first, and the focus stays with it.
    up = items.nth(1).get_by_role("button", name=re.compile("^Flyt .* op$"))
    up.focus()
    lead.keyboard.press("Enter")
    expect(items.nth(0)).to_contain_text(TITLES[1])
    expect(items.nth(0).get_by_role("button", name=re.compile("^Flyt .* ned$"))).to_be_focused()
    lead.keyboard.press("Alt+ArrowDown")
    expect(items.nth(1)).to_contain_text(TITLES[1])
    # By mouse: the last point to the top.
    grip = items.nth(len(TITLES) - 1).locator(".drag-handle")
    grip.scroll_into_view_if_needed()
    grip.hover()
    lead.mouse.down()
    items.nth(0).scroll_into_view_if_needed()
    box = items.nth(0).bounding_box()
    lead.mouse.move(box["x"] + 40, box["y"] + 4, steps=5)
    lead.mouse.up()
    expect(items.nth(0)).to_contain_text(TITLES[-1])
    expect(ann.get_by_test_id("agenda").locator("li").first).to_contain_text(TITLES[-1])

    # Both change the same point: the second is told, keeps what was written, and may say it again.
    theirs = other.get_by_test_id("agenda-editor").locator(".agenda-item")
    theirs.nth(1).get_by_role("button", name=re.compile("^Ret")).click()
    items.nth(1).get_by_role("button", name=re.compile("^Ret")).click()
    lead.get_by_test_id("phase-form-minutes").fill("25")
    lead.get_by_test_id("phase-form-submit").click()
    expect(ann.get_by_test_id("agenda").locator("li").nth(1)).to_contain_text("25 min.")
    other.get_by_test_id("phase-form-title").fill("Goddag")
    other.get_by_test_id("phase-form-submit").click()
    expect(other.get_by_test_id("problem")).to_contain_text("En anden har ændret programmet")
    expect(ann.get_by_test_id("agenda")).not_to_contain_text("Goddag")
    other.get_by_test_id("phase-form-minutes").fill("25")
    other.get_by_test_id("phase-form-models").get_by_role("checkbox").first.check()
    other.get_by_test_id("phase-form-submit").click()
    expect(ann.get_by_test_id("agenda").locator("li").nth(1)).to_contain_text("Goddag")

    # Once it has begun, what goes on stays, and a template takes the place of the rest.
    for _ in range(2):
        lead.get_by_test_id("phase-next").click()
    expect(ann.get_by_test_id("phase").get_by_role("heading")).to_have_text("Goddag")
    expect(ann.get_by_test_id("phase-models").get_by_role("link")).to_have_count(1)
    expect(items.nth(1).get_by_role("button", name=re.compile("^Fjern"))).to_have_count(0)
    items.nth(2).get_by_role("button", name=re.compile("^Fjern")).click()
    expect(items).to_have_count(len(TITLES) - 1)
    lead.get_by_test_id("agenda-add").click()
    lead.get_by_test_id("phase-form-title").fill("Kaffe")
    lead.get_by_test_id("phase-form-minutes").fill("400")
    lead.get_by_test_id("phase-form-submit").click()
    expect(lead.get_by_test_id("agenda-sum")).to_contain_text("over sluttiden kl. ")
    for _ in range(2):
        lead.get_by_test_id("agenda-use-template").click()
    expect(ann.get_by_test_id("agenda")).not_to_contain_text("Kaffe")
    assert titles(ann)[:2] == [TITLES[-1], "Goddag"]
    exported = week.admin.ok("GET", f"/weeks/{week.id}/export")["sessions"]
    phases = next(session["phases"] for session in exported if session["id"] == "s-1")
    assert [phase["title"] for phase in phases] == titles(ann)


def test_a_rehearsal_moves_nobody_and_leaves_nothing_behind(browsers, week, clients):
    invitation = week.invite("s-1", "facilitator")
    watcher = clients.session("s-1", week.admin.token)
    lead = browsers.open_as(invitation.token, "/session/s-1").page
    ann = browsers.open_as(week.join("s-1", "Anna A", "Lærer", unitId="u-skole").token, "/session/s-1").page
    expect(ann.get_by_test_id("phase")).to_contain_text(TITLES[0])
    before = watcher.kinds()
    lead.get_by_test_id("rehearse").click()
    expect(lead.get_by_test_id("rehearsal")).to_contain_text("kun dig")
    for _ in range(2):
        lead.get_by_test_id("phase-next").click()
    expect(lead.get_by_test_id("phase").get_by_role("heading")).to_have_text(TITLES[1])
    lead.get_by_test_id("timer-5").click()
    expect(lead.get_by_test_id("countdown").first).to_be_visible()
    lead.get_by_test_id("rehearsal-end").click()
    expect(lead.get_by_test_id("phase")).to_contain_text(TITLES[0])
    expect(lead.get_by_test_id("countdown")).to_have_count(0)
    expect(ann.get_by_test_id("phase")).to_contain_text(TITLES[0])
    watcher.pump(0.2)
    assert [kind for kind in watcher.kinds() if kind != "participantJoined"] == [kind for kind in before if kind != "participantJoined"]
