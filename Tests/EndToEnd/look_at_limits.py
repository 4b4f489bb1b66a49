#!/usr/bin/env python3
"""Takes pictures of what people are told at each limit: 320 px wide, and in the dark 390 px wide.

    .venv/bin/python Tests/EndToEnd/look_at_limits.py FOLDER [WORD …]

Each look has a server of its own with low limits (SAMSPIL_BINARY, else the debug build) and somebody who comes up against
one in a browser. With words, only the looks whose names have one of them. Prints what each picture says, and a line in
capitals where it is out of sight without scrolling or the page is wider than the screen; `start.txt` has what is said at
the terminal. To be looked at: is it told at its place, what was kept, what to do, and is nothing cut?
"""

import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright  # noqa: E402

from harness import paths  # noqa: E402
from harness.api import Api  # noqa: E402
from harness.browser import Browsers, Window  # noqa: E402
from harness.clients import Clients  # noqa: E402
from harness.example import ImportedWeek, Person, import_week  # noqa: E402
from harness.failing_disk import FailingDisk  # noqa: E402
from harness.front import SILENCE, Front, answer, is_upgrade  # noqa: E402
from harness.model_page import MODEL, SESSION, ModelPage  # noqa: E402
from harness.server import Server, run_to_end  # noqa: E402

