"""Pictures of what is told: 320 px wide, and in the dark 390 px wide."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

SMALL: dict[str, Any] = {
    "viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
DARK = {"width": 390, "height": 780}
IS_IN_SIGHT = """element => {
  const box = element.getBoundingClientRect()
  return box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth
}"""


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
