"""The words of a glossary, from the decisions that stand."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from jargon_scanner.approvals import in_words
from jargon_scanner.findings import Approval
from jargon_scanner.review.decisions import standing
from jargon_scanner.review.glossary.symbols import symbol_for
from jargon_scanner.review.layer import OUR_TEAM
from jargon_scanner.review.people import PLURALS
from jargon_scanner.review.picking.wordings import meaning_of
from jargon_scanner.review.room import LEAST_PEOPLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from jargon_scanner.lexicon.entry import Reader
    from jargon_scanner.lexicon.layers import Located
    from jargon_scanner.review.cards import Pack
    from jargon_scanner.review.decisions import Decision

TITLE = "Words we use"


@dataclass(frozen=True, slots=True)
class Word:
    """One word.

    Attributes:
        term: as it stands in letters and plans.
        stands_for: which of its meanings is meant, where it has several; "" where it has one.
        say: what we say instead; "" where the word is kept.
        meaning: what it means; "" where nobody has said.
        chosen: who chose it, and when: "Chosen by 14 of 17 young people, March 2027".
        symbol: name of its drawing.
    """

    term: str
    stands_for: str
    say: str
    meaning: str
    chosen: str
    symbol: str

    @property
    def letter(self) -> str:
        """Under which letter it stands; "#" for a number."""
        first = self.term[:1].upper()
        return first if first.isalpha() else "#"


@dataclass(frozen=True, slots=True)
class Glossary:
    """The whole.

    Attributes:
        reader: for whom.
        made: on which day.
        words: from A to Z.
    """

    reader: Reader
    made: date
    words: tuple[Word, ...]

    @property
    def by_letter(self) -> tuple[tuple[str, tuple[Word, ...]], ...]:
        """The words under their letters."""
        return tuple((letter, tuple(words)) for letter, words in groupby(self.words, lambda one: one.letter))


def glossary_of(
    history: Iterable[Decision],
    packs: Iterable[Pack],
    entries: Mapping[str, Located],
    reader: Reader,
    made: date,
) -> Glossary:
    """What was decided for a reader, and still stands.

    Args:
        history: every decision, oldest first.
        packs: newest first; what a card says a word means is stronger than the lexicon.
        entries: the lexicon's.
        reader: for whom; what was decided for everybody is for them too.
        made: today.
    """
    cards = [card for pack in reversed(tuple(packs)) for card in pack.cards]
    meanings = {card.key: card.meaning for card in cards}
    decided = (
        one
        for one in standing(history)
        if one.outcome in ("adopt", "keep")
        and (not one.readers or reader in one.readers)
        and one.term.strip()  # a page has no place for a word that nobody can see
    )
    # One for this reader alone is stronger than one for everybody.
    chosen = {one.word: one for one in sorted(decided, key=lambda one: (bool(one.readers), one.id))}
    words = (_word(one, meanings, entries) for one in chosen.values())
    return Glossary(reader, made, tuple(sorted(words, key=lambda one: (one.letter, one.term.casefold()))))


def _word(decision: Decision, meanings: Mapping[str, str], entries: Mapping[str, Located]) -> Word:
    located = entries.get(decision.entry)
    known = meanings.get(decision.key, "")
    if decision.of or not known:
        known = (meaning_of(located.entry, decision.of) if located else "") or known
    is_kept = decision.outcome == "keep"
    say, meaning = ("", decision.wording or known) if is_kept else (decision.wording, known)
    symbol = symbol_for(decision.term, say, meaning)
    return Word(decision.term, decision.of, say, meaning, _chosen(decision), symbol)


def _chosen(decision: Decision) -> str:
    """Who chose it. Numbers under five are not said: this leaves the team."""
    group = PLURALS[decision.group] if decision.asked else OUR_TEAM
    when = f"{decision.at.astimezone():%Y-%m}"
    counted = (decision.asked, decision.chose) if decision.chose >= LEAST_PEOPLE else (0, None)
    return f"{'Kept' if decision.outcome == 'keep' else 'Chosen'} {in_words(Approval(group, when, *counted))}"
