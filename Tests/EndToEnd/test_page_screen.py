"""The big screen: what everybody looks at, opened by a link, with nothing that can be pressed."""

import pytest
from playwright.sync_api import expect

from harness.example import one

PHASES = one("sessions", "s-1")["phases"]
VOTE = {"voteId": "v-1", "question": "Hvad begynder vi med?", "budget": 1, "isNamed": False,
        "options": [{"optionId": "a", "text": "Overgange"}, {"optionId": "b", "text": "Fravær"}]}


@pytest.fixture
def lead(week, clients):
    return clients.session("s-1", week.invite("s-1", "facilitator").token)


@pytest.fixture
def screen(browsers, week):
    return browsers.open_as(week.invite("s-1", "observer").token, f"/skaerm/s-1?kode={week.join_codes['s-1']}").page


def test_it_shows_the_point_its_question_the_time_and_the_way_in_and_follows_the_session(screen, lead, week):
    expect(screen.get_by_role("heading", level=1)).to_have_text(PHASES[0]["title"])
    expect(screen.get_by_test_id("screen-code")).to_have_text(
        f"{week.join_codes['s-1'][:4]} {week.join_codes['s-1'][4:]}")
    expect(screen.get_by_role("img", name="QR-kode med linket til at være med")).to_be_visible()
    lead.accepted("startTimer", durationMs=300_000)
    expect(screen.get_by_role("timer")).to_be_visible()
    lead.accepted("enterPhase", index=1, expected=0)
    expect(screen.get_by_role("heading", level=1)).to_have_text(PHASES[1]["title"])
    lead.accepted("sayToAll", text="Der er kaffe")
    expect(screen.get_by_text("Der er kaffe")).to_be_visible()
    for control in ("button", "link", "textbox"):
        assert screen.get_by_role(control).count() == 0, control


def test_a_vote_is_a_picture_when_it_is_shown_and_not_before(screen, lead, week, clients):
    person = clients.session("s-1", week.join("s-1", "Anna A", "Lærer", unitId="u-skole").token)
    lead.accepted("openVote", **VOTE)
    person.accepted("castVote", voteId="v-1", dots={"b": 1})
    expect(screen.get_by_text("1 har stemt.")).to_be_visible()
    expect(screen.get_by_test_id("vote-result")).to_have_count(0)
    lead.accepted("revealVote", voteId="v-1")
    expect(screen.get_by_test_id("vote-result").get_by_role("listitem").first).to_contain_text("Fravær")
    lead.accepted("enterPhase", index=1, expected=0)
    expect(screen.get_by_test_id("vote-result")).to_have_count(0)


def test_the_way_in_stays_in_the_corner_of_a_low_picture_however_much_is_shown(screen, lead):
    screen.set_viewport_size({"width": 1280, "height": 720})
    lead.accepted("openVote", voteId="v-1", question="Hvad begynder vi med, når vi mødes igen? " * 6, budget=1,
                  isNamed=False, options=[{"optionId": f"o-{n}", "text": f"Mulighed {n}"} for n in range(12)])
    expect(screen.get_by_text("Mulighed 0")).to_be_visible()
    expect(screen.get_by_test_id("screen-code")).to_be_in_viewport(ratio=1)
    expect(screen.get_by_role("img", name="QR-kode med linket til at være med")).to_be_in_viewport(ratio=1)


def test_groups_are_shown_with_names_and_who_waits_for_help(screen, lead, week, clients):
    person = week.join("s-1", "Anna A", "Lærer", unitId="u-skole")
    lead.accepted("formGroups", byChoice=False, groups=[
        {"groupId": "g-1", "name": "Gruppe 1", "modelId": "k-1", "members": [person.participant_id]}])
    expect(screen.get_by_test_id("screen-groups")).to_contain_text("Anna A")
    clients.session("s-1", person.token).accepted("callFacilitator")
    expect(screen.locator(".calling")).to_have_count(1)


def test_a_code_that_was_renewed_is_taken_off_the_wall(browsers, week):
    old = week.join_codes["s-1"]
    week.admin.ok("POST", "/sessions/s-1/join-code", 200)
    window = browsers.open_as(week.invite("s-1", "observer").token, f"/skaerm/s-1?kode={old}")
    window.allow("404")
    expect(window.page.get_by_test_id("screen-join")).to_contain_text("Spørg facilitatoren om koden.")
    expect(window.page.get_by_test_id("screen-code")).to_have_count(0)


def test_the_link_for_the_other_machine_opens_the_screen_and_leaves_no_secret_in_the_address(browsers, week):
    lead = browsers.open_as(week.invite("s-1", "facilitator").token, "/session/s-1").page
    lead.get_by_test_id("screen-make").click()
    field = lead.get_by_test_id("screen-url")
    url = field.input_value() if field.evaluate("one => 'value' in one") else field.inner_text()
    wall = browsers.open(url.removeprefix(browsers.server.url))
    wall.page.wait_for_url("**/skaerm/s-1?kode=*")
    expect(wall.page.get_by_test_id("screen")).to_be_visible()
    assert "#" not in wall.page.url


def test_the_text_is_large_enough_for_ten_metres_and_of_three_sizes(screen):
    """At 1280 px of a two-metre picture a letter of 26 px is four centimetres."""
    screen.get_by_test_id("screen-join").wait_for()
    sizes = screen.evaluate(
        """() => [...new Set([...document.querySelectorAll('.screen *')]
          .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim() !== ''))
          .map(one => Math.round(parseFloat(getComputedStyle(one).fontSize))))]"""
    )
    assert len(sizes) <= 3 and min(sizes) >= 26, sizes
