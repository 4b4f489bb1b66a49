"""Networks that do not let one through, too many connections, and what is written without one."""

from playwright.sync_api import expect

from harness.browser import Browsers
from harness.front import SILENCE, Front, answer, is_upgrade
from harness.model_page import MODEL_PATH, SESSION, ModelPage

from .camera import SMALL
from .catalogue import look
from .place import Place


@look("--trusted-proxy", "127.0.0.1", "--limit-connections-per-address", "1")
def too_many_connected(here: Place) -> None:
    person = here.person()
    for place in range(2):
        page = here.browsers.open_as(
            person.token, f"/session/{SESSION}", **SMALL, extra_http_headers={"X-Forwarded-For": "192.0.2.1"}).page
        page.wait_for_timeout(1_000 + place * 3_000)
    here.take(page, "too-many-connected", "session-offline")


@look()
def networks(here: Place) -> None:
    with Front() as front:
        person = here.person()
        here.server.stop()
        here.server.flags = ["--public-url", front.url]
        front.target = here.server.restart().host_and_port
        browsers = Browsers(here.browsers.browser, front)
        try:
            window = browsers.open_as(person.token, **SMALL)
            window.goto(MODEL_PATH)
            model = ModelPage(window).expect_ready()
            model.wait_for_worker()
            front.becomes(lambda head: answer("502 Bad Gateway", "<h1>502</h1>"))
            model.page.wait_for_timeout(3_000)
            model.type_at_end("task", " bag en fejl")
            here.take(model.page, "network-502", "offline-notice")
            front.becomes(lambda head: SILENCE)
            model.page.reload(wait_until="commit")
            expect(model.offline_notice).to_contain_text("svarer ikke.", timeout=60_000)
            here.take(model.page, "network-silent", "offline-notice")
            front.becomes(lambda head: answer("403 Forbidden") if is_upgrade(head) else None)
            expect(model.offline_notice).to_contain_text("bliver afvist", timeout=60_000)
            here.take(model.page, "network-blocked", "offline-notice")
            model.page.goto(f"{front.url}/session/{SESSION}")
            here.take(model.page, "network-blocked-session", "session-offline")
        finally:
            browsers.close()


@look()
def unsent(here: Place) -> None:
    model = here.model()
    model.window.context.set_offline(True)
    model.type_at_end("task", " Ordene fra Ærø")
    expect(model.offline_notice).to_contain_text("er gemt her")
    here.take(model.page, "offline", "offline-notice")
    model.page.locator("a[href$='/session/s-1']").first.click()
    here.take(model.page, "unsent", "unsent")
    model.page.get_by_test_id("unsent-open").click()
    here.take(model.page, "unsent-open", "unsent")
    model.window.context.set_offline(False)
    model.page.get_by_test_id("sign-out").click()
    here.take(model.page, "unsent-sign-out", "sign-out-unsent")
