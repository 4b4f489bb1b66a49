"""Documents that are taken home, and files that are brought."""

import tempfile
from pathlib import Path

from harness.model_page import SESSION

from .catalogue import look
from .place import Place


@look("--limit-text-export-bytes", "1024")
def document_too_large(here: Place) -> None:
    page = here.page(here.person().token, f"/session/{SESSION}")
    page.get_by_test_id("downloads-more").click()
    page.get_by_test_id("download-md").click()
    here.take(page, "document-too-large")


@look("--limit-conversion-text-bytes", "1024")
def document_too_long_for_a_format(here: Place) -> None:
    page = here.page(here.server.admin_token, f"/uge/{here.week.id}/enhed/u-skole/maalplan")
    page.get_by_test_id("download-pdf").click()
    here.take(page, "document-too-long-for-pdf")


@look("--limit-conversions", "1", "--limit-conversions-waiting", "0", "--limit-week-exports", "1")
def exports_busy(here: Place) -> None:
    first = here.page(here.server.admin_token, f"/uge/{here.week.id}")
    first.get_by_test_id("archive-start").click()
    here.take(first, "export-under-way", "archive-progress")
    page = here.page(here.server.admin_token, f"/uge/{here.week.id}")
    page.get_by_test_id("archive-start").click()
    here.take(page, "week-exports-busy")
    page = here.page(here.server.admin_token, f"/uge/{here.week.id}/enhed/u-skole/maalplan")
    page.get_by_test_id("download-pdf").click()
    here.take(page, "exports-busy")


@look()
def files(here: Place) -> None:
    with tempfile.TemporaryDirectory() as folder:
        page = here.page(here.server.admin_token, f"/uge/{here.week.id}/grundlag")
        file = Path(folder) / "enheder.csv"
        file.write_bytes("enhed-id;navn\n;Børnehuset Åen\n".encode("cp1252"))
        page.get_by_test_id("tables-file").set_input_files(file)
        here.take(page, "file-windows-1252", "file-notes")
        file.write_bytes(b"PK\x03\x04\x14\x00 et regneark")
        page.get_by_test_id("tables-file").set_input_files(file)
        here.take(page, "file-workbook", "bring-tables")
