"""Somebody writes without a connection and something happens meanwhile: the table of `Web/UnsentWork.md`, walked."""

import datetime
import itertools
import os
import random
import re
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Dialog, Page, expect

from harness import paths
from harness.api import Api
from harness.browser import NO_NETWORK
from harness.example import join
from harness.model_page import MODEL, SAVED, SESSION, ModelPage
from harness.server import run_to_end
from harness.waiting import wait_until

TABLE = paths.WEB.parent / "UnsentWork.md"
FIELD, OTHER_FIELD = "anchoring", "task"
WORDS, OTHER_WORDS, SAVED_WORDS = " Ordene fra Ærø", " Fra den anden fane", "Gemt før. "
MODEL_PATH = f"/session/{SESSION}/model/{MODEL}"
NO_ROOM = """
const add = IDBObjectStore.prototype.add
IDBObjectStore.prototype.add = function (...values) {
  if (window.failing) throw new DOMException('no room', 'QuotaExceededError')
  return add.apply(this, values)
}
"""
#: How many pairs a usual run takes.
FEW = 10


@dataclass(frozen=True)
class Row:
    number: int
    meanwhile: str
    where: str
    says: tuple[str, ...]


def rows() -> dict[int, Row]:
    found = {}
    for line in TABLE.read_text().splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 4 and cells[0].isdigit():
            found[int(cells[0])] = Row(int(cells[0]), cells[1], cells[2], tuple(re.findall("»(.+?)«", cells[3])))
    return found


ROWS = rows()
BACK_UP, QUOTA, TABS, CLOSED = 11, 10, 9, 12


def pairs() -> list[tuple[int, int]]:
    every = list(itertools.combinations(ROWS, 2))
    if os.environ.get("SAMSPIL_SITUATIONS") == "all":
        return every
    # The choice must be the same in every worker of a run: another each day, unless a seed is given.
    seed = int(os.environ.get("SAMSPIL_SEED", datetime.date.today().toordinal()))
    print(f"pairs: SAMSPIL_SEED={seed}")
    return sorted(random.Random(seed).sample(every, FEW))


