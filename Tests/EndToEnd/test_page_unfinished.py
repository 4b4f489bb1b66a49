"""What somebody is in the middle of writing stays when those who lead go on: it is theirs to send, copy or leave."""

from playwright.sync_api import expect

from harness.model_page import MODEL, SESSION, open_model


def test_a_comment_that_is_being_written_outlives_that_the_model_is_locked(browsers, week, clients, admin):
    model = open_model(browsers, week.join(SESSION, "Deltager Ære", "Lærer", unitId="u-skole").token)
    lead = clients.session(SESSION, admin.token)
    model.page.get_by_test_id("comment-task").click()
    text = model.page.get_by_test_id("comment-text-task")
    text.fill("Det her mangler vi")
    lead.accepted("lockModel", modelId=MODEL)
    expect(model.text("task")).not_to_be_editable()
    expect(text).to_have_value("Det her mangler vi")
    expect(text).to_be_focused()
    expect(model.page.get_by_test_id("comment-submit-task")).to_be_disabled()
    lead.accepted("unlockModel", modelId=MODEL)
    model.page.get_by_test_id("comment-submit-task").click()
    expect(model.page.get_by_test_id("comments-task")).to_contain_text("Det her mangler vi")
    model.expect_saved()


def test_an_answer_that_is_being_written_when_all_are_shown_stays_to_be_copied(browsers, week, clients, admin):
    person = week.join(SESSION, "Deltager Ære", "Lærer", unitId="u-skole")
    page = browsers.open_as(person.token, f"/session/{SESSION}").page
    lead = clients.session(SESSION, admin.token)
    lead.accepted("openIdeas", roundId="r-1", question="Hvad ser vi?", isNamed=False)
    text = page.get_by_test_id("idea-text")
    text.fill("En elev, der")
    lead.accepted("revealIdeas", roundId="r-1")
    expect(page.get_by_test_id("idea-late")).to_be_visible()
    expect(text).to_have_value("En elev, der")
    expect(text).to_be_focused()
    expect(page.get_by_test_id("idea-submit")).to_have_count(0)
    text.fill("")
    expect(text).to_have_count(0)


def test_a_comment_on_a_field_that_a_lower_level_hides_is_shown_until_it_is_thrown_away(browsers, week, admin):
    model = open_model(browsers, week.join(SESSION, "Deltager Ære", "Lærer", unitId="u-skole").token)
    model.page.get_by_test_id("comment-escalation").click()
    model.page.get_by_test_id("comment-text-escalation").fill("Hvem tager telefonen?")
    admin.ok("PATCH", f"/models/{MODEL}", 200, {"level": "knowledge"})
    expect(model.page.get_by_test_id("field-escalation")).to_have_count(0)
    kept = model.page.get_by_test_id("hidden-draft")
    expect(kept).to_contain_text("Hvem tager telefonen?")
    model.page.reload()
    expect(kept).to_contain_text("Hvem tager telefonen?")
    admin.ok("PATCH", f"/models/{MODEL}", 200, {"level": "coordination"})
    expect(kept).to_have_count(0)
    expect(model.page.get_by_test_id("comment-text-escalation")).to_have_value("Hvem tager telefonen?")
    admin.ok("PATCH", f"/models/{MODEL}", 200, {"level": "knowledge"})
    throw_away = model.page.get_by_test_id("draft-throw-away")
    throw_away.click()
    throw_away.click()
    expect(kept).to_have_count(0)


def test_an_answer_begun_in_one_phase_is_found_in_the_next_on_another_page_and_after_a_reload(
    browsers, week, clients, admin
):
    person = week.join(SESSION, "Deltager Ære", "Lærer", unitId="u-skole")
    page = browsers.open_as(person.token, f"/session/{SESSION}").page
    lead = clients.session(SESSION, admin.token)
    lead.accepted("openIdeas", roundId="r-1", question="Hvad ser vi?", isNamed=False)
    page.get_by_test_id("idea-text").fill("En elev, der")
    page.reload()
    expect(page.get_by_test_id("idea-text")).to_have_value("En elev, der")
    lead.accepted("revealIdeas", roundId="r-1")
    lead.accepted("enterPhase", index=1, expected=0)
    kept = page.get_by_test_id("hidden-draft")
    expect(kept).to_contain_text("En elev, der")
    page.goto(page.url.replace(f"/session/{SESSION}", f"/session/{SESSION}/model/{MODEL}"))
    expect(kept).to_contain_text("En elev, der")


def test_who_signs_out_is_asked_about_a_comment_that_was_not_sent(browsers, week):
    model = open_model(browsers, week.join(SESSION, "Deltager Ære", "Lærer", unitId="u-skole").token)
    page = model.page
    page.get_by_test_id("comment-task").click()
    page.get_by_test_id("comment-text-task").fill("Det her mangler vi")
    page.get_by_test_id("sign-out").click()
    page.get_by_test_id("sign-out-stay").click()
    expect(page.get_by_test_id("comment-text-task")).to_have_value("Det her mangler vi")
    page.get_by_test_id("comment-text-task").press("Escape")
    expect(page.get_by_test_id("comment-text-task")).to_have_count(0)
    page.get_by_test_id("sign-out").click()
    expect(page.get_by_test_id("sign-out-unsent")).to_have_count(0)
