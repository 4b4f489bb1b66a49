"""A model's page, as the person in front of it uses it."""

import re

from playwright.sync_api import Locator, Page, expect

from .browser import Browsers, Window

SESSION, MODEL = "s-1", "k-1"
MODEL_PATH = f"/session/{SESSION}/model/{MODEL}"
SAVED = "Gemt"


class ModelPage:
    def __init__(self, window: Window) -> None:
        self.window = window

    @property
    def page(self) -> Page:
        return self.window.page

    def text(self, path: str) -> Locator:
        """The text field of a field (`task`) or of a cell (`expectations/ROW/need`)."""
        return self.page.get_by_test_id(f"text-{path}")

    @property
    def offline_notice(self) -> Locator:
        return self.page.get_by_test_id("offline-notice")

    @property
    def status(self) -> Locator:
        return self.page.get_by_test_id("save-status")

    def rows(self, field: str) -> Locator:
        return self.page.get_by_test_id(f"row-{field}")

    def cell(self, field: str, row: int, column: str) -> Locator:
        return self.rows(field).nth(row).locator(f"textarea[data-testid$='/{column}']")

    def type_at_end(self, path: str, text: str) -> None:
        self.text(path).focus()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(text)

    def insert_at_end(self, path: str, text: str) -> None:
        """All at once, as a paste or a dictated word comes."""
        self.text(path).focus()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.insert_text(text)

    def paste_at_end(self, path: str, text: str) -> None:
        """As the keyboard does it, through the browser's clipboard."""
        self.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.text(path).focus()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.press("Control+V")

    def type_at_start(self, path: str, text: str) -> None:
        self.text(path).focus()
        self.page.keyboard.press("Control+Home")
        self.page.keyboard.type(text)

    def expect_saved(self) -> None:
        expect(self.status).to_have_text(SAVED)

    def expect_text(self, path: str, wanted: str | re.Pattern[str]) -> None:
        expect(self.text(path)).to_have_value(wanted)

    def wait_for_worker(self) -> None:
        """From then on the page is kept for when it cannot be fetched."""
        self.page.evaluate("async () => { await navigator.serviceWorker.ready }")

    def expect_ready(self) -> "ModelPage":
        expect(self.text("task")).to_be_visible()
        self.expect_saved()
        return self


def open_model(browsers: Browsers, token: str, model: str = MODEL, session: str = SESSION, **options) -> ModelPage:
    """The page of a model, in step with the server."""
    window = browsers.open_as(token, f"/session/{session}/model/{model}", **options)
    return ModelPage(window).expect_ready()