@dataclass
class World:
    """One person's browser, the server it speaks with, and what may be expected of the two."""

    browsers: object
    week: object
    admin: Api
    server: object
    clients: object
    data: object
    tmp_path: object
    happens: tuple[int, ...]
    dialogs: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    has_access: bool = True
    is_locked: bool = False
    is_ended: bool = False
    is_there: bool = True
    is_same_person: bool = True
    is_left: bool = False
    #: Nothing was stored: leaving the page was asked about, and one stayed.
    stayed: bool = False
    #: They were on the server before the next thing happened.
    is_sent: bool = False

    def __post_init__(self):
        self.person = join(self.server.url, self.week.join_codes[SESSION], "Anna", "Lærer", unitId="u-skole")
        self.other = join(self.server.url, self.week.join_codes[SESSION], "Bodil", "Leder", unitId="u-fam")
        # What is only for one of the situations is made for that alone: a start of the page is a second.
        self.window = self.browsers.open("/")
        self.window.allow(NO_NETWORK)
        self.window.context.add_init_script(NO_ROOM)
        self.page.on("dialog", self._dialog)
        self.window.goto("/log-ind#" + self.person.token)
        self.page.wait_for_url(lambda url: "/log-ind" not in url)
        self.window.goto(MODEL_PATH)
        self.model.expect_ready()

    @property
    def page(self) -> Page:
        return self.window.page

    @property
    def model(self) -> ModelPage:
        return ModelPage(self.window)

    def _dialog(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.type)
        dialog.dismiss()

    def listen(self) -> list[str]:
        """What the page says now, after what it has said before."""
        self.said.append(self.page.locator("body").inner_text())
        return self.said

    def server_has(self, words: str, root: str = FIELD) -> bool:
        if not self.is_there or self.admin.get(f"/models/{MODEL}").status_code != 200:
            return False
        client = self.clients.pycrdt(MODEL, self.admin.token)
        try:
            return words in str(client.text(root))
        finally:
            client.disconnect()

    @property
    def may_write(self) -> bool:
        return self.has_access and self.is_there and not self.is_locked and not self.is_ended

    # MARK: What happens

    def prepare(self) -> None:
        if BACK_UP in self.happens:
            assert run_to_end("backup", "--data", str(self.data), str(self.tmp_path / "night")).returncode == 0
            self.model.type_at_start(FIELD, SAVED_WORDS)
            self.model.expect_saved()
        if TABS in self.happens:
            self.tab = self.window.context.new_page()
            self.tab.goto(self.page.url)
            expect(self.tab.get_by_test_id("save-status")).to_have_text(SAVED)
        self.window.context.set_offline(True)
        if QUOTA in self.happens:
            self.page.evaluate("() => { window.failing = true }")
        self.model.type_at_end(FIELD, WORDS)
        expect(self.model.status).to_have_text(re.compile(r"^Offline – \d+ ændring(er)? ikke sendt$"))
        notice = self.page.get_by_test_id("offline-notice")
        expect(notice).to_contain_text("browseren kan ikke gemme her" if QUOTA in self.happens else "er gemt her")
        self.listen()

    def happen(self, number: int) -> None:
        getattr(self, f"happens_{number}")()

    def happens_1(self):
        grants = self.admin.ok("GET", f"/sessions/{SESSION}/grants")
        grant = next(one["id"] for one in grants if one.get("participantId") == self.person.participant_id)
        assert self.admin.delete(f"/sessions/{SESSION}/grants/{grant}").status_code == 204
        self.has_access = False

    def happens_2(self):
        self.window.context.clear_cookies()
        self.has_access = False

    def happens_3(self):
        self.clients.session(SESSION, self.admin.token).accepted("lockModel", modelId=MODEL)
        self.is_locked = True

    def happens_4(self):
        # A locked model keeps its level.
        answer = self.admin.patch(f"/models/{MODEL}", json={"level": "knowledge"})
        assert answer.status_code == (409 if self.is_locked else 200), answer.text

    def happens_5(self):
        self.clients.session(SESSION, self.admin.token).accepted("endSession")
        self.is_ended = True

    def happens_6(self):
        """The model, the session or the week, as the pair decides."""
        path = [f"/models/{MODEL}", f"/sessions/{SESSION}", f"/weeks/{self.week.id}"][sum(self.happens) % 3]
        tag = self.admin.ok("GET", path + "/removal")["tag"]
        answer = self.admin.delete(path, headers={"If-Match": f'"{tag}"'}, params={"reason": "Dobbelt"})
        assert answer.status_code == 204, answer.text
        self.is_there = False

    def online_to(self, path: str) -> bool:
        """Goes to another address as one does with a connection; False where the browser asked, and one stayed."""
        self.window.context.set_offline(False)
        try:
            self.page.goto(self.server.url + path, timeout=1_500 if QUOTA in self.happens else 10_000)
        except Exception:  # noqa: BLE001 - the browser's own word for a navigation that the person called off
            assert "beforeunload" in self.dialogs, "the page was left without a question"
            self.stayed = True
            return False
        return True

    def happens_7(self):
        if QUOTA in self.happens or not self.is_there or not self.admin.session(SESSION).get("joinCode"):
            # With nothing stored one does not leave; a deleted session has no code.
            self.window.context.set_offline(False)
            return
        if not self.online_to(f"/k/{self.week.join_codes[SESSION]}"):
            return
        if not self.is_ended:
            self.page.get_by_test_id("join-name").fill("Anna")
            self.page.get_by_role("radio", name="Lærkeskolen", exact=True).check()
            self.page.get_by_test_id("join-function").fill("Lærer")
            self.page.get_by_test_id("join-submit").click()
            self.page.wait_for_url(lambda url: "/session/" in url)
            self.is_same_person = self.is_same_person and self.has_access
            self.has_access = True
        self.page.goto(self.server.url + MODEL_PATH)
        if self.may_write and self.is_same_person:
            # With a connection and the model open it is sent at once, whatever comes after that.
            wait_until(lambda: self.server_has(WORDS), "the words on the server", timeout=20, interval=0.25)
            self.model.expect_saved()
            self.is_sent = True

    def happens_8(self):
        self.window.context.clear_cookies()
        if not self.online_to("/log-ind#" + self.other.token):
            self.has_access = False
            return
        self.is_same_person = False
        if self.is_there:
            self.page.wait_for_url(lambda url: "/log-ind" not in url)
            self.has_access = True
        else:
            # The link is of a session that is deleted.
            expect(self.page.get_by_test_id("problem")).to_be_visible()
            self.has_access = False
        self.page.goto(self.server.url + MODEL_PATH)

    def happens_9(self):
        tab = self.tab
        self.window.context.set_offline(True)
        tab.get_by_test_id(f"text-{OTHER_FIELD}").focus()
        tab.keyboard.press("Control+End")
        tab.keyboard.type(OTHER_WORDS)
        expect(tab.get_by_test_id("save-status")).to_have_text(re.compile(r"^Offline – \d+ ændring"))
        if 8 not in self.happens:
            # Otherwise it says that whoever wrote in it has no access any more.
            expect(tab.get_by_test_id("offline-notice")).to_contain_text("er gemt her")
        tab.close()

    def happens_10(self):
        """It was so from the beginning."""

    def happens_11(self):
        assert self.server.stop() == 0
        target = str(self.tmp_path / "night")
        result = run_to_end("restore", "--data", str(self.data), "--set-aside", target)
        assert result.returncode == 0, result.stderr
        self.server.restart()
        # What lets one in is as it was that night: a cookie of today is unknown.
        self.has_access = 2 not in self.happens and 7 not in self.happens and 8 not in self.happens
        self.is_locked = self.is_ended = False
        self.is_there = True

    def happens_12(self):
        if QUOTA in self.happens:
            with self.page.expect_event("dialog"):
                self.page.close(run_before_unload=True)
            assert self.dialogs == ["beforeunload"]
            return
        self.page.close()
        if self.server.is_running:
            assert self.server.stop() == 0
            self.server.restart()
        self.window.context.set_offline(False)
        self.window.page = self.window.context.new_page()
        self.window.goto("/")
        self.is_left = True

    # MARK: What is so then

    def banner(self):
        return self.page.get_by_test_id("unsent")

    def open_banner(self) -> None:
        expect(self.banner()).to_be_visible(timeout=15_000)
        opener = self.page.get_by_test_id("unsent-open")
        if opener.get_attribute("aria-expanded") == "false":
            opener.click()
        items = self.page.get_by_test_id("unsent-item")
        expect(items.first).to_be_visible()
        for number in range(items.count()):
            show = items.nth(number).get_by_test_id("unsent-show")
            words = items.nth(number).get_by_test_id("unsent-words")
            expect(show.or_(words).first).to_be_visible()
            if show.count() > 0:
                show.click()

    def check(self) -> None:
        self.window.context.set_offline(False)
        if self.is_sent and BACK_UP in self.happens:
            return self.check_found_by_somebody_else()
        if self.happens == (8, 9):
            return self.check_sent_or_offered()
        if self.is_sent:
            expect(self.banner()).to_have_count(0)
            assert not self.is_there or self.server_has(WORDS)
        elif self.may_write and self.is_same_person and not self.is_left:
            wait_until(lambda: self.server_has(WORDS), "the words on the server", timeout=20, interval=0.25)
            expect(self.model.status).to_have_text(SAVED, timeout=15_000)
            expect(self.banner()).to_have_count(0, timeout=10_000)
        else:
            self.check_offered()
        if self.may_write:
            if TABS in self.happens:
                wait_until(lambda: self.server_has(OTHER_WORDS, OTHER_FIELD), "the other tab's words", timeout=20, interval=0.25)
            if BACK_UP in self.happens:
                wait_until(lambda: self.server_has(SAVED_WORDS), "what the server had acknowledged", timeout=20, interval=0.25)

    def check_found_by_somebody_else(self) -> None:
        """The server had acknowledged the words, and knows neither them nor the cookie of their writer any more."""
        self.window.context.clear_cookies()
        self.page.goto(self.server.url + "/log-ind#" + self.other.token)
        self.page.wait_for_url(lambda url: "/log-ind" not in url)
        self.page.goto(self.server.url + MODEL_PATH)
        self.open_banner()
        self.page.get_by_test_id("unsent-send").first.click()
        wait_until(lambda: self.server_has(WORDS), "the words on the server", timeout=20, interval=0.25)
        wait_until(lambda: self.server_has(SAVED_WORDS), "what was written before them", timeout=20, interval=0.25)

    def check_sent_or_offered(self) -> None:
        """The other tab may have sent the words, as the new person, before it wrote and closed."""
        self.open_banner()
        self.page.get_by_test_id("unsent-send").first.click()
        wait_until(lambda: self.server_has(WORDS), "the words on the server", timeout=20, interval=0.25)
        wait_until(lambda: self.server_has(OTHER_WORDS, OTHER_FIELD), "the other tab's words", timeout=20, interval=0.25)

    def check_offered(self) -> None:
        self.open_banner()
        words = self.page.get_by_test_id("unsent-words")
        expect(words.filter(has_text=WORDS.strip())).to_have_count(1)
        if TABS in self.happens:
            expect(words.filter(has_text=OTHER_WORDS.strip())).to_have_count(1)
        assert not self.server_has(WORDS)
        if self.is_same_person:
            expect(self.page.get_by_text(SAVED, exact=True)).to_have_count(0)
        with self.page.expect_download() as download:
            self.page.get_by_test_id("unsent-save").first.click()
        text = download.value.path().read_text(encoding="utf-8-sig")
        assert WORDS.strip() in text and "Session: " in text and "Skrevet " in text
        expect(self.page.get_by_test_id("unsent-copy").first).to_be_enabled()
        if self.may_write:
            self.page.get_by_test_id("unsent-send").first.click()
            wait_until(lambda: self.server_has(WORDS), "the words on the server", timeout=20, interval=0.25)
            expect(self.banner()).to_have_count(0)
            return
        expect(self.page.get_by_test_id("unsent-may-not").first).to_be_visible()
        if QUOTA not in self.happens:
            # And it is found again from nothing but the address, however one is known.
            self.page.goto(self.server.url + "/")
            self.open_banner()
            expect(words.filter(has_text=WORDS.strip())).to_have_count(1)


def walk(world: World) -> None:
    world.prepare()
    for number in world.happens:
        world.happen(number)


@pytest.fixture
def world_of(browsers, week, admin, server, clients, data, tmp_path):
    return lambda *happens: World(browsers, week, admin, server, clients, data, tmp_path, happens)


@pytest.mark.parametrize("number", ROWS, ids=[row.meanwhile.split(",")[0] for row in ROWS.values()])
def test_in_each_of_the_situations_nothing_written_is_lost_and_the_page_says_what_is_so(world_of, number):
    world = world_of(number)
    walk(world)
    world.window.context.set_offline(False)
    row = ROWS[number]
    if row.where == "browser":
        world.open_banner()
    for words in row.says:
        wait_until(lambda: any(words in said for said in world.listen()), f"the page to say »{words}«", timeout=20)
    sends_by_itself = world.may_write and world.is_same_person and not world.is_left
    assert row.where == ("server" if sends_by_itself else "browser")
    world.check()


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: f"{pair[0]}+{pair[1]}")
def test_in_pairs_of_the_situations_nothing_written_is_lost(world_of, pair):
    world = world_of(*pair)
    walk(world)
    world.check()
