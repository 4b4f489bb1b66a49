"""Coming to an agreement: values in the session's words, reading aloud, what changed since, reacting and following."""

import re

from playwright.sync_api import expect

from harness.example import fields_of
from harness.model_page import ModelPage, open_model

MODEL = "/session/s-1/model/k-1"


def test_what_changed_since_a_confirmation_is_shown_field_by_field_until_it_is_confirmed_again(browsers, week, clients):
    ann = week.join("s-1", "Anna A", "Lærer", unitId="u-skole")
    ann.ok("POST", "/models/k-1/confirmations", 201, {})
    node = clients.node("k-1", week.admin.token)
    node.do("insert", root="task", index=0, text="Helt nyt ")
    page = browsers.open_as(ann.token, MODEL).page
    own = page.get_by_test_id("confirmation-u-skole")
    expect(own.get_by_test_id("since-task").locator("ins")).to_contain_text("Helt nyt")
    expect(own.get_by_test_id("since-task").locator("del")).to_have_count(0)
    expect(own.locator("[data-testid^=since-]")).to_have_count(1)
    node.do("delete", root="task", index=0, length=9)
    expect(page.get_by_test_id("changed-since")).to_have_count(0)
    node.do("delete", root="task", index=0, length=4)
    expect(own.get_by_test_id("since-task").locator("del")).to_contain_text(fields_of("k-1")["task"][:4])


def test_an_open_page_asks_for_nothing_when_others_decide_and_shows_what_they_decided(browsers, week, clients):
    ann = week.join("s-1", "Anna A", "Lærer", unitId="u-skole")
    bo = week.join("s-1", "Bo B", "Rådgiver", unitId="u-fam")
    session = clients.session("s-1", week.admin.token)
    view = open_model(browsers, ann.token)
    view.expect_ready()
    asked = []
    view.page.on("request", lambda request: asked.append(request.url) if "/api/v1/" in request.url else None)
    bo.ok("POST", "/models/k-1/confirmations", 201, {})
    own = view.page.get_by_test_id("confirmation-u-fam")
    expect(own).to_contain_text("Rådgiver")
    week.admin.ok("PATCH", "/models/k-1", 200, {"level": "coCreation"})
    expect(view.page.get_by_test_id("level-coCreation")).to_have_attribute("aria-pressed", "true")
    for command, shown in (("lockModel", 1), ("unlockModel", 0)):
        session.accepted(command, modelId="k-1")
        expect(view.page.get_by_test_id("locked-notice")).to_have_count(shown)
    for command, writable in (("endSession", False), ("reopenSession", True)):
        session.accepted(command)
        expect(view.text("title")).to_be_editable(editable=writable)
    bo.ok("DELETE", "/models/k-1/confirmations/u-fam", 204)
    expect(own).not_to_contain_text("Rådgiver")
    # What stood there when it was confirmed is looked up where the page shows what changed since.
    assert [url for url in asked if "/versions" not in url] == []


def test_a_value_is_written_in_the_session_seen_beside_the_model_and_in_the_outcome(browsers, week):
    ann = week.join("s-1", "Anna A", "Lærer", unitId="u-skole")
    bo = week.join("s-1", "Bo B", "Rådgiver", unitId="u-fam")
    pages = [browsers.open_as(person.token, "/session/s-1").page for person in (ann, bo)]
    for page in pages:
        page.get_by_test_id("values").locator("summary").click()
        page.get_by_test_id("value-write-diversity").click()
        page.get_by_test_id("value-text-diversity").fill("Alle fag" if page is pages[0] else "Alle aldre")
    pages[0].get_by_test_id("value-save-diversity").click()
    expect(pages[0].get_by_test_id("value-diversity")).to_contain_text("Alle fag")
    pages[1].get_by_test_id("value-save-diversity").click()
    row = pages[1].get_by_test_id("value-diversity")
    expect(row.get_by_test_id("problem")).to_contain_text("En anden har skrevet her imens")
    expect(row).to_contain_text("Der står nu: Alle fag")
    row.get_by_role("textbox").fill("Alle fag og aldre")
    pages[1].get_by_test_id("value-save-diversity").click()
    expect(pages[0].get_by_test_id("value-diversity")).to_contain_text("Alle fag og aldre")
    pages[0].get_by_test_id("models").get_by_role("link").first.click()
    expect(pages[0].get_by_test_id("beside-diversity")).to_contain_text("Alle fag og aldre")
    outcome = ann.ok("GET", "/sessions/s-1/outcome.json")
    assert outcome["values"] == [{
        "id": "diversity", "label": {"da": "Mangfoldighed", "en": "Diversity"}, "text": "Alle fag og aldre"}]


def test_an_agreement_is_read_aloud_section_by_section_and_is_one_when_all_have_confirmed(browsers, week):
    lead = browsers.open_as(week.invite("s-1", "facilitator").token, MODEL).page
    lead.get_by_test_id("to-reading").click()
    section = lead.get_by_test_id("reading-section")
    expect(section).to_contain_text("Afsnit 1 af")
    expect(section).to_contain_text(fields_of("k-1")["title"])
    expect(section.get_by_role("textbox")).to_have_count(0)
    moment = lead.get_by_test_id("agreement-moment")
    while moment.count() == 0:
        heading = section.locator("#reading-heading")
        before = heading.inner_text()
        lead.keyboard.press("ArrowRight")
        expect(heading).not_to_have_text(before)
    expect(lead.get_by_test_id("reading-next")).to_be_disabled()
    # The example's parties have confirmed what stands there.
    expect(moment).to_contain_text("Nu er det en aftale")
    lead.get_by_test_id("reading-lock").click()
    expect(lead.locator(".page-head")).to_contain_text("Låst")
    lead.get_by_test_id("withdraw-u-skole").click()
    lead.get_by_test_id("withdraw-u-skole").click()
    expect(moment).to_contain_text("når disse også har bekræftet: Lærkeskolen")


def test_reactions_are_counted_for_all_and_one_follows_another_until_one_writes(browsers, week):
    ann = browsers.open_as(week.join("s-1", "Anna A", "Lærer", unitId="u-skole").token, "/session/s-1")
    bo = browsers.open_as(week.join("s-1", "Bo B", "Rådgiver", unitId="u-fam").token, "/session/s-1")
    for window in (ann, bo):
        expect(window.page.get_by_test_id("people-count")).to_have_text("2 er her nu")
    for window in (ann, bo):
        window.page.get_by_test_id("react-thanks").click()
    expect(ann.page.get_by_test_id("reactions")).to_have_text(re.compile("Tak 2$"))
    expect(ann.page.get_by_test_id("reactions")).to_have_text("")

    for window in (ann, bo):
        window.goto(MODEL)
    writer, reader = (ModelPage(window).expect_ready() for window in (bo, ann))
    ann.page.get_by_role("button", name="Følg Bo B rundt i modellen").click()
    last = bo.page.locator(".model-field textarea").last
    last.focus()
    place = re.compile(r"\bfield-(.+)").search(last.locator("xpath=ancestor::*[starts-with(@id,'field-')]").get_attribute("id"))
    expect(ann.page.locator(f"#field-{place[1]}")).to_be_in_viewport()
    reader.text("task").focus()
    ann.page.keyboard.type("x")
    expect(ann.page.get_by_role("button", name="Følg Bo B rundt i modellen")).to_be_visible()
    writer.text("task").focus()
    expect(reader.text("task")).to_be_focused()
    ann.page.keyboard.press("Escape")
