#!/usr/bin/env python3
"""Takes pictures of every page and state: on a desk (1280 px), on a phone (320 px), in the dark, and printed.

    .venv/bin/python Tests/EndToEnd/pictures.py FOLDER [desk|phone|dark|print …]

The example week and a session that is lived on its pages, as `test_page_three_hours.py` tells it. To be looked at: what
confuses is cut. Those in the README are `Web/screenshots`.
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from playwright.sync_api import Page, sync_playwright  # noqa: E402

import test_page_three_hours as story  # noqa: E402
from harness import paths  # noqa: E402
from harness.api import Api  # noqa: E402
from harness.browser import Browsers  # noqa: E402
from harness.example import import_week  # noqa: E402
from harness.places import every_page, settle  # noqa: E402
from harness.server import Server  # noqa: E402

#: How a page is looked at.
VIEWS = {
    "desk": {"viewport": {"width": 1280, "height": 900}},
    "phone": {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "print": {"viewport": {"width": 1280, "height": 900}},
}


class Camera:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def take(self, page: Page, name: str, whole: bool = True) -> None:
        """Waits until what moved has come to rest."""
        page.wait_for_timeout(400)
        page.screenshot(path=self.folder / f"{name}.png", full_page=whole)

    def print(self, page: Page, name: str) -> None:
        page.pdf(path=self.folder / f"{name}.pdf", prefer_css_page_size=True, print_background=True)


def take_every_page(camera: Camera, browsers: Browsers, week, view: str) -> None:
    for name, window in every_page(browsers, week, **VIEWS[view]):
        settle(window)
        file = f"{view} {name}".replace(" ", "-")
        if view == "print":
            camera.print(window.page, file)
        else:
            camera.take(window.page, file)
        window.context.close()


def take_the_session(camera: Camera, browsers: Browsers, week, admin: Api) -> None:
    """A picture of who is in the middle of it, after each part of the session."""
    day = story.Day(browsers, week, admin)
    for number, part in enumerate(story.PARTS, 1):
        part(day)
        for who, page in (("facilitator", day.lead), ("screen", day.screen), ("participant", day.a.page), ("phone", day.h.page)):
            camera.take(page, f"session-{number:02}-{who}", whole=who != "screen")


def main(folder: Path, views: list[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    camera = Camera(folder)
    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        server = Server(Path(data) / "data").start()
        browser = playwright.chromium.launch(executable_path=paths.CHROMIUM, args=["--no-sandbox"])
        browsers = Browsers(browser, server)
        try:
            admin = Api(server.url, server.admin_token)
            week = import_week(admin)
            for view in views:
                take_every_page(camera, browsers, week, view)
            take_the_session(camera, browsers, week, admin)
        finally:
            browsers.close()
            browser.close()
            server.close()
    print(f"{len(list(folder.iterdir()))} pictures in {folder}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), sys.argv[2:] or list(VIEWS))
