"""Words that somebody names: in any form, by an entry's id, or words that no lexicon knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.lexicon.find import Finder
from jargon_scanner.lexicon.spoken import name_of
from jargon_scanner.review.picking.picked import Picked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jargon_scanner.lexicon.load import Lexicon
    from jargon_scanner.review.picking.before import Before


def from_words(words: Iterable[str], lexicon: Lexicon, known: Before) -> tuple[Picked, ...]:
    """Named words, in the order in which they were named.

    Args:
        words: each in any form or spelling; an entry's id; or a word of the council's own.
        lexicon: where they are looked up. Of several entries of one name, the first is meant.
        known: what was asked and decided before.
    """
    finder = Finder(lexicon)
    return tuple(_picked(" ".join(word.split()), finder, lexicon, known) for word in words if word.strip())


def _picked(word: str, finder: Finder, lexicon: Lexicon, known: Before) -> Picked:
    by_id = lexicon.entries.get(word)
    named = (by_id,) if by_id else tuple(one.located for one in finder.named(word))
    found = Picked(named[0].entry.id, name_of(named[0].entry), "") if named else Picked("", word, "")
    remark = known.remark(found.key)
    return Picked(found.entry, found.term, f"picked by the team{'; ' if remark else ''}{remark}")
