"""The server closes a page's connection: why is told as what it is, and the page comes back no faster than helps."""

import re

import pytest
from playwright.sync_api import expect

from harness.browser import NO_NETWORK
from harness.model_page import MODEL, SAVED, open_model

DOCUMENTS = re.compile("/ws/documents/")

CODES = [
    (1007, "Serveren kunne ikke læse det, siden sendte."),
    (1008, "Serveren kunne ikke læse det, siden sendte."),
    (1009, "Noget af det, du har skrevet, er for stort til at blive sendt."),
    (1011, "Der er en fejl på serveren."),
    (1012, "Serveren bliver genstartet."),
    (1013, "Serveren har bedt siden om at forbinde igen."),
    (4429, "Serveren har afbrudt, fordi der kom for meget på én gang herfra."),
]


def opened(browsers, week, code, reason=""):
    """A model that was open once, whose connections are now closed with `code` as soon as they are open."""
    page = open_model(browsers, week.join("s-1", "Deltager L", "Lærer", unitId="u-skole").token)
    page.window.allow(NO_NETWORK)
    times = []

    def answer(socket):
        times.append(code)
        socket.close(code=code, reason=reason)

    page.page.wait_for_timeout(1_500)
    page.page.route_web_socket(DOCUMENTS, answer)
    page.page.reload()
    return page, times


@pytest.mark.parametrize(("code", "words"), CODES)
def test_each_way_of_closing_is_told_as_what_it_is_and_makes_no_storm(browsers, week, code, words):
    page, times = opened(browsers, week, code)
    notice = page.offline_notice
    expect(notice).to_contain_text(words)
    expect(page.status).not_to_contain_text("Offline")
    page.type_at_end("task", " skrevet imens")
    page.page.wait_for_timeout(6_000)
    assert len(times) <= (3 if code in (1007, 1008, 1009, 4429) else 8), times
    expect(notice).to_contain_text(words)
    expect(page.status).to_have_text("Ikke forbundet – 1 ændring ikke sendt")


@pytest.mark.parametrize(("code", "reason", "words"), [
    (4401, "signed out", "Du har ikke adgang til det her."),
    (4403, "", "Du har ikke adgang til det her."),
    (4404, "not found", "Modellen findes ikke længere, eller du er ikke med her mere."),
    (4404, "deleted", "Modellen er slettet."),
])
def test_who_may_not_come_back_is_told_so_and_does_not_try(browsers, week, code, reason, words):
    page, times = opened(browsers, week, code, reason)
    expect(page.page.get_by_test_id("model-gone")).to_contain_text(words)
    page.page.wait_for_timeout(2_000)
    assert len(times) == 1


class TestShortMessages:
    @pytest.fixture
    def server_flags(self):
        return ["--limit-update-bytes", "20000"]

    def test_what_is_longer_than_a_message_goes_in_pieces_over_one_connection(self, browsers, week, clients, admin):
        model = open_model(browsers, week.join("s-1", "Deltager O", "Lærer", unitId="u-skole").token)
        sockets = []
        model.page.on("websocket", lambda socket: sockets.append(socket.url))
        model.paste_at_end("task", "å" * 90_000)
        expect(model.status).to_have_text(SAVED, timeout=30_000)
        assert str(clients.pycrdt(MODEL, admin.token).text("task")).endswith("å" * 90_000)
        assert sockets == []
