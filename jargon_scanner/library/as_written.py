"""A wording as the lexicon writes it: what is fitted to a sentence may be inflected, "needed" for "need"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.lexicon.entry import Term
from jargon_scanner.lexicon.forms import all_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jargon_scanner.lexicon.entry import AnyEntry


def as_written(fitted: str, entry: AnyEntry) -> str:
    """The wording of an entry that a fitted one is a form of; "" where it is more than that."""
    words = fitted.lower().split()
    return next((one for one in _wordings(entry) if _is_form(words, one.lower().split())), "")


def _wordings(entry: AnyEntry) -> Iterator[str]:
    """All that an entry offers: what a team adopted, what the entry says, and its long forms."""
    senses = () if isinstance(entry, Term) else entry.senses
    yield from (one.say for one in entry.decided if one.say)
    says = (*entry.say, *(one for sense in senses for one in sense.say))
    yield from (one.replace or one.rephrase or "" for one in says)
    yield from (sense.long for sense in senses)


def _is_form(words: list[str], written: list[str]) -> bool:
    return len(words) == len(written) and all(
        word == lemma or word in all_forms(lemma) for word, lemma in zip(words, written, strict=True)
    )
