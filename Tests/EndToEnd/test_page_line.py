"""Lines that are there and yet not good: they come and go, hold back what passes, are slow, or the page sleeps."""

import re

import pytest
from playwright.sync_api import expect

from harness.browser import NO_NETWORK
from harness.front import Line, is_upgrade, opens_and_says_nothing
from harness.model_page import MODEL, SAVED, ModelPage, open_model


@pytest.fixture
def front():
    with Line() as line:
        yield line


@pytest.fixture
def line(front):
    """The browsers' way to the server."""
    return front


def opened(browsers, week, name) -> ModelPage:
    model = open_model(browsers, week.join("s-1", name, "Lærer", unitId="u-skole").token)
    model.window.allow(NO_NETWORK)
    return model


def test_while_a_line_comes_and_goes_two_who_write_lose_nothing_and_ask_no_faster_than_helps(
        browsers, week, line, clients, admin):
    one, other = opened(browsers, week, "Deltager P"), opened(browsers, week, "Deltager Q")
    upgrades = line.upgrades
    turns, written = 4, {"task": "", "whyCross": ""}
    for turn in range(2 * turns):
        line.goes_down() if turn % 2 == 0 else line.comes_back()
        for model, field in ((one, "task"), (other, "whyCross")):
            written[field] += f" {field}-{turn}"
            model.insert_at_end(field, f" {field}-{turn}")
        one.page.wait_for_timeout(1_300)
    for model in (one, other):
        expect(model.status).to_have_text(SAVED, timeout=20_000)
        expect(model.offline_notice).to_have_count(0)
    for field, words in written.items():
        for model in (one, other):
            expect(model.text(field)).to_have_value(re.compile(re.escape(words) + "$"))
        assert str(clients.pycrdt(MODEL, admin.token).text(field)).endswith(words)
    # Four connections; each begins again with short waits once one was of use.
    assert line.upgrades - upgrades <= 4 * turns * 6


def test_a_proxy_that_holds_back_frames_for_seconds_is_waited_for_and_the_page_that_is_looked_at_again_stays_connected(
        browsers, week, line, clients, admin):
    model = opened(browsers, week, "Deltager R")
    line.flush_every = 3.5
    line.cut()
    model.type_at_end("task", " gennem en langsom mellemmand")
    expect(model.status).to_have_text(SAVED, timeout=40_000)
    upgrades = line.upgrades
    model.page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    model.page.wait_for_timeout(4_500)
    model.type_at_end("task", " og igen")
    expect(model.status).to_have_text(SAVED, timeout=20_000)
    assert line.upgrades == upgrades
    assert str(clients.pycrdt(MODEL, admin.token).text("task")).endswith(" gennem en langsom mellemmand og igen")


def test_a_connection_that_opens_and_says_nothing_is_told_as_silence_and_not_as_turned_away(browsers, week, line):
    model = opened(browsers, week, "Deltager S")
    line.becomes(lambda head: opens_and_says_nothing(head) if is_upgrade(head) else None)
    model.page.reload()
    model.page.clock.install()
    for _ in range(3):
        model.page.wait_for_timeout(1_500)
        model.page.clock.fast_forward(21_000)
    expect(model.offline_notice).to_contain_text("Serveren svarer ikke.")
    expect(model.offline_notice).not_to_contain_text("lukker for direkte")
    expect(model.status).to_have_text("Ikke forbundet – alt er sendt")
    line.becomes(lambda head: None)
    expect(model.status).to_have_text(SAVED, timeout=20_000)


def test_a_page_that_slept_is_there_again_with_what_it_and_the_others_wrote(browsers, week, line):
    asleep, other = opened(browsers, week, "Deltager T"), opened(browsers, week, "Deltager U")
    asleep.type_at_end("task", " lige før låget")
    devtools = asleep.page.context.new_cdp_session(asleep.page)
    devtools.send("Page.setWebLifecycleState", {"state": "frozen"})
    line.cut()
    other.type_at_end("whyCross", " imens")
    expect(other.status).to_have_text(SAVED, timeout=20_000)
    other.page.wait_for_timeout(3_000)
    devtools.send("Page.setWebLifecycleState", {"state": "active"})
    expect(asleep.status).to_have_text(SAVED, timeout=20_000)
    expect(asleep.text("whyCross")).to_have_value(re.compile(" imens$"))
    expect(other.text("task")).to_have_value(re.compile(" lige før låget$"))
