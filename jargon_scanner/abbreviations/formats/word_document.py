"""``docx``: a list of abbreviations to paste into a document, in the order of the alphabet.

One plain table of two columns, its heading row repeated on every page and marked as such, so that a screen
reader can say what a cell is about.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO

from jargon_scanner.abbreviations.formats.family import Format
from jargon_scanner.abbreviations.formats.wording import who_says
from jargon_scanner.outputs.visible import visible

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table as WordTable

    from jargon_scanner.abbreviations.table import Row, Table
    from jargon_scanner.outputs import Look

_TITLE = "Abbreviations"
_COLUMNS = ("Letters", "What they stand for")
_WIDTHS_CM = (3.5, 12.5)


def write(table: Table, out: BinaryIO, look: Look) -> None:  # noqa: ARG001 - a format's one signature
    """Write the document; what could not be read stands below the table."""
    import docx

    document = docx.Document()
    _describe(document)
    document.add_heading(_TITLE, level=1)
    if table.rows:
        _fill(document, sorted(table.rows, key=lambda row: row.short.casefold()))
    else:
        document.add_paragraph("There are no short forms that need to be explained.")
    if table.unread:
        document.add_heading("Not read", level=2)
        for one in table.unread:
            document.add_paragraph(visible(one.message), style="List Bullet")
    data = io.BytesIO()
    document.save(data)
    out.write(data.getvalue())


def _describe(document: Document) -> None:
    about = document.core_properties
    about.title, about.author, about.comments, about.language = _TITLE, "jargon-scanner", "", "en-GB"


def _fill(document: Document, rows: list[Row]) -> None:
    from docx.shared import Cm

    grid = document.add_table(rows=1, cols=len(_COLUMNS), style="Table Grid")
    grid.autofit = False
    _mark_heading_row(grid)
    for cell, words in zip(grid.rows[0].cells, _COLUMNS, strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    for row in rows:
        letters, meaning = grid.add_row().cells
        letters.text, meaning.text = visible(row.short), _meaning(row)
    for place, width in enumerate(_WIDTHS_CM):
        grid.columns[place].width = Cm(width)
        for cell in grid.columns[place].cells:
            cell.width = Cm(width)


def _mark_heading_row(grid: WordTable) -> None:
    """Have Word repeat the first row on every page and read it out as headings; name the table."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - python-docx has no other way
    for name, words in (
        ("w:tblCaption", _TITLE),
        ("w:tblDescription", "Short forms and what they stand for"),
    ):
        element = OxmlElement(name)
        element.set(qn("w:val"), words)
        grid._tbl.tblPr.append(element)  # noqa: SLF001 - python-docx has no other way


def _meaning(row: Row) -> str:
    meanings = ", or ".join(visible(one.text) for one in row.meanings)
    if not meanings:
        return "Not known: please write it in."
    if row.status == "elsewhere":
        return f"{meanings} (so says {who_says(row)}; please check)"
    return f"{meanings} (please choose)" if len(row.meanings) > 1 else meanings


PART = Format(name="docx", suffix=".docx", write=write, for_screen=False)
