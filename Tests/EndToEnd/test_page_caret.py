"""What one types lands where one typed it, whatever others write in the same field meanwhile."""

import re

import pytest
from playwright.sync_api import Page, expect

from harness.model_page import MODEL, ModelPage, open_model
from harness.waiting import wait_until


class Keyboard:
    """A phone's keyboard or a dead key: words are composed before they are written."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.session = page.context.new_cdp_session(page)

    def compose(self, word: str, begun: int = 0) -> None:
        """Letter by letter, and not yet written; `begun` letters of it are there already."""
        for end in range(begun + 1, len(word) + 1):
            text = word[:end]
            self.session.send("Input.imeSetComposition", {"text": text, "selectionStart": end, "selectionEnd": end})

    def commit(self, word: str) -> None:
        self.session.send("Input.insertText", {"text": word})


@pytest.fixture
def pair(browsers, week):
    return (
        open_model(browsers, week.join("s-1", "Deltager Ære", "Lærer", unitId="u-skole").token),
        open_model(browsers, week.join("s-1", "Deltager Øre", "Koordinator", unitId="u-fam").token),
    )


def wait_same(path: str, *pages: ModelPage) -> str:
    wait_until(lambda: len({page.text(path).input_value() for page in pages}) == 1, "all showing the same")
    return pages[0].text(path).input_value()


def test_words_composed_while_another_writes_in_front_stay_words(pair):
    first, second = pair
    words = "vi ringer hjem samme dag og siger hvad vi har set".split()
    before = first.text("task").input_value()
    first.text("task").focus()
    first.page.keyboard.press("Control+End")
    keyboard = Keyboard(first.page)
    for turn, word in enumerate(words):
        keyboard.compose(f" {word}"[:2])
        second.type_at_start("task", f"a{turn} ")
        expect(second.text("task")).to_have_value(re.compile(f"^a{turn} "))
        # What arrives while one composes cannot be seen, only waited for.
        first.page.wait_for_timeout(120)
        keyboard.compose(f" {word}", begun=2)
        keyboard.commit(f" {word}")
    text = wait_same("task", first, second)
    assert text.endswith(before + "".join(f" {word}" for word in words)), text
    first.page.keyboard.type("!")
    assert wait_same("task", first, second).endswith(words[-1] + "!")
    first.expect_saved()


def test_a_word_that_is_composed_is_seen_by_others_before_it_is_written(pair):
    first, second = pair
    first.text("rhythm").focus()
    first.page.keyboard.press("Control+End")
    keyboard = Keyboard(first.page)
    keyboard.compose(" ugevis")
    expect(second.text("rhythm")).to_have_value(re.compile(" ugevis$"))
    second.type_at_start("rhythm", "Måske ")
    keyboard.compose(" ugevist")
    keyboard.commit(" ugentligt")
    assert wait_same("rhythm", first, second).startswith("Måske ")
    assert first.text("rhythm").input_value().endswith(" ugentligt")


def test_two_who_write_in_the_same_line_do_not_take_each_others_letters(pair):
    """A function beside a unit was one value that the last writer decided."""
    first, second = pair
    path = "coordinator.function"
    before = first.text(path).input_value()
    first.text(path).focus()
    first.page.keyboard.press("Control+End")
    second.text(path).focus()
    second.page.keyboard.press("Control+Home")
    for one, other in zip("afsnit", "BERLIN"):
        first.page.keyboard.type(one)
        second.page.keyboard.type(other)
    text = wait_same(path, first, second)
    assert text == "BERLIN" + before + "afsnit"
    first.expect_saved()
    second.expect_saved()


def test_a_letter_in_a_text_with_other_line_ends_is_one_letter(pair, clients, admin):
    """Line ends of Windows and others are left as they are: what another writes at the end of a line stays there."""
    first, second = pair
    node = clients.node(MODEL, admin.token)
    text = "en\r\nto\rtre\u2028fire\r\nfem"
    node.do("insert", root="whyCross", index=0, text=text)
    shown = re.compile("^en\nto\ntre\nfire\nfem")
    expect(first.text("whyCross")).to_have_value(shown)
    first.text("whyCross").focus()
    first.text("whyCross").evaluate("one => one.setSelectionRange(2, 2)")
    first.page.keyboard.type("X")
    wait_until(lambda: node.do("text", root="whyCross").startswith("enX"), "the letter at the server")
    node.do("insert", root="whyCross", index=len(text) + 1, text="Y")
    assert node.do("text", root="whyCross").startswith("enX\r\nto\rtre\u2028fire\r\nfemY")
    wait_same("whyCross", first, second)


def test_what_is_undone_is_a_field_a_pause_or_forty_letters(pair):
    page, _ = pair
    task, why = page.text("task").input_value(), page.text("whyCross").input_value()
    # Two fields within half a second.
    page.type_at_end("task", " ét")
    page.type_at_end("whyCross", " to")
    page.page.keyboard.press("Control+z")
    page.expect_text("whyCross", why)
    page.expect_text("task", task + " ét")
    page.page.keyboard.press("Control+z")
    page.expect_text("task", task)
    # Without a pause, no more than forty letters at a time.
    page.text("task").focus()
    page.page.keyboard.press("Control+End")
    page.page.keyboard.type("x" * 170)
    left = 170
    while left > 0:
        page.page.keyboard.press("Control+z")
        now = len(page.text("task").input_value()) - len(task)
        assert 0 < left - now <= 40, (left, now)
        left = now


def test_a_code_that_a_phone_composes_is_written_once(browsers, week):
    page = browsers.open("/").page
    code = week.join_codes["s-1"]
    page.get_by_test_id("join-code").focus()
    keyboard = Keyboard(page)
    keyboard.compose(code.lower())
    keyboard.commit(code.lower())
    expect(page.get_by_test_id("join-code")).to_have_value(code.replace(" ", ""))
    page.get_by_test_id("join-next").click()
    expect(page.get_by_test_id("join-name")).to_be_visible()


def test_the_browsers_own_undo_takes_back_ones_own_words_and_none_of_the_others(pair):
    """From its menu, or a phone that is shaken: not the keys, which the page hears itself."""
    first, second = pair
    before = first.text("task").input_value()
    first.type_at_end("task", " mit eget")
    second.type_at_start("task", "deres ")
    expect(first.text("task")).to_have_value(f"deres {before} mit eget")
    first.type_at_end("whyCross", "!")
    why = first.text("whyCross").input_value().removesuffix("!")
    devtools = first.page.context.new_cdp_session(first.page)

    def command(name: str) -> None:
        devtools.send("Input.dispatchKeyEvent", {"type": "keyDown", "commands": [name]})

    command("undo")
    first.expect_text("whyCross", why)
    # In the field in which somebody else has written since, the browser alone would have nothing to take back.
    first.text("task").focus()
    first.page.keyboard.type("?")
    expect(second.text("task")).to_have_value(f"deres {before} mit eget?")
    command("undo")
    command("undo")
    assert wait_same("task", first, second) == f"deres {before}"


def test_a_word_that_is_composed_while_its_row_is_moved_is_there_once_and_what_others_write_comes(pair):
    """The field is taken out of its place and put back, and the browser does not say that it composes no more."""
    first, second = pair
    rows = first.rows("expectations")
    path = f"expectations/{rows.nth(0).get_attribute('data-row')}/need"
    before = first.text(path).input_value()
    first.text(path).focus()
    first.page.keyboard.press("Control+End")
    Keyboard(first.page).compose(" ord")
    expect(second.text(path)).to_have_value(f"{before} ord")
    second.rows("expectations").nth(0).get_by_test_id("row-down").click()
    expect(rows.nth(1).get_by_test_id(f"text-{path}")).to_be_focused()
    second.type_at_start(path, "Andres. ")
    expect(first.text(path)).to_have_value(f"Andres. {before} ord")
    first.page.keyboard.type("!")
    expect(second.text(path)).to_have_value(f"Andres. {before} ord!")


def test_what_a_program_puts_into_a_field_is_shared_and_outlives_what_others_write(pair):
    """A writing aid that says no more than that the field has changed."""
    first, second = pair
    first.text("task").focus()
    first.text("task").evaluate("""field => {
      field.value += ' dikteret'
      field.dispatchEvent(new Event('change', { bubbles: true }))
    }""")
    expect(second.text("task")).to_have_value(re.compile(" dikteret$"))
    second.type_at_start("task", "Foran. ")
    expect(first.text("task")).to_have_value(re.compile("^Foran. .* dikteret$"))
