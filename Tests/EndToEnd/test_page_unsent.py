"""Unsent work in the browser: who sees it, what can be done with it, and that nothing else takes it away."""

import re

import pytest
from playwright.sync_api import expect

from harness.browser import NO_NETWORK
from harness.model_page import MODEL, MODEL_PATH, SAVED, SESSION, ModelPage, open_model
from harness.server import run_to_end
from harness.waiting import wait_until

WORDS = " Ordene fra Ærø"
NEVER_OPENS = "indexedDB.open = () => new EventTarget()"
RECORDS = """() => new Promise(resolve => {
  const request = indexedDB.open('samspil-documents')
  request.onsuccess = () => {
    const names = ['changes', 'snapshots']
    const transaction = request.result.transaction(names)
    const counts = names.map(name => transaction.objectStore(name).count())
    transaction.oncomplete = () => { request.result.close(); resolve(counts.map(count => count.result)) }
  }
})"""


@pytest.fixture
def anna(week):
    return week.join(SESSION, "Anna Ærlig", "Lærer", unitId="u-skole")


@pytest.fixture
def bodil(week):
    return week.join(SESSION, "Bodil", "Koordinator", unitId="u-fam")


def left_unsent(browsers, person) -> ModelPage:
    """A browser in which somebody wrote without a connection, and went back to the session's page."""
    model = open_model(browsers, person.token)
    model.window.allow(NO_NETWORK)
    model.window.context.set_offline(True)
    model.type_at_end("task", WORDS)
    expect(model.offline_notice).to_contain_text("er gemt her")
    model.page.get_by_role("link", name=re.compile("Tilbage til")).first.click()
    expect(model.page.get_by_test_id("unsent")).to_be_visible()
    return model


def sign_in_as(model, person) -> None:
    model.window.context.set_offline(False)
    model.window.context.clear_cookies()
    model.window.sign_in(person.token)


def unsent(model, name: str = ""):
    return model.page.get_by_test_id("unsent" + (f"-{name}" if name else ""))


def show(model) -> None:
    """What somebody else may have written: they are asked first."""
    unsent(model, "open").click()
    unsent(model, "show").click()


def on_server(clients, admin) -> str:
    client = clients.pycrdt(MODEL, admin.token)
    try:
        return str(client.text("task"))
    finally:
        client.disconnect()


def words_arrive(clients, admin) -> None:
    wait_until(lambda: WORDS in on_server(clients, admin), "the words on the server", timeout=18, interval=0.3)


def test_who_uses_the_browser_next_reads_that_there_is_text_and_neither_a_name_nor_a_word_until_they_say_it_is_theirs(
    browsers, anna, bodil, clients, admin
):
    model = left_unsent(browsers, anna)
    sign_in_as(model, bodil)
    expect(unsent(model)).to_contain_text("Der er tekst i denne browser, som ikke er sendt")
    unsent(model, "open").click()
    expect(unsent(model, "show")).to_be_visible()
    expect(unsent(model)).not_to_contain_text("Anna")
    expect(unsent(model)).not_to_contain_text("Ærø")
    unsent(model, "show").click()
    expect(unsent(model, "words")).to_contain_text("Ordene fra Ærø")
    expect(unsent(model)).to_contain_text("Skrevet under navnet Anna Ærlig")
    # Two presses send it once.
    unsent(model, "send").dblclick()
    words_arrive(clients, admin)
    expect(unsent(model)).to_have_count(0)
    assert on_server(clients, admin).count(WORDS) == 1
    assert model.page.evaluate(RECORDS)[0] == 0


def test_who_has_the_same_role_in_another_session_is_somebody_else(browsers, week):
    model = left_unsent(browsers, week.invite(SESSION, "facilitator"))
    expect(unsent(model)).to_contain_text("Du har tekst her, der ikke er sendt")
    sign_in_as(model, week.invite("s-2", "facilitator"))
    expect(unsent(model)).to_contain_text("Der er tekst i denne browser, som ikke er sendt")
    unsent(model, "open").click()
    expect(unsent(model, "show")).to_be_visible()
    expect(unsent(model)).not_to_contain_text("Ærø")


