"""Spans become places: the settled candidates of every block as drafts of findings.

A draft is a finding with the ``Doc`` it stands in, so that later rooms can ask about its grammar. Drafts are
made complete by ``expansions`` and ``suggestions``, in this order, and then the ``Doc`` is let go.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.addresses import for_machines
from jargon_scanner.findings import Finding, Location
from jargon_scanner.pipeline.candidates import span_of
from jargon_scanner.pipeline.state import state_of, token_read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from jargon_scanner.definitions import Definition
    from jargon_scanner.document import Block
    from jargon_scanner.findings import Expansion, FindingOwner
    from jargon_scanner.lexicon.compiled import CompiledLexicon
    from jargon_scanner.pipeline.candidates import Candidate, Context
    from jargon_scanner.words import Words

#: Confidence of a short form that is known only by its shape.
_UNKNOWN_CONFIDENCE = 0.6
_SHORT_FORM_CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Draft:
    """A finding in the making, with what its grammar can be asked from.

    Attributes:
        finding: as far as it is known.
        candidate: the words it is about.
        doc: the annotated ``Doc`` of its block.
        words: the words of that ``Doc``.
        context: the block's surroundings.
        block: the block.
        choices: the long forms of a short form between which the writer has to choose.
        explains: the explanation of a short form that the document gives at this very place.
        first_use: whether a short form is met here for the first time in this meaning.
        used_again: whether it comes again after this place, with no explanation there.
    """

    finding: Finding
    candidate: Candidate
    doc: Doc
    words: Words
    context: Context
    block: Block
    choices: tuple[Expansion, ...] = ()
    explains: Definition | None = None
    first_use: bool = False
    used_again: bool = False

    def token(self, word: int) -> Token:
        """The token of a word, with what the model says of it.

        Raises:
            Unread: no model has read its sentence yet; whoever completes drafts has it read and asks again.
        """
        return token_read(self.doc, self.words, word)

    def sentence_span(self) -> tuple[int, int]:
        """Half-open range of its sentence in the document's text, white space at the ends left out."""
        numbers = self.words.sentence(self.candidate.start)
        first, last = (
            self.doc[self.words.tokens[numbers.start]],
            self.doc[self.words.tokens[numbers.stop - 1]],
        )
        return self.block.start + first.idx, self.block.start + last.idx + len(last)


def collect(block: Block, doc: Doc, context: Context, lexicon: CompiledLexicon) -> Iterator[Draft]:
    """Drafts of a block's findings, in reading order; what is not for people to read holds none.

    Args:
        block: one of the document's.
        doc: its ``Doc``, read by the pipeline.
        context: its surroundings.
        lexicon: the lexicon that the pipeline read with.
    """
    state = state_of(doc)
    unread = for_machines(block.text) if state.findings else ()
    for candidate in state.findings:
        draft = _draft(candidate, block, doc, state.words, context, lexicon)
        if not any(first <= draft.finding.location.start < last for first, last in unread):
            yield draft


def _draft(
    candidate: Candidate, block: Block, doc: Doc, words: Words, context: Context, lexicon: CompiledLexicon
) -> Draft:
    entry = lexicon[candidate.entry] if candidate.entry else None
    start, end = span_of(doc, words, candidate)
    location = Location(block.label, block.page, block.part, block.index, start, end)
    finding = Finding(
        id="",
        kind=candidate.kind,
        category=entry.category if entry and entry.kind == candidate.kind else "acronym",
        treatment=entry.treatment if entry else "explain",
        owner=_owner(block, start, context),
        question=entry.question if entry else None,
        entry=entry.id if entry else None,
        text=block.text[start:end],
        start=block.start + start,
        end=block.start + end,
        location=location,
        sentence="",
        meaning=entry.meaning if entry else None,
        why=entry.why if entry else "Nobody can look this up: the letters are not explained anywhere.",
        acronym=None,
        suggestions=(),
        confidence=_confidence(candidate, lexicon),
    )
    return Draft(finding, candidate, doc, words, context, block)


def _owner(block: Block, start: int, context: Context) -> FindingOwner:
    if any(first <= start < last for first, last in context.quoted):
        return "quote"
    return block.owner


def _confidence(candidate: Candidate, lexicon: CompiledLexicon) -> float:
    if candidate.entry is None:
        return _UNKNOWN_CONFIDENCE
    return getattr(lexicon[candidate.entry], "confidence", _SHORT_FORM_CONFIDENCE)
