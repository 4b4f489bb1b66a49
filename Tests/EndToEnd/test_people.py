"""Who people are to each other: names that are what they look like, and put right by those who lead."""

import re

import pytest
from playwright.sync_api import expect

from harness.waiting import wait_until

HOSTILE = {
    "\u202eroetkerid": "roetkerid", "Kom\u2060munal\ufeffdirektør\u00ad": "Kommunaldirektør", "Ida\n\tLund\u2028": "Ida Lund",
    "\u3164\u2800Bo\u115f": "Bo", "Zoe\u0301\u0302\u0303\u0304\u0305": "Zoé\u0302\u0303", "A\u0000B": "AB",
    "\U000e0041Eva\u2066": "Eva", "Per\ufe0f": "Per", "👩🏽\u200d🏫 Lis": "👩🏽\u200d🏫 Lis",
}


def person_of(api, participant):
    return next(one for one in api.session("s-1")["participants"] if one["id"] == participant)


@pytest.mark.parametrize("written", HOSTILE)
def test_what_nobody_sees_is_not_in_a_name_or_a_function(week, admin, written):
    person = week.join("s-1", written, written, unitId="u-skole")
    seen = person_of(admin, person.participant_id)
    assert seen["displayName"] == seen["function"] == HOSTILE[written]
    person.close()


def refusal(week, name, function="Lærer"):
    answer = week.admin.post("/join", json={
        "joinCode": week.join_codes["s-1"], "displayName": name, "function": function, "unitId": "u-skole"})
    assert answer.status_code == 422, answer.text
    return answer.json()["errors"] if "errors" in answer.json() else answer.json()


def test_a_name_needs_something_to_read_and_its_length_is_told_as_people_count(week):
    for nothing in ("\u202e\u2066", "\u3164", "👍", "…", "\u0301"):
        assert "mindst ét bogstav eller tal" in str(refusal(week, nothing))
    assert "højst 80 tegn. Der står 93" in str(refusal(week, "å" * 93))
    person = week.join("s-1", "😀" * 39 + "A", "L" * 80, unitId="u-skole")
    person.close()


def test_the_one_who_confirms_on_anothers_behalf_is_read_the_same_way(week, admin):
    confirmed = admin.ok("POST", "/models/c-1/confirmations", 201, {"unitId": "u-kfi", "function": "\u202eAfdelings\nleder"})
    assert next(c for c in confirmed["confirmations"] if c.get("unitId") == "u-kfi")["function"] == "Afdelings leder"
    assert admin.post("/models/c-1/confirmations", json={"unitId": "u-kfi", "function": "\u3164"}).status_code == 422


def test_those_who_lead_put_right_who_somebody_came_as_and_what_they_confirmed_says_so(server, week, admin, clients):
    facilitator = week.invite("s-1", "facilitator")
    person = week.join("s-1", "Direktøren", "Direktør", unitId="u-kfi")
    person.ok("POST", "/models/c-1/confirmations", 201, {})
    watcher = clients.session("s-1", week.invite("s-1", "observer").token)
    own = clients.session("s-1", person.token)
    path = f"/sessions/s-1/participants/{person.participant_id}"
    for api in (person, week.invite("s-1", "observer")):
        assert api.patch(path, {"function": "Chef"}).status_code == 403
    assert facilitator.patch("/sessions/s-1/participants/p-ukendt", {"function": "Chef"}).status_code == 404
    assert facilitator.patch(path, {"unitId": "findes-ikke"}).status_code == 422
    assert facilitator.patch(path, {"displayName": "\u202eIda", "function": "Lærer", "unitId": "u-skole"}).status_code == 204
    assert watcher.event("participantCorrected")["event"]["unitId"] == "u-skole"
    wait_until(lambda: own.pump(0.01) or own.close_code, "the person's own connection closed, to come back")
    assert own.close_code == 1013
    seen = person_of(admin, person.participant_id)
    assert (seen["displayName"], seen["function"], seen["unitId"]) == ("Ida", "Lærer", "u-skole")
    assert person.session("s-1")["me"]["unitId"] == "u-skole"
    given = next(c for c in admin.model("c-1")["confirmations"] if c.get("unitId") == "u-kfi")
    assert given["isFromCorrectedSeat"] and given["function"] == "Lærer"
    assert person.post("/models/c-1/confirmations", json={"unitId": "u-kfi"}).status_code == 403
    server.kill()
    server.restart()
    assert person.session("s-1")["me"]["unitId"] == "u-skole"
    assert next(c for c in admin.model("c-1")["confirmations"] if c.get("unitId") == "u-kfi")["isFromCorrectedSeat"]
    assert facilitator.delete("/models/c-1/confirmations/u-kfi").status_code == 204


