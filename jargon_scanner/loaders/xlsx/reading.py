"""From the bytes of a spreadsheet to a Document: the cells of each sheet and what stands beside them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from jargon_scanner.errors import DamagedFile
from jargon_scanner.loaders.flow.problems import problems_of
from jargon_scanner.loaders.inside import Collection
from jargon_scanner.loaders.sheets import Sheet, check_size
from jargon_scanner.loaders.xlsx.cells import Cells
from jargon_scanner.loaders.xlsx.dates import Formats
from jargon_scanner.loaders.xlsx.extras import Extras
from jargon_scanner.word_file import PartUnreadable, open_package

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element as Element

    from jargon_scanner.document import Document
    from jargon_scanner.word_file import Package

_USUAL_PLACE = "xl/workbook.xml"
_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_IDS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)


def read_workbook(path: Path, data: bytes, name: str) -> Document:
    """Read a spreadsheet.

    Args:
        path: the file, for messages.
        data: its bytes.
        name: the name of the format.

    Raises:
        DocumentError: it cannot be read, in one of the ways of ``errors.py``.
    """
    package = open_package(path, data)
    main = package.main_name(_USUAL_PLACE)
    if main.endswith(".bin"):
        from jargon_scanner.loaders.xls.reading import read_cells

        return read_cells(path, data, name)
    book = _Book(path, package, main)
    book.read()
    counts = book.counts
    counts["macro"] += package.has_macros
    book.collection.problems += problems_of(counts)
    return book.collection.document(name, data)


class _Book:
    """One workbook: its parts, and what was found in them."""

    def __init__(self, path: Path, package: Package, main: str) -> None:
        self._package = package
        self._main = main
        self.collection = Collection(path)
        self.counts: Counter[str] = Counter()
        self._cells = 0
        try:
            self._root = package.part(main).root
        except PartUnreadable as fault:
            raise DamagedFile(path, "its list of sheets cannot be read") from fault
        self._s = str(self._root.tag).split("}")[0] + "}" if str(self._root.tag).startswith("{") else ""

    def read(self) -> None:
        """Read every sheet."""
        strings = self._helper("sharedStrings")
        reader = Cells(strings, Formats(self._helper("styles"), self._s), self._s)
        if strings is None and self._package.linked(self._main, "sharedStrings"):
            self.counts["part-unreadable"] += 1
        for number, found in enumerate(self._root.iter(f"{self._s}sheet"), start=1):
            sheet = Sheet(found.get("name", f"{number}"), number)
            target = self._package.target(
                self._main, next((found.get(key) for key in _IDS if found.get(key)), None)
            )
            self._sheet(sheet, target, reader, is_hidden=found.get("state", "visible") != "visible")

    def _helper(self, kind: str) -> Element | None:
        return self._part(self._package.linked(self._main, kind))

    def _part(self, name: str | None) -> Element | None:
        part = self._package.readable(name)
        return None if part is None else part.root

    def _sheet(self, sheet: Sheet, target: str | None, reader: Cells, *, is_hidden: bool) -> None:
        root = self._part(target)
        if root is None or target is None:
            self.counts["part-unreadable"] += 1
            return
        self._cells += reader.fill(sheet, root, self.collection.path, self._cells)
        check_size(self.collection.path, self._cells)
        extras = Extras(self._package, sheet, self._s, self.counts)
        blocks = [*sheet.blocks(), *extras.of_sheet(root), *extras.of_parts(target)]
        self.counts["hidden-text"] += bool(is_hidden and blocks) + (not is_hidden and reader.has_hidden)
        self.collection.blocks += blocks
