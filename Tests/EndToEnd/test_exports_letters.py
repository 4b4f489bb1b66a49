"""Letters of every kind are in every document that is made: none is set as nothing, and none as another."""

import subprocess

import pytest

from harness import documents, paths

#: A face, a face of several parts, a digit in a key, Chinese, and Cyrillic; Arabic is read back in another order.
LETTERS = ["😀", "👩🏽\u200d🏫", "1\ufe0f\u20e3", "王秀英", "Кира", "✅"]
ARABIC = "مريم"
TEXT = "Først " + " så ".join([*LETTERS, ARABIC]) + " til sidst 27."


@pytest.fixture
def written(week, admin, clients):
    model = next(one["id"] for one in admin.session("s-1")["models"])
    writer = clients.pycrdt(model, admin.token, saved="1")
    writer.insert("task", 0, TEXT)
    writer.wait_saved()


def shown(kind: str, content: bytes) -> str:
    if kind == "docx":
        return documents.docx_text(documents.read_docx(content))
    return documents.odt_text(documents.read_odt(content))


def assert_all_there(text: str) -> None:
    text = "".join(text.split())
    for letters in LETTERS:
        assert letters in text, letters
    assert set(ARABIC) <= set(text) and "tilsidst27." in text


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_letters_of_every_kind_are_in_the_document(admin, written, kind):
    answer = admin.get(f"/sessions/s-1/outcome.{kind}")
    assert answer.status_code == 200, answer.text
    assert_all_there(shown(kind, answer.content))


def test_the_fonts_of_this_machine_set_letters_of_every_kind_in_a_pdf_and_digits_as_digits(tmp_path):
    page, made = tmp_path / "page.html", tmp_path / "made.pdf"
    page.write_text(f'<html lang="da"><title>Bogstaver</title><p>{TEXT}</p></html>', encoding="utf-8")
    sheet = paths.TEMPLATES / "documents" / "print.css"
    subprocess.run(["weasyprint", "--quiet", "--encoding", "utf-8", "--media-type", "print", "--stylesheet", sheet,
                    "--pdf-variant", "pdf/ua-1", page, made], check=True, timeout=60)
    assert_all_there(documents.pdf_text(documents.read_pdf(made.read_bytes())))
