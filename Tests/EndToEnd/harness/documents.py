"""Documents read by independent readers: what a person would see in them, and what must not be in them."""

import csv
import io
import re
import xml.etree.ElementTree as ElementTree
import zipfile

import docx
import odf.opendocument
import pdfua
import pikepdf
import pypdf
from odf import teletype
from odf.table import Table, TableCell
from odf.text import H, P

#: What makes a word processor compute or fetch something (ECMA-376 part 1, section 17.16).
DOCX_FIELDS = ("w:fldSimple", "w:fldChar", "w:instrText", "w:hyperlink", "w:altChunk")
ODT_FIELDS = ("text:a ", "text:database", "text:conditional-text", "text:execute-macro", "text:dde-connection",
              "text:variable", "text:expression", "table:formula", "script:", "draw:object")


def read_csv(content: bytes) -> list[list[str]]:
    """As a Danish Excel reads it; fails where Excel would not take it for UTF-8."""
    assert content.startswith(b"\xef\xbb\xbf"), "no byte order mark"
    text = content.decode("utf-8-sig")
    # Within a cell a line ends as it was written.
    lines = re.sub(r'"(?:[^"]|"")*"', "", text)
    assert lines.endswith("\r\n") and "\n" not in lines.replace("\r\n", "")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True))


def read_docx(content: bytes) -> "docx.document.Document":
    return docx.Document(io.BytesIO(content))


def docx_parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".rels"))}


def docx_cells(document) -> list[str]:
    return [cell.text for table in document.tables for row in table.rows for cell in row.cells]


def docx_text(document) -> str:
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + docx_cells(document))


def assert_no_docx_fields(content: bytes) -> None:
    """But the two at the foot of the page that count pages."""
    for name, text in docx_parts(content).items():
        if name.startswith("word/footer"):
            assert re.findall(r"w:instr=\"([^\"]*)\"", text) == [" PAGE ", " NUMPAGES "]
            text = text.replace("<w:fldSimple", "")
        for field in DOCX_FIELDS:
            assert f"<{field}" not in text, f"{field} in {name}"
        assert 'TargetMode="External"' not in text, name


def read_odt(content: bytes):
    return odf.opendocument.load(io.BytesIO(content))


def odt_undeclared(content: bytes) -> set[str]:
    """Files of the package that its manifest doesn't name: LibreOffice opens none that has any."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        manifest = ElementTree.fromstring(archive.read("META-INF/manifest.xml"))
        declared = {value for entry in manifest for name, value in entry.attrib.items() if name.endswith("}full-path")}
        return set(archive.namelist()) - declared - {"mimetype", "META-INF/manifest.xml"}


def odt_headings(document) -> list[tuple[int, str]]:
    return [(int(heading.getAttribute("outlinelevel")), teletype.extractText(heading))
            for heading in document.getElementsByType(H)]


def odt_text(document) -> str:
    return "\n".join(teletype.extractText(one) for one in document.getElementsByType(P) + document.getElementsByType(H))


def odt_cells(document) -> list[str]:
    return [teletype.extractText(cell).strip() for table in document.getElementsByType(Table)
            for cell in table.getElementsByType(TableCell)]


def assert_no_odt_fields(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        text = archive.read("content.xml").decode()
    for field in ODT_FIELDS:
        assert f"<{field}" not in text and f" {field}=" not in text, field


def read_pdf(content: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(content), strict=True)


def pdf_text(reader: pypdf.PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def pdf_xmp(reader: pypdf.PdfReader) -> str:
    return reader.trailer["/Root"]["/Metadata"].get_object().get_data().decode()


def pdf_faults(content: bytes, path) -> list[str]:
    """What readers of the file's structure and of its tags have to say against it."""
    path.write_bytes(content)
    with pikepdf.open(path) as pdf:
        faults = pdf.check_pdf_syntax()
    report = pdfua.validate(str(path))
    return faults + [f"{finding.rule_id}: {finding.message}" for finding in report.findings]


def pdf_scopes(reader: pypdf.PdfReader) -> list[str]:
    """What each heading of a table is for, in the document's order."""
    return [element["/A"]["/Scope"] for element in pdf_elements(reader) if element["/S"] == "/TH"]


def pdf_actions(reader: pypdf.PdfReader) -> list[str]:
    """What the annotations of all pages do, by the name of each action (ISO 32000-1, section 12.6)."""
    annotations = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    return [note["/A"]["/S"] for note in annotations if "/A" in note]


def pdf_tags(reader: pypdf.PdfReader) -> list[str]:
    """The kinds of the structure tree's elements, in its order."""
    return [element["/S"] for element in pdf_elements(reader)]


def pdf_elements(reader: pypdf.PdfReader) -> list[pypdf.generic.DictionaryObject]:
    elements = []

    def walk(node):
        node = node.get_object()
        if isinstance(node, pypdf.generic.ArrayObject):
            for one in node:
                walk(one)
        elif isinstance(node, pypdf.generic.DictionaryObject):
            if "/S" in node:
                elements.append(node)
            if "/K" in node:
                walk(node["/K"])

    walk(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])
    return elements
