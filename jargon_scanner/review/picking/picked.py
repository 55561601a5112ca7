"""A word that was picked, before anything is looked up for its card."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jargon_scanner.review.cards import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jargon_scanner.review.cards import Origin

#: What one session of an hour and a half can talk about.
USUAL = 20
MOST_IN_A_SESSION = 40


#: Categories of words that have a plain one for everybody: nobody has to be asked what "commence" feels like.
PLAIN_ENGLISH = frozenset({"officialese", "shorthand"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that could show the word.

    Attributes:
        text: as it was written: names are not hidden yet.
        word: the word as it stands in it.
        origin: what it is from.
    """

    text: str
    word: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Picked:
    """One word.

    Attributes:
        entry: the lexicon's entry; "" for a word that is in no lexicon.
        term: as the lexicon, or the person who named it, writes it.
        why: why it was picked, in words.
        long: what is meant, of a short form that has several long forms; "" where that is not known.
        sentences: of documents, what shows it best first.
    """

    entry: str
    term: str
    why: str
    long: str = ""
    sentences: tuple[Candidate, ...] = ()

    @property
    def key(self) -> str:
        """What makes it the same word as another."""
        return key_of(self.entry, self.term)


def once_each(picked: Iterable[Picked]) -> tuple[Picked, ...]:
    """Every word once, where it was picked first; what was picked from documents too is known by those."""
    found: dict[str, Picked] = {}
    for one in picked:
        first = found.get(one.key)
        if first is None:
            found[one.key] = one
        elif not first.sentences:
            found[one.key] = replace(one, term=first.term)
    return tuple(found.values())


def times(count: int) -> str:
    """How often, in words."""
    return "once" if count == 1 else "twice" if count == 2 else f"{count:,} times"
