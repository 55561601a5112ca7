"""What the lexicon would flag in its own meanings and wordings, as far as can be told without grammar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.lexicon.company import Company, company
from jargon_scanner.lexicon.entry import ShortForm, Term
from jargon_scanner.lexicon.patterns import Match, Pattern, PatternIndex, patterns_of
from jargon_scanner.lexicon.short_forms import Shape, ShortFormIndex, shapes_of
from jargon_scanner.words import Words, read_words, tokenizer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jargon_scanner.lexicon.load import Lexicon, Located

    Signature = tuple[object, ...]


class Survey:
    """All entries that are flagged wherever they stand, or unless plain neighbours forbid it.

    Attributes:
        twins: for each pattern without conditions, the entries that have it, in the lexicon's order.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        """Survey ``lexicon``; entries that make no pattern are passed over: they have faults of their own."""
        patterns: list[Pattern] = []
        shapes: list[Shape] = []
        self._unless: dict[str, tuple[Company, ...]] = {}
        self.twins: dict[Signature, list[Located]] = {}
        for located in lexicon.entries.values():
            entry = located.entry
            if entry.only:
                continue
            try:
                own = patterns_of(entry, lexicon.classes) if isinstance(entry, Term) else []
                unless = tuple(company(condition, lexicon.classes) for condition in entry.unless)
            except ValueError:
                continue
            self._unless[entry.id] = unless
            patterns += own
            if isinstance(entry, ShortForm) and not entry.familiar:
                shapes += (one for one in shapes_of(entry) if not one.small)
            if not unless:
                self._note(located, own)
        self._terms = PatternIndex(patterns)
        self._short_forms = ShortFormIndex(shapes)

    def _note(self, located: Located, own: list[Pattern]) -> None:
        """Remember who has which pattern or spelling, each entry once."""
        signatures: list[Signature] = [pattern.elements for pattern in own]
        if isinstance(located.entry, ShortForm):
            signatures = [(located.entry.short,), *((other,) for other in located.entry.also)]
        for signature in dict.fromkeys(signatures):
            self.twins.setdefault(signature, []).append(located)

    def flagged(self, text: str) -> Mapping[str, str]:
        """Ids of the entries that flag something in a text, each with the words; of overlaps the longest."""
        words = read_words(tokenizer()(text))
        found = sorted(self._found(words), key=lambda one: one[1] - one[2])
        taken: set[int] = set()
        flagged: dict[str, str] = {}
        for entry, start, end in found:
            if taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                flagged[entry] = " ".join(words.texts[start:end])
        return flagged

    def _found(self, words: Words) -> Iterator[tuple[str, int, int]]:
        for match in self._terms.find(words):
            if not any(_may_hold(one, match, words) for one in self._unless[match.pattern.entry]):
                yield match.pattern.entry, match.start, match.end
        for short in self._short_forms.find(words):
            yield short.shape.entry, short.start, short.end


def _may_hold(one: Company, match: Match, words: Words) -> bool:
    """Whether a condition holds, or could: what only grammar or a document can say is believed."""
    sentence = words.sentence(match.start)
    checks = (
        not one.phrase or one.phrase.around(words, match.start, match.end),
        not one.before or one.before.before(words, match.start, sentence.start),
        not one.after or one.after.at(words, match.end, sentence.stop),
        not one.near or one.near.anywhere(words, sentence, range(match.start, match.end)),
    )
    return all(checks)
