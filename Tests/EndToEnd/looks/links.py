"""Links that have ended, access that is taken back, and signing out everywhere."""

from playwright.sync_api import expect

from harness.model_page import SESSION

from .catalogue import look
from .place import Place


@look("--limit-links", "1")
def links(here: Place) -> None:
    page = here.page(None, "/log-ind#" + "A" * 43)
    here.take(page, "link-ended", page.locator("main"))
    person = here.person()
    page = here.page(person.token, f"/session/{SESSION}")
    expect(page.get_by_test_id("people")).to_contain_text("(dig)")
    grant = next(one for one in here.admin.ok("GET", f"/sessions/{SESSION}/grants")
                 if one.get("participantId") == person.participant_id)
    here.admin.delete(f"/sessions/{SESSION}/grants/{grant['id']}")
    here.take(page, "access-taken-back", "session-gone")
    here.week.invite(SESSION, "facilitator")
    made = here.admin.post(f"/sessions/{SESSION}/invitations", json={"role": "observer"}).json()
    print(f"links-too-many: {made['detail']}")


@look()
def signed_out_everywhere(here: Place) -> None:
    token = here.week.invite(SESSION, "facilitator").token
    model = here.model(token)
    first = here.page(token, f"/session/{SESSION}")
    second = here.page(token, f"/session/{SESSION}")
    everywhere = second.get_by_test_id("sign-out-everywhere")
    here.take(second, "sign-out-everywhere", everywhere)
    everywhere.click()
    here.take(second, "sign-out-everywhere-sure", everywhere)
    everywhere.click()
    here.take(first, "signed-out-everywhere-session", "session-gone")
    model.page.wait_for_timeout(2_000)
    here.take(model.page, "signed-out-everywhere-model", "model-gone")
    first.reload()
    first.wait_for_timeout(1_000)
    here.take(first, "signed-out-everywhere-reloaded", first.locator("main"))
