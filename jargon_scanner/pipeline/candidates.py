"""Candidates: every place where an entry's form, or the shape of a short form, stands in a ``Doc``.

Nothing is decided here, and no model is asked. ``senses`` decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.lexicon.entry import ShortForm, Term
from jargon_scanner.pipeline.shapes import looks_short

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from spacy.tokens import Doc

    from jargon_scanner.document import Block
    from jargon_scanner.findings import Kind
    from jargon_scanner.lexicon.compiled import CompiledLexicon
    from jargon_scanner.words import Words


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of words that may be a finding.

    Attributes:
        entry: the lexicon entry's id; None for a short form that no lexicon knows.
        kind: what it would be a finding of.
        start: number of its first word in the ``Words`` view; ``end`` is just after its last.
        head: number of the word that carries its inflection.
        captures: what filled the slots of its pattern: slot name, first and end word number.
        plural: whether a short form is written with a plural ending.
        past: whether a short form is written with the ending of a verb ("DNA'd").
        letters: the short form inside a longer term ("CP" in "CP plan"); the whole is then an acronym.
    """

    entry: str | None
    kind: Kind
    start: int
    end: int
    head: int
    captures: tuple[tuple[str, int, int], ...] = ()
    plural: bool = False
    past: bool = False
    letters: Candidate | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a block's surroundings when its ``Doc`` is read.

    Attributes:
        vocabulary: every word of the document, in small letters.
        block: the block itself; None for a text without structure.
        quoted: half-open ranges of the block's text that are somebody's own words.
        defined: short forms that the document itself explains somewhere.
        is_record: whether the document is a practitioner's record, dense with the field's short forms.
    """

    vocabulary: AbstractSet[str]
    block: Block | None = None
    quoted: tuple[tuple[int, int], ...] = ()
    defined: AbstractSet[str] = frozenset()
    is_record: bool = False


def find_candidates(words: Words, lexicon: CompiledLexicon, defined: AbstractSet[str]) -> Iterator[Candidate]:
    """All candidates, terms first, then known short forms, then unknown ones. Overlaps are all given."""
    yield from _terms(words, lexicon)
    covered: set[int] = set()
    for match in lexicon.short_forms.find(words):
        covered.update(range(match.start, match.end))
        entry = lexicon[match.shape.entry]
        yield Candidate(
            entry.id, entry.kind, match.start, match.end, match.end - 1,
            plural=match.shape.plural, past=match.shape.past,
        )  # fmt: skip
    for place in range(len(words)):
        if place not in covered and looks_short(words, place, defined):
            plural = words.texts[place].endswith("s") and words.texts[place][:-1].isupper()
            yield Candidate(None, "acronym", place, place + 1, place, plural=plural)


def _terms(words: Words, lexicon: CompiledLexicon) -> Iterator[Candidate]:
    for match in lexicon.terms.find(words):
        entry = lexicon[match.pattern.entry]
        yield Candidate(entry.id, entry.kind, match.start, match.end, match.head, match.captures)


def needs_grammar(candidate: Candidate, lexicon: CompiledLexicon) -> bool:
    """Whether the sense of a candidate, or the fit of its wordings, hangs on the statistical model."""
    if candidate.entry is None:
        return False
    entry = lexicon[candidate.entry]
    if isinstance(entry, ShortForm):
        return lexicon.rules[entry.id].needs_grammar
    return isinstance(entry, Term) and (
        lexicon.rules[entry.id].needs_grammar or any(wording.replace for wording in entry.say)
    )


def span_of(doc: Doc, words: Words, candidate: Candidate) -> tuple[int, int]:
    """The candidate's half-open range of code points in ``doc.text``."""
    first, last = doc[words.tokens[candidate.start]], doc[words.tokens[candidate.end - 1]]
    return first.idx, last.idx + len(last)
