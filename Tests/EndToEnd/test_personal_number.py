"""What looks like a CPR number is pointed out where it is written and to who leads; never refused, never logged."""

import json

import pytest
from playwright.sync_api import expect
from pycrdt import Map, Text

SESSION, MODEL = "s-1", "k-1"
PAGE, MODEL_PAGE = f"/session/{SESSION}", f"/session/{SESSION}/model/{MODEL}"


def join(week):
    return week.join(SESSION, "Anna", "Lærer", unitId="u-skole")


def write(client, words):
    with client.doc.transaction():
        client.doc.get("task", type=Text).insert(0, words)
    client.wait_saved()


@pytest.mark.parametrize("number", ["010203-1234", "0102031234"])
def test_what_looks_like_a_cpr_number_is_told_to_who_leads_by_its_place_and_neither_refused_nor_logged(
    server, admin, week, clients, number
):
    person = join(week)
    lead = week.invite(SESSION, "facilitator")
    assert lead.ok("GET", f"/sessions/{SESSION}/personal-numbers") == []
    here = clients.pycrdt(MODEL, person.token, saved="1")
    write(here, f"Ring til {number} ")
    with here.doc.transaction():
        here.doc.get("comments", type=Map)["c-1"] = {"field": "task", "text": number, "at": 1, "resolved": False}
    here.wait_saved()
    page = clients.session(SESSION, person.token, after=0)
    page.accepted("parkItem", itemId="x-1", text=f"Sagen {number}")
    found = lead.ok("GET", f"/sessions/{SESSION}/personal-numbers")
    assert [one["kind"] for one in found] == ["parkedItem", "field", "comment"]
    assert [one.get("fieldId") for one in found] == [None, "task", "task"]
    assert number not in json.dumps(found) and number not in server.output
    assert person.get(f"/sessions/{SESSION}/personal-numbers").status_code == 403


def test_what_looks_like_a_cpr_number_is_pointed_out_where_it_is_written_and_listed_for_who_leads(browsers, week):
    person = browsers.open_as(join(week).token, MODEL_PAGE).page
    field = person.get_by_test_id("text-task")
    field.fill("Ring til 010203-123")
    expect(person.get_by_test_id("personal-number")).to_have_count(0)
    field.press("End")
    field.press_sequentially("4")
    expect(person.get_by_test_id("personal-number")).to_contain_text("Det ligner et CPR-nummer.")
    expect(field).to_have_value("Ring til 010203-1234")
    page = browsers.open_as(week.invite(SESSION, "facilitator").token, PAGE).page
    page.get_by_text("Tekst, der ligner CPR-numre").click()
    expect(page.get_by_test_id("personal-numbers-list").get_by_role("link")).to_have_count(1)
    assert "010203" not in page.content()
