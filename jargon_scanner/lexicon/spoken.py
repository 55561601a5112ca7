"""Terms and wordings of the lexicon as they are said: its slots and choices of words are for programs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jargon_scanner.lexicon.entry import ShortForm

if TYPE_CHECKING:
    from jargon_scanner.lexicon.entry import AnyEntry

#: What stands for a slot. An article, an adverb or an optional word is left out.
_SLOTS = {"<someone>": "someone", "<someone's>": "someone’s", "<self>": "yourself", "<number>": "a number"}
_OPTIONAL = re.compile(r"\([^)]*\)")
_SLOT = re.compile(r"<[^>]+>")


def spoken(written: str) -> str:
    """A term as a dictionary would print it: of words to choose from the first, slots as plain words.

    ``"put|place <self> at (significant) risk"`` is said "put yourself at risk".
    """
    parts = (_part(word) for word in _OPTIONAL.sub(" ", written).split())
    return " ".join(word for word in parts if word)


def plain(wording: str) -> str:
    """A wording as it is said: its slots as plain words. What stands in brackets belongs to it."""
    words = (_SLOTS.get(word, "" if _SLOT.fullmatch(word) else word) for word in wording.split())
    return " ".join(word for word in words if word)


def name_of(entry: AnyEntry) -> str:
    """What an entry is called where people read it."""
    return entry.short if isinstance(entry, ShortForm) else spoken(entry.term)


def _part(word: str) -> str:
    first = word.partition("|")[0]
    if first == "...":
        return "…"
    return _SLOTS.get(first, "" if _SLOT.fullmatch(first) else first)
