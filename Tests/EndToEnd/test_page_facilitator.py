"""The facilitator's page: invite, advance, go back, time, lock, begin a collaboration; others see it at once."""

import re

from playwright.sync_api import expect

from harness.example import fields_of, one
from harness.model_page import ModelPage
from harness.waiting import wait_until

PHASES = one("sessions", "s-1")["phases"]
TITLE = fields_of("k-1")["title"]


def open_both(browsers, week):
    """A facilitator's and a participant's page of the same session."""
    facilitator = browsers.open_as(week.invite("s-1", "facilitator").token, "/session/s-1").page
    person = week.join("s-1", "Deltager A", "Lærer", unitId="u-skole")
    participant = browsers.open_as(person.token, "/session/s-1").page
    expect(participant.get_by_test_id("people")).to_contain_text("(dig)")
    return facilitator, participant


def test_advancing_early_takes_a_second_press_and_going_back_one(browsers, week):
    facilitator, participant = open_both(browsers, week)
    forward = facilitator.get_by_test_id("phase-next")
    forward.click()
    expect(forward).to_have_text(re.compile("^Før tid – videre alligevel"))
    expect(participant.get_by_test_id("phase")).to_contain_text(PHASES[0]["title"])
    forward.click()
    for page in (facilitator, participant):
        expect(page.get_by_test_id("agenda").locator("[aria-current=step]")).to_contain_text(PHASES[1]["title"])
    expect(participant.get_by_test_id("phase")).to_contain_text("Punkt 2 af 11")
    facilitator.get_by_test_id("phase-previous").click()
    expect(participant.get_by_test_id("phase")).to_contain_text("Punkt 1 af 11")


def test_a_participant_has_no_controls(browsers, week):
    _, participant = open_both(browsers, week)
    for control in ("facilitator-bar", "phase-next", "create-model", "invite", "lock-k-1"):
        expect(participant.get_by_test_id(control)).to_have_count(0)


def test_the_timer_runs_on_every_page_and_survives_a_reload(browsers, week):
    facilitator, participant = open_both(browsers, week)
    facilitator.get_by_test_id("timer-3").click()
    clock = participant.get_by_test_id("countdown").first
    expect(clock).to_have_attribute("aria-label", re.compile(r"^2[.:]5\d tilbage$"))
    facilitator.get_by_test_id("timer-extend").click()
    expect(clock).to_have_attribute("aria-label", re.compile(r"^3[.:]5\d tilbage$"))
    facilitator.get_by_test_id("timer-pause").click()
    expect(clock).to_have_attribute("aria-label", re.compile(r"^Sat på pause med 3[.:]5\d tilbage$"))
    paused = clock.get_attribute("aria-label")
    participant.reload()
    expect(participant.get_by_test_id("countdown").first).to_have_attribute("aria-label", paused)
    facilitator.get_by_test_id("timer-resume").click()
    facilitator.get_by_test_id("timer-stop").click()
    expect(participant.get_by_test_id("countdown")).to_have_count(0)


def test_a_timer_of_any_number_of_minutes(browsers, week):
    facilitator, participant = open_both(browsers, week)
    facilitator.get_by_test_id("timer-custom").fill("12,5")
    facilitator.get_by_test_id("timer-start").click()
    clock = participant.get_by_test_id("countdown").first
    expect(clock).to_have_attribute("aria-label", re.compile(r"^12[.:][23]\d tilbage$"))


def test_one_looks_at_another_point_without_moving_and_follows_again(browsers, week):
    facilitator, participant = open_both(browsers, week)
    participant.get_by_test_id("agenda-step-4").click()
    shown = participant.get_by_test_id("phase")
    expect(shown.get_by_role("heading")).to_have_text(PHASES[4]["title"])
    for _ in range(2):
        facilitator.get_by_test_id("phase-next").click()
    expect(shown).to_contain_text(f"I er ved »{PHASES[1]['title']}«")
    expect(shown.get_by_role("heading")).to_have_text(PHASES[4]["title"])
    expect(facilitator.get_by_test_id("phase").get_by_role("heading")).to_have_text(PHASES[1]["title"])
    participant.get_by_test_id("phase-follow").click()
    expect(shown.get_by_role("heading")).to_have_text(PHASES[1]["title"])
    facilitator.get_by_test_id("phase-previous").click()
    expect(shown.get_by_role("heading")).to_have_text(PHASES[0]["title"])


def test_the_end_of_the_time_is_heard_only_where_sound_was_turned_on_also_after_a_reload(browsers, week):
    facilitator, participant = open_both(browsers, week)
    for page in (facilitator, participant):
        page.add_init_script("""
            window.tones = 0
            const start = OscillatorNode.prototype.start
            OscillatorNode.prototype.start = function (...when) { window.tones += 1; return start.apply(this, when) }""")
    participant.reload()
    participant.get_by_test_id("timer-sound").check()
    assert participant.evaluate("tones") == 2, "turning it on lets it be heard"
    for page in (facilitator, participant):
        page.reload()
        expect(page.get_by_test_id("phase")).to_be_visible()
    expect(participant.get_by_test_id("timer-sound")).to_be_checked()
    expect(facilitator.get_by_test_id("timer-sound")).not_to_be_checked()
    participant.locator("h1").click()
    facilitator.get_by_test_id("timer-custom").fill("0,03")
    facilitator.get_by_test_id("timer-start").click()
    wait_until(lambda: participant.evaluate("tones") == 2, "the two tones")
    expect(facilitator.get_by_test_id("countdown").first).to_have_attribute("aria-label", re.compile("over tiden$"))
    assert facilitator.evaluate("tones") == 0


