"""New words: what a library says again and again, English seldom does, and the lexicon does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.library.figures import NewWordRow
from jargon_scanner.library.new_words.contexts import contexts
from jargon_scanner.library.new_words.gather import unpack
from jargon_scanner.library.new_words.spelling import meant
from jargon_scanner.library.new_words.weigh import weigh

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

#: So many are listed, and so many of those with sentences: nobody reads on.
MOST = 500
_WITH_CONTEXTS = 150
_PHRASES = (
    "SELECT copies.content, copies.documents, content.phrases FROM copies "
    "JOIN content ON content.id = copies.content ORDER BY copies.content"
)

_DECIDED = (
    "SELECT phrase FROM decision WHERE id IN (SELECT max(id) FROM decision GROUP BY phrase) "
    "AND outcome != 'open'"
)


def new_words(db: sqlite3.Connection, run: int, words: int) -> tuple[NewWordRow, ...]:
    """The new words of the run that is being counted, without those that a person has decided on.

    Args:
        db: inside ``counting``.
        run: its id.
        words: of all documents.
    """

    def counted() -> Iterator[tuple[int, Iterator[tuple[str, int]]]]:
        return ((copies, unpack(phrases)) for _, copies, phrases in db.execute(_PHRASES) if phrases)

    decided = {phrase for (phrase,) in db.execute(_DECIDED)}
    best = [one for one in weigh(counted, words) if one.phrase not in decided][:MOST]
    shown = contexts(db, run, [one.phrase for one in best[:_WITH_CONTEXTS]])
    return tuple(
        NewWordRow(
            one.phrase, one.documents, one.times, one.ratio, meant(one.phrase), shown.get(one.phrase, ())
        )
        for one in best
    )
