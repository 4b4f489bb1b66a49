"""What happens meanwhile: a function for each row of the table."""

import re

from playwright.sync_api import expect

from harness.model_page import MODEL, MODEL_PATH, SESSION
from harness.server import run_to_end

from .table import QUOTA
from .world import OTHER_FIELD, OTHER_WORDS, WORDS, World


def access_is_taken_back(world: World) -> None:
    grants = world.admin.ok("GET", f"/sessions/{SESSION}/grants")
    grant = next(one["id"] for one in grants if one.get("participantId") == world.person.participant_id)
    assert world.admin.delete(f"/sessions/{SESSION}/grants/{grant}").status_code == 204
    world.has_access = False


def cookies_are_deleted(world: World) -> None:
    world.window.context.clear_cookies()
    world.has_access = False


def model_is_locked(world: World) -> None:
    world.clients.session(SESSION, world.admin.token).accepted("lockModel", modelId=MODEL)
    world.is_locked = True


def level_changes(world: World) -> None:
    # A locked model keeps its level.
    answer = world.admin.patch(f"/models/{MODEL}", json={"level": "knowledge"})
    assert answer.status_code == (409 if world.is_locked else 200), answer.text


def session_ends(world: World) -> None:
    world.clients.session(SESSION, world.admin.token).accepted("endSession")
    world.is_ended = True


def it_is_deleted(world: World) -> None:
    """The model, the session or the week, as the pair decides."""
    path = [f"/models/{MODEL}", f"/sessions/{SESSION}", f"/weeks/{world.week.id}"][sum(world.happens) % 3]
    world.admin.remove(path, reason="Dobbelt")
    world.is_there = False


def one_joins_anew(world: World) -> None:
    if QUOTA in world.happens or not world.is_there or not world.admin.session(SESSION).get("joinCode"):
        # With nothing stored one does not leave; a deleted session has no code.
        world.window.context.set_offline(False)
        return
    if not world.online_to(f"/k/{world.week.join_codes[SESSION]}"):
        return
    if not world.is_ended:
        world.page.get_by_test_id("join-name").fill("Anna")
        world.page.get_by_role("radio", name="Lærkeskolen", exact=True).check()
        world.page.get_by_test_id("join-function").fill("Lærer")
        world.page.get_by_test_id("join-submit").click()
        world.page.wait_for_url(lambda url: "/session/" in url)
        world.is_same_person = world.is_same_person and world.has_access
        world.has_access = True
    world.page.goto(world.server.url + MODEL_PATH)
    if world.may_write and world.is_same_person:
        # With a connection and the model open it is sent at once, whatever comes after that.
        world.arrive(WORDS, "the words on the server")
        world.model.expect_saved()
        world.is_sent = True


def somebody_else_signs_in(world: World) -> None:
    world.window.context.clear_cookies()
    if not world.online_to("/log-ind#" + world.other.token):
        world.has_access = False
        return
    world.is_same_person = False
    if world.is_there:
        world.page.wait_for_url(lambda url: "/log-ind" not in url)
        world.has_access = True
    else:
        # The link is of a session that is deleted.
        expect(world.page.get_by_test_id("problem")).to_be_visible()
        world.has_access = False
    world.page.goto(world.server.url + MODEL_PATH)


def other_tab_writes(world: World) -> None:
    tab = world.tab
    world.window.context.set_offline(True)
    tab.get_by_test_id(f"text-{OTHER_FIELD}").focus()
    tab.keyboard.press("Control+End")
    tab.keyboard.type(OTHER_WORDS)
    # Whoever wrote in it may have no access any more: then that is why it is not sent, and not the network.
    told = "Offline" if 8 not in world.happens else "Ikke forbundet"
    expect(tab.get_by_test_id("save-status")).to_have_text(re.compile(rf"^{told} – \d+ ændring"))
    if 8 not in world.happens:
        expect(tab.get_by_test_id("offline-notice")).to_contain_text("er gemt her")
    tab.close()


def nothing_can_be_stored(world: World) -> None:
    """It was so from the beginning."""


def server_is_restored(world: World) -> None:
    assert world.server.stop() == 0
    target = str(world.tmp_path / "night")
    result = run_to_end("restore", "--data", str(world.data), "--set-aside", target)
    assert result.returncode == 0, result.stderr
    world.server.restart()
    # What lets one in is as it was that night: a cookie of today is unknown. Who joins again keeps theirs.
    world.has_access = 2 not in world.happens and 8 not in world.happens
    world.is_locked = world.is_ended = False
    world.is_there = True


def page_is_closed_and_server_restarted(world: World) -> None:
    if QUOTA in world.happens:
        with world.page.expect_event("dialog"):
            world.page.close(run_before_unload=True)
        assert world.dialogs == ["beforeunload"]
        return
    world.page.close()
    if world.server.is_running:
        assert world.server.stop() == 0
        world.server.restart()
    world.window.context.set_offline(False)
    world.window.page = world.window.context.new_page()
    world.window.goto("/")
    world.is_left = True


#: By the number of the row.
HAPPENINGS = dict(enumerate((
    access_is_taken_back, cookies_are_deleted, model_is_locked, level_changes,
    session_ends, it_is_deleted, one_joins_anew, somebody_else_signs_in,
    other_tab_writes, nothing_can_be_stored, server_is_restored, page_is_closed_and_server_restarted,
), start=1))
