"""Every definition of a document: in its sentences, and in its tables of abbreviations."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from jargon_scanner.definitions.given import Definition, definitions_in, explained, is_short
from jargon_scanner.definitions.people import may_be_person
from jargon_scanner.definitions.spelling import spelled_at_end, spelled_at_start
from jargon_scanner.definitions.ways import SHORT
from jargon_scanner.recall import remembering

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from jargon_scanner.document import Block

_MARKS = " \t\n*_:;.\"“”'‘’"
_SHORT_CELL = re.compile(SHORT)


def find_definitions(blocks: Iterable[Block], known: Container[str] = frozenset()) -> tuple[Definition, ...]:
    """Every definition in a document, in reading order; one place gives a short form once.

    Nothing is read across the border of a block: a sentence ends there, and so does a table's cell.

    Args:
        blocks: the document's.
        known: short forms that mean something in the field: beside what may be the name of a person, as in
            "Sam Wright (SW)", they say what the person does.
    """
    listed = list(blocks)
    found = [
        _placed(one, block)
        for block in listed
        for one in _given_in(block.text)
        if not (
            one.short in known and may_be_person(one.long.split(), one.short, block.text[: one.long_start])
        )
    ]
    for left, right in pairwise(listed):
        found += _in_row(left, right)
    unique: dict[tuple[str, int], Definition] = {}
    for one in sorted(found, key=lambda one: one.start):
        unique.setdefault((one.short, one.start), one)
    return tuple(unique.values())


@remembering(20_000)
def _given_in(text: str) -> tuple[Definition, ...]:
    """The definitions in one block's text. Kept: a library's documents share most of their blocks."""
    return tuple(definitions_in(text))


def _placed(one: Definition, block: Block) -> Definition:
    """A definition in a block's text, with its place in the document's."""
    by = block.start
    return replace(
        one,
        start=one.start + by,
        end=one.end + by,
        long_start=one.long_start + by,
        long_end=one.long_end + by,
        on_every_page=block.part == "header",
    )


def _in_row(left: Block, right: Block) -> Iterator[Definition]:
    """Two neighbouring cells of which one is a short form and the other spells it out."""
    if left.cell is None or right.cell is None:
        return
    if (left.cell.table, left.cell.row) != (right.cell.table, right.cell.row):
        return
    for cell, other in ((left, right), (right, left)):
        short = cell.text.strip(_MARKS)
        if not (len(short) > 1 and _SHORT_CELL.fullmatch(short) and is_short(short)):
            continue
        spelled = spelled_at_start(short, other.text)
        if spelled is None and cell is right:
            spelled = spelled_at_end(short, other.text)
        # What the words say after the long form is a remark; before it there is only an article.
        if spelled is not None and (cell is left or not other.text[spelled.end :].strip(_MARKS)):
            at = cell.start + cell.text.find(short)
            yield from explained(short, at, other.text, (spelled.start, spelled.end), other.start, "table")
            return
