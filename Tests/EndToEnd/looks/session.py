"""Running a session and a week: too fast, and enough of everything that one makes."""

from playwright.sync_api import Page, expect

from harness.model_page import SESSION

from .catalogue import look
from .place import Place, make_session


@look("--limit-command-burst", "4", "--limit-commands-per-second", "1")
def commands_too_fast(here: Place) -> None:
    page = here.page(here.person().token, f"/session/{SESSION}")
    expect(page.get_by_test_id("say-ready")).to_be_visible()
    for _ in range(6):
        page.get_by_test_id("raise-hand").click(no_wait_after=True)
        page.wait_for_timeout(60)
    here.take(page, "commands-too-fast")


@look("--limit-rounds", "1", "--limit-ideas", "1", "--limit-parked-items", "1", "--limit-models", "2",
      "--limit-groups", "2")
def enough_of_them(here: Place) -> None:
    lead = here.lead()
    enough_ideas(here, lead)
    enough_votes(here, lead)
    enough_parked(here, here.lead())
    enough_models(here, here.lead())


def enough_ideas(here: Place, lead: Page) -> None:
    lead.get_by_test_id("tool-ideas").click()
    lead.get_by_test_id("ideas-question").fill("Hvad hindrer os?")
    lead.get_by_test_id("ideas-open").click()
    page = here.page(here.person().token, f"/session/{SESSION}")
    for number in range(2):
        page.get_by_test_id("idea-text").fill(f"Vi mødes for sjældent ({number})")
        page.get_by_test_id("idea-submit").click()
        page.wait_for_timeout(500)
    here.take(page, "too-many-ideas")
    lead.get_by_test_id("ideas-reveal").click()
    lead.wait_for_timeout(500)
    if not lead.get_by_test_id("ideas-question").is_visible():
        lead.get_by_test_id("tool-ideas").click()
    lead.get_by_test_id("ideas-question").fill("Hvad hjælper os?")
    lead.get_by_test_id("ideas-open").click()
    here.take(lead, "too-many-questions")


def enough_votes(here: Place, lead: Page) -> None:
    lead.get_by_test_id("tool-vote").click()
    for number in range(2):
        if not lead.get_by_test_id("vote-question").is_visible():
            lead.get_by_test_id("tool-vote").click()
        lead.get_by_test_id("vote-question").fill("Hvilket skal vi tage?")
        lead.get_by_test_id("vote-options").fill("Fælles møder\nÉn indgang")
        lead.get_by_test_id("vote-open").click()
        lead.wait_for_timeout(600)
        if number == 0:
            lead.get_by_test_id("vote-reveal").click()
            lead.wait_for_timeout(600)
    here.take(lead, "too-many-votes")


def enough_parked(here: Place, page: Page) -> None:
    for _ in range(2):
        if not page.get_by_test_id("park-text").is_visible():
            page.get_by_test_id("park-open").click()
        page.get_by_test_id("park-text").fill("Lokaler om aftenen")
        page.get_by_test_id("park-submit").click()
        page.wait_for_timeout(500)
    here.take(page, "too-many-parked")


def enough_models(here: Place, page: Page) -> None:
    page.get_by_test_id("create-model").click()
    page.get_by_test_id("create-model-title").fill("Et samarbejde til")
    page.get_by_test_id("create-model-submit").click()
    here.take(page, "too-many-models")


@look("--limit-weeks", "1", "--limit-sessions", "3")
def enough_weeks(here: Place) -> None:
    page = here.page(here.server.admin_token, f"/uge/{here.week.id}")
    for _ in range(3):
        make_session(page)
        page.wait_for_timeout(600)
        if page.get_by_test_id("problem").count():
            break
        page.goto(here.server.url + f"/uge/{here.week.id}")
    here.take(page, "too-many-sessions")
    print("weeks-too-many:", here.admin.post("/weeks", json={
        "title": "Uge", "municipality": {"name": "K"}, "start": "2020-01-06", "end": "2020-01-10",
        "units": [{"name": "Skolen", "leaderFunction": "Skoleleder"}], "citizenGroups": []}).json()["detail"])


@look()
def marketplace_full(here: Place) -> None:
    person = here.person()
    path = f"/weeks/{here.week.id}/marketplace"
    for number in range(1_000):
        post = {"kind": "offer", "unitId": "u-skole", "citizenGroupId": "bg-1", "text": f"Opslag {number}"}
        if person.post(path, json=post).status_code != 201:
            break
    page = here.page(person.token, f"/uge/{here.week.id}/markedsplads")
    page.get_by_test_id("post-text").fill("En voksen, som eleverne er trygge ved")
    page.get_by_test_id("post-submit").click()
    here.take(page, "marketplace-full")
