"""A session of three hours, lived in the browser: a facilitator, eight people of three units, a big screen, an observer.

Every step is pressed or typed on a page. What the clock would take is passed over: the facilitator goes on early.
"""

import re

import pytest
from playwright.sync_api import expect

from harness.agreements import agreement
from harness.browser import NO_NETWORK
from harness.cast import Participant, open_cast, write_sections
from harness.example import one
from harness.model_page import SAVED

TITLES = {"knowledge": "Det, vi fortæller hinanden", "coordination": "Fra fravær til fremmøde", "coCreation": "Morgenhallen"}
#: The goal that each agreement is first thought for, and the answers that speak for its level.
GOALS = {"knowledge": "m-4", "coordination": "m-1", "coCreation": "m-2"}
ANSWERS = {"knowledge": ["sharedCitizens", "needToKnow"], "coordination": ["sharedCitizens", "mustFit"],
           "coCreation": ["sharedCitizens", "mustFit", "onlyTogether", "hasTime"]}


class Day:
    """The session and everybody in it."""

    def __init__(self, browsers, week, admin) -> None:
        self.browsers, self.week, self.admin = browsers, week, admin
        created = admin.ok("POST", f"/weeks/{week.id}/sessions", 201, {
            "title": "Tre enheder, én dag", "date": "2027-01-21", "startsAt": "09:00", "endsAt": "12:00",
            "citizenGroupId": "bg-1"})
        self.session, self.code = created["id"], created["joinCode"]
        self.place = f"/session/{self.session}"
        self.link = week.invite(self.session, "facilitator").token
        self.lead = browsers.open_as(self.link, self.place).page
        self.people = open_cast(browsers)
        self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h = self.people
        #: Who writes which agreement; each is of a unit that is party to it.
        self.writers = {"knowledge": [self.b, self.e, self.g], "coordination": [self.a, self.d, self.h],
                        "coCreation": [self.c, self.h]}

    def advance(self, step: int) -> None:
        """On to point `step`, counted from 1; early, so with a second press. Every page that shows the agenda shows it
        then: what stands below the point has moved, and who presses while it moves may miss."""
        self.lead.get_by_test_id("phase-next").click()
        self.lead.get_by_test_id("phase-next").click()
        place = f"Punkt {step} af 11"
        expect(self.lead.get_by_test_id("bar-phase")).to_contain_text(place)
        for person in self.people:
            if person.page.get_by_test_id("agenda").is_visible():
                expect(person.page.get_by_text(place)).to_be_visible()

    def tool(self, name: str) -> None:
        self.lead.get_by_test_id(f"tool-{name}").click()


def everybody_comes_in(day: Day) -> None:
    lead = day.lead
    lead.get_by_test_id("lobby-approval").check()
    day.a.join(day.code)
    expect(day.a.page.get_by_test_id("waiting")).to_be_visible()
    lead.get_by_test_id("door").get_by_test_id("admit").click()
    day.a.expect_inside()
    lead.get_by_test_id("lobby-open").check()
    for person in day.people[1:]:
        person.join_by_link(day.code).expect_inside()
    expect(lead.get_by_test_id("people-count")).to_have_text("8 er her nu")

    lead.get_by_test_id("screen-make").click()
    url = lead.get_by_test_id("screen-url")
    address = url.input_value() if url.evaluate("one => 'value' in one") else url.inner_text()
    day.screen = day.browsers.open(address.removeprefix(day.browsers.server.url)).page
    expect(day.screen.get_by_test_id("screen-code")).to_have_text(f"{day.code[:4]} {day.code[4:]}")
    day.observer = day.browsers.open_as(day.week.invite(day.session, "observer").token, day.place).page
    expect(day.observer.get_by_test_id("agenda")).to_be_visible()
    for control in ("facilitator-bar", "say-ready", "park-open", "create-model"):
        expect(day.observer.get_by_test_id(control)).to_have_count(0)

    for person in day.people:
        person.page.get_by_test_id("say-ready").click()
    expect(lead.get_by_test_id("ready-count")).to_have_text("8 / 8 klar")
    day.advance(2)


def ideas_are_private_until_shown(day: Day) -> None:
    for page in (day.screen, *(person.page for person in day.people)):
        expect(page.locator("h1, h2").filter(has_text="målsætninger").or_(page.get_by_text("Punkt 2 af 11")).first).to_be_visible()
    day.tool("ideas")
    day.lead.get_by_test_id("ideas-question").fill("Hvad skal være anderledes for eleven om et år?")
    day.lead.get_by_test_id("ideas-open").click()
    for number, person in enumerate(day.people):
        person.page.get_by_test_id("idea-text").fill(f"Svar nummer {number + 1}")
        person.page.get_by_test_id("idea-submit").click()
    expect(day.screen.get_by_role("main")).to_contain_text("8 svar")
    expect(day.screen.get_by_role("main")).not_to_contain_text("Svar nummer")
    day.lead.get_by_test_id("ideas-reveal").click()
    for page in (day.screen, day.observer, day.h.page):
        expect(page.get_by_role("main")).to_contain_text("Svar nummer 5")
    day.advance(3)