def test_locking_shows_at_once_and_holds(browsers, week):
    facilitator, participant = open_both(browsers, week)
    facilitator.get_by_test_id("lock-k-1").click()
    expect(participant.get_by_test_id("model-k-1")).to_contain_text("Låst")
    participant.get_by_role("link", name=TITLE).click()
    expect(participant.get_by_test_id("locked-notice")).to_be_visible()
    expect(participant.get_by_test_id("text-task")).to_have_attribute("readonly", "")
    facilitator.get_by_test_id("lock-k-1").click()
    expect(participant.get_by_test_id("locked-notice")).to_have_count(0)
    expect(participant.get_by_test_id("text-task")).not_to_have_attribute("readonly", "")


def test_a_new_collaboration_appears_for_everyone(browsers, week):
    facilitator, participant = open_both(browsers, week)
    facilitator.get_by_test_id("create-model").click()
    facilitator.get_by_test_id("create-model-title").fill("Ny aftale")
    facilitator.get_by_role("radio", name=re.compile("^Samskabelse")).check()
    facilitator.get_by_test_id("create-model-submit").click()
    for page in (facilitator, participant):
        expect(page.get_by_role("link", name="Ny aftale")).to_be_visible()
    participant.get_by_role("link", name="Ny aftale").click()
    expect(participant.get_by_test_id("level-coCreation")).to_have_attribute("aria-pressed", "true")
    expect(participant.get_by_test_id("text-title")).to_have_value("Ny aftale")


def test_the_invitation_shows_code_link_and_qr_that_lead_into_the_session(browsers, week):
    facilitator, _ = open_both(browsers, week)
    code = week.join_codes["s-1"]
    shown = facilitator.get_by_test_id("invite-code").inner_text()
    assert shown.replace(" ", "") == code
    expect(facilitator.get_by_role("img", name="QR-kode med linket til at være med")).to_be_visible()
    link = facilitator.get_by_test_id("invite-link")
    url = link.input_value() if link.evaluate("one => 'value' in one") else link.inner_text()
    guest = browsers.open(url.removeprefix(browsers.server.url))
    expect(guest.page.get_by_label("Dit navn")).to_be_visible()


def test_a_personal_link_for_a_leader_leads_to_the_draft(browsers, week, admin):
    facilitator = browsers.open_as(admin.token, "/session/s-1").page
    facilitator.get_by_text("Personlige links").click()
    facilitator.get_by_test_id("invite-role").select_option("leader")
    facilitator.get_by_test_id("invite-unit").select_option("u-skole")
    facilitator.get_by_test_id("invite-make").click()
    field = facilitator.get_by_test_id("invite-url")
    expect(field).to_be_visible()
    url = field.input_value() if field.evaluate("one => 'value' in one") else field.inner_text()
    leader = browsers.open(url.removeprefix(browsers.server.url))
    leader.page.wait_for_url("**/enhed/u-skole/maalplan")
    assert "#" not in leader.page.url, "the secret is still in the address"


def test_the_level_is_changed_after_seeing_what_it_brings(browsers, week, admin):
    _, participant = open_both(browsers, week)
    participant.get_by_role("link", name=TITLE).click()
    expect(participant.get_by_test_id("field-decisionRights")).to_be_visible()
    participant.get_by_test_id("level-knowledge").click()
    change = participant.get_by_test_id("level-change")
    expect(change).to_contain_text("Snitflader og overgange")
    participant.get_by_test_id("level-change-submit").click()
    expect(participant.get_by_test_id("level-knowledge")).to_have_attribute("aria-pressed", "true")
    expect(participant.get_by_test_id("field-interfaces")).to_have_count(0)
    assert admin.model("k-1")["level"] == "knowledge"
    participant.get_by_test_id("level-coordination").click()
    participant.get_by_test_id("level-change-submit").click()
    expect(participant.get_by_test_id("rows-interfaces").get_by_role("listitem")).to_have_count(2)


def test_ending_the_session_tells_everyone_and_can_be_taken_back(browsers, week, clients):
    facilitator_token = week.invite("s-1", "facilitator").token
    socket = clients.session("s-1", facilitator_token)
    socket.accepted("enterPhase", index=10, expected=0)
    facilitator, participant = open_both(browsers, week)
    facilitator.get_by_test_id("session-end").click()
    facilitator.get_by_test_id("session-end").click()
    expect(participant.get_by_text("Sessionen er afsluttet").first).to_be_visible()
    facilitator.get_by_test_id("session-reopen").click()
    expect(participant.get_by_test_id("phase")).to_be_visible()


def test_a_facilitator_who_reloads_is_still_facilitator(browsers, week):
    facilitator, _ = open_both(browsers, week)
    facilitator.reload()
    expect(facilitator.get_by_test_id("facilitator-bar")).to_be_visible()


def test_nobody_who_is_writing_is_moved_when_the_session_moves_on(browsers, week, clients):
    person = week.join("s-1", "Deltager A", "Lærer", unitId="u-skole")
    window = browsers.open_as(person.token, "/session/s-1/model/k-1")
    model = ModelPage(window).expect_ready()
    model.text("task").focus()
    model.page.keyboard.press("Control+End")
    model.page.keyboard.type(" før")
    clients.session("s-1", week.invite("s-1", "facilitator").token).accepted("enterPhase", index=1, expected=0)
    expect(model.page.get_by_role("region", name="Status")).to_contain_text("2/11")
    model.page.keyboard.type(" og efter")
    expect(model.text("task")).to_have_value(re.compile(" før og efter$"))
    expect(model.text("task")).to_be_focused()