def test_a_facilitator_corrects_on_the_page_and_the_persons_own_page_follows(browsers, week, admin):
    person = week.join("s-1", "Direktøren", "Direktør", unitId="u-kfi")
    own = browsers.open_as(person.token, "/session/s-1").page
    expect(own.get_by_test_id("people")).to_contain_text("Direktøren")
    lead = browsers.open_as(week.invite("s-1", "facilitator").token, "/session/s-1").page
    expect(own.get_by_test_id(f"correct-{person.participant_id}")).to_have_count(0)
    lead.get_by_test_id(f"correct-{person.participant_id}").click()
    form = lead.get_by_test_id("correct-form")
    form.get_by_test_id("correct-name").fill("å" * 93)
    expect(form).to_contain_text("Skriv højst 80 tegn. Der står 93.")
    form.get_by_test_id("correct-name").fill("Ida Lund")
    form.get_by_test_id("correct-unit").select_option("u-skole")
    form.get_by_test_id("correct-function").fill("Lærer")
    form.get_by_test_id("correct-save").click()
    expect(form).to_have_count(0)
    for page in (lead, own):
        expect(page.get_by_test_id("people")).to_contain_text(re.compile("Lærkeskolen.*Ida Lund.*Lærer"))


def test_a_facilitator_asks_for_a_leaders_link_on_the_page_and_the_administrator_makes_it(browsers, week, admin):
    lead = browsers.open_as(week.invite("s-1", "facilitator").token, "/session/s-1").page
    lead.get_by_text("Personlige links").click()
    expect(lead.get_by_test_id("invite-role").locator("option")).to_have_text(["Facilitator", "Tilhører"])
    lead.get_by_test_id("leader-link-unit").select_option("u-skole")
    lead.get_by_test_id("leader-link-ask").click()
    expect(lead.get_by_test_id("leader-link-asked")).to_contain_text("Lærkeskolen")
    page = browsers.open_as(admin.token, f"/uge/{week.id}").page
    page.get_by_test_id("leader-link-make-u-skole").click()
    url = page.get_by_test_id("leader-link-url").input_value()
    assert admin.ok("GET", f"/weeks/{week.id}/leader-requests") == []
    leader = browsers.open(url.removeprefix(browsers.server.url)).page
    leader.wait_for_url("**/enhed/u-skole/maalplan")


def test_whoever_made_a_link_sees_on_the_page_where_it_is_in_use_and_signs_it_out(browsers, week, admin):
    grant = admin.ok("POST", "/sessions/s-1/invitations", 201, {"role": "observer"})
    watcher = browsers.open_as(grant["token"], "/session/s-1")
    expect(watcher.page.get_by_test_id("agenda")).to_be_visible()
    lead = browsers.open_as(week.invite("s-1", "facilitator").token, "/session/s-1").page
    lead.get_by_text("Hvem har adgang").click()
    used = lead.get_by_test_id(f"sign-ins-{grant['grantId']}")
    expect(used).to_contain_text("Chrome")
    lead.get_by_test_id(f"sign-ins-{grant['grantId']}-out").click()
    expect(used).to_have_count(0)
    expect(watcher.page.get_by_test_id("session-gone")).to_be_visible()