def groups_work_and_are_called_back(day: Day) -> None:
    day.tool("groups")
    day.lead.get_by_test_id("groups-propose").click()
    day.lead.get_by_test_id("groups-form").click()
    for person in day.people:
        expect(person.page.get_by_role("heading", name=re.compile("^Din gruppe"))).to_be_visible()
    expect(day.screen.get_by_test_id("screen-groups")).to_contain_text("Deltager H")
    day.e.page.get_by_test_id("call-facilitator").click()
    queue = day.lead.get_by_test_id("queue")
    expect(queue).to_contain_text("kalder")
    queue.get_by_role("button").first.click()
    expect(day.e.page.get_by_test_id("call-facilitator")).to_have_text("Tilkald facilitator")
    day.lead.get_by_test_id("groups-recall").click()
    expect(day.e.page.get_by_test_id("groups")).to_have_count(0)
    day.advance(4)


def levels_are_chosen(day: Day) -> None:
    lead = day.lead
    day.tool("vote")
    lead.get_by_test_id("vote-goal").select_option("m-2")
    lead.get_by_test_id("vote-open").click()
    for person in day.people:
        person.page.get_by_test_id("choose-coCreation").click()
    expect(lead.get_by_test_id("vote-count")).to_have_text("8 har stemt.")
    expect(day.screen.get_by_test_id("vote-result")).to_have_count(0)
    lead.get_by_test_id("vote-reveal").click()
    expect(day.screen.get_by_test_id("vote-result")).to_contain_text("8")
    for level, goal in GOALS.items():
        form = lead.get_by_test_id(f"level-form-{goal}")
        form.locator("summary").click()
        for answer in ANSWERS[level]:
            form.get_by_test_id(f"answer-{answer}").check()
        form.get_by_test_id("level-suggest").click()
        expect(form.get_by_test_id("level-suggestion").locator(f".{level}")).to_be_visible()
        form.get_by_test_id("level-reason").fill("Sådan talte vi os frem til det")
        form.get_by_test_id("level-decide").click()
        expect(day.g.page.get_by_test_id(f"goal-level-{goal}")).to_contain_text("Sådan talte vi os frem")
        begin_model(day, level)
    day.advance(5)


def begin_model(day: Day, level: str) -> None:
    lead = day.lead
    lead.get_by_test_id("create-model").click()
    lead.get_by_test_id("create-model-title").fill(TITLES[level])
    lead.locator(f".level-choice.{level} input").check()
    lead.get_by_test_id("create-model-submit").click()
    expect(day.b.page.get_by_role("link", name=TITLES[level])).to_be_visible()


def the_break_has_a_clock(day: Day) -> None:
    day.lead.get_by_test_id("timer-5").click()
    expect(day.screen.get_by_role("timer")).to_be_visible()
    expect(day.h.page.get_by_test_id("countdown").first).to_have_attribute("aria-label", re.compile(r"^4[.:]5\d tilbage$"))
    day.lead.get_by_test_id("timer-stop").click()
    day.advance(6)


def tasks_and_expectations_are_written_while_one_has_no_network(day: Day) -> None:
    for level, writers in day.writers.items():
        for person in writers if level != "coCreation" else [day.c]:
            person.to_model(TITLES[level])
    away = day.e
    away.window.allow(NO_NETWORK)
    away.window.context.set_offline(True)
    away.model.type_at_end("whyCross", "Skrevet uden net. ")
    expect(away.model.status).to_have_text(re.compile("^Offline"))
    write_sections([day.b, day.g], agreement("knowledge"), "opgaven", "forventninger")
    write_sections([day.a, day.d, day.h], agreement("coordination"), "opgaven", "forventninger")
    write_sections([day.c], agreement("coCreation"), "opgaven", "forventninger")
    # Nobody who writes is moved when the session goes on; the one without a network learns of it later.
    day.a.model.text("task").focus()
    day.advance(7)
    expect(day.a.model.text("task")).to_be_focused()
    away.window.context.set_offline(False)
    expect(away.model.status).to_have_text(SAVED, timeout=20_000)
    expect(away.page.get_by_role("region", name="Status")).to_contain_text("7/11")
    for person in (away, day.b):
        expect(person.model.text("whyCross")).to_have_value(re.compile("Skrevet uden net"))
        expect(person.model.text("task")).to_have_value(agreement("knowledge")["task"])


def roles_are_written_while_the_facilitator_changes_machine(day: Day) -> None:
    day.lead.get_by_test_id("timer-5").click()
    day.lead.context.close()
    sections = ("roller", "viden", "koordinering", "ressourcer")
    write_sections(day.writers["knowledge"], agreement("knowledge"), *sections)
    day.lead = day.browsers.open_as(day.link, day.place).page
    expect(day.lead.get_by_test_id("bar-phase")).to_contain_text("Punkt 7 af 11")
    expect(day.lead.get_by_test_id("countdown").first).to_have_attribute("aria-label", re.compile("tilbage$"))
    day.lead.get_by_test_id("timer-stop").click()
    write_sections(day.writers["coordination"], agreement("coordination"), *sections)
    day.advance(8)


