"""Without a network one goes on writing; the status says so, a reload keeps it, and it is sent on return."""

import re

from playwright.sync_api import expect

from harness.browser import NO_NETWORK
from harness.model_page import MODEL, SAVED, ModelPage, open_model
from harness.waiting import wait_until

OFFLINE = re.compile(r"^Offline – \d+ ændring(er)? ikke sendt$")


def go_offline(page: ModelPage):
    page.window.allow(NO_NETWORK)
    page.window.context.set_offline(True)


def go_online(page: ModelPage):
    page.window.context.set_offline(False)


def open_pair(browsers, week):
    return (
        open_model(browsers, week.join("s-1", "Deltager A", "Lærer", unitId="u-skole").token),
        open_model(browsers, week.join("s-1", "Deltager C", "Koordinator", unitId="u-fam").token),
    )


def test_offline_edits_are_counted_kept_through_a_reload_and_sent_on_return(browsers, week, clients, admin):
    away, other = open_pair(browsers, week)
    node = clients.node(MODEL, admin.token)
    wait_for_service_worker(away)
    go_offline(away)
    away.type_at_end("task", " Skrevet uden net.")
    expect(away.status).to_have_text(OFFLINE)
    away.page.get_by_test_id("add-expectations").click()
    away.page.keyboard.press("Tab")
    expect(away.status).to_have_text(OFFLINE)
    other.type_at_start("task", "Imens: ")
    other.type_at_end("whyCross", " Også her.")
    other.expect_saved()
    assert "uden net" not in node.do("text", root="task")

    away.page.reload()
    expect(away.text("task")).to_have_value(re.compile(r" Skrevet uden net\.$"))
    expect(away.status).to_have_text(OFFLINE)
    away.type_at_end("task", " Og lidt til.")

    go_online(away)
    expect(away.status).to_have_text(SAVED, timeout=20_000)
    wanted = re.compile(r"^Imens: .* Skrevet uden net\. Og lidt til\.$", re.DOTALL)
    for page in (away, other):
        expect(page.text("task")).to_have_value(wanted)
        expect(page.text("whyCross")).to_have_value(re.compile(r" Også her\.$"))
        expect(page.rows("expectations")).to_have_count(4)
    text = node.do("text", root="task")
    assert text == away.text("task").input_value()
    assert text.count("Skrevet uden net.") == 1 and text.count("Og lidt til.") == 1


def wait_for_service_worker(page: ModelPage):
    """Only once the page's files are kept can it be opened without a network; they are, moments after the first visit."""
    page.wait_for_worker()


def test_the_number_of_unsent_changes_is_the_number_one_made(browsers, week):
    page, _ = open_pair(browsers, week)
    go_offline(page)
    page.type_at_end("task", " én")
    expect(page.status).to_have_text("Offline – 1 ændring ikke sendt")
    page.type_at_end("whyCross", " to")
    expect(page.status).to_have_text("Offline – 2 ændringer ikke sendt")
    go_online(page)
    expect(page.status).to_have_text(SAVED, timeout=20_000)


def test_saved_is_never_shown_while_something_is_not_sent(browsers, week):
    page, _ = open_pair(browsers, week)
    page.page.evaluate("""() => {
      window.seen = []
      const status = document.querySelector('[data-testid=save-status]')
      new MutationObserver(() => window.seen.push([status.textContent, performance.now()]))
        .observe(status, { childList: true, characterData: true, subtree: true })
    }""")
    go_offline(page)
    expect(page.status).not_to_have_text(SAVED)
    page.type_at_end("task", " uden net")
    expect(page.status).to_have_text(OFFLINE)
    page.page.wait_for_timeout(1500)
    seen = [text for text, _ in page.page.evaluate("() => window.seen")]
    after_offline = seen[next(i for i, text in enumerate(seen) if text.startswith("Offline")):]
    assert SAVED not in after_offline, seen
    go_online(page)
    expect(page.status).to_have_text(SAVED, timeout=20_000)


def test_typing_goes_through_saving_to_saved(browsers, week):
    page, _ = open_pair(browsers, week)
    page.page.evaluate("""() => {
      window.seen = []
      const status = document.querySelector('[data-testid=save-status]')
      new MutationObserver(() => window.seen.push(status.textContent))
        .observe(status, { childList: true, characterData: true, subtree: true })
    }""")
    page.type_at_end("task", "x")
    page.expect_saved()
    wait_until(lambda: page.page.evaluate("() => window.seen")[:1] == ["Gemmer …"], "the status while saving")


def test_a_killed_server_loses_nothing_that_is_on_the_page(browsers, week, server, clients, admin):
    page, other = open_pair(browsers, week)
    for one in (page, other):
        one.window.allow(NO_NETWORK)
    page.type_at_end("task", " gemt før")
    page.expect_saved()
    server.kill()
    expect(page.status).to_have_text(re.compile("^Offline"))
    page.type_at_end("task", ", skrevet under")
    expect(page.status).to_have_text(OFFLINE)
    server.restart()
    expect(page.status).to_have_text(SAVED, timeout=30_000)
    page.type_at_end("task", ", og efter")
    for one in (page, other):
        expect(one.text("task")).to_have_value(re.compile(" gemt før, skrevet under, og efter$"), timeout=30_000)
    assert clients.node(MODEL, admin.token).do("text", root="task") == page.text("task").input_value()


def test_another_tab_of_the_same_person_does_not_send_twice(browsers, week, clients, admin):
    page, _ = open_pair(browsers, week)
    second = page.window.context.new_page()
    go_offline(page)
    page.type_at_end("task", " én gang")
    expect(page.status).to_have_text(OFFLINE)
    go_online(page)
    second.goto(page.page.url)
    expect(second.get_by_test_id("save-status")).to_have_text(SAVED, timeout=20_000)
    expect(page.status).to_have_text(SAVED, timeout=20_000)
    expect(second.get_by_test_id("text-task")).to_have_value(re.compile(" én gang$"))
    assert clients.node(MODEL, admin.token).do("text", root="task").count(" én gang") == 1
