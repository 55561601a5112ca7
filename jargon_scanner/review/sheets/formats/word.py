"""``docx``: a sheet in Word, with headings, lists and tables that a screen reader knows as such."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from jargon_scanner.outputs.visible import visible
from jargon_scanner.review.sheets.formats.family import Format

if TYPE_CHECKING:
    from docx.document import Document

    from jargon_scanner.review.sheets.sheet import Section, Sheet, Table

_LETTERS, _LARGE_LETTERS = 11.0, 18.0
_CM_ACROSS = 17.0


def write(sheet: Sheet, out: BinaryIO) -> None:
    """Write the document."""
    from jargon_scanner.library.word_page import new_page, save, small

    word = new_page(sheet.title, _LARGE_LETTERS if sheet.is_large else _LETTERS)
    for line in sheet.lead:
        word.add_paragraph(visible(line))
    for section in sheet.sections:
        _section(word, section)
    for line in sheet.notes:
        small(word, line)
    save(word, out)


def _section(word: Document, section: Section) -> None:
    heading = word.add_heading(visible(section.heading), level=2)
    heading.paragraph_format.page_break_before = section.is_on_new_page
    for line in section.lines:
        word.add_paragraph(visible(line))
    for point in section.points:
        word.add_paragraph(visible(point), style="List Bullet")
    for table in section.tables:
        if table.caption != section.heading:
            caption = word.add_paragraph()
            caption.add_run(visible(table.caption)).bold = True
            caption.paragraph_format.keep_with_next = True
        _table(word, table)
    for quote in section.quotes:
        paragraph = word.add_paragraph(style="Quote")
        paragraph.add_run(f"“{visible(quote.words)}”")
        paragraph.add_run(f"  {visible(quote.who)}").italic = False


def _table(word: Document, table: Table) -> None:
    from jargon_scanner.library.word_page import table as write_table

    widths = [_CM_ACROSS * width / sum(table.widths) for width in table.widths]
    write_table(word, table.caption, table.headings, table.in_words, widths)
    word.add_paragraph()


PART = Format("docx", ".docx", write)
