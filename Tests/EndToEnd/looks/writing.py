"""Writing in a model: too much at once, too fast, and where there is no room."""

from harness.clients import Clients
from harness.model_page import MODEL

from .catalogue import look
from .place import Place

#: A document that takes room for 20,000 letters and no more than that again.
SMALL_DOCUMENTS = (
    "--limit-document-update-bytes", "60000", "--limit-update-bytes", "60000",
    "--limit-document-pending-bytes", "20000")


@look()
def field_full(here: Place) -> None:
    model = here.model()
    before = len(model.text("task").input_value())
    model.paste_at_end("task", "x" * 100_001)
    here.take(model.page, "paste-too-large", "excess-task")
    model.paste_at_end("task", "Lange ord " * ((99_600 - before) // 10))
    here.take(model.page, "field-near", "near-task")
    model.paste_at_end("task", "x" * 2_000)
    here.take(model.page, "field-full", "excess-task")


@look(*SMALL_DOCUMENTS)
def model_full(here: Place) -> None:
    model = here.model()
    model.paste_at_end("task", "a" * 20_000)
    model.page.wait_for_timeout(2_000)
    model.paste_at_end("task", "b" * 45_000)
    here.take(model.page, "model-full", "refused-notice")
    model.text("task").scroll_into_view_if_needed()
    here.take(model.page, "model-full-status", "save-status")
    model.page.get_by_test_id("why-refused").click()
    here.take(model.page, "model-full-why", "refused-notice")


@look(*SMALL_DOCUMENTS, "--limit-snapshot-bytes", "20000", "--limit-session-document-bytes", "80000")
def session_room_full(here: Place) -> None:
    full(here, "session-room-full", "c-1")


@look(*SMALL_DOCUMENTS, "--limit-snapshot-bytes", "20000", "--limit-session-document-bytes", "80000",
      "--limit-week-bytes", "80000")
def week_room_full(here: Place) -> None:
    full(here, "week-room-full", "v-1")


def full(here: Place, name: str, other: str | None = None) -> None:
    """Writes in the model until no more is taken; `other`: a model in which much is written already."""
    if other is not None:
        write(here, other, 1, 45_000)
    model = here.model()
    for _ in range(6):
        model.paste_at_end("task", "Lange ord " * 1_500)
        model.page.wait_for_timeout(700)
        if model.page.get_by_test_id("refused-notice").count():
            break
    here.take(model.page, name, "refused-notice")


def write(here: Place, model: str, windows: int, letters: int) -> None:
    clients = Clients(here.server)
    try:
        for _ in range(windows):
            client = clients.pycrdt(model, here.admin.token)
            client.insert("task", 0, "x" * letters)
            client.pump(0.5)
            client.disconnect()
    finally:
        clients.close()


@look("--limit-person-update-bytes", "60000", "--limit-person-update-bytes-per-second", "64", *SMALL_DOCUMENTS[2:4])
def too_fast_in_a_model(here: Place) -> None:
    full(here, "writes-too-fast")


@look("--limit-document-clients", "16")
def too_many_windows(here: Place) -> None:
    write(here, MODEL, 16, 1)
    model = here.model()
    model.type_at_end("task", " og mere")
    here.take(model.page, "too-many-windows", "refused-notice")


@look()
def personal_number(here: Place) -> None:
    model = here.model()
    model.type_at_end("task", " Ring til 010203-1234.")
    here.take(model.page, "personal-number", "personal-number")
    lead = here.lead()
    lead.get_by_text("Tekst, der ligner CPR-numre").click()
    here.take(lead, "personal-numbers-list", "personal-numbers-list")
