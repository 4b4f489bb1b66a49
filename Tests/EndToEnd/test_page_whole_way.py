"""The whole way in the browser, in Danish: join, fill in, confirm, and the draft that comes of it."""

import re

from playwright.sync_api import expect

from harness.example import one
from harness.model_page import ModelPage

SCHOOL = one("units", "u-skole")["name"]
TASK = "Familien møder én samlet plan."


def test_from_code_to_draft(browsers, week, admin):
    facilitator = week.invite("s-1", "facilitator")
    body = {"level": "knowledge", "title": "", "goalIds": []}
    body["title"] = "Én plan"
    model_id = facilitator.ok("POST", "/sessions/s-1/models", 201, body)["id"]

    window = browsers.open("/")
    page = window.page
    code = week.join_codes["s-1"]
    page.get_by_label("Kode").fill(f"{code[:4].lower()} {code[4:]}")
    page.get_by_role("button", name="Videre").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(one("sessions", "s-1")["title"])
    page.get_by_label("Dit navn").fill("Deltager Å")
    page.get_by_role("radio", name=SCHOOL, exact=True).check()
    page.get_by_label("Din funktion").fill("Skoleleder")
    page.get_by_role("button", name="Vær med").click()

    page.wait_for_url("**/session/s-1")
    expect(page.get_by_test_id("people")).to_contain_text("Deltager Å")
    page.get_by_role("link", name="Én plan").click()
    model = ModelPage(window)
    model.expect_saved()
    expect(model.text("title")).to_have_value("Én plan")

    fill_in(model)
    model.expect_saved()
    expect(page.get_by_test_id("missing")).to_contain_text("Alt det, niveauet kræver, er på plads.")

    form = page.get_by_test_id("confirm-form")
    expect(form.get_by_label("Det giver vi")).to_have_value("En fast voksen")
    form.get_by_role("button", name=f"Bekræft for {SCHOOL}").click()
    expect(page.get_by_test_id("confirmation-u-skole")).to_have_attribute("data-state", "current")
    confirmed = admin.model(model_id)
    assert confirmed["missing"] == []
    assert [c["unitId"] for c in confirmed["confirmations"]] == ["u-skole"]

    leader = week.invite("s-1", "leader", unitId="u-skole")
    draft = browsers.open_as(leader.token)
    draft.page.wait_for_url("**/enhed/u-skole/maalplan")
    expect(draft.page.get_by_role("main")).to_contain_text(TASK)
    expect(draft.page.get_by_role("main")).to_contain_text("Én plan")
    expect(draft.page.get_by_role("heading", level=1)).to_contain_text("Lærkeskolen")


def fill_in(model: ModelPage) -> None:
    """Everything the knowledge level requires, with the mouse and the keyboard."""
    page = model.page
    page.get_by_test_id("field-citizenGroup").get_by_role("combobox").select_option("bg-1")
    page.get_by_test_id("list-goals").get_by_label(re.compile("^" + re.escape(one("goals", "m-1")["text"]))).check()
    page.get_by_test_id("list-parties").get_by_role("checkbox", name=re.compile("^" + SCHOOL)).check()
    page.get_by_test_id("list-parties").get_by_role("checkbox", name=re.compile("^Familie og Rådgivning")).check()
    for part, date in (("start", "1. februar 2027"), ("end", "17/12-2027")):
        page.get_by_test_id(f"date-period.{part}").fill(date)
        page.get_by_test_id(f"date-period.{part}").press("Enter")
    expect(page.get_by_test_id("date-period.end")).to_have_value("17. december 2027")
    model.type_at_end("task", TASK)
    model.type_at_end("whyCross", "Ingen af os kan det alene.")
    model.type_at_end("collaborationGoal", "Én plan pr. familie.")
    page.get_by_test_id("date-collaborationGoal.date").fill("30. juni 2027")
    page.get_by_test_id("date-collaborationGoal.date").press("Enter")
    page.get_by_test_id("select-coordinator.unitId").select_option("u-fam")
    page.get_by_test_id("text-coordinator.function").fill("Koordinator")

    add_row(model, "expectations", {"need": "Svar inden to dage", "give": "En fast voksen", "limit": "Ikke om aftenen"},
            {"unitId": "u-skole"})
    add_row(model, "roles", {"activity": "Første samtale", "function": "Koordinator"},
            {"unitId": "u-fam", "role": "responsible"})
    add_row(model, "knowledgeItems", {"what": "Fraværstal", "when": "månedligt", "channel": "møde"}, {"from": "u-skole"})
    add_row(model, "experienceExchange", {"forum": "Skoleledermøde"}, {}, {"date": "12. maj 2027"})
    add_row(model, "evaluation", {"question": "Er vi på vej?", "responsible.function": "Koordinator"},
            {"responsible.unitId": "u-fam"}, {"date": "30. marts 2027"})


def add_row(model: ModelPage, field: str, texts: dict, choices: dict, dates: dict | None = None) -> None:
    before = model.rows(field).count()
    model.page.get_by_test_id(f"add-{field}").click()
    expect(model.rows(field)).to_have_count(before + 1)
    row = model.rows(field).nth(before)
    for column, choice in choices.items():
        select = row.locator("select")
        # One select in most rows; where there are several, the one that offers the choice and has none yet.
        for index in range(select.count()):
            offered = select.nth(index).locator(f"option[value$='{choice}']")
            if offered.count() and select.nth(index).input_value() in ("", choice):
                select.nth(index).select_option(offered.first.get_attribute("value"))
                break
        else:
            raise AssertionError(f"no choice {choice} for {column} in a row of {field}")
    for column, text in texts.items():
        cell = row.locator(f"textarea[data-testid$='/{column}']")
        cell.focus()
        model.page.keyboard.type(text)
    for column, date in (dates or {}).items():
        row.get_by_test_id(f"cell-{column}").fill(date)
        row.get_by_test_id(f"cell-{column}").press("Enter")
