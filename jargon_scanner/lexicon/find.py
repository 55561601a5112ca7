"""Entries found by what a person types: any inflected form, any spelling, a long form, an id, a question."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import TYPE_CHECKING

from jargon_scanner.lexicon.entry import AnyEntry, ShortForm, Term
from jargon_scanner.lexicon.forms import all_forms
from jargon_scanner.lexicon.patterns import Pattern, match_at, wordings_of
from jargon_scanner.lexicon.short_forms import shapes_of
from jargon_scanner.words import Words, read_words, split_words, tokenizer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jargon_scanner.lexicon.layers import Located
    from jargon_scanner.lexicon.load import Lexicon

_ASKED = re.compile(
    r"(?:(?:please|so|and|can you|could you|tell me|do you know|explain|define)[,\s]+)*"
    r"(?:(?:what|who)(?:'s|’s|\s+(?:is|are|was|were|does|do|did))?|what\s+does|the meaning of|meaning of)\s+"
    r"(?:(?:an?|the)\s+)?(?P<words>.+?)(?:\s+(?:mean|stand\s+for|means|stands\s+for))?",
    re.IGNORECASE,
)
_ENDINGS = ("s", "d")
_LIKE = 0.66
_PREFIX = 2


@dataclass(frozen=True, slots=True)
class Named:
    """An entry that was named.

    Attributes:
        located: the entry and its place.
        wordings: which of its wordings, as patterns; None for all that it finds.
    """

    located: Located
    wordings: tuple[Pattern, ...] | None

    def finds(self, text: str) -> bool:
        """Whether these words of a document are what was named, in any form."""
        return self.wordings is None or any(_is_whole(pattern, _words(text)) for pattern in self.wordings)


class Finder:
    """Looks entries up in one lexicon. Conditions are not asked: there is no sentence to ask them of."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Look up in ``lexicon``."""
        self._lexicon = lexicon
        self._patterns: dict[str, list[tuple[str, tuple[Pattern, ...]]]] = {}

    def named(self, text: str) -> tuple[Named, ...]:
        """What the whole text names: words before ids, exact letters before others."""
        text = text.strip()
        words = _words(text)
        if not len(words):
            return ()
        by_words = (*self._short_forms(text, words.texts), *self._terms(text, words))
        found = by_words or self._folded(text) or self._long_forms(words)
        if found:
            return tuple(found)
        located = self._lexicon.entries.get(text)
        return (Named(located, None),) if located else ()

    def asked(self, question: str) -> tuple[Named, ...]:
        """What a person asks about: a term, or a question with a term in it."""
        bare = question.strip().rstrip("?!. ").strip()
        match = _ASKED.fullmatch(bare)
        for text in (bare, match["words"] if match else ""):
            found = self.named(text)
            if found:
                return found
        return tuple(self._inside(match["words"] if match else bare))

    def like(self, text: str) -> tuple[str, ...]:
        """Up to three names that are written nearly so."""
        names = {name.casefold(): name for name in self._names}
        bare = text.strip().rstrip("?!. ")
        match = _ASKED.fullmatch(bare)
        wanted = (match["words"] if match else bare).casefold()
        return tuple(names[one] for one in get_close_matches(wanted, names, n=3, cutoff=_LIKE))

    def holding(self, text: str) -> list[Located]:
        """Entries with these words anywhere in what they are called, the shortest name first."""
        wanted = " ".join(text.casefold().split())
        holds = (
            (min(len(name) for name in names), located)
            for located in self._lexicon.entries.values()
            if (names := [one for one in names_of(located.entry) if wanted in one.casefold()])
        )
        return [located for _, located in sorted(holds, key=lambda one: one[0])]

    def _inside(self, text: str) -> Iterator[Named]:
        """The longest names inside a text, each once."""
        from spacy.lang.en.stop_words import STOP_WORDS

        pieces = text.split()
        taken: set[int] = set()
        seen: set[str] = set()
        for size in range(len(pieces) - 1, 0, -1):
            for start in range(len(pieces) - size + 1):
                places = range(start, start + size)
                window = " ".join(pieces[start : start + size]).strip(',;:.?!"“”()')
                if taken.intersection(places) or window in STOP_WORDS:
                    continue
                found = self.named(window)
                if found:
                    taken.update(places)
                yield from (one for one in found if one.located.entry.id not in seen)
                seen.update(one.located.entry.id for one in found)

    def _short_forms(self, text: str, texts: tuple[str, ...]) -> Iterator[Named]:
        for folded in _folds(text):
            for located in self._by_fold.get(folded, ()):
                entry = located.entry
                if isinstance(entry, ShortForm) and any(shape.texts == texts for shape in shapes_of(entry)):
                    yield Named(located, None)

    def _folded(self, text: str) -> tuple[Named, ...]:
        """Short forms without regard to case, dots and spaces; with an ending only if nothing else."""
        return next(
            (
                tuple(Named(located, None) for located in self._by_fold[folded])
                for folded in _folds(text)
                if folded in self._by_fold
            ),
            (),
        )

    def _terms(self, text: str, words: Words) -> Iterator[Named]:
        prefixes = {norm[:_PREFIX] for norm in words.norms[:2]}
        for located in {
            one.entry.id: one for key in prefixes for one in self._by_prefix.get(key, ())
        }.values():
            entry = located.entry
            if not isinstance(entry, Term):
                continue
            wordings = tuple(
                pattern
                for written, patterns in self._patterns_of(entry)
                if written.casefold() == text.casefold() or any(_is_whole(one, words) for one in patterns)
                for pattern in patterns
            )
            if wordings:
                yield Named(located, wordings)

    def _long_forms(self, words: Words) -> tuple[Named, ...]:
        return tuple(
            Named(located, None)
            for located in self._lexicon.entries.values()
            if isinstance(located.entry, ShortForm)
            and any(_is_long_form(sense.long, words.norms) for sense in located.entry.senses)
        )

    def _patterns_of(self, entry: Term) -> list[tuple[str, tuple[Pattern, ...]]]:
        if entry.id not in self._patterns:
            self._patterns[entry.id] = wordings_of(entry, self._lexicon.classes)
        return self._patterns[entry.id]

    @cached_property
    def _by_fold(self) -> dict[str, list[Located]]:
        found: dict[str, list[Located]] = {}
        for located in self._lexicon.entries.values():
            if isinstance(located.entry, ShortForm):
                for key in dict.fromkeys(map(_fold, (located.entry.short, *located.entry.also))):
                    found.setdefault(key, []).append(located)
        return found

    @cached_property
    def _by_prefix(self) -> dict[str, list[Located]]:
        """Terms by the first letters of their words; irregular forms begin otherwise and are added."""
        found: dict[str, list[Located]] = {}
        for located in self._lexicon.entries.values():
            if isinstance(located.entry, Term):
                for key in _beginnings(located.entry):
                    found.setdefault(key, []).append(located)
        return found

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(name for located in self._lexicon.entries.values() for name in names_of(located.entry))


