"""While the server cannot save, every page says so, reading goes on, and what is written is kept and sent afterwards."""

import pytest
from playwright.sync_api import expect

from harness.failing_disk import FailingDisk
from harness.model_page import MODEL, SAVED, open_model
from harness.places import every_page

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
