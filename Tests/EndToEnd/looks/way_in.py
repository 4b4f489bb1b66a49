"""Codes, names, words, and the door."""

from playwright.sync_api import expect

from harness.api import Api
from harness.join_page import fill_in
from harness.model_page import SESSION

from .catalogue import look
from .place import Place


@look("--limit-failures-per-address", "3", "--limit-waiting-guesses-per-address", "0",
      "--limit-slow-guesses-per-address", "1")
def wrong_code(here: Place) -> None:
    page = here.page(None, "/")
    for count in range(6):
        page.get_by_test_id("join-code").fill(f"ABCDEFG{count}")
        page.get_by_test_id("join-next").click()
        page.wait_for_timeout(150)
        if count == 0:
            here.take(page, "wrong-code")
    expect(page.get_by_test_id("problem")).to_contain_text("mange koder")
    here.take(page, "wrong-codes-too-many")


@look()
def name_without_letters(here: Place) -> None:
    page = here.page(None, f"/k/{here.code}")
    fill_in(page, "\u200b\u2060\u200b")
    here.take(page, "name-without-letters", page.locator(".error-text").first)
    page.get_by_test_id("join-name").fill("Maximiliane " * 80)
    here.take(page, "name-too-long", page.locator(".error-text").first)


@look("--limit-participants", "3")
def session_full(here: Place) -> None:
    for number in range(3):
        here.person(f"Deltager {number}").session(SESSION)
    page = here.page(None, f"/k/{here.code}")
    fill_in(page)
    here.take(page, "session-full")


@look("--limit-joins-per-address", "2")
def too_many_joins(here: Place) -> None:
    for number in range(2):
        here.person(f"Deltager {number}")
    page = here.page(None, f"/k/{here.code}")
    fill_in(page)
    here.take(page, "too-many-joins")


@look("--limit-knocks", "1")
def door_full(here: Place) -> None:
    here.lead().get_by_test_id("lobby-approval").check()
    for number, told in enumerate(("waiting", "problem")):
        page = here.page(None, f"/k/{here.code}")
        fill_in(page, f"Gæst {number}")
        here.take(page, f"door-{told}" if told == "waiting" else "door-full", told)


@look("--limit-wrong-words-per-address", "2")
def wrong_word(here: Place) -> None:
    lead = here.lead()
    lead.get_by_test_id("lobby-passphrase").check()
    lead.get_by_test_id("lobby-word").fill("Blå bog")
    lead.get_by_test_id("lobby-submit").click()
    lead.wait_for_timeout(500)
    page = here.page(None, f"/k/{here.code}")
    page.get_by_test_id("join-word").fill("rød bog")
    fill_in(page)
    here.take(page, "wrong-word")
    page.get_by_test_id("join-submit").click()
    page.wait_for_timeout(500)
    page.get_by_test_id("join-submit").click()
    here.take(page, "wrong-words-too-many", "waiting")
    here.take(lead, "wrong-words-too-many-door", "door")


@look()
def door_crowd(here: Place) -> None:
    lead = here.lead()
    lead.get_by_test_id("lobby-approval").check()
    lead.wait_for_timeout(500)
    guest = Api(here.server.url)
    for number in range(60):
        guest.http.cookies.clear()
        guest.ok("POST", "/join", 202, {
            "joinCode": here.code, "displayName": f"Gæst Nummer {number}", "function": "Pædagogisk konsulent",
            "unitId": "u-skole"})
    here.take(lead, "door-crowd", "door")
    here.take(lead, "door-crowd-more", "door-more")
    lead.get_by_test_id("door-name").fill("nummer 5")
    lead.wait_for_timeout(800)
    here.take(lead, "door-crowd-found", "door-name")
    lead.get_by_test_id("door-name").fill("Østergård")
    here.take(lead, "door-crowd-nobody", lead.get_by_test_id("door").get_by_role("status"))
