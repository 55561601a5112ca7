"""Pages that a library writes in Word: A4, plain, and told to a screen reader as they are to an eye."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO

from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from jargon_scanner.outputs.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docx.document import Document as WordDocument
    from docx.table import Table, _Row
    from docx.text.paragraph import Paragraph

INK, QUIET = RGBColor(0x12, 0x16, 0x1C), RGBColor(0x4A, 0x53, 0x60)
_STRONG = RGBColor(0x3D, 0x2F, 0x94)
#: Word's own mark of a picture that only decorates ([MS-ODRAWXML], "decorative").
_DECORATIVE = """
<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
  <a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">
    <adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>
  </a:ext>
</a:extLst>"""


def new_page(title: str, size: float = 10.5, margin: float = 2.0) -> WordDocument:
    """A document with a title, which is its first heading too.

    Args:
        title: what it is called.
        size: of its letters, in points.
        margin: at its sides, in cm.
    """
    word = Document()
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(margin)
    section.top_margin = section.bottom_margin = Cm(1.6)
    font = word.styles["Normal"].font
    font.name, font.size, font.color.rgb = "Arial", Pt(size), INK
    word.styles["Normal"].paragraph_format.space_after = Pt(4)
    about, title = word.core_properties, visible(title)
    about.title, about.author, about.comments, about.language = title, "jargon-scanner", "", "en-GB"
    word.add_heading(title, level=1)
    return word


def large_headings(word: WordDocument, sizes: tuple[float, float, float]) -> None:
    """Set the sizes of the three levels of headings, in points, in our own type; the second in our colour."""
    for level, (size, colour) in enumerate(zip(sizes, (INK, _STRONG, INK), strict=True), start=1):
        style = word.styles[f"Heading {level}"]
        style.font.size, style.font.color.rgb = Pt(size), colour
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for name in list(fonts.attrib):
            del fonts.attrib[name]  # the theme's font, which would be stronger
        style.font.name = "Arial"
    word.styles["Heading 3"].paragraph_format.space_before = Pt(8)


def content(word: WordDocument) -> bytes:
    """A document as a file."""
    data = io.BytesIO()
    word.save(data)
    return data.getvalue()


def save(word: WordDocument, out: BinaryIO) -> None:
    """Write a document on a stream that need not be one that can go back."""
    out.write(content(word))


def decorate(paragraph: Paragraph, png: bytes, width: float) -> None:
    """Add a picture, so many cm wide, whose words stand beside it: a screen reader passes it over."""
    drawn = paragraph.add_run().add_picture(io.BytesIO(png), width=Cm(width))
    about = drawn._inline.docPr  # noqa: SLF001 - python-docx has no other way
    about.set("descr", "")
    about.append(parse_xml(_DECORATIVE))


def small(word: WordDocument, text: str) -> None:
    """A quiet line below the rest."""
    run = word.add_paragraph().add_run(visible(text))
    run.font.size, run.font.color.rgb = Pt(8.5), QUIET


def bullets(word: WordDocument, title: str, lines: Sequence[str]) -> None:
    """A heading with lines under it; nothing where there are none."""
    if lines:
        word.add_heading(title, level=2)
        for line in lines:
            word.add_paragraph(visible(line), style="List Bullet")


def table(
    word: WordDocument,
    caption: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    widths: Sequence[float],
    height: float | None = None,
) -> Table:
    """A table whose first row is repeated on each page and read out as headings.

    Args:
        word: the document.
        caption: what a screen reader calls it.
        columns: words of the first row.
        rows: words of the others.
        widths: of the columns, in cm.
        height: that each row has at least, in cm; None for that of its words.
    """
    grid: Table = word.add_table(rows=1, cols=len(columns), style="Table Grid")
    grid.autofit = False
    grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - python-docx has no other way
    for name in ("w:tblCaption", "w:tblDescription"):
        element = OxmlElement(name)
        element.set(qn("w:val"), caption)
        grid._tbl.tblPr.append(element)  # noqa: SLF001 - as above
    for cell, words in zip(grid.rows[0].cells, columns, strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    for row in rows:
        line: _Row = grid.add_row()  # type: ignore[no-untyped-call]  # python-docx leaves this one untyped
        if height is not None:
            line.height = Cm(height)
        for cell, words in zip(line.cells, row, strict=True):
            cell.text = visible(words)
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
    return grid
