"""The cells of a sheet: shared strings, strings in place, numbers, dates, and what formulas came to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jargon_scanner.loaders.sheets import check_size
from jargon_scanner.word_file.values import child, whole

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element as Element

    from jargon_scanner.loaders.sheets import Sheet
    from jargon_scanner.loaders.xlsx.dates import Formats

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})$")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Cells:
    """Reads the cells of the sheets of one workbook.

    Attributes:
        has_hidden: whether the last sheet that was read had hidden rows or columns.
    """

    def __init__(self, strings: Element | None, formats: Formats, s: str) -> None:
        """Begin.

        Args:
            strings: the root of the shared strings, which most text cells point to.
            formats: the number formats.
            s: the namespace, in braces.
        """
        self._s = s
        self._formats = formats
        items = () if strings is None else strings.iterchildren(f"{s}si")
        self._strings = [rich_text(item, s) for item in items]
        self.has_hidden = False

    def fill(self, sheet: Sheet, root: Element, path: Path, before: int) -> int:
        """Put the words of a sheet into it.

        Args:
            sheet: the sheet to fill.
            root: its XML.
            path: the file, for messages.
            before: how many cells the sheets before have.

        Returns:
            How many cells have words.

        Raises:
            TooLarge: there are too many cells.
        """
        s, count, row_number = self._s, 0, 0
        self.has_hidden = any(found.get("hidden") in {"1", "true"} for found in root.iter(f"{s}col"))
        for row in root.iter(f"{s}row"):
            row_number = whole(row.get("r")) or row_number + 1
            self.has_hidden = self.has_hidden or row.get("hidden") in {"1", "true"}
            column = 0
            for cell in row.iterchildren(f"{s}c"):
                column = _column(cell.get("r")) or column + 1
                words, is_text = self._words(cell)
                if words:
                    count += 1
                    sheet.put(row_number, column, words, is_text=is_text)
            check_size(path, before + count)
        return count

    def _words(self, cell: Element) -> tuple[str, bool]:
        """What a cell shows, and whether it is text."""
        s, kind = self._s, cell.get("t", "n")
        if kind == "inlineStr":
            inline = child(cell, f"{s}is")
            return ("" if inline is None else rich_text(inline, s)), True
        held = child(cell, f"{s}v")
        value = "" if held is None else held.text or ""
        if kind == "s":
            index = whole(value, -1)
            return (self._strings[index] if 0 <= index < len(self._strings) else ""), True
        if kind == "b":
            return {"1": "TRUE", "0": "FALSE"}.get(value, value), False
        if kind in {"str", "e"}:
            return unescaped(value), kind == "str"
        return (self._formats.shown(value, cell.get("s")) if value else ""), False


def rich_text(item: Element, s: str) -> str:
    """The text of a string, in one piece or in runs, without the guide to its pronunciation."""
    pieces: list[str] = []
    for found in item:
        if found.tag == f"{s}t":
            pieces.append(found.text or "")
        elif found.tag == f"{s}r":
            pieces += [text.text or "" for text in found.iterchildren(f"{s}t")]
    return unescaped("".join(pieces))


def unescaped(text: str) -> str:
    """Characters that XML cannot hold are written by their number: ``_x000D_``."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    character = chr(int(match[1], 16))
    return character if character.isprintable() or character in "\n\t" else ""


def _column(reference: str | None) -> int:
    match = _REFERENCE.match(reference or "")
    column = 0
    for letter in match[1] if match else "":
        column = column * 26 + ord(letter) - ord("A") + 1
    return column
