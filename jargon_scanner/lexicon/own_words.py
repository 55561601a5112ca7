"""What people bring of their own, a family or a group: which entry is meant, and how a wording is counted."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any

from jargon_scanner.lexicon.entry import AnyEntry, Sense, ShortForm, Term, Wording
from jargon_scanner.lexicon.forms import commonness, is_plural_noun
from jargon_scanner.lexicon.patterns import PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jargon_scanner.lexicon.layers import Located
    from jargon_scanner.lexicon.load import Lexicon

_SUBJECTS = frozenset("i you we they he she who that which".split())
_QUESTION_WORDS = frozenset("how what where when who why".split())
#: How common its plural has to be for "…ing" to be a thing ("meeting") and not a doing ("seeing").
_A_THING = 3.0
_LETTERS = re.compile(r"[A-Z][A-Z0-9&/]{1,5}")


def meant(found: Sequence[Located], own: str) -> list[Located]:
    """Which of several entries that find the same words a person means.

    The noun, where the same words are a verb too ("contact the school"); and among nouns the one that offers
    the person's wording itself, or asks what this child calls it ("contact" with Mum, not with the police).
    """
    nouns = [one for one in found if not isinstance(one.entry, Term) or one.entry.pos == "noun"]
    offering = [one for one in nouns if any(says(wording, own) for wording in one.entry.say)]
    asking = [one for one in nouns if one.entry.treatment == "ask"]
    return offering or asking or nouns or list(found)


def says(wording: Wording, own: str | None) -> bool:
    """Whether a wording drops in the very words."""
    return (wording.replace or "").casefold() == (own or "").casefold()


class Counting:
    """How people's own words are counted: as a lexicon counts the same words, or others of the same noun."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Learn from the wordings of ``lexicon``, when first asked: all its entries have to be unpacked."""
        self._lexicon = lexicon

    @cached_property
    def _same(self) -> dict[str, str]:
        wordings = reversed(list(_wordings(self._lexicon)))  # the first of the same words holds
        return {(one.replace or "").casefold(): one.number for one in wordings if one.number is not None}

    @cached_property
    def _heads(self) -> defaultdict[str, Counter[str | None]]:
        heads: defaultdict[str, Counter[str | None]] = defaultdict(Counter)
        for wording in _wordings(self._lexicon):
            heads[_head((wording.replace or "").casefold())][wording.number] += 1
        return heads

    def wording(self, own: str, source: str) -> Wording:
        """Somebody's own words as a wording; a name is never made plural."""
        return Wording.model_validate({"replace": own, "number": self.number(own), "source": source})

    def number(self, own: str) -> str | None:
        """As the key ``number`` of a wording: mass, plural, name; None for what can be one or many."""
        text, head = own.casefold(), _head(own.casefold())
        if any(part[:1].isupper() and not part.isupper() for part in own.split()):
            return "name"
        if text in self._same:
            return self._same[text]
        if _is_clause(text):
            return "mass"
        if is_plural_noun(head):
            return "plural"
        usual = self._heads[head].most_common(1) if head in self._heads else []
        return "mass" if usual and usual[0][0] == "mass" else None


def _wordings(lexicon: Lexicon) -> Iterator[Wording]:
    for located in lexicon.entries.values():
        entry = located.entry
        senses = entry.senses if isinstance(entry, ShortForm) else ()
        if isinstance(entry, ShortForm) or entry.pos == "noun":
            for say in (entry.say, *(sense.say for sense in senses)):
                yield from (wording for wording in say if wording.replace)


def _is_clause(text: str) -> bool:
    """Whether words tell of something rather than name a thing: "how we get on", "seeing mum"."""
    first, _, rest = text.partition(" ")
    doing = bool(rest) and first.endswith("ing") and commonness(f"{first}s") < _A_THING
    return first in _QUESTION_WORDS or doing


def _head(text: str) -> str:
    """The noun of a wording: the last word before the first preposition or clause."""
    words = text.split()
    stops = (place for place in range(1, len(words)) if words[place] in PREPOSITIONS | _SUBJECTS)
    end = next(stops, len(words))
    return words[end - 1] if words else ""


def entry_for(words: str, own: Wording, *, made_by: str, why: str) -> AnyEntry:
    """An entry for words that no lexicon knows.

    Args:
        words: as they stand in documents.
        own: what is said instead.
        made_by: the beginning of its id.
        why: the line for the person who writes.
    """
    common: dict[str, Any] = {
        "id": id_for(words, made_by),
        "treatment": "replace",
        "why": why,
        "source": own.source,
    }
    if _LETTERS.fullmatch(words):
        sense = Sense(long=own.replace or words, say=(own,), first="say")
        return ShortForm(short=words, kind="acronym", category="acronym", senses=(sense,), **common)
    return Term(term=words, pos="noun", kind="jargon", category="system-word", say=(own,), **common)


def id_for(words: str, made_by: str) -> str:
    """The id of an entry for words that no lexicon knows."""
    slug = "-".join(re.findall(r"[a-z0-9]+", words.casefold())) or "word"
    return f"{made_by}-{slug}"
