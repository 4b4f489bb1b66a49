"""What a person is told on the page where there is no room: before a paste is cut, and when the model is full."""

import pytest
from playwright.sync_api import expect

from harness.model_page import MODEL, SAVED, open_model

FIELD = 100_000


def paste(model, path, text):
    """As the keyboard does it, through the browser's clipboard."""
    model.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    model.page.evaluate("text => navigator.clipboard.writeText(text)", text)
    model.text(path).focus()
    model.page.keyboard.press("Control+End")
    model.page.keyboard.press("Control+V")


def test_a_paste_that_a_field_has_no_room_for_is_told_before_it_is_cut_and_what_fits_is_taken(
        browsers, week, clients, admin):
    model = open_model(browsers, week.join("s-1", "Deltager P", "Lærer", unitId="u-skole").token)
    before = model.text("task").input_value()
    paste(model, "task", "x" * (FIELD + 1))
    expect(model.page.get_by_test_id("excess-task")).to_contain_text("Intet er sat ind")
    assert model.text("task").input_value() == before
    paste(model, "task", "y" * (FIELD - len(before)))
    expect(model.page.get_by_test_id("excess-task")).to_have_count(0)
    expect(model.status).to_have_text(SAVED, timeout=20_000)
    assert len(str(clients.pycrdt(MODEL, admin.token).text("task"))) == FIELD
    model.type_at_end("task", "z")
    expect(model.page.get_by_test_id("excess-task")).to_be_visible()
    assert len(model.text("task").input_value()) == FIELD


class TestFull:
    @pytest.fixture
    def server_flags(self):
        return [
            "--limit-document-update-bytes", "60000", "--limit-update-bytes", "60000",
            "--limit-document-pending-bytes", "20000"]

    def test_a_full_model_says_so_keeps_what_was_written_and_saves_it_once_there_is_room(
            self, browsers, week, clients, admin, server):
        model = open_model(browsers, week.join("s-1", "Deltager F", "Lærer", unitId="u-skole").token)
        paste(model, "task", "a" * 20_000)
        expect(model.status).to_have_text(SAVED, timeout=20_000)
        paste(model, "task", "b" * 45_000)
        notice = model.page.get_by_test_id("refused-notice")
        expect(notice).to_contain_text("Der er ikke plads til mere i modellen", timeout=20_000)
        expect(model.status).to_have_attribute("data-state", "refused")
        # Far down in the model one gets to the reason.
        model.page.set_viewport_size({"width": 320, "height": 640})
        model.text("task").evaluate("field => field.scrollIntoView({ block: 'end' })")
        expect(notice).not_to_be_in_viewport()
        model.page.get_by_test_id("why-refused").click()
        expect(notice).to_be_in_viewport()
        expect(notice).to_be_focused()
        assert "bbb" not in str(clients.pycrdt(MODEL, admin.token).text("task"))
        model.text("task").focus()
        model.text("task").evaluate("field => field.setSelectionRange(0, field.value.length - 5000)")
        model.page.keyboard.press("Delete")
        expect(model.status).to_have_text(SAVED, timeout=40_000)
        expect(notice).to_have_count(0)
        assert str(clients.pycrdt(MODEL, admin.token).text("task")).endswith("b" * 5_000)
