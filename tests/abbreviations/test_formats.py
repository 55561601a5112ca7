"""Every format of the table, read back by a second reader."""

from __future__ import annotations

import csv
import io
import json

import docx
import pytest
from python_calamine import CalamineWorkbook

from jargon_scanner.abbreviations import Row, Table, Unread
from jargon_scanner.abbreviations.formats import find_format, installed
from jargon_scanner.abbreviations.formats.wording import COLUMNS
from jargon_scanner.abbreviations.table import RowMeaning
from jargon_scanner.errors import UsageError
from jargon_scanner.outputs import Look

GUESS = Row(
    "YDO", ("YDO", "Ydo"), 4, ("a/plan.docx", "b.txt"), "Page 2",
    (RowMeaning("youth drop-in office", "document", ("b.txt",)),), "elsewhere",
)  # fmt: skip
KNOWN = Row(
    "CIN",
    ("CIN",),
    1,
    ("b.txt",),
    "Line 1",
    (RowMeaning("child in need", "lexicon", ("b.txt",)),),
    "unexplained",
)
HOSTILE = Row(
    "=1+1",
    ("=1+1", "@x"),
    1,
    ("=c.txt",),
    "-2",
    (RowMeaning("+plus\x1b[31m", "document", ("=c.txt",)),),
    "explained",
)
UNKNOWN = Row("QZX", ("QZX",), 2, ("b.txt",), "Line 9", (), "unknown")
FULL = Table((UNKNOWN, GUESS, KNOWN, HOSTILE), 3, (Unread("d.pdf", "password", "d.pdf needs a password."),))
EMPTY = Table((), 1)


def written(name: str, table: Table, look: Look | None = None) -> bytes:
    out = io.BytesIO()
    installed()[name].write(table, out, look or Look())
    return out.getvalue()


@pytest.mark.parametrize("name", sorted(installed()))
def test_every_format_shows_a_full_and_an_empty_table(name: str) -> None:
    assert written(name, FULL)
    assert written(name, EMPTY)


def test_the_ending_of_the_file_decides_and_a_name_is_stronger() -> None:
    assert find_format(None, "list.DOCX").name == "docx"
    assert find_format("csv", "list.docx").name == "csv"
    assert find_format(None).name == "text"
    with pytest.raises(UsageError, match="no format 'pdf'"):
        find_format("pdf")


def test_text_names_the_guess_where_it_comes_from_and_what_was_not_read() -> None:
    text = written("text", FULL, Look(width=200)).decode()
    assert "perhaps youth drop-in office, as in b.txt (explained in other documents only)" in text
    assert "2 are not in the word list: these come first" in text
    assert "Not read" in text
    assert "d.pdf needs a password." in text
    assert "\x1b" not in text
    assert text.index("QZX") < text.index("YDO") < text.index("CIN")


@pytest.mark.parametrize("width", [20, 60, 100])
def test_text_is_never_wider_than_the_screen(width: int) -> None:
    lines = written("text", FULL, Look(width=width)).decode().splitlines()
    assert max(map(len, lines)) <= width


def test_no_cell_of_the_csv_is_a_formula() -> None:
    rows = list(csv.reader(io.StringIO(written("csv", FULL).decode("utf-8-sig"), newline="")))
    assert rows[0] == list(COLUMNS)
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert [row[0] for row in rows[1:]] == ["QZX", "YDO", "CIN", "'=1+1", ""]
    assert rows[-1][1:3] == ["d.pdf needs a password.", "not read"]


def test_the_workbook_holds_words_and_numbers_with_its_heading_in_sight() -> None:
    data = written("xlsx", FULL)
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert book.sheet_names == ["Abbreviations", "Not read"]
    rows = book.get_sheet_by_name("Abbreviations").to_python()
    assert rows[0] == list(COLUMNS)
    assert [row[0] for row in rows[1:]] == ["QZX", "YDO", "CIN", "=1+1"]
    assert [row[4] for row in rows[1:]] == [2, 4, 1, 1]
    import zipfile

    sheet = zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()
    assert "<autoFilter" in sheet
    assert 'state="frozen"' in sheet
    assert "<f>" not in sheet


def test_the_word_list_is_a_plain_table_with_a_heading_row_that_is_repeated() -> None:
    document = docx.Document(io.BytesIO(written("docx", FULL)))
    (grid,) = document.tables
    assert [cell.text for cell in grid.rows[0].cells] == ["Letters", "What they stand for"]
    assert grid.rows[0]._tr.trPr.xpath("w:tblHeader")
    assert [row.cells[0].text for row in grid.rows[1:]] == ["=1+1", "CIN", "QZX", "YDO"]
    assert grid.rows[4].cells[1].text == "youth drop-in office (so says b.txt; please check)"
    assert grid._tbl.tblPr.xpath("w:tblCaption")
    assert not grid._tbl.xpath(".//w:gridSpan | .//w:vMerge")
    assert "d.pdf needs a password." in [paragraph.text for paragraph in document.paragraphs]
    assert document.core_properties.author == "jargon-scanner"


def test_the_table_of_a_document_without_short_forms_says_so() -> None:
    document = docx.Document(io.BytesIO(written("docx", EMPTY)))
    assert not document.tables
    assert "no short forms" in document.paragraphs[1].text
    assert "No short forms" in written("text", EMPTY).decode()


def test_json_names_its_schema_and_loses_nothing() -> None:
    data = json.loads(written("json", FULL))
    assert (data["schema"], data["documents"]) == ("jargon-scanner/acronyms/1", 3)
    assert data["rows"][1] == {
        "short": "YDO", "spellings": ["YDO", "Ydo"], "count": 4, "documents": ["a/plan.docx", "b.txt"],
        "first_place": "Page 2", "status": "elsewhere",
        "meanings": [{"text": "youth drop-in office", "source": "document", "documents": ["b.txt"]}],
    }  # fmt: skip
    assert data["unread"] == [{"path": "d.pdf", "code": "password", "message": "d.pdf needs a password."}]
