"""Which short forms a library uses, what they mean there, and which nobody explains."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from jargon_scanner.library.figures import AcronymMeaning, AcronymRow
from jargon_scanner.statuses import same_words
from jargon_scanner.told import plainer

if TYPE_CHECKING:
    import sqlite3

_EXPLAINED = "('defined', 'defined-later', 'redefined')"
_ROWS = f"""
    SELECT term.term, occurrence.expansion, occurrence.content, copies.documents, copies.first,
           count(*), max(occurrence.status IN {_EXPLAINED}), max(occurrence.source = 'document')
    FROM occurrence JOIN copies USING (content) JOIN term ON term.id = occurrence.term
    WHERE occurrence.status != '' GROUP BY term.term, occurrence.expansion, occurrence.content
    ORDER BY term.term, occurrence.expansion, occurrence.content
"""  # noqa: S608 - the names of statuses are ours


def acronyms(db: sqlite3.Connection) -> tuple[AcronymRow, ...]:
    """The short forms of the run that is being counted, those that most documents leave unexplained first."""
    documents: dict[str, dict[int, tuple[int, bool]]] = defaultdict(dict)
    meanings: dict[str, dict[str, AcronymMeaning]] = defaultdict(dict)
    times: Counter[str] = Counter()
    for short, expansion, content, copies, first, count, explained, says in db.execute(_ROWS):
        times[short] += count * copies
        before = documents[short].get(content, (copies, False))[1]
        documents[short][content] = (copies, before or bool(explained))
        if expansion:
            known = meanings[short].get(same_words(expansion), AcronymMeaning(expansion, 0))
            meanings[short][same_words(expansion)] = _met(known, expansion, copies, first if says else "")
    rows = [
        AcronymRow(
            short,
            sum(copies for copies, _ in found.values()),
            times[short],
            sum(copies for copies, explained in found.values() if not explained),
            tuple(sorted(meanings[short].values(), key=lambda one: (-one.documents, one.text))),
            len(meanings[short]) > 1,
        )
        for short, found in documents.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.unexplained, -row.occurrences, row.short)))


def _met(meaning: AcronymMeaning, written: str, copies: int, says_so: str) -> AcronymMeaning:
    """A meaning, met in some more documents; ``says_so`` is the first of them that explains it, or ""."""
    text, documents = plainer(meaning.text, written), meaning.documents + copies
    if not says_so:
        return replace(meaning, text=text, documents=documents)
    first = min(meaning.first or says_so, says_so)
    return AcronymMeaning(text, documents, meaning.explained + copies, first)
