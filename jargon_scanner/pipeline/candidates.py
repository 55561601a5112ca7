"""Candidates: every place where an entry's form, or the shape of a short form, stands in a ``Doc``.

Nothing is decided here, and no model is asked. ``senses`` decides.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from jargon_scanner.lexicon.entry import ShortForm
from jargon_scanner.pipeline.hurried import is_shorthand, may_be_shorthand
from jargon_scanner.pipeline.service_names import is_service_name, words_in_capitals
from jargon_scanner.pipeline.shapes import is_short_shape, may_hold_short_shapes, short_shapes, stands_alone

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
        wording: which wording of a term was met, as the entry writes it; "" for short forms.
        small: whether a short form is in small letters though its entry is not, as in hurried notes.
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
    wording: str = ""
    small: bool = False
    letters: Candidate | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a block's surroundings when its ``Doc`` is read.

    Attributes:
        vocabulary: every word of the document, in small letters.
        block: the block itself; None for a text without structure.
        quoted: half-open ranges of the block's text that are somebody's own words.
        defined: short forms that the document itself explains somewhere.
        renamed: those of them that everybody knows, and knows for something else.
        names: people's names that the document writes in capitals, and people's initials.
        is_record: whether the document is a practitioner's record, dense with the field's short forms.
    """

    vocabulary: AbstractSet[str]
    block: Block | None = None
    quoted: tuple[tuple[int, int], ...] = ()
    defined: AbstractSet[str] = frozenset()
    renamed: AbstractSet[str] = frozenset()
    names: AbstractSet[str] = frozenset()
    is_record: bool = False


def is_short_form(candidate: Candidate, lexicon: CompiledLexicon) -> bool:
    """Whether it is, or holds, a short form: an acronym, or a note-taker's abbreviation."""
    return candidate.kind == "acronym" or candidate.entry in lexicon.senses


def find_candidates(
    doc: Doc, words: Words, lexicon: CompiledLexicon, context: Context
) -> Iterator[Candidate]:
    """All candidates, terms first, then known short forms, then unknown ones. Overlaps are all given.

    Args:
        doc: the text of one block as tokens.
        words: the words of that ``Doc``.
        lexicon: what is known.
        context: what is known of the block's surroundings.
    """
    yield from _terms(words, lexicon)
    known = _known_short_forms(words, lexicon)
    yield from known
    yield from _unknown_shorthand(words, known, lexicon)
    # A ``Doc`` writes its text anew each time that it is asked.
    text = doc.text if context.block is None else context.block.text
    if not may_hold_short_shapes(text, context.defined):
        return
    covered = {place for one in known for place in range(one.start, one.end)}
    unknown = _unknown_short_forms(text, doc, words, context, covered)
    for one in chain(unknown, _service_names(text, doc, words)):
        places = range(one.start, one.end)
        if not covered.issuperset(places):
            covered.update(places)
            yield one


def _known_short_forms(words: Words, lexicon: CompiledLexicon) -> list[Candidate]:
    found = [
        Candidate(
            match.shape.entry, lexicon[match.shape.entry].kind, match.start, match.end, match.end - 1,
            plural=match.shape.plural, past=match.shape.past, small=match.shape.small,
        )
        for match in lexicon.short_forms.find(words)
    ]  # fmt: skip
    if len(found) < 2:
        return found
    written = {(one.start, one.end): one for one in found if not one.small}
    return [
        one
        for one in found
        if not one.small
        or (exact := written.get((one.start, one.end))) is None
        or _say_the_same(one, exact, lexicon)
    ]


def _say_the_same(one: Candidate, other: Candidate, lexicon: CompiledLexicon) -> bool:
    """Whether two short forms have a long form in common: "pt" for a patient is no "PT" in small letters."""
    found = (lexicon[short.entry] for short in (one, other) if short.entry is not None)
    mine, others = ({sense.long for sense in entry.senses} for entry in found if isinstance(entry, ShortForm))
    return not mine.isdisjoint(others)


def _unknown_short_forms(
    text: str, doc: Doc, words: Words, context: Context, known: AbstractSet[int]
) -> Iterator[Candidate]:
    for first, end in short_shapes(text, context.defined):
        start, stop = _words_in(doc, words, first, end)
        written = text[first:end]
        if start == stop:
            continue
        if _is_defined(written, context.defined):
            yield _unknown(written, start, stop)
        elif written not in context.names and stands_alone(words, start, stop):
            if known.isdisjoint(range(start, stop)):
                yield _unknown(written, start, stop)
            else:  # a known one is joined to it: "CIN&QVX"
                parts = (place for place in range(start, stop) if place not in known)
                yield from (
                    _unknown(words.texts[place], place, place + 1)
                    for place in parts
                    if is_short_shape(words.texts[place])
                )


def _unknown(written: str, start: int, end: int) -> Candidate:
    plural = written.endswith("s") and written[:-1].isupper()
    return Candidate(None, "acronym", start, end, end - 1, plural=plural)


def _unknown_shorthand(words: Words, known: list[Candidate], lexicon: CompiledLexicon) -> Iterator[Candidate]:
    shorthand = [one.start for one in known if is_shorthand(one, lexicon)]
    if shorthand:
        covered = {place for one in known for place in range(one.start, one.end)}
        for place in may_be_shorthand(words, shorthand):
            if place not in covered:
                yield _unknown(words.texts[place], place, place + 1)


def _service_names(text: str, doc: Doc, words: Words) -> Iterator[Candidate]:
    for first, end in words_in_capitals(text):
        start, stop = _words_in(doc, words, first, end)
        if start < stop and is_service_name(words, start):
            yield Candidate(None, "acronym", start, stop, start)


def _is_defined(written: str, defined: AbstractSet[str]) -> bool:
    return written in defined or written.removesuffix("s") in defined


def _words_in(doc: Doc, words: Words, start: int, end: int) -> tuple[int, int]:
    """Numbers of the words that fill a range of the text; none where the border of a word is elsewhere."""
    first = bisect_left(words.tokens, start, key=lambda token: doc[token].idx)
    stop = bisect_left(words.tokens, end, key=lambda token: doc[token].idx)
    if first == stop or doc[words.tokens[first]].idx != start:
        return first, first
    last = doc[words.tokens[stop - 1]]
    return (first, stop) if last.idx + len(last) == end else (first, first)


def _terms(words: Words, lexicon: CompiledLexicon) -> Iterator[Candidate]:
    for match in lexicon.terms.find(words):
        entry = lexicon[match.pattern.entry]
        yield Candidate(
            entry.id, entry.kind, match.start, match.end, match.head, match.captures,
            wording=match.pattern.wording,
        )  # fmt: skip


def span_of(doc: Doc, words: Words, candidate: Candidate) -> tuple[int, int]:
    """The candidate's half-open range of code points in ``doc.text``."""
    first, last = doc[words.tokens[candidate.start]], doc[words.tokens[candidate.end - 1]]
    return first.idx, last.idx + len(last)
