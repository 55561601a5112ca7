"""What needs the lexicon, and is done where the lexicon is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.review.conflicts import Conflict, conflicts
from jargon_scanner.review.found import word_named

if TYPE_CHECKING:
    from jargon_scanner.lexicon.entry import AnyEntry
    from jargon_scanner.review.decisions import Decision
    from jargon_scanner.review.results import CardResults
    from jargon_scanner.workshop import Tools


@dataclass(frozen=True, slots=True)
class Word:
    """The word that a team decides about.

    Attributes:
        entry: of the lexicon; None where no lexicon has it.
        term: as it is shown.
        of: which of its meanings was asked about; "" where that is not known, or there is one only.
    """

    entry: AnyEntry | None
    term: str
    of: str


@dataclass(frozen=True, slots=True)
class FindWord:
    """Find a word that was asked about, or that somebody names.

    Attributes:
        words: in any form, or the id of an entry.
        found: results of the session that the decision rests on.
        name: for messages.
    """

    words: str
    found: tuple[CardResults, ...] = ()
    name: str = "the words"

    def do(self, tools: Tools) -> Word:
        """The word.

        Raises:
            UsageError: it names several entries.
        """
        lexicon = tools.scanner.lexicon.lexicon
        identifier, term, of = word_named(self.words, lexicon, self.found)
        located = lexicon.entries.get(identifier)
        return Word(located.entry if located else None, term, of)


@dataclass(frozen=True, slots=True)
class LookForConflicts:
    """See which decisions do not fit the lexicon any more."""

    history: tuple[Decision, ...]
    name: str = "the history"

    def do(self, tools: Tools) -> tuple[Conflict, ...]:
        """What is to be looked at."""
        return conflicts(self.history, tools.scanner.lexicon.lexicon)
