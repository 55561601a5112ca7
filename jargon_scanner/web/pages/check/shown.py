"""An opened document as the templates show it: worked out from the choices each time, so never stale."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias

from jargon_scanner.edits import decided
from jargon_scanner.marking.passages import Cutter, passages
from jargon_scanner.outputs.folding import Term, fold
from jargon_scanner.outputs.sentences import mark_sentences, shorten
from jargon_scanner.outputs.wording import facts
from jargon_scanner.readability import measure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jargon_scanner.edits import Choice, Plan
    from jargon_scanner.findings import Finding, Kind
    from jargon_scanner.marking.passages import Passage, Piece
    from jargon_scanner.outputs.sentences import Marked
    from jargon_scanner.outputs.wording import Fact
    from jargon_scanner.reading import Reading
    from jargon_scanner.report import Figures

State: TypeAlias = Literal["open", "changed", "kept", "covered"]

_SENTENCE_LENGTH = 400
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Card:
    """A finding, and what was decided about it.

    Attributes:
        finding: the finding.
        times: how often the document uses the term.
        sentence: its sentence, the words marked.
        facts: what is said about it, line by line.
        state: ``changed``; ``kept``; ``covered`` by another finding's change; or still ``open``.
        choice: what was decided; None while it is open, and where it is covered.
    """

    finding: Finding
    times: int
    sentence: Marked
    facts: tuple[Fact, ...]
    state: State
    choice: Choice | None

    @property
    def new(self) -> str | None:
        """The words instead; None where they stay."""
        return self.choice.taken.text if self.choice and self.choice.taken else None


class Sheet:
    """What does not change while choices are made, made ready once for a document."""

    def __init__(self, reading: Reading) -> None:
        """Fold and cut what the report says."""
        report = reading.report
        self.reading = reading
        self.terms = tuple(term for place in fold(report) for term in place.terms)
        self.times = {one.id: term.times for term in self.terms for one in (term.finding, *term.repeats)}
        self.sentences = mark_sentences(report)
        self.facts = {finding.id: facts(Term(finding)) for finding in report.findings}
        self.depths = dict(_depths(reading))


class Shown:
    """A document with the choices that were made so far."""

    def __init__(self, sheet: Sheet, choices: Mapping[str, Choice]) -> None:
        """Work out what the choices come to."""
        self.sheet = sheet
        self.report = sheet.reading.report
        self.document = sheet.reading.document
        self.choices = choices
        self.plan: Plan = decided(self.report.findings, choices)

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """Every finding, in reading order."""
        changed = {edit.finding.id for edit in self.plan.edits}
        settled = {finding.id for finding in self.plan.settled}
        return tuple(self._card(finding, changed, settled) for finding in self.report.findings)

    def _card(self, finding: Finding, changed: set[str], settled: set[str]) -> Card:
        choice = self.choices.get(finding.id)
        state: State = "open"
        if finding.id in changed:
            state = "changed"
        elif finding.id in settled:
            state = "kept" if choice is not None and choice.taken is None else "covered"
        return Card(
            finding,
            self.sheet.times[finding.id],
            shorten(self.sheet.sentences[finding.id], _SENTENCE_LENGTH),
            self.sheet.facts[finding.id],
            state,
            None if state == "covered" else choice,
        )

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The document in its own order."""
        return tuple(passages(self.document, self.report.findings, self.plan.edits))

    def piece(self, index: int) -> Piece:
        """One block of it."""
        return Cutter(self.report.findings, self.plan.edits).piece(self.document.blocks[index])

    def depth(self, index: int) -> int:
        """The level of a heading on the page, from 2, without a gap to the one before it."""
        return self.sheet.depths[index]

    @property
    def left(self) -> Counter[Kind]:
        """How many findings of each kind wait for a decision."""
        return Counter(one.kind for one in self.plan.open)

    @property
    def after(self) -> Figures:
        """The figures with the choices made so far."""
        text, prose = self.document.text, self.sheet.reading.prose
        return measure(text, prose, self.report.findings, self.plan.edits).after

    def differs_from(self, before: Shown) -> tuple[tuple[Card, ...], tuple[Piece, ...]]:
        """The cards and the blocks that are not as they were."""
        old = {card.finding.id: (card.state, card.choice) for card in before.cards}
        cards = tuple(card for card in self.cards if old[card.finding.id] != (card.state, card.choice))
        blocks = sorted({card.finding.location.block for card in cards})
        return cards, tuple(self.piece(index) for index in blocks)


def _depths(reading: Reading) -> Iterator[tuple[int, int]]:
    headings = [block for block in reading.document.blocks if block.role == "heading"]
    depth = 1
    for block in headings:
        depth = min(depth + 1, (block.level or 1) + 1, _DEEPEST)
        yield block.index, depth
