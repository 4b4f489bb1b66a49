"""What is so then: the words are on the server, or in the browser for whoever looks, and in no case gone."""

from playwright.sync_api import expect

from harness.model_page import MODEL_PATH, SAVED

from .table import BACK_UP, QUOTA, TABS
from .world import OTHER_FIELD, OTHER_WORDS, SAVED_WORDS, WORDS, World


def check(world: World) -> None:
    world.window.context.set_offline(False)
    if world.happens == (8, 9):
        return check_sent_or_offered(world)
    if world.is_sent and BACK_UP not in world.happens:
        expect(world.banner()).to_have_count(0)
        assert not world.is_there or world.server_has(WORDS)
    elif world.may_write and world.is_same_person and not world.is_left:
        world.arrive(WORDS, "the words on the server")
        expect(world.model.status).to_have_text(SAVED, timeout=15_000)
        expect(world.banner()).to_have_count(0, timeout=10_000)
    else:
        check_offered(world)
    if world.may_write:
        if TABS in world.happens:
            world.arrive(OTHER_WORDS, "the other tab's words", OTHER_FIELD)
        if BACK_UP in world.happens:
            world.arrive(SAVED_WORDS, "what the server had acknowledged")


def check_found_by_somebody_else(world: World) -> None:
    """The server had acknowledged the words, and knows neither them nor the cookie of their writer any more."""
    world.window.context.clear_cookies()
    world.window.sign_in(world.other.token)
    world.window.goto(MODEL_PATH)
    world.open_banner()
    world.page.get_by_test_id("unsent-send").first.click()
    world.arrive(WORDS, "the words on the server")
    world.arrive(SAVED_WORDS, "what was written before them")


def check_sent_or_offered(world: World) -> None:
    """The other tab may have sent the words, as the new person, before it wrote and closed."""
    world.open_banner()
    world.page.get_by_test_id("unsent-send").first.click()
    world.arrive(WORDS, "the words on the server")
    world.arrive(OTHER_WORDS, "the other tab's words", OTHER_FIELD)


def check_offered(world: World) -> None:
    world.open_banner()
    words = world.page.get_by_test_id("unsent-words")
    expect(words.filter(has_text=WORDS.strip())).to_have_count(1)
    if TABS in world.happens:
        expect(words.filter(has_text=OTHER_WORDS.strip())).to_have_count(1)
    assert not world.server_has(WORDS)
    if world.is_same_person:
        expect(world.page.get_by_text(SAVED, exact=True)).to_have_count(0)
    with world.page.expect_download() as download:
        world.page.get_by_test_id("unsent-save").first.click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert WORDS.strip() in text and "Session: " in text and "Skrevet " in text
    expect(world.page.get_by_test_id("unsent-copy").first).to_be_enabled()
    if world.may_write:
        world.page.get_by_test_id("unsent-send").first.click()
        world.arrive(WORDS, "the words on the server")
        expect(world.banner()).to_have_count(0)
        return
    expect(world.page.get_by_test_id("unsent-may-not").first).to_be_visible()
    if QUOTA not in world.happens:
        # And it is found again from nothing but the address, however one is known.
        world.page.goto(world.server.url + "/")
        world.open_banner()
        expect(words.filter(has_text=WORDS.strip())).to_have_count(1)
