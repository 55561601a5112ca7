"""What is looked up and tried where the lexicon is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from jargon_scanner.web.pages.words.shown import Category, Found, Sheet, found_of, sheet_of

if TYPE_CHECKING:
    from jargon_scanner.lexicon.compiled import CompiledLexicon
    from jargon_scanner.lexicon.find import Finder
    from jargon_scanner.trial import Trial
    from jargon_scanner.workshop import Tools

_MOST = 60


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search found: entries, or names that are written nearly so; and how many entries there are."""

    found: tuple[Found, ...]
    more: int
    like: tuple[str, ...]
    entries: int
    own: tuple[Found, ...] = ()


@dataclass(frozen=True, slots=True)
class Search:
    """Look words up as ``explain`` does, and then wherever they stand in an entry's words."""

    words: str
    name: str = "The search"

    def do(self, tools: Tools) -> Hits:
        """What is found; the council's own entries where nothing is asked."""
        finder = _finder(tools.scanner.lexicon)
        lexicon = tools.scanner.lexicon.lexicon
        if not self.words:
            own = tuple(found_of(one) for one in lexicon.entries.values() if one.layer != "bundled")
            return Hits((), 0, (), len(lexicon.entries), own)
        named = [one.located for one in finder.asked(self.words)]
        named += finder.holding(self.words)
        found = {one.entry.id: found_of(one) for one in named}
        shown = tuple(found.values())[:_MOST]
        like = () if found else finder.like(self.words)
        return Hits(shown, len(found) - len(shown), like, len(lexicon.entries))


@dataclass(frozen=True, slots=True)
class Show:
    """An entry in full."""

    identifier: str
    name: str = "The entry"

    def do(self, tools: Tools) -> Sheet | None:
        """The entry; None where there is none of this id."""
        lexicon = tools.scanner.lexicon.lexicon
        located = lexicon.with_silenced().entries.get(self.identifier)
        return sheet_of(located, lexicon) if located else None


@dataclass(frozen=True, slots=True)
class Categories:
    """The categories that an entry can have."""

    name: str = "The categories"

    def do(self, tools: Tools) -> tuple[Category, ...]:
        """All of them, in the order of their file."""
        known = tools.scanner.lexicon.lexicon.categories.values()
        return tuple(Category(one.id, one.kind, one.name, one.what) for one in known)


@dataclass(frozen=True, slots=True)
class Try:
    """Try an entry before it is written."""

    row: dict[str, Any]
    name: str = "The entry"

    def do(self, tools: Tools) -> Trial:
        """What came of it."""
        from jargon_scanner.trial import try_entry

        return try_entry(self.row, tools.scanner, _finder(tools.scanner.lexicon))


@lru_cache(maxsize=2)
def _finder(lexicon: CompiledLexicon) -> Finder:
    """Makes its indexes once; a lexicon that was changed is another."""
    from jargon_scanner.lexicon.find import Finder

    return Finder(lexicon.lexicon.with_silenced())