def the_rest_is_written(day: Day) -> None:
    rest = ("handling", "evaluering")
    write_sections(day.writers["knowledge"], agreement("knowledge"), *rest)
    write_sections(day.writers["coordination"], agreement("coordination"), *rest)
    day.h.to_session()
    day.h.to_model(TITLES["coCreation"])
    write_sections([day.c, day.h], agreement("coCreation"), "roller", "viden", "koordinering", "ressourcer", *rest)
    for person in (day.a, day.b, day.c):
        person.model.expect_saved()
        expect(person.page.get_by_test_id("missing")).to_contain_text("Alt det, niveauet kræver, er på plads.")
    day.advance(9)


def agreements_are_read_by_the_others(day: Day) -> None:
    day.f.to_model(TITLES["coCreation"])
    day.f.page.get_by_test_id("comment-rhythm").click()
    day.f.page.get_by_test_id("comment-text-rhythm").fill("Gælder det også i ferien?")
    day.f.page.get_by_test_id("comment-submit-rhythm").click()
    comments = day.c.page.get_by_test_id("comments-rhythm")
    expect(comments).to_contain_text("Gælder det også i ferien?")
    day.c.model.type_at_end("rhythm", ", dog ikke i ferier")
    comments.get_by_role("button", name=re.compile("Gælder det også i ferien")).click()
    expect(day.f.page.get_by_test_id("comments-rhythm").locator("details")).to_be_visible()
    day.f.to_session()
    day.f.page.get_by_test_id("park-open").click()
    day.f.page.get_by_test_id("park-text").fill("Hvem har nøglen i ferien?")
    day.f.page.get_by_test_id("park-owner").select_option("u-ung")
    day.f.page.get_by_test_id("park-submit").click()
    expect(day.lead.get_by_test_id("parked")).to_contain_text("Hvem har nøglen i ferien?")
    day.advance(10)


def every_unit_confirms_and_an_edit_reopens(day: Day) -> None:
    for person in (day.b, day.e, day.g, day.a, day.d, day.c, day.h):
        person.confirm()
    # Who is party to two agreements goes to the other one.
    day.h.to_session()
    day.h.to_model(TITLES["coordination"])
    day.h.confirm()
    for title in TITLES.values():
        card = day.lead.get_by_test_id("models").get_by_role("article").filter(has_text=title)
        expect(card).to_contain_text("Bekræftet")
    changed = day.lead.get_by_test_id("models").get_by_role("article").filter(has_text=TITLES["coordination"])
    day.d.model.type_at_end("escalation", " og skriver det ned")
    expect(changed).to_contain_text("Bekræftet før ændring")
    for person in (day.a, day.h, day.d):
        expect(person.page.get_by_test_id(f"confirmation-{person.unit}")).to_have_attribute("data-state", "beforeChange")
        person.confirm()
    expect(changed).not_to_contain_text("Bekræftet før ændring")
    day.advance(11)


def the_session_ends(day: Day) -> None:
    for person in day.people:
        if "/model/" in person.page.url:
            person.to_session()
        person.page.get_by_test_id("grade-4").check()
        person.page.get_by_test_id("evaluation-submit").click()
    expect(day.lead.get_by_test_id("evaluations")).to_contain_text("8")
    day.lead.get_by_test_id("session-end").click()
    day.lead.get_by_test_id("session-end").click()
    for page in (day.observer, day.g.page, day.screen):
        expect(page.get_by_text("Sessionen er afsluttet").first).to_be_visible()
    steps = day.b.page.get_by_test_id("next-steps")
    for title in TITLES.values():
        expect(day.screen.get_by_test_id("screen-agreed")).to_contain_text(title)
        expect(steps).to_contain_text(title)
    expect(steps).to_contain_text("Hvem har nøglen i ferien? (Ungeindsatsen")

    for unit in ("u-skole", "u-ung"):
        draft = day.admin.ok("GET", f"/weeks/{day.week.id}/units/{unit}/goal-plan-draft")
        text = str(draft)
        for title in TITLES.values():
            assert title in text, f"{title} is not in the draft of {unit}"
        assert agreement("coCreation")["trialActions"][0]["question"] in text
        assert "dog ikke i ferier" in text and "og skriver det ned" in text


#: The session in its order.
PARTS = (
    everybody_comes_in, ideas_are_private_until_shown, groups_work_and_are_called_back, levels_are_chosen,
    the_break_has_a_clock, tasks_and_expectations_are_written_while_one_has_no_network,
    roles_are_written_while_the_facilitator_changes_machine, the_rest_is_written, agreements_are_read_by_the_others,
    every_unit_confirms_and_an_edit_reopens, the_session_ends,
)


@pytest.mark.timeout(600)
def test_three_hours_from_the_code_to_the_last_confirmation(browsers, week, admin):
    day = Day(browsers, week, admin)
    for part in PARTS:
        part(day)
