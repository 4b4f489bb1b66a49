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
