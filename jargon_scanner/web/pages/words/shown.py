"""What the pages show of entries: plain data, as it comes from the process that has the lexicon."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from jargon_scanner.lexicon.entry import ShortForm
from jargon_scanner.lexicon.examples import examples_of
from jargon_scanner.lexicon.explained import explain
from jargon_scanner.lexicon.shown import forms_of, plain_of, yaml_of

if TYPE_CHECKING:
    from typing import Any

    from jargon_scanner.findings import Kind, Treatment
    from jargon_scanner.lexicon.examples import Example
    from jargon_scanner.lexicon.explained import Line
    from jargon_scanner.lexicon.layers import Located
    from jargon_scanner.lexicon.load import Lexicon


@dataclass(frozen=True, slots=True)
class Category:
    """A category that an entry can have."""

    id: str
    kind: Kind
    name: str
    what: str


@dataclass(frozen=True, slots=True)
class Found:
    """An entry in a list."""

    id: str
    words: str
    kind: Kind
    treatment: Treatment
    meaning: str
    layer: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """An entry in full.

    Attributes:
        found: what a list shows of it.
        lines: what is said of it: meaning, wordings, question, reason, who chose.
        forms: every form that it finds.
        flagged: sentences where it is found, each cut at the words: pieces that are marked are every second.
        innocent: sentences where the same words are not meant.
        category: its name, and what belongs there.
        place: file and line.
        weaker: places of entries that it takes the place of.
        quiet: why it is not flagged; "" where it is.
        source: where the entry comes from.
        written: as it stands in the file.
        row: as plain data, to be changed.
    """

    found: Found
    lines: tuple[Line, ...]
    forms: tuple[str, ...]
    flagged: tuple[tuple[str, ...], ...]
    innocent: tuple[str, ...]
    category: str
    place: str
    weaker: tuple[str, ...]
    quiet: str
    source: str
    written: str
    row: dict[str, Any]


def found_of(located: Located) -> Found:
    """An entry as a list shows it."""
    entry = located.entry
    is_short = isinstance(entry, ShortForm)
    words = entry.short if isinstance(entry, ShortForm) else entry.term
    meaning = ", or ".join(sense.long for sense in entry.senses) if isinstance(entry, ShortForm) else ""
    return Found(
        entry.id,
        words,
        "acronym" if is_short else entry.kind,
        entry.treatment,
        meaning or entry.meaning or "",
        located.layer,
    )


def sheet_of(located: Located, lexicon: Lexicon) -> Sheet:
    """An entry in full."""
    entry = located.entry
    examples = tuple(examples_of(entry))
    category = lexicon.categories.get(entry.category)
    silenced = lexicon.silenced.get(entry.id)
    return Sheet(
        found_of(located),
        explain(entry)[1:],
        forms_of(entry, lexicon.classes),
        tuple(_pieces(one) for one in examples if one.expectation == "flagged"),
        tuple(one.text for one in examples if one.expectation == "not_flagged"),
        f"{category.name}: {category.what}" if category else entry.category,
        f"{located.file}:{located.line}",
        tuple(f"{weaker.file}:{weaker.line}" for weaker in lexicon.overridden.get(entry.id, ())),
        silenced.reason if silenced else "",
        entry.source,
        yaml_of(entry),
        plain_of(entry),
    )


def _pieces(example: Example) -> tuple[str, ...]:
    """A sentence cut at its marked words."""
    cuts = (0, *(place for marked in example.marked for place in marked), len(example.text))
    return tuple(example.text[start:end] for start, end in pairwise(cuts))
