"""Where a look is taken: a server with the example week, and the browsers of those who come there."""

from playwright.sync_api import Browser, Locator, Page

from harness.browser import Browsers, Window
from harness.example import ImportedWeek, Person
from harness.model_page import MODEL_PATH, SESSION, ModelPage
from harness.server import Server

from .camera import SMALL, Camera


class Place:
    """A server with the example week, and the browsers of those who come there."""

    def __init__(self, browser: Browser, camera: Camera, server: Server, week: ImportedWeek) -> None:
        self.server, self.camera, self.week, self.admin = server, camera, week, week.admin
        self.browsers = Browsers(browser, server)
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


def make_session(page: Page) -> None:
    page.get_by_test_id("create-session").click()
    page.get_by_test_id("session-title").fill("En session til")
    page.get_by_test_id("session-submit").click()