SMALL: dict[str, Any] = {
    "viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
DARK = {"width": 390, "height": 780}
MODEL_PATH = f"/session/{SESSION}/model/{MODEL}"
IS_IN_SIGHT = """element => {
  const box = element.getBoundingClientRect()
  return box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth
}"""
#: A document that takes room for 20,000 letters and no more than that again.
SMALL_DOCUMENTS = (
    "--limit-document-update-bytes", "60000", "--limit-update-bytes", "60000", "--limit-document-pending-bytes", "20000")


class Camera:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def take(self, page: Page, name: str, told: Locator) -> None:
        """What `told` says, as it is seen when it has come, and in the dark."""
        expect(told).to_be_visible(timeout=30_000)
        page.wait_for_timeout(400)
        print(f"{name}: {' '.join(told.inner_text().split())[:400]}")
        self._note(page, told, name)
        page.screenshot(path=self.folder / f"{name}.png", timeout=60_000)
        page.set_viewport_size(DARK)
        page.emulate_media(color_scheme="dark")
        told.scroll_into_view_if_needed()
        page.wait_for_timeout(200)
        page.screenshot(path=self.folder / f"{name}-dark.png", timeout=60_000)
        page.emulate_media(color_scheme="light")
        page.set_viewport_size(SMALL["viewport"])

    def _note(self, page: Page, told: Locator, name: str) -> None:
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            print(f"    TOO WIDE: {name}")
        if not told.evaluate(IS_IN_SIGHT):
            print(f"    OUT OF SIGHT: {name}")
            told.evaluate("element => element.scrollIntoView({ block: 'center' })")


class Place:
    """A server with the example week, and the browsers of those who come there."""

    def __init__(self, browser: Browser, camera: Camera, server: Server, front: Front | None = None) -> None:
        self.server, self.camera = server, camera
        self.admin = Api(server.url, server.admin_token)
        weeks = self.admin.ok("GET", "/weeks")
        self.week = ImportedWeek(self.admin, known(self.admin, weeks[0]["id"])) if weeks else import_week(self.admin)
        self.browsers = Browsers(browser, front or server)  # type: ignore[arg-type]
        self.code = self.week.join_codes[SESSION]

    def take(self, page: Page, name: str, told: str | Locator = "problem") -> None:
        self.camera.take(page, name, page.get_by_test_id(told).first if isinstance(told, str) else told)

    def person(self, name: str = "Anna Ærlig") -> Person:
        return self.week.join(SESSION, name, "Lærer", unitId="u-skole")

    def open(self, token: str | None, path: str) -> Window:
        if token is None:
            return self.browsers.open(path, **SMALL)
        return self.browsers.open_as(token, path, **SMALL)

    def page(self, token: str | None, path: str) -> Page:
        return self.open(token, path).page

    def lead(self) -> Page:
        return self.page(self.week.invite(SESSION, "facilitator").token, f"/session/{SESSION}")

    def model(self, token: str | None = None) -> ModelPage:
        return ModelPage(self.open(token or self.person().token, MODEL_PATH)).expect_ready()

    def close(self) -> None:
        self.browsers.close()
        self.admin.close()


def known(admin: Api, week: str) -> dict[str, Any]:
    """As the answer to an import, of a week that is there."""
    view = admin.ok("GET", f"/weeks/{week}")
    return {"weekId": week, "sessions": [{**one, "models": []} for one in view["sessions"]]}


Look = Callable[[Place], None]
#: Name, flags of the server, what is done.
LOOKS: list[tuple[str, tuple[str, ...], Look]] = []


def look(*flags: str) -> Callable[[Look], Look]:
    def note(function: Look) -> Look:
        LOOKS.append((function.__name__.replace("_", "-"), flags, function))
        return function

    return note


def fill_in(page: Page, name: str = "Bent Ny") -> None:
    page.get_by_test_id("join-name").fill(name)
    page.get_by_test_id("join-unit").get_by_role("radio").first.check()
    page.get_by_test_id("join-function").fill("Lærer")
    page.get_by_test_id("join-submit").click()


def paste(model: ModelPage, text: str, path: str = "task") -> None:
    model.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    model.page.evaluate("text => navigator.clipboard.writeText(text)", text)
    model.text(path).focus()
    model.page.keyboard.press("Control+End")
    model.page.keyboard.press("Control+V")


# The way in


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


# Links


@look("--limit-links", "1")
def links(here: Place) -> None:
    page = here.page(None, "/log-ind#" + "A" * 43)
    here.take(page, "link-ended", page.locator("main"))
    person = here.person()
    page = here.page(person.token, f"/session/{SESSION}")
    expect(page.get_by_test_id("people")).to_contain_text("(dig)")
    grant = next(one for one in here.admin.ok("GET", f"/sessions/{SESSION}/grants")
                 if one.get("participantId") == person.participant_id)
    here.admin.delete(f"/sessions/{SESSION}/grants/{grant['id']}")
    here.take(page, "access-taken-back", "session-gone")
    lead = here.lead()
    made = here.admin.post(f"/sessions/{SESSION}/invitations", json={"role": "observer"}).json()
    print(f"links-too-many: {made['detail']}")
    lead.wait_for_timeout(100)


@look()
def signed_out_everywhere(here: Place) -> None:
    token = here.week.invite(SESSION, "facilitator").token
    model = here.model(token)
    first = here.page(token, f"/session/{SESSION}")
    second = here.page(token, f"/session/{SESSION}")
    everywhere = second.get_by_test_id("sign-out-everywhere")
    here.take(second, "sign-out-everywhere", everywhere)
    everywhere.click()
    here.take(second, "sign-out-everywhere-sure", everywhere)
    everywhere.click()
    here.take(first, "signed-out-everywhere-session", "session-gone")
    model.page.wait_for_timeout(2_000)
    here.take(model.page, "signed-out-everywhere-model", "model-gone")
    first.reload()
    first.wait_for_timeout(1_000)
    here.take(first, "signed-out-everywhere-reloaded", first.locator("main"))


# Writing


@look()
def field_full(here: Place) -> None:
    model = here.model()
    before = len(model.text("task").input_value())
    paste(model, "x" * 100_001)
    here.take(model.page, "paste-too-large", "excess-task")
    paste(model, "Lange ord " * ((99_600 - before) // 10))
    here.take(model.page, "field-near", "near-task")
    paste(model, "x" * 2_000)
    here.take(model.page, "field-full", "excess-task")


@look(*SMALL_DOCUMENTS)
def model_full(here: Place) -> None:
    model = here.model()
    paste(model, "a" * 20_000)
    model.page.wait_for_timeout(2_000)
    paste(model, "b" * 45_000)
    here.take(model.page, "model-full", "refused-notice")
    model.text("task").scroll_into_view_if_needed()
    here.take(model.page, "model-full-status", "save-status")
    model.page.get_by_test_id("why-refused").click()
    here.take(model.page, "model-full-why", "refused-notice")


@look(*SMALL_DOCUMENTS, "--limit-snapshot-bytes", "20000", "--limit-session-document-bytes", "80000")
def session_room_full(here: Place) -> None:
    full(here, "session-room-full", "c-1")


@look(*SMALL_DOCUMENTS, "--limit-snapshot-bytes", "20000", "--limit-session-document-bytes", "80000",
      "--limit-week-bytes", "80000")
def week_room_full(here: Place) -> None:
    full(here, "week-room-full", "v-1")


def full(here: Place, name: str, other: str | None = None) -> None:
    """Writes in the model until no more is taken; `other`: a model in which much is written already."""
    if other is not None:
        write(here, other, 1, 45_000)
    model = here.model()
    for _ in range(6):
        paste(model, "Lange ord " * 1_500)
        model.page.wait_for_timeout(700)
        if model.page.get_by_test_id("refused-notice").count():
            break
    here.take(model.page, name, "refused-notice")


def write(here: Place, model: str, windows: int, letters: int) -> None:
    clients = Clients(here.server)
    try:
        for _ in range(windows):
            client = clients.pycrdt(model, here.admin.token)
            client.insert("task", 0, "x" * letters)
            client.pump(0.5)
            client.disconnect()
    finally:
        clients.close()


@look("--limit-person-update-bytes", "60000", "--limit-person-update-bytes-per-second", "64", *SMALL_DOCUMENTS[2:4])
def too_fast_in_a_model(here: Place) -> None:
    full(here, "writes-too-fast")


@look("--limit-document-clients", "16")
def too_many_windows(here: Place) -> None:
    write(here, MODEL, 16, 1)
    model = here.model()
    model.type_at_end("task", " og mere")
    here.take(model.page, "too-many-windows", "refused-notice")


@look()
def personal_number(here: Place) -> None:
    model = here.model()
    model.type_at_end("task", " Ring til 010203-1234.")
    here.take(model.page, "personal-number", "personal-number")
    lead = here.lead()
    lead.get_by_text("Tekst, der ligner CPR-numre").click()
    here.take(lead, "personal-numbers-list", "personal-numbers-list")


# Running the session


@look("--limit-command-burst", "4", "--limit-commands-per-second", "1")
def commands_too_fast(here: Place) -> None:
    page = here.page(here.person().token, f"/session/{SESSION}")
    expect(page.get_by_test_id("say-ready")).to_be_visible()
    for _ in range(6):
        page.get_by_test_id("raise-hand").click(no_wait_after=True)
        page.wait_for_timeout(60)
    here.take(page, "commands-too-fast")


@look("--limit-rounds", "1", "--limit-ideas", "1", "--limit-parked-items", "1", "--limit-models", "3",
      "--limit-groups", "2")
def enough_of_them(here: Place) -> None:
    lead = here.lead()
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
    page = here.lead()
    for number in range(2):
        if not page.get_by_test_id("park-text").is_visible():
            page.get_by_test_id("park-open").click()
        page.get_by_test_id("park-text").fill("Lokaler om aftenen")
        page.get_by_test_id("park-submit").click()
        page.wait_for_timeout(500)
    here.take(page, "too-many-parked")
    page = here.lead()
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


def make_session(page: Page) -> None:
    page.get_by_test_id("create-session").click()
    page.get_by_test_id("session-title").fill("En session til")
    page.get_by_test_id("session-submit").click()


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


# Documents


@look("--limit-text-export-bytes", "1024")
def document_too_large(here: Place) -> None:
    page = here.page(here.person().token, f"/session/{SESSION}")
    page.get_by_test_id("downloads-more").click()
    page.get_by_test_id("download-md").click()
    here.take(page, "document-too-large")


@look("--limit-conversion-text-bytes", "1024")
def document_too_long_for_a_format(here: Place) -> None:
    page = here.page(here.server.admin_token, f"/uge/{here.week.id}/enhed/u-skole/maalplan")
    page.get_by_test_id("download-pdf").click()
    here.take(page, "document-too-long-for-pdf")


@look("--limit-conversions", "1", "--limit-conversions-waiting", "0", "--limit-week-exports", "1")
def exports_busy(here: Place) -> None:
    first = here.page(here.server.admin_token, f"/uge/{here.week.id}")
    first.get_by_test_id("archive-start").click()
    here.take(first, "export-under-way", "archive-progress")
    page = here.page(here.server.admin_token, f"/uge/{here.week.id}")
    page.get_by_test_id("archive-start").click()
    here.take(page, "week-exports-busy")
    page = here.page(here.server.admin_token, f"/uge/{here.week.id}/enhed/u-skole/maalplan")
    page.get_by_test_id("download-pdf").click()
    here.take(page, "exports-busy")


# Room, and the disk


@look("--limit-disk-reserve-bytes", "70368744177664")
def disk_nearly_full(here: Place) -> None:
    page = here.page(here.server.admin_token, "/uger")
    here.take(page, "disk-nearly-full", "nearly-full-banner")
    page.goto(here.server.url + f"/uge/{here.week.id}")
    make_session(page)
    here.take(page, "disk-nearly-full-session")


@look()
def cannot_save(here: Place) -> None:
    model = here.model()
    lead = here.lead()
    join = here.page(None, f"/k/{here.code}")
    with FailingDisk(here.server):
        model.type_at_end("task", " Mens disken var fuld.")
        here.take(model.page, "cannot-save", "storage-banner")
        here.take(lead, "cannot-save-facilitator", "storage-banner")
        lead.get_by_test_id("timer-5").click()
        here.take(lead, "cannot-save-command")
        fill_in(join)
        here.take(join, "cannot-save-joining")


# Networks and connections


@look("--trusted-proxy", "127.0.0.1", "--limit-connections-per-address", "1")
def too_many_connected(here: Place) -> None:
    person = here.person()
    for place in range(2):
        page = here.browsers.open_as(
            person.token, f"/session/{SESSION}", **SMALL, extra_http_headers={"X-Forwarded-For": "192.0.2.1"}).page
        page.wait_for_timeout(1_000 + place * 3_000)
    here.take(page, "too-many-connected", "session-offline")


@look()
def networks(here: Place) -> None:
    with Front() as front:
        person = here.person()
        here.server.stop()
        here.server.flags = ["--public-url", front.url]
        front.target = here.server.restart().host_and_port
        browsers = Browsers(here.browsers.browser, front)  # type: ignore[arg-type]
        try:
            window = browsers.open_as(person.token, **SMALL)
            window.goto(MODEL_PATH)
            model = ModelPage(window).expect_ready()
            model.page.evaluate("() => navigator.serviceWorker.ready.then(() => undefined)")
            front.becomes(lambda head: answer("502 Bad Gateway", "<h1>502</h1>"))
            model.page.wait_for_timeout(3_000)
            model.type_at_end("task", " bag en fejl")
            here.take(model.page, "network-502", "offline-notice")
            front.becomes(lambda head: SILENCE)
            model.page.reload(wait_until="commit")
            expect(model.page.get_by_test_id("offline-notice")).to_contain_text("svarer ikke.", timeout=60_000)
            here.take(model.page, "network-silent", "offline-notice")
            front.becomes(lambda head: answer("403 Forbidden") if is_upgrade(head) else None)
            expect(model.page.get_by_test_id("offline-notice")).to_contain_text("bliver afvist", timeout=60_000)
            here.take(model.page, "network-blocked", "offline-notice")
            model.page.goto(f"{front.url}/session/{SESSION}")
            here.take(model.page, "network-blocked-session", "session-offline")
        finally:
            browsers.close()


@look()
def unsent(here: Place) -> None:
    model = here.model()
    model.window.context.set_offline(True)
    model.type_at_end("task", " Ordene fra Ærø")
    expect(model.page.get_by_test_id("offline-notice")).to_contain_text("er gemt her")
    here.take(model.page, "offline", "offline-notice")
    model.page.locator("a[href$='/session/s-1']").first.click()
    here.take(model.page, "unsent", "unsent")
    model.page.get_by_test_id("unsent-open").click()
    here.take(model.page, "unsent-open", "unsent")
    model.window.context.set_offline(False)
    model.page.get_by_test_id("sign-out").click()
    here.take(model.page, "unsent-sign-out", "sign-out-unsent")


@look()
def files(here: Place) -> None:
    with tempfile.TemporaryDirectory() as folder:
        page = here.page(here.server.admin_token, f"/uge/{here.week.id}/grundlag")
        file = Path(folder) / "enheder.csv"
        file.write_bytes("enhed-id;navn\n;Børnehuset Åen\n".encode("cp1252"))
        page.get_by_test_id("tables-file").set_input_files(file)
        here.take(page, "file-windows-1252", "file-notes")
        file.write_bytes(b"PK\x03\x04\x14\x00 et regneark")
        page.get_by_test_id("tables-file").set_input_files(file)
        here.take(page, "file-workbook", "bring-tables")


def at_the_terminal(folder: Path) -> None:
    lines = []
    for flags in (("--limit-ping-seconds", "30"), ("--limit-update-bytes", "2000000"), ("--limit-weeks", "mange"),
                  ("--limit-document-clients", "80000")):
        ended = run_to_end("serve", "--port", "0", "--data", str(folder / "none"), *flags)
        lines.append(f"$ samspil serve {' '.join(flags)}\n{ended.stderr.strip()}\n(status {ended.returncode})\n")
    (folder / "start.txt").write_text("\n".join(lines))
    print("\n".join(lines))


def main(folder: Path, words: list[str]) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    missed = []
    at_the_terminal(folder)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=paths.CHROMIUM, args=["--no-sandbox"])
        for name, flags, function in LOOKS:
            if not words or any(word in name for word in words):
                try:
                    visit(browser, Camera(folder), flags, function)
                except Exception:
                    traceback.print_exc()
                    missed.append(name)
        browser.close()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}" + (f"; missed: {', '.join(missed)}" if missed else ""))
    return 1 if missed else 0


def visit(browser: Browser, camera: Camera, flags: tuple[str, ...], function: Look) -> None:
    with tempfile.TemporaryDirectory() as data:
        # The week is there before room is short.
        server = Server(Path(data) / "data").start()
        import_week(Api(server.url, server.admin_token))
        server.stop()
        server.flags = list(flags)
        server.start()
        place = Place(browser, camera, server)
        try:
            function(place)
        except Exception:
            for number, window in enumerate(place.browsers.windows):
                window.page.screenshot(path=camera.folder / f"MISSED-{function.__name__}-{number}.png", timeout=60_000)
            raise
        finally:
            place.close()
            server.close()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
