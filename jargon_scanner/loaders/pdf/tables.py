"""Tables from ruling lines: where lines cross, cells; where cells touch, a table. Pure geometry."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from jargon_scanner.loaders.pdf.page import Box, Table, TableCell, around

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from jargon_scanner.loaders.pdf.page import Word
    from jargon_scanner.loaders.pdf.shapes import Shapes

Ruling: TypeAlias = tuple[float, float, float]  # where it lies, from where, to where
Point: TypeAlias = tuple[float, float]

# Lines nearer than this are one line drawn twice, or the two sides of a thick one.
_SNAP = 3.0
# Above this many places where lines could cross, a page is a drawing: a year's calendar has 2,000.
MOST_CROSSINGS = 20_000


def find_tables(shapes: Shapes) -> tuple[tuple[Table, ...], bool]:
    """The tables on a page, from top to bottom.

    Returns:
        The tables, and true when there were too many lines to look.
    """
    across, down = _merge(shapes.across), _merge(shapes.down)
    if len(across) < 2 or len(down) < 2:
        return (), False
    if len(across) * len(down) > MOST_CROSSINGS or shapes.too_many:
        return (), True
    cells = _cells(across, down)
    tables = [_table(group) for group in _touching(cells)]
    tables = [table for table in tables if len(table.cells) > 1]
    return tuple(sorted(tables, key=lambda table: (table.box.top, table.box.x0))), False


def _merge(rulings: Iterable[Ruling]) -> list[Ruling]:
    """One line for all that lie on each other or go on from each other."""
    merged: list[Ruling] = []
    near: list[Ruling] = []
    for ruling in sorted(rulings):
        if near and ruling[0] - near[-1][0] > _SNAP:
            merged += _join(near)
            near = []
        near.append(ruling)
    return merged + _join(near)


def _join(near: list[Ruling]) -> list[Ruling]:
    """Lines at about the same place: their mean place, and pieces that touch made one."""
    if not near:
        return []
    place = sum(ruling[0] for ruling in near) / len(near)
    joined: list[Ruling] = []
    for _, start, end in sorted(near, key=lambda ruling: ruling[1]):
        if joined and start <= joined[-1][2] + _SNAP:
            joined[-1] = (place, joined[-1][1], max(joined[-1][2], end))
        else:
            joined.append((place, start, end))
    return joined


class _Crossings:
    """Which lines cross at which points."""

    def __init__(self, across: list[Ruling], down: list[Ruling]) -> None:
        self.across: dict[Point, set[int]] = defaultdict(set)
        self.down: dict[Point, set[int]] = defaultdict(set)
        self.right_of: dict[int, list[float]] = defaultdict(list)
        self.below: dict[int, list[float]] = defaultdict(list)
        for number, (x, top, bottom) in enumerate(down):
            for other, (y, left, right) in enumerate(across):
                if top - _SNAP <= y <= bottom + _SNAP and left - _SNAP <= x <= right + _SNAP:
                    self.across[x, y].add(other)
                    self.down[x, y].add(number)
                    self.right_of[other].append(x)
                    self.below[number].append(y)

    def cell_from(self, corner: Point) -> Box | None:
        """The smallest cell whose top left corner is at a crossing."""
        x, y = corner
        bottoms = sorted({b for number in self.down[corner] for b in self.below[number] if b > y})
        rights = sorted({r for number in self.across[corner] for r in self.right_of[number] if r > x})
        for bottom in bottoms:
            for right in rights:
                if self._closes(x, y, right, bottom):
                    return Box(x, y, right, bottom)
        return None

    def _closes(self, x: float, y: float, right: float, bottom: float) -> bool:
        if (right, bottom) not in self.across:
            return False
        along = self.across[x, bottom] & self.across[right, bottom]
        side = self.down[right, y] & self.down[right, bottom]
        return bool(along and side)


def _cells(across: list[Ruling], down: list[Ruling]) -> list[Box]:
    crossings = _Crossings(across, down)
    found = (crossings.cell_from(corner) for corner in sorted(crossings.across))
    return [cell for cell in found if cell]


def _touching(cells: list[Box]) -> list[list[Box]]:
    """Groups of cells that share a corner with another of the group."""
    at_corner: dict[Point, list[int]] = defaultdict(list)
    for number, cell in enumerate(cells):
        for corner in _corners(cell):
            at_corner[corner].append(number)
    groups: list[list[Box]] = []
    left = set(range(len(cells)))
    while left:
        waiting = [min(left)]
        left.discard(waiting[0])
        group: list[Box] = []
        while waiting:
            cell = cells[waiting.pop()]
            group.append(cell)
            near = {number for corner in _corners(cell) for number in at_corner[corner]} & left
            left -= near
            waiting += near
        groups.append(group)
    return groups


def _corners(cell: Box) -> tuple[Point, Point, Point, Point]:
    return (cell.x0, cell.top), (cell.x1, cell.top), (cell.x0, cell.bottom), (cell.x1, cell.bottom)


def _table(cells: list[Box]) -> Table:
    """Number rows and columns. Columns are counted in each row, as a person counts along it."""
    ordered = sorted(cells, key=lambda cell: (cell.top, cell.x0))
    numbered: list[TableCell] = []
    for row, (_, group) in enumerate(groupby(ordered, key=lambda cell: cell.top), start=1):
        numbered += (TableCell(cell, row, column) for column, cell in enumerate(group, start=1))
    return Table(around(cells), tuple(numbered))


def tagged_tables(
    words: Sequence[Word], taken: AbstractSet[int]
) -> Iterator[tuple[Table, dict[TableCell, list[tuple[int, Word]]]]]:
    """The tables that a tagged PDF tells of and that no ruling lines enclose, with the words of each cell.

    Args:
        words: of the page.
        taken: the numbers of those that stand in a table already.
    """
    found: dict[int, dict[tuple[int, int], list[tuple[int, Word]]]] = defaultdict(lambda: defaultdict(list))
    for order, word in enumerate(words):
        if word.tag and word.tag.cell and order not in taken:
            table, row, column = word.tag.cell
            found[table][row, column].append((order, word))
    for cells in found.values():
        if len(cells) < 2:
            continue
        inside = {
            TableCell(around([word.box for _, word in held]), row, column): held
            for (row, column), held in sorted(cells.items())
        }
        yield Table(around([cell.box for cell in inside]), tuple(inside)), inside
