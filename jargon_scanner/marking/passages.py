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
class Passage:
    """A block, or all cells of a table, as a page shows it.

    Attributes:
        shape: how it is shown.
        label: the place, where it is not the running text: "Header", "Page 2, note 1"; else "".
        rows: the cells of each row; one row with one cell for a block.
    """

    shape: Shape
    label: str
    rows: tuple[tuple[Piece, ...], ...]


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
            rows = groupby(together, key=lambda block: block.cell.row if block.cell else 0)
            yield Passage("table", label, tuple(tuple(cut.piece(cell) for cell in row) for _, row in rows))
        else:
            yield Passage(_SHAPES.get(first.role, "paragraph"), label, ((cut.piece(first),),))


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
