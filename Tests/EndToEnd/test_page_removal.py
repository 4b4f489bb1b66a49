"""What is deleted is told first on the page, and whoever has it open reads that it is gone; names and their day."""

import re

from playwright.sync_api import expect

SESSION, MODEL = "s-1", "k-1"
PAGE, MODEL_PAGE = f"/session/{SESSION}", f"/session/{SESSION}/model/{MODEL}"


def join(week, name="Anna"):
    return week.join(SESSION, name, "Lærer", unitId="u-skole")


def test_a_model_is_deleted_after_what_goes_was_read_and_words_were_written_and_others_read_why(
    browsers, week, admin, plan
):
    reader = browsers.open_as(join(week).token, MODEL_PAGE).page
    expect(reader.get_by_test_id("text-task")).to_be_visible()
    page = browsers.open_as(week.invite(SESSION, "facilitator").token, MODEL_PAGE).page
    page.get_by_text("Slet modellen").click()
    expect(page.get_by_test_id("removal-goes")).to_contain_text("bekræftelser: ")
    expect(page.get_by_test_id("removal-stays")).to_contain_text("det, målplaner har taget med, som deres egen tekst (målplaner: 1)")
    button = page.get_by_test_id("removal-do")
    expect(button).to_be_disabled()
    page.get_by_test_id("removal-reason").fill("Oprettet to gange")
    button.click()
    expect(button).to_have_text("Ja, slet – det kan ikke fortrydes")
    assert admin.get(f"/models/{MODEL}").status_code == 200
    button.click()
    expect(page.get_by_test_id(f"model-{MODEL}")).to_have_count(0)
    expect(page).to_have_url(re.compile(f"/session/{SESSION}$"))
    expect(reader.get_by_test_id("model-gone")).to_contain_text("Begrundelse: Oprettet to gange")
    assert admin.get(f"/models/{MODEL}").status_code == 404


def test_the_administrator_deletes_a_session_whose_page_says_so_and_then_the_week(browsers, week, admin):
    person = browsers.open_as(join(week).token, PAGE).page
    expect(person.get_by_test_id("people")).to_contain_text("Anna")
    page = browsers.open_as(admin.token, PAGE).page
    page.get_by_text("Slet sessionen").click()
    expect(page.get_by_test_id("removal-goes")).to_contain_text("deltagere: 1")
    page.get_by_test_id("removal-do").click()
    page.get_by_test_id("removal-do").click()
    expect(page.get_by_text("Slet ugen")).to_be_visible()
    expect(person.get_by_test_id("session-deleted")).to_contain_text("Sessionen er slettet.")
    page.get_by_text("Slet ugen").click()
    expect(page.get_by_test_id("removal-goes")).to_contain_text("sessioner: 1")
    page.get_by_test_id("removal-do").click()
    page.get_by_test_id("removal-do").click()
    expect(page).to_have_url(re.compile("/uger$"))
    assert admin.ok("GET", "/weeks") == []


def test_a_participant_is_deleted_and_leaves_the_list(browsers, week, admin):
    person = join(week, "Anna Andersen")
    page = browsers.open_as(week.invite(SESSION, "facilitator").token, PAGE).page
    expect(page.get_by_test_id("people")).to_contain_text("Anna Andersen")
    page.get_by_text("Slet en deltager").click()
    page.get_by_test_id("remove-whom").select_option(person.participant_id)
    expect(page.get_by_test_id("removal-goes")).to_contain_text("adgang: 1")
    expect(page.get_by_test_id("about-person")).to_have_count(0)
    page.get_by_test_id("removal-do").click()
    page.get_by_test_id("removal-do").click()
    expect(page.get_by_test_id("people")).not_to_contain_text("Anna Andersen")
    assert person.get(f"/sessions/{SESSION}").status_code == 401


def test_who_joins_reads_when_the_name_is_deleted_and_the_administrator_sets_the_day(browsers, week, admin):
    page = browsers.open_as(admin.token, f"/uge/{week.id}").page
    page.get_by_text("Hvornår navnene slettes").click()
    page.get_by_test_id("names-day-date").fill("1/3-2027")
    page.get_by_test_id("names-day-save").click()
    expect(page.get_by_text("Dagen er gemt. Navnene slettes 1. marts 2027.")).to_be_attached()
    guest = browsers.open(f"/k/{week.join_codes[SESSION]}").page
    expect(guest.get_by_text("Dit navn slettes 1. marts 2027.")).to_be_visible()
    member = browsers.open_as(join(week).token, PAGE).page
    expect(member.get_by_test_id("names-deleted")).to_have_text("Navnene slettes 1. marts 2027.")
