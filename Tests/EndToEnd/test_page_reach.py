"""Between a page and the server: a proxy that answers in its place, a guest network, silence, upgrades turned away."""

import re

import pytest
from playwright.sync_api import expect

from harness.browser import NO_NETWORK
from harness.front import SILENCE, Front, answer, is_upgrade
from harness.model_page import SAVED, SESSION, ModelPage, open_model

APART = re.compile("^Ikke forbundet – ")
BAD_GATEWAY = answer("502 Bad Gateway", "<h1>502 Bad Gateway</h1>")
PORTAL = "<h1>Velkommen til Gæstenet</h1>"


@pytest.fixture
def front():
    with Front() as front:
        yield front


@pytest.fixture
def page(browsers, week) -> ModelPage:
    """Somebody's model, read through what stands in front; the page is kept for when it cannot be fetched."""
    page = open_model(browsers, week.join("s-1", "Deltager N", "Lærer", unitId="u-skole").token)
    page.window.allow(NO_NETWORK)
    page.wait_for_worker()
    return page


def test_a_proxy_that_answers_502_brings_the_kept_page_which_says_so_and_nothing_is_lost(page, front):
    front.becomes(lambda head: BAD_GATEWAY)
    page.page.reload()
    expect(page.text("task")).to_be_visible()
    expect(page.offline_notice).to_contain_text("Serveren svarer ikke lige nu")
    page.type_at_end("task", " bag en fejl")
    expect(page.status).to_have_text("Ikke forbundet – 1 ændring ikke sendt")
    front.becomes(lambda head: None)
    expect(page.status).to_have_text(SAVED, timeout=20_000)
    expect(page.offline_notice).to_have_count(0)
    expect(page.text("task")).to_have_value(re.compile(" bag en fejl$"))


def test_a_network_that_takes_everything_and_never_answers_brings_the_kept_page_after_seconds(page, front):
    front.becomes(lambda head: SILENCE)
    page.page.reload(wait_until="commit")
    expect(page.text("task")).to_be_visible(timeout=25_000)
    expect(page.offline_notice).to_contain_text("Serveren svarer ikke.", timeout=20_000)
    expect(page.status).to_have_text(APART)


def test_a_server_that_asks_for_time_is_given_it(page, front):
    front.becomes(lambda head: answer("503 Service Unavailable", Retry_After="6"))
    expect(page.offline_notice).to_contain_text("Serveren er ikke klar lige nu")
    before = front.upgrades
    page.page.wait_for_timeout(4_000)
    assert front.upgrades - before <= 2, front.requests
    front.becomes(lambda head: None)
    expect(page.status).to_have_text(SAVED, timeout=20_000)


@pytest.mark.parametrize("head", [
    answer("302 Found", Location="http://gaestenet.invalid/log-ind"), answer("200 OK", PORTAL),
    answer("511 Network Authentication Required", PORTAL)])
def test_a_guest_network_that_wants_one_to_sign_in_is_told_as_such(page, front, head):
    page.window.allow("gaestenet")
    front.becomes(lambda _: head)
    expect(page.offline_notice).to_contain_text("Netværket viser en anden side i stedet for Samspil")
    expect(page.status).to_have_text(APART)
    front.becomes(lambda _: None)
    expect(page.status).to_have_text(SAVED, timeout=20_000)


@pytest.mark.parametrize("status", ["400 Bad Request", "403 Forbidden", "426 Upgrade Required", "502 Bad Gateway"])
def test_a_network_that_turns_away_upgrades_is_named_with_whom_to_ask(page, front, status):
    front.becomes(lambda head: answer(status) if is_upgrade(head) else None)
    expect(page.offline_notice).to_contain_text("Den direkte forbindelse til serveren bliver afvist", timeout=20_000)
    expect(page.offline_notice).to_contain_text(f"it-afdeling om at åbne for WebSocket til 127.0.0.1:{front.port}")
    page.page.goto(f"{front.url}/session/{SESSION}")
    apart = page.page.get_by_test_id("session-offline")
    expect(apart).to_contain_text("direkte forbindelse til serveren bliver afvist", timeout=20_000)
