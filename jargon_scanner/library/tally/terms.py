"""Which terms a library uses, how often and where, and what is offered for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.library.figures import TermRow
from jargon_scanner.library.tally.copies import per_1000

if TYPE_CHECKING:
    import sqlite3

    from jargon_scanner.library.store import Store

_COUNTS = """
    SELECT term.id, term.entry, term.term, term.kind, term.category, term.treatment,
           sum(copies.documents), sum(copies.documents * here.times), sum(copies.documents * here.printed),
           sum(copies.uses * here.times) AS met
    FROM (
        SELECT content, term, count(*) AS times, sum(owner = 'template') AS printed
        FROM occurrence WHERE content IN (SELECT content FROM copies) GROUP BY content, term
    ) AS here JOIN copies USING (content) JOIN term ON term.id = here.term
    GROUP BY term.id ORDER BY met DESC, term.term, term.entry, term.kind, term.category
"""
_SERVICES = """
    SELECT DISTINCT occurrence.term, document.service
    FROM copies JOIN occurrence USING (content) JOIN document ON document.content = copies.content
    WHERE document.service != '' ORDER BY 1, 2
"""
# Wordings differ by their place in a sentence: the lexicon's own stands for all its forms; of others, the one
# with a small letter, if there is one.
_WORDINGS = """
    SELECT term, max(said), max(approved), sum(copies.documents) AS times
    FROM (SELECT content, term, approved, coalesce(nullif(wording, ''), suggestion) AS said FROM occurrence)
    JOIN copies USING (content)
    WHERE said != '' GROUP BY term, lower(said) ORDER BY times, lower(said) DESC
"""


def terms(db: sqlite3.Connection, words: int) -> tuple[TermRow, ...]:
    """The terms of the run that is being counted, what readers meet most first.

    Args:
        db: inside ``counting``.
        words: of all documents.
    """
    services: dict[int, list[str]] = {}
    for term, service in db.execute(_SERVICES):
        services.setdefault(term, []).append(service)
    wordings = {term: (suggestion, approved) for term, suggestion, approved, _ in db.execute(_WORDINGS)}
    found = []
    for rank, row in enumerate(db.execute(_COUNTS), start=1):
        identifier, entry, term, kind, category, treatment, documents, times, printed, met = row
        suggestion, approved = wordings.get(identifier, ("", ""))
        found.append(
            TermRow(
                entry,
                term,
                kind,
                category,
                treatment,
                documents,
                times,
                printed,
                per_1000(times, words),
                met,
                tuple(services.get(identifier, ())),
                suggestion,
                approved,
                rank,
            )
        )
    return tuple(found)


def own_wordings(store: Store) -> frozenset[str]:
    """The wordings that are offered as the lexicon writes them: no word of a document is in any."""
    rows = store.db.execute("SELECT DISTINCT wording FROM occurrence WHERE wording != ''")
    return frozenset(wording for (wording,) in rows)
