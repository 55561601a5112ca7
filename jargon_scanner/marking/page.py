"""A document as a page to read: in its own order, its changes shown, and a note behind each finding."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Literal, TypeAlias

from jargon_scanner.marking.advice import advice, offered
from jargon_scanner.marking.family import Done
from jargon_scanner.outputs.html_page import leaf_of, render
from jargon_scanner.outputs.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jargon_scanner.document import Block, Role
    from jargon_scanner.edits import Edit
    from jargon_scanner.findings import Finding, Kind
    from jargon_scanner.marking.family import Work


Shape: TypeAlias = Literal["heading", "list-item", "table", "paragraph"]
_SHAPES: dict[Role, Shape] = {"heading": "heading", "list-item": "list-item"}


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a block.

    Attributes:
        text: as they stand in the document.
        kind: of the finding that they are; None for words between findings.
        new: the words instead, where they are changed.
        notes: numbers of the notes that speak of them.
    """

    text: str
    kind: Kind | None = None
    new: str | None = None
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A block, or all cells of a table, as the page shows it.

    Attributes:
        shape: how it is shown.
        label: the place, where it is not the running text: "Header", "Page 2, note 1"; else "".
        rows: the cells of each row; one row with one cell for a block.
    """

    shape: Shape
    label: str
    rows: tuple[tuple[tuple[Run, ...], ...], ...]


def page(work: Work, note: str = "") -> bytes:
    """The page, as HTML in UTF-8.

    Args:
        work: what is to be marked.
        note: a sentence that stands above the document.
    """
    findings = tuple(offered(finding, work.wishes) for finding in work.report.findings)
    leaf = leaf_of(replace(work.report, findings=findings, text=work.document.text))
    terms = [term for place in leaf.places for term in place.terms]
    numbers = {
        finding.id: number
        for number, term in enumerate(terms, start=1)
        for finding in (term.finding, *term.repeats)
    }
    passages = tuple(_passages(work, numbers))
    return render("marked.html", leaf=leaf, passages=passages, terms=terms, note=note)


def done(work: Work) -> tuple[Done, ...]:
    """What a page shows, change by change and note by note, in reading order."""
    text = work.document.text
    changes = (
        (
            edit.start,
            Done(
                edit.finding.id,
                "changed",
                text[edit.start : edit.end],
                edit.text,
                edit.finding.location.label,
            ),
        )
        for edit in work.edits
    )
    comments = (
        (
            one.start,
            Done(one.id, "commented", one.text, "\n".join(advice(one, work.wishes)), one.location.label),
        )
        for one in work.comments
    )
    return tuple(entry for _, entry in sorted((*changes, *comments), key=lambda placed: placed[0]))


def _passages(work: Work, numbers: Mapping[str, int]) -> Iterator[Passage]:
    """The blocks of a document as passages, the cells of a table together."""
    runs = _Runs(work, numbers)
    blocks = groupby(
        work.document.blocks, key=lambda block: block.cell.table if block.cell else -1 - block.index
    )
    for table, group in blocks:
        together = list(group)
        first = together[0]
        label = "" if first.part in {"body", "table"} else visible(first.label)
        if table >= 0:
            rows = groupby(together, key=lambda block: block.cell.row if block.cell else 0)
            yield Passage("table", label, tuple(tuple(runs.of(cell) for cell in row) for _, row in rows))
        else:
            yield Passage(_SHAPES.get(first.role, "paragraph"), label, ((runs.of(first),),))


class _Runs:
    """Cuts each block where its changes and findings begin and end."""

    def __init__(self, work: Work, numbers: Mapping[str, int]) -> None:
        self._numbers = numbers
        self._edits: defaultdict[int, list[Edit]] = defaultdict(list)
        self._findings: defaultdict[int, list[Finding]] = defaultdict(list)
        for edit in work.edits:
            self._edits[edit.finding.location.block].append(edit)
        for finding in work.report.findings:
            self._findings[finding.location.block].append(finding)

    def of(self, block: Block) -> tuple[Run, ...]:
        """The runs of a block, in order; all of its text is in them once."""
        runs: list[Run] = []
        at = 0
        for start, end, run in self._marked(block):
            if start > at:
                runs.append(Run(visible(block.text[at:start])))
            runs.append(replace(run, text=visible(block.text[start:end])))
            at = end
        if at < len(block.text):
            runs.append(Run(visible(block.text[at:])))
        return tuple(runs)

    def _marked(self, block: Block) -> Iterator[tuple[int, int, Run]]:
        """Ranges in the block that are changed or marked; where they would overlap, the change is shown."""
        findings = self._findings[block.index]
        edits = self._edits[block.index]
        taken: list[tuple[int, int, Run]] = []
        for edit in edits:
            touched = [one for one in findings if one.start < edit.end and edit.start < one.end]
            notes = tuple(dict.fromkeys(self._numbers[one.id] for one in touched))
            run = Run("", edit.finding.kind, visible(edit.text), notes)
            taken.append((edit.start - block.start, edit.end - block.start, run))
        for one in findings:
            start, end = one.location.start, one.location.end
            if all(end <= other_start or other_end <= start for other_start, other_end, _ in taken):
                taken.append((start, end, Run("", one.kind, notes=(self._numbers[one.id],))))
        yield from sorted(taken, key=lambda placed: placed[:2])
