"""While the server cannot save, every page says so, reading goes on, and what is written is kept and sent afterwards."""

import pytest
from playwright.sync_api import expect

from harness.api import Api
from harness.browser import Browsers
from harness.database import database_file
from harness.example import import_week, large_week
from harness.failing_disk import FailingDisk
from harness.model_page import MODEL, SAVED, open_model
from harness.places import every_page
from harness.server import Server

#: Pages without a session's connection ask every ten seconds.
TOLD_WITHIN_MS = 20_000


def banner(window):
    return window.page.get_by_test_id("storage-banner")


@pytest.mark.timeout(180)
def test_every_page_says_that_the_server_cannot_save_and_stops_saying_so(browsers, week, clients, admin, server):
    writer = open_model(browsers, week.join("s-1", "Deltager S", "Lærer", unitId="u-skole").token)
    windows = every_page(browsers, week)
    for name, window in windows:
        expect(banner(window), name).to_have_count(0)
    with FailingDisk(server):
        writer.type_at_start("task", "Mens disken var fuld. ")
        for name, window in [("writer", writer.window), *windows]:
            expect(banner(window), name).to_be_visible(timeout=TOLD_WITHIN_MS)
            expect(banner(window), name).to_contain_text("Serveren kan ikke gemme lige nu.")
        expect(writer.status).not_to_have_text(SAVED)
        # More is written, refused by the server and kept by the page; reading goes on.
        writer.type_at_start("task", "Og lidt til. ")
        expect(writer.status).to_have_attribute("data-state", "refused")
        reader = dict(windows)["model of an observer"]
        # strace slows the server down, and a dozen pages are open.
        reader.page.reload(timeout=3 * TOLD_WITHIN_MS)
        expect(reader.page.get_by_test_id("text-task")).to_be_visible(timeout=TOLD_WITHIN_MS)
        expect(banner(reader)).to_be_visible(timeout=TOLD_WITHIN_MS)
    for name, window in [("writer", writer.window), *windows]:
        expect(banner(window), name).to_have_count(0, timeout=TOLD_WITHIN_MS)
    expect(writer.status).to_have_text(SAVED, timeout=TOLD_WITHIN_MS)
    assert str(clients.pycrdt(MODEL, admin.token).text("task")).startswith("Og lidt til. Mens disken var fuld. ")


def test_a_model_that_is_not_locked_is_not_said_to_be_when_the_disk_fails(browsers, week, server):
    writer = open_model(browsers, week.join("s-1", "Deltager T", "Lærer", unitId="u-skole").token)
    with FailingDisk(server):
        writer.type_at_start("task", "x")
        expect(banner(writer.window)).to_be_visible(timeout=TOLD_WITHIN_MS)
        writer.type_at_start("task", "y")
        expect(writer.status).to_have_attribute("data-state", "refused")
        expect(writer.page.get_by_text("Modellen blev låst")).to_have_count(0)
    expect(writer.status).to_have_text(SAVED, timeout=TOLD_WITHIN_MS)


@pytest.fixture
def cramped(data):
    """A server whose database is nearly full, with the example week in it."""
    first = Server(data).start()
    admin = Api(first.url, first.admin_token)
    import_week(admin)
    # A municipality's week, so that fifty kilobytes are less than a tenth.
    import_week(admin, large_week())
    admin.close()
    assert first.stop() == 0
    server = Server(data, "--limit-database-bytes", str(database_file(data).stat().st_size + 50_000))
    yield server.start()
    server.close()


def test_an_administrator_is_told_that_room_is_short_and_nobody_else(chromium, cramped):
    opened = Browsers(chromium, cramped)
    admin = Api(cramped.url, cramped.admin_token)
    try:
        link = admin.ok("POST", "/sessions/s-1/invitations", 201, {"role": "facilitator"})
        told = opened.open_as(cramped.admin_token, "/uger", viewport={"width": 320, "height": 800})
        notice = told.page.get_by_test_id("nearly-full-banner")
        expect(notice).to_be_visible(timeout=TOLD_WITHIN_MS)
        expect(notice).to_contain_text("Det, der er i gang, gemmes stadig.")
        assert told.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "it fits a small screen"
        other = opened.open_as(link["token"], "/uger")
        other.page.wait_for_timeout(1500)
        expect(other.page.get_by_test_id("nearly-full-banner")).to_have_count(0)
        opened.check()
    finally:
        opened.close()
        admin.close()