def test_signing_out_says_first_that_something_is_not_sent_and_leaves_it_or_throws_it_away_as_one_decides(
    browsers, anna, bodil, clients, admin
):
    model = left_unsent(browsers, anna)
    model.window.context.set_offline(False)
    model.page.get_by_test_id("sign-out").click()
    expect(model.page.get_by_test_id("sign-out-unsent")).to_contain_text("som ikke er sendt")
    model.page.get_by_test_id("sign-out-keep").click()
    expect(model.page.get_by_test_id("join-code")).to_be_visible()
    expect(unsent(model)).to_be_visible()
    sign_in_as(model, anna)
    expect(unsent(model)).to_contain_text("Du har tekst her, der ikke er sendt")
    model.page.get_by_test_id("sign-out").click()
    thrown = model.page.get_by_test_id("sign-out-throw-away")
    thrown.click()
    expect(thrown).to_contain_text("Ja, smid væk")
    thrown.click()
    expect(model.page.get_by_test_id("join-code")).to_be_visible()
    expect(unsent(model)).to_have_count(0)
    assert model.page.evaluate(RECORDS) == [0, 0]
    assert WORDS not in on_server(clients, admin)


def test_what_somebody_else_left_stays_when_one_throws_away_ones_own_and_signs_out(browsers, anna, bodil):
    model = left_unsent(browsers, anna)
    sign_in_as(model, bodil)
    model.window.goto(MODEL_PATH)
    model.expect_ready()
    model.window.context.set_offline(True)
    model.type_at_end("whyCross", " Bodils egne ord")
    expect(model.offline_notice).to_contain_text("er gemt her")
    model.window.context.set_offline(False)
    model.expect_saved()
    model.page.get_by_test_id("sign-out").click()
    model.page.get_by_test_id("sign-out-throw-away").dblclick()
    expect(model.page.get_by_test_id("join-code")).to_be_visible()
    show(model)
    expect(unsent(model, "words")).to_contain_text("Ordene fra Ærø")


def test_what_is_thrown_away_in_an_open_model_takes_two_presses_and_does_not_come_back(
    browsers, anna, clients, admin
):
    model = open_model(browsers, anna.token)
    before = model.text("task").input_value()
    model.window.allow(NO_NETWORK)
    model.window.context.set_offline(True)
    model.type_at_end("task", WORDS)
    lead = clients.session(SESSION, admin.token)
    lead.accepted("lockModel", modelId=MODEL)
    model.window.context.set_offline(False)
    unsent(model, "open").click()
    thrown = unsent(model, "throw-away")
    thrown.click()
    expect(thrown).to_contain_text("Ja, smid væk")
    thrown.click()
    expect(model.text("task")).to_have_value(before)
    expect(unsent(model)).to_have_count(0)
    lead.accepted("unlockModel", modelId=MODEL)
    model.expect_saved()
    assert WORDS not in on_server(clients, admin)


def test_work_that_nothing_could_keep_is_held_by_the_page_and_sent_from_there(browsers, anna, clients, admin):
    window = browsers.open("/")
    window.allow(NO_NETWORK)
    window.context.add_init_script(NEVER_OPENS)
    window.sign_in(anna.token)
    window.goto(MODEL_PATH)
    model = ModelPage(window).expect_ready()
    window.context.set_offline(True)
    model.type_at_end("task", WORDS)
    expect(model.offline_notice).to_contain_text("browseren kan ikke gemme her", timeout=15_000)
    model.page.get_by_role("link", name=re.compile("Tilbage til")).first.click()
    expect(unsent(model)).to_be_visible(timeout=20_000)
    unsent(model, "open").click()
    expect(unsent(model)).to_contain_text("Den findes kun, så længe siden er åben")
    window.context.set_offline(False)
    unsent(model, "send").click(timeout=20_000)
    words_arrive(clients, admin)
    expect(unsent(model)).to_have_count(0, timeout=20_000)


def test_a_reload_in_the_middle_of_sending_loses_nothing_and_sends_nothing_twice(
    browsers, anna, bodil, clients, admin
):
    model = left_unsent(browsers, anna)
    sign_in_as(model, bodil)
    show(model)
    unsent(model, "send").click(no_wait_after=True)
    model.page.reload()
    expect(model.page.get_by_test_id("models").or_(model.page.get_by_test_id("join-code")).first).to_be_visible()
    # It may be sent and removed, sent and not removed yet, or neither.
    model.page.wait_for_timeout(2_000)
    if unsent(model).count() > 0:
        show(model)
        unsent(model, "send").click()
    wait_until(lambda: on_server(clients, admin).count(WORDS) == 1, "the words on the server, once")
    expect(unsent(model)).to_have_count(0)


