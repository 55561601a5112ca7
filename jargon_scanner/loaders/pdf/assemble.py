"""From pages to pieces: furniture set aside, words given to their cells, fields put where they stand."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from jargon_scanner.document import Cell
from jargon_scanner.loaders.pdf.compose import Piece
from jargon_scanner.loaders.pdf.furniture import find_furniture
from jargon_scanner.loaders.pdf.layout import (
    Element,
    beside,
    goes_on_elsewhere,
    make_lines,
    make_paragraphs,
    put_in_order,
)
from jargon_scanner.loaders.pdf.page import Box, Line, Table, Word, around
from jargon_scanner.loaders.pdf.tables import tagged_tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jargon_scanner.loaders.pdf.page import Field, Page, TableCell

# A box around a letterhead is no table.
_BAND = 0.12
# Cells are looked up by strips of the page of this height.
_STRIP = 20.0


def assemble(pages: list[Page]) -> list[Piece]:
    """The pieces of a document in reading order."""
    sheets = [_Sheet(page) for page in pages]
    furniture = find_furniture(pages, [sheet.lines for sheet in sheets])
    pieces: list[Piece] = []
    tables = 0
    open_piece: Piece | None = None
    for sheet in sheets:
        where = {id(element): furniture.get(id(element.item), "") for element in sheet.lines}
        headers = [element for element in sheet.lines if where[id(element)] == "header"]
        footers = [element for element in sheet.lines if where[id(element)] == "footer"]
        body = [element for element in sheet.lines if not where[id(element)]]
        pieces += (Piece(sheet.page.number, [line], part="header") for line in _items(headers))
        middle = list(sheet.pieces(body, tables))
        tables += len(sheet.tables)
        for piece in middle:
            if open_piece and _is_flow(piece) and goes_on_elsewhere(open_piece.lines[-1], piece.lines[0]):
                open_piece.lines += piece.lines
                continue
            pieces.append(piece)
            if _is_flow(piece) or piece.cell:
                open_piece = piece if _is_flow(piece) else None
        pieces += (Piece(sheet.page.number, [line], part="footer") for line in _items(footers))
    return pieces


def _items(elements: list[Element]) -> Iterator[Line]:
    return (element.item for element in elements if isinstance(element.item, Line))


def _is_flow(piece: Piece) -> bool:
    return bool(piece.lines) and piece.cell is None and piece.part == "body"


class _Sheet:
    """One page: its tables with their words, and the lines outside them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.tables: list[tuple[Table, int, dict[TableCell, list[tuple[int, Word]]]]] = []
        taken: set[int] = set()
        for table in page.tables:
            if _in_band(table.box, page):
                continue
            inside = _words_in(table, page, taken)
            if sum(1 for words in inside.values() if words) + _fields_in(table, page) < 2:
                continue
            orders = [order for words in inside.values() for order, _ in words]
            taken.update(orders)
            self.tables.append((table, min(orders, default=len(page.words)), inside))
        for table, inside in tagged_tables(page.words, taken):
            orders = [order for words in inside.values() for order, _ in words]
            taken.update(orders)
            self.tables.append((table, min(orders), inside))
        if page.tagged:
            self.tables.sort(key=lambda found: found[1])
        outside = ((order, word) for order, word in enumerate(page.words) if order not in taken)
        self.lines = make_lines(outside, page.number)

    def pieces(self, body: list[Element], tables_before: int) -> Iterator[Piece]:
        """The pieces of the page's body, with the fields among them."""
        placed: list[tuple[Box, Piece]] = []
        numbers = {id(table): number for number, (table, _, _) in enumerate(self.tables, start=1)}
        tables = (Element(order, table) for table, order, _ in self.tables)
        flow = put_in_order([*body, *tables], tagged=self.page.tagged)
        lines: list[Line] = []
        for element in flow:
            if isinstance(element.item, Line):
                lines.append(element.item)
                continue
            placed += self._paragraphs(lines)
            lines = []
            number = numbers[id(element.item)]
            placed += self._cells(number, tables_before + number)
        placed += self._paragraphs(lines)
        return (piece for _, piece in _with_fields(placed, self._loose_fields(), self.page.number))

    def _paragraphs(self, lines: list[Line]) -> Iterator[tuple[Box, Piece]]:
        for paragraph in make_paragraphs(lines):
            yield around([line.box for line in paragraph]), Piece(self.page.number, paragraph)

    def _cells(self, on_page: int, in_document: int) -> Iterator[tuple[Box, Piece]]:
        """A piece for each paragraph and each field of each cell."""
        _, _, inside = self.tables[on_page - 1]
        for cell, words in inside.items():
            place = Cell(in_document, cell.row, cell.column)
            lines = make_lines(words, self.page.number, in_cell=True)
            elements = put_in_order(lines, tagged=self.page.tagged)
            for paragraph in make_paragraphs(list(_items(elements))):
                yield cell.box, Piece(self.page.number, paragraph, cell=place, table=on_page)
            for typed in self._fields_of(cell):
                yield cell.box, Piece(self.page.number, typed=typed, cell=place, table=on_page)

    def _fields_of(self, cell: TableCell) -> Iterator[Field]:
        return (typed for typed in self.page.fields if cell.box.holds(typed.box.middle))

    def _loose_fields(self) -> list[Field]:
        """Fields that stand in no cell."""
        cells = [cell for _, _, inside in self.tables for cell in inside]
        return [
            typed for typed in self.page.fields if not any(cell.box.holds(typed.box.middle) for cell in cells)
        ]


