"""A wording as the lexicon writes it, and not as one sentence needed it: "need" for "needed".

What was fitted to a sentence can hold words of it, even a name; what the lexicon writes holds none.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from jargon_scanner.lexicon.entry import Term
from jargon_scanner.lexicon.forms import all_forms
from jargon_scanner.lexicon.spoken import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jargon_scanner.lexicon.entry import AnyEntry

_SLOT = re.compile(r"<[^>]+>")
#: What a sentence can put before a wording: "the social worker", "did not agree".
_BEFORE = "(?:(?:a|an|the|do|does|did) )?"


def as_written(fitted: str, entry: AnyEntry) -> str:
    """The wording of an entry that a fitted one is a form of; "" where it is more than that."""
    return plain(next((one for one in _wordings(entry) if _forms(one).fullmatch(fitted.lower())), ""))


def _wordings(entry: AnyEntry) -> Iterator[str]:
    """All that an entry offers: what a team adopted, what the entry says, and its long forms."""
    senses = () if isinstance(entry, Term) else entry.senses
    yield from (one.say for one in entry.decided if one.say)
    says = (*entry.say, *(one for sense in senses for one in sense.say))
    yield from (one.replace or one.rephrase or "" for one in says)
    yield from (sense.long for sense in senses)


@cache
def _forms(wording: str) -> re.Pattern[str]:
    """A wording of the lexicon with each of its words in any form, and any words in its slots."""
    return re.compile(_BEFORE + " ".join(map(_form, wording.lower().split())))


def _form(word: str) -> str:
    if _SLOT.search(word):
        return r"\S+(?: \S+)*"
    return f"(?:{'|'.join(re.escape(form) for form in sorted({word, *all_forms(word)}))})"
