"""Which short forms a library uses, what they mean there, and which nobody explains."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from jargon_scanner.library.figures import AcronymRow

if TYPE_CHECKING:
    import sqlite3

_EXPLAINED = "('defined', 'defined-later', 'redefined')"
_ROWS = f"""
    SELECT term.term, occurrence.expansion, occurrence.content, copies.documents,
           count(*), max(occurrence.status IN {_EXPLAINED})
    FROM occurrence JOIN copies USING (content) JOIN term ON term.id = occurrence.term
    WHERE occurrence.status != '' GROUP BY term.term, occurrence.expansion, occurrence.content
    ORDER BY term.term, occurrence.expansion, occurrence.content
"""  # noqa: S608 - the names of statuses are ours


def acronyms(db: sqlite3.Connection) -> tuple[AcronymRow, ...]:
    """The short forms of the run that is being counted, those that most documents leave unexplained first."""
    documents: dict[str, dict[int, tuple[int, bool]]] = defaultdict(dict)
    meanings: dict[str, Counter[str]] = defaultdict(Counter)
    times: Counter[str] = Counter()
    for short, expansion, content, copies, count, explained in db.execute(_ROWS):
        times[short] += count * copies
        before = documents[short].get(content, (copies, False))[1]
        documents[short][content] = (copies, before or bool(explained))
        if expansion:
            meanings[short][expansion] += copies
    rows = [
        AcronymRow(
            short,
            sum(copies for copies, _ in found.values()),
            times[short],
            sum(copies for copies, explained in found.values() if not explained),
            tuple(sorted(meanings[short].items(), key=lambda one: (-one[1], one[0]))),
            len({_alike(meaning) for meaning in meanings[short]}) > 1,
        )
        for short, found in documents.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.unexplained, -row.occurrences, row.short)))


def _alike(meaning: str) -> str:
    """A long form without what two writers of the same thing differ in: capitals, "&", a plural."""
    return meaning.casefold().replace("&", "and").removesuffix("s")