def test_words_in_a_row_that_was_removed_meanwhile_are_shown_with_that(browsers, anna, clients, admin):
    model = open_model(browsers, anna.token)
    other = open_model(browsers, admin.token)
    model.window.allow(NO_NETWORK)
    model.window.context.set_offline(True)
    model.cell("expectations", 0, "need").focus()
    model.page.keyboard.type("Ordene fra Ærø ")
    other.rows("expectations").first.get_by_test_id("row-remove").click()
    other.expect_saved()
    clients.session(SESSION, admin.token).accepted("lockModel", modelId=MODEL)
    model.window.context.set_offline(False)
    expect(unsent(model)).to_be_visible(timeout=15_000)
    unsent(model, "open").click()
    expect(unsent(model, "words")).to_contain_text("Ordene fra Ærø")
    expect(unsent(model, "words")).to_contain_text("i en række, der er fjernet")


def test_who_wrote_offline_closed_the_page_and_comes_again_by_the_code_is_the_same_person_and_the_words_arrive(
    browsers, anna, week, clients, admin
):
    model = open_model(browsers, anna.token)
    model.window.allow(NO_NETWORK)
    model.window.context.set_offline(True)
    model.type_at_end("task", WORDS)
    expect(model.offline_notice).to_contain_text("er gemt her")
    model.page.close()
    model.window.context.set_offline(False)
    page = model.window.page = model.window.context.new_page()
    model.window.goto(f"/k/{week.join_codes[SESSION]}")
    page.get_by_test_id("join-name").fill("Anna Ærlig")
    page.get_by_role("radio", name="Lærkeskolen", exact=True).check()
    page.get_by_test_id("join-function").fill("Lærer")
    page.get_by_test_id("join-submit").click()
    page.wait_for_url(lambda url: "/session/" in url)
    model.window.goto(MODEL_PATH)
    expect(model.text("task")).to_have_value(re.compile(WORDS + "$"))
    model.expect_saved()
    words_arrive(clients, admin)
    assert len(admin.session(SESSION)["participants"]) == 1


def test_what_a_restored_server_lacks_is_found_though_its_writer_is_somebody_new(
    browsers, anna, bodil, clients, admin, server, data, tmp_path
):
    assert run_to_end("backup", "--data", str(data), str(tmp_path / "night")).returncode == 0
    model = open_model(browsers, anna.token)
    model.window.allow(NO_NETWORK)
    model.type_at_end("task", WORDS)
    model.expect_saved()
    model.page.wait_for_timeout(2_000)
    model.window.goto("/")
    assert server.stop() == 0
    assert run_to_end("restore", "--data", str(data), "--set-aside", str(tmp_path / "night")).returncode == 0
    server.restart()
    sign_in_as(model, bodil)
    assert WORDS not in on_server(clients, admin)
    model.window.goto(MODEL_PATH)
    show(model)
    unsent(model, "send").click()
    words_arrive(clients, admin)
    expect(model.text("task")).to_have_value(re.compile(WORDS + "$"))
    expect(model.status).to_have_text(SAVED)


def test_a_week_that_is_made_anew_under_the_same_ids_does_not_get_everything_twice(
    browsers, anna, week, clients, admin
):
    """The unsent words are offered as text; the rest of the old document is not merged into the new one."""
    model = left_unsent(browsers, anna)
    exported = admin.ok("GET", f"/weeks/{week.id}/export")
    # The same content would be the same document, and merge with itself.
    next(one for one in exported["models"] if one["id"] == MODEL)["fields"]["task"] = "En anden opgave"
    admin.remove(f"/weeks/{week.id}", reason="Forfra")
    again = admin.ok("POST", "/weeks/import", 201, exported)
    before = on_server(clients, admin)
    stranger = week.__class__(admin, again).join(SESSION, "Anna Ærlig", "Lærer", unitId="u-skole")
    sign_in_as(model, stranger)
    show(model)
    unsent(model, "send").click()
    expect(unsent(model, "may-not")).to_contain_text("en anden end den")
    expect(unsent(model, "words")).to_contain_text("Ordene fra Ærø")
    assert on_server(clients, admin) == before
