"""A document in its own order, for a page: blocks as passages, cut where changes and findings are."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Literal, TypeAlias

from jargon_scanner.outputs.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jargon_scanner.document import Block, Document, Role
    from jargon_scanner.edits import Edit
    from jargon_scanner.findings import Finding, Kind

Shape: TypeAlias = Literal["heading", "list-item", "table", "paragraph"]
_SHAPES: dict[Role, Shape] = {"heading": "heading", "list-item": "list-item"}


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a block.

    Attributes:
        text: as they stand in the document.
        kind: of the finding that they are; None for words between findings.
        new: the words instead, where they are changed.
        findings: ids of the findings that they are or touch.
    """

    text: str
    kind: Kind | None = None
    new: str | None = None
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, and its words in order; all of its text is in them once."""

    block: Block
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of a table: its blocks, and how many columns it spans."""

    pieces: tuple[Piece, ...]
    columns: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A block, or all cells of a table, as a page shows it.

    Attributes:
        shape: how it is shown.
        label: the place, where it is not the running text: "Header", "Page 2, note 1"; else "".
        piece: the block; the first one of a table.
        rows: the cells of a table, row by row; none of a block.
    """

    shape: Shape
    label: str
    piece: Piece
    rows: tuple[tuple[Box, ...], ...] = ()


def passages(document: Document, findings: Iterable[Finding], edits: Iterable[Edit]) -> Iterator[Passage]:
    """The blocks of a document as passages, the cells of a table together.

    Args:
        document: what is shown.
        findings: what is marked in it.
        edits: what is changed in it; no two share a character.
    """
    cut = Cutter(findings, edits)
    blocks = groupby(document.blocks, key=lambda block: block.cell.table if block.cell else -1 - block.index)
    for table, group in blocks:
        together = list(group)
        first = together[0]
        label = "" if first.part in {"body", "table"} else visible(first.label)
        if table >= 0:
            pieces = tuple(cut.piece(cell) for cell in together)
            yield Passage("table", label, pieces[0], _rows(pieces))
        else:
            yield Passage(_SHAPES.get(first.role, "paragraph"), label, cut.piece(first))


def _rows(pieces: tuple[Piece, ...]) -> tuple[tuple[Box, ...], ...]:
    """The pieces of a table by row and cell. A cell reaches to the next one, the last of a row to the end."""
    width = max(_place(piece)[1] for piece in pieces)
    rows: list[tuple[Box, ...]] = []
    for _, row in groupby(pieces, key=lambda piece: _place(piece)[0]):
        cells = [(column, tuple(cell)) for column, cell in groupby(row, key=lambda piece: _place(piece)[1])]
        ends = [*(column for column, _ in cells[1:]), width + 1]
        boxes = zip(cells, ends, strict=True)
        rows.append(tuple(Box(cell, max(end - column, 1)) for (column, cell), end in boxes))
    return tuple(rows)


def _place(piece: Piece) -> tuple[int, int]:
    cell = piece.block.cell
    return (cell.row, cell.column) if cell else (1, 1)


class Cutter:
    """Cuts each block where its changes and findings begin and end."""

    def __init__(self, findings: Iterable[Finding], edits: Iterable[Edit]) -> None:
        """Remember which block each of them stands in."""
        self._edits: defaultdict[int, list[Edit]] = defaultdict(list)
        self._findings: defaultdict[int, list[Finding]] = defaultdict(list)
        for edit in edits:
            self._edits[edit.finding.location.block].append(edit)
        for finding in findings:
            self._findings[finding.location.block].append(finding)

    def piece(self, block: Block) -> Piece:
        """A block in pieces."""
        runs: list[Run] = []
        at = 0
        for start, end, run in self._marked(block):
            if start > at:
                runs.append(Run(visible(block.text[at:start])))
            runs.append(replace(run, text=visible(block.text[start:end])))
            at = end
        if at < len(block.text):
            runs.append(Run(visible(block.text[at:])))
        return Piece(block, tuple(runs))

    def _marked(self, block: Block) -> Iterator[tuple[int, int, Run]]:
        """Ranges in the block that are changed or marked; where they would overlap, the change is shown."""
        findings = self._findings[block.index]
        taken: list[tuple[int, int, Run]] = []
        for edit in self._edits[block.index]:
            touched = tuple(one.id for one in findings if one.start < edit.end and edit.start < one.end)
            run = Run("", edit.finding.kind, visible(edit.text), touched or (edit.finding.id,))
            taken.append((edit.start - block.start, edit.end - block.start, run))
        for one in findings:
            start, end = one.location.start, one.location.end
            if all(end <= other_start or other_end <= start for other_start, other_end, _ in taken):
                taken.append((start, end, Run("", one.kind, findings=(one.id,))))
        yield from sorted(taken, key=lambda placed: placed[:2])
