"""Whole sentences with every first choice made, read again to see what remains.

The changes are those that need no person to choose (``edits``), so a proposed sentence and a marked copy say
the same. What is to be explained, asked or thought about stays, and is named as what remains.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, TypeVar

from jargon_scanner.edits import apply, plan
from jargon_scanner.report import Proposal, Remaining

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from jargon_scanner.document import Document
    from jargon_scanner.edits import Edit
    from jargon_scanner.findings import Finding

Item = TypeVar("Item", "Edit", "Finding")


def rewritten(document: Document, edits: Sequence[Edit]) -> Document:
    """The document as it would be with all edits made, block by block.

    Args:
        document: as it was read.
        edits: changes of ``document.text`` in order, none of which share a character.
    """
    moved = _places_after(edits)
    text = apply(document.text, edits)
    blocks = tuple(
        replace(block, start=moved(block.start), text=text[moved(block.start) : moved(block.end)])
        for block in document.blocks
    )
    return replace(document, text=text, blocks=blocks)


def proposals(
    document: Document, findings: Sequence[Finding], again: Iterable[Finding]
) -> tuple[Proposal, ...]:
    """Each sentence that changes, with its changes made and with what is still found in it.

    Args:
        document: as it was read.
        findings: what was found in it.
        again: what is found in ``rewritten(document, plan(findings).edits)``.
    """
    edits = plan(findings).edits
    text = apply(document.text, edits)
    moved = _places_after(edits)
    left = sorted((one for one in again if _is_open(one)), key=_begins)
    made: list[Proposal] = []
    for start, end in dict.fromkeys(_reach(edit, document.text) for edit in edits):
        if made and start < made[-1].replaces[1]:
            continue
        first, last = moved(start), moved(end)
        made.append(
            Proposal(
                findings=tuple(edit.finding.id for edit in _between(edits, start, end)),
                replaces=(start, end),
                sentence=document.text[start:end],
                text=text[first:last],
                remains=tuple(
                    Remaining(one.text, one.kind, one.treatment) for one in _between(left, first, last)
                ),
            )
        )
    return tuple(made)


def _begins(one: Edit | Finding) -> int:
    return one.start


def _between(items: Sequence[Item], start: int, end: int) -> Sequence[Item]:
    """Those of some edits or findings, in order, that begin in a half-open range."""
    return items[bisect_left(items, start, key=_begins) : bisect_left(items, end, key=_begins)]


def _reach(edit: Edit, text: str) -> tuple[int, int]:
    """The sentence that an edit stands in, as wide as the edit at least."""
    finding = edit.finding
    start = text.find(finding.sentence, max(0, finding.end - len(finding.sentence)))
    return min(start, edit.start), max(start + len(finding.sentence), edit.end)


def _is_open(finding: Finding) -> bool:
    """Whether something is left to do: a short form that the text explains here is done."""
    return finding.acronym is None or finding.acronym.status != "defined"


def _places_after(edits: Sequence[Edit]) -> Callable[[int], int]:
    """A function from an offset outside all edits to where it stands once they are made."""
    ends = [edit.end for edit in edits]
    shifts = [0, *accumulate(len(edit.text) - (edit.end - edit.start) for edit in edits)]
    return lambda offset: offset + shifts[bisect_right(ends, offset)]
