"""Fixtures for the tests in a real browser: Debian's Chromium, driven by Playwright."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from . import paths
from .browser import Browsers


@pytest.fixture(scope="session")
def chromium():
    """One browser for all tests; each person in a test has a context of their own."""
    assert Path(paths.CHROMIUM).is_file(), f"no browser at {paths.CHROMIUM}: run `.make/install test`"
    assert (paths.WEB / "index.html").is_file(), f"no page at {paths.WEB}: run `node Web/build.mjs`"
    with sync_playwright() as playwright:
        browser: Browser = playwright.chromium.launch(executable_path=paths.CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def browsers(chromium, server, front):
    """Opens browsers for people; at the end of the test each must have behaved (see `Browsers.check`)."""
    opened = Browsers(chromium, front or server)
    try:
        yield opened
        opened.check()
    finally:
        opened.close()
