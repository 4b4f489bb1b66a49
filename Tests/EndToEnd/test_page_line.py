"""Lines that are there and yet not good: they come and go, hold back what passes, are slow, or the page sleeps."""

import re

import pytest
from playwright.sync_api import expect

from harness.browser import NO_NETWORK, Browsers
from harness.front import Line, is_upgrade, opens_and_says_nothing
from harness.model_page import MODEL, SAVED, SESSION, ModelPage


@pytest.fixture
def line():
    with Line() as line:
        yield line


@pytest.fixture
def server_flags(line):
    return ["--public-url", line.url]


@pytest.fixture
def people(chromium, line, server, week):
    """Browsers whose way to the server is the line."""
    line.target = server.host_and_port
    browsers = Browsers(chromium, line)
    yield browsers
    browsers.check()
    browsers.close()


def opened(people, week, name, **options) -> ModelPage:
    window = people.open_as(week.join("s-1", name, "Lærer", unitId="u-skole").token, **options)
    window.allow(NO_NETWORK)
    window.goto(f"/session/{SESSION}/model/{MODEL}")
    return ModelPage(window).expect_ready()


def notice(model):
    return model.page.get_by_test_id("offline-notice")


def test_while_a_line_comes_and_goes_two_who_write_lose_nothing_and_ask_no_faster_than_helps(
        people, week, line, clients, admin):
    one, other = opened(people, week, "Deltager P"), opened(people, week, "Deltager Q")
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
        expect(notice(model)).to_have_count(0)
    for field, words in written.items():
        for model in (one, other):
            expect(model.text(field)).to_have_value(re.compile(re.escape(words) + "$"))
        assert str(clients.pycrdt(MODEL, admin.token).text(field)).endswith(words)
    # Four connections; each begins again with short waits once one was of use.
    assert line.upgrades - upgrades <= 4 * turns * 6


def test_a_proxy_that_holds_back_frames_for_seconds_is_waited_for_and_the_page_that_is_looked_at_again_stays_connected(
        people, week, line, clients, admin):
    model = opened(people, week, "Deltager R")
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


def test_a_connection_that_opens_and_says_nothing_is_told_as_silence_and_not_as_turned_away(people, week, line):
    model = opened(people, week, "Deltager S")
    line.becomes(lambda head: opens_and_says_nothing(head) if is_upgrade(head) else None)
    model.page.reload()
    model.page.clock.install()
    for _ in range(3):
        model.page.wait_for_timeout(1_500)
        model.page.clock.fast_forward(21_000)
    expect(notice(model)).to_contain_text("Serveren svarer ikke.")
    expect(notice(model)).not_to_contain_text("lukker for direkte")
    expect(model.status).to_have_text("Ikke forbundet – alt er sendt")
    line.becomes(lambda head: None)
    expect(model.status).to_have_text(SAVED, timeout=20_000)


def test_a_page_that_slept_is_there_again_with_what_it_and_the_others_wrote(people, week, line):
    asleep, other = opened(people, week, "Deltager T"), opened(people, week, "Deltager U")
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
