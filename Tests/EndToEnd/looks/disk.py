"""A disk that is nearly full, and one on which nothing can be saved."""

from harness.failing_disk import FailingDisk
from harness.join_page import fill_in

from .catalogue import look
from .place import Place, make_session


@look("--limit-disk-reserve-bytes", "70368744177664")
def disk_nearly_full(here: Place) -> None:
    page = here.page(here.server.admin_token, "/uger")
    here.take(page, "disk-nearly-full", "nearly-full-banner")
    page.goto(here.server.url + f"/uge/{here.week.id}")
    make_session(page)
    here.take(page, "disk-nearly-full-session")


@look()
def cannot_save(here: Place) -> None:
    model = here.model()
    lead = here.lead()
    join = here.page(None, f"/k/{here.code}")
    with FailingDisk(here.server):
        model.type_at_end("task", " Mens disken var fuld.")
        here.take(model.page, "cannot-save", "storage-banner")
        here.take(lead, "cannot-save-facilitator", "storage-banner")
        lead.get_by_test_id("timer-5").click()
        here.take(lead, "cannot-save-command")
        fill_in(join)
        here.take(join, "cannot-save-joining")