def _in_band(box: Box, page: Page) -> bool:
    return box.bottom < _BAND * page.height or box.top > (1 - _BAND) * page.height


def _words_in(table: Table, page: Page, taken: set[int]) -> dict[TableCell, list[tuple[int, Word]]]:
    """The words of each cell, by where their middle lies."""
    inside: dict[TableCell, list[tuple[int, Word]]] = {cell: [] for cell in table.cells}
    strips: dict[int, list[TableCell]] = defaultdict(list)
    for cell in table.cells:
        for strip in range(int(cell.box.top // _STRIP), int(cell.box.bottom // _STRIP) + 1):
            strips[strip].append(cell)
    for order, word in enumerate(page.words):
        middle = word.box.middle
        if order in taken or not table.box.holds(middle):
            continue
        found = next((cell for cell in strips[int(middle[1] // _STRIP)] if cell.box.holds(middle)), None)
        if found:
            inside[found].append((order, word))
    return inside


def _fields_in(table: Table, page: Page) -> int:
    return sum(1 for typed in page.fields if table.box.holds(typed.box.middle))


def _with_fields(placed: list[tuple[Box, Piece]], fields: list[Field], page: int) -> list[tuple[Box, Piece]]:
    """Put each field after what stands to the left of it, else after what stands above it."""
    for typed in fields:
        index = _index_before(placed, typed)
        placed.insert(index + 1, (typed.box, Piece(page, typed=typed)))
    return placed


def _index_before(placed: list[tuple[Box, Piece]], typed: Field) -> int:
    """The index of what a field follows; -1 when it comes first."""
    best, where = (0, float("-inf")), -1
    for index, (other, _) in enumerate(placed):
        score = _nearness(other, typed)
        # Of two as near, the later: so the lines of a field keep their order.
        if score and score >= best:
            best, where = score, index
    return where


def _nearness(other: Box, typed: Field) -> tuple[int, float] | None:
    """How well a field fits after something: best after another line of it, then beside, then below."""
    box = typed.box
    if other == box:
        return 3, 0.0
    # A note stands in either margin; a field stands to the right of its label.
    is_left = other.x0 < box.x0 and other.x1 < box.x1
    if beside(other, box) > 0.5 and (is_left or typed.kind == "note"):
        return 2, other.x1
    return (1, other.bottom) if other.middle[1] <= box.top + 2 else None