def names_of(entry: AnyEntry) -> Iterable[str]:
    """Everything an entry is called: its wordings or spellings, and long forms."""
    if isinstance(entry, ShortForm):
        return (entry.short, *entry.also, *(sense.long for sense in entry.senses))
    return (entry.term, *entry.also)


def _beginnings(entry: Term) -> set[str]:
    chunks = (re.split(r"[\s|()/-]+", wording.lower().strip("(")) for wording in (entry.term, *entry.also))
    words = {word for parts in chunks for word in parts if word and not word.startswith("<")}
    irregular = {form[:_PREFIX] for word in words if word in _IRREGULAR for form in all_forms(word)}
    return {word[:_PREFIX] for word in words} | irregular


#: Verbs with forms that begin otherwise.
_IRREGULAR = frozenset("be go have do buy bring think eat see teach catch seek".split())


def _words(text: str) -> Words:
    return read_words(tokenizer()(text))


def _is_whole(pattern: Pattern, words: Words) -> bool:
    match = match_at(pattern, words, 0) if len(words) else None
    return match is not None and match.end == len(words)


def _fold(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _folds(text: str) -> list[str]:
    """A short form's letters and digits; without an ending too where it has one."""
    whole = _fold(text)
    return [whole, *(whole[:-1] for ending in _ENDINGS if whole.endswith(ending) and len(whole) > 2)]


def _is_long_form(long: str, norms: tuple[str, ...]) -> bool:
    return long.casefold().startswith(norms[0][:_PREFIX]) and _same(split_words(long)[1], norms)


def _same(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two wordings are the same, but for the number of their last word."""
    if len(left) != len(right) or left[:-1] != right[:-1]:
        return False
    return right[-1] in all_forms(left[-1]) or left[-1] == right[-1]
