"""OpenDocument spreadsheets: .ods, .ots."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from jargon_scanner.loaders.family import Loader
from jargon_scanner.loaders.flow.problems import problems_of
from jargon_scanner.loaders.inside import Collection
from jargon_scanner.loaders.kinds import declared_type
from jargon_scanner.loaders.odt.names import DRAW, OFFICE, TABLE, TEXT
from jargon_scanner.loaders.sheets import Sheet, check_size, column_letters
from jargon_scanner.word_file.values import whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element as Element

    from jargon_scanner.document import Block, Document

_MARK = b"opendocument.spreadsheet"
_BLANKS = {f"{TEXT}s": " ", f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}


def read(path: Path, data: bytes) -> Document:
    """Read an OpenDocument spreadsheet.

    Raises:
        DocumentError: it cannot be read, in one of the ways of ``errors.py``.
    """
    from jargon_scanner.loaders.odt.reading import has_macros, open_parts, title_of
    from jargon_scanner.word_file import open_package

    package = open_package(path, data)
    body, _ = open_parts(package)
    collection = Collection(path)
    counts: Counter[str] = Counter()
    cells = 0
    for number, table in enumerate(body.iter(f"{TABLE}table"), start=1):
        sheet = Sheet(table.get(f"{TABLE}name", f"{number}"), number)
        beside = list(_fill(sheet, table, counts))
        cells += sum(len(row) for row in sheet.rows.values())
        check_size(path, cells)
        collection.blocks += [*sheet.blocks(), *beside]
    counts["macro"] += has_macros(package, body)
    collection.problems += problems_of(counts)
    return collection.document(PART.name, data, " ".join(title_of(package).split()))


def _fill(sheet: Sheet, table: Element, counts: Counter[str]) -> Iterator[Block]:
    """Put the words of a table into its sheet; give those that stand beside the cells."""
    for shapes in table.iterchildren(f"{TABLE}shapes"):
        yield from _shapes(sheet, shapes, counts)
    row_number = 1
    for row in table.iter(f"{TABLE}table-row"):
        column = 1
        for cell in row.iterchildren(f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            words = "\n".join(words_of(found) for found in cell.iterchildren(f"{TEXT}p"))
            is_text = cell.get(f"{OFFICE}value-type", "string") == "string"
            # What is repeated is said once: a person reads one cell, and a column of it is one fault.
            sheet.put(row_number, column, words, is_text=is_text)
            place = f"{column_letters(column)}{row_number}"
            for note in cell.iterchildren(f"{OFFICE}annotation"):
                words = "\n".join(words_of(found) for found in note.iter(f"{TEXT}p"))
                yield from sheet.beside(words, f"comment on cell {place}", part="comment")
            yield from _shapes(sheet, cell, counts)
            column += whole(cell.get(f"{TABLE}number-columns-repeated"), 1) or 1
        row_number += whole(row.get(f"{TABLE}number-rows-repeated"), 1) or 1


def _shapes(sheet: Sheet, around: Element, counts: Counter[str]) -> Iterator[Block]:
    """Text boxes, pictures and objects on a sheet."""
    for shape in around:
        if not str(shape.tag).startswith(DRAW):
            continue
        counts["picture"] += next(shape.iter(f"{DRAW}image"), None) is not None
        counts["embedded-file"] += next(shape.iter(f"{DRAW}object"), None) is not None
        for found in shape.iter(f"{TEXT}p"):
            yield from sheet.beside(words_of(found), "text box", part="textbox")


def words_of(paragraph: Element) -> str:
    """The words of a paragraph; runs of blanks are one, but for those that are named."""
    pieces: list[str] = []
    for element in paragraph.iter():
        pieces.append(_BLANKS.get(str(element.tag), ""))
        pieces.append(" ".join((element.text or "").split("\n")))
        if element is not paragraph:
            pieces.append(element.tail or "")
    return "".join(pieces)


PART = Loader(
    name="ods",
    description="an OpenDocument spreadsheet",
    suffixes=(".ods", ".ots"),
    recognises=lambda head: _MARK in declared_type(head),
    read=read,
)
