"""Somebody who wrote without a connection, and what may be expected of their browser and of the server."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Dialog, Locator, Page, expect

from harness.api import Api
from harness.browser import NO_NETWORK, Browsers
from harness.clients import Clients
from harness.example import ImportedWeek, Person, join
from harness.model_page import MODEL, MODEL_PATH, SAVED, SESSION, ModelPage
from harness.server import Server, run_to_end
from harness.waiting import wait_until

from .table import BACK_UP, QUOTA, TABS

FIELD, OTHER_FIELD = "anchoring", "task"
WORDS, OTHER_WORDS, SAVED_WORDS = " Ordene fra Ærø", " Fra den anden fane", "Gemt før. "
NO_ROOM = """
const add = IDBObjectStore.prototype.add
IDBObjectStore.prototype.add = function (...values) {
  if (window.failing) throw new DOMException('no room', 'QuotaExceededError')
  return add.apply(this, values)
}
"""


@dataclass
class World:
    """One person's browser, the server it speaks with, and what may be expected of the two."""

    browsers: Browsers
    week: ImportedWeek
    admin: Api
    server: Server
    clients: Clients
    data: Path
    tmp_path: Path
    happens: tuple[int, ...]
    dialogs: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    has_access: bool = True
    is_locked: bool = False
    is_ended: bool = False
    is_there: bool = True
    is_same_person: bool = True
    is_left: bool = False
    #: They were on the server before the next thing happened.
    is_sent: bool = False

    def __post_init__(self) -> None:
        self.person = join(self.server.url, self.week.join_codes[SESSION], "Anna", "Lærer", unitId="u-skole")
        self.other = join(self.server.url, self.week.join_codes[SESSION], "Bodil", "Leder", unitId="u-fam")
        # What is only for one of the situations is made for that alone: a start of the page is a second.
        self.window = self.browsers.open("/")
        self.window.allow(NO_NETWORK)
        self.window.context.add_init_script(NO_ROOM)
        self.page.on("dialog", self._dialog)
        self.enter(self.person)

    def enter(self, person: Person) -> None:
        """This browser is theirs from here on."""
        self.window.sign_in(person.token)
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

    def arrive(self, words: str, what: str, root: str = FIELD) -> None:
        """Waits until the server has them; fails naming `what`."""
        wait_until(lambda: self.server_has(words, root), what, timeout=20, interval=0.25)

    def back_up(self) -> None:
        assert run_to_end("backup", "--data", str(self.data), str(self.tmp_path / "night")).returncode == 0

    def prepare(self) -> None:
        if BACK_UP in self.happens:
            self.back_up()
        self.write()

    def write(self) -> None:
        """Something that the server keeps, where it is restored later, and something without a connection."""
        if BACK_UP in self.happens:
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
        told = "browseren kan ikke gemme her" if QUOTA in self.happens else "er gemt her"
        expect(self.model.offline_notice).to_contain_text(told)
        self.listen()

    def online_to(self, path: str) -> bool:
        """Goes to another address as one does with a connection; False where the browser asked, and one stayed."""
        self.window.context.set_offline(False)
        try:
            self.page.goto(self.server.url + path, timeout=1_500 if QUOTA in self.happens else 10_000)
        except Exception:  # noqa: BLE001 - the browser's own word for a navigation that the person called off
            assert "beforeunload" in self.dialogs, "the page was left without a question"
            return False
        return True

    def banner(self) -> Locator:
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
