"""The documents of a run, those with the most findings for their length first."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from jargon_scanner.library.figures import DocumentRow
from jargon_scanner.library.tally.copies import per_1000

if TYPE_CHECKING:
    import sqlite3

_WORST = 3
_COUNTS = """
    SELECT content, count(*), sum(kind = 'acronym'), sum(kind = 'jargon'), sum(kind = 'blaming'),
           count(DISTINCT CASE WHEN status IN ('undefined', 'unknown') THEN occurrence.term END)
    FROM copies JOIN occurrence USING (content) JOIN term ON term.id = occurrence.term GROUP BY content
"""
_SECTIONS = """
    SELECT content, section, count(*) AS times FROM copies JOIN occurrence USING (content)
    WHERE section != '' GROUP BY content, section ORDER BY content, times DESC, section
"""
_DOCUMENTS = """
    SELECT document.path, content.format, document.service, document.team, document.type, document.owner,
           document.month, document.uses, content.id, content.words, content.reading_age,
           content.reading_age_after, copies.documents
    FROM document JOIN content ON content.id = document.content JOIN copies ON copies.content = content.id
    WHERE document.run = ? ORDER BY document.path
"""


def documents(db: sqlite3.Connection, run: int) -> tuple[DocumentRow, ...]:
    """The documents of the run that is being counted."""
    counts = {row[0]: row[1:] for row in db.execute(_COUNTS)}
    worst: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for content, section, times in db.execute(_SECTIONS):
        if len(worst[content]) < _WORST:
            worst[content].append((section, times))
    problems: dict[int, list[str]] = defaultdict(list)
    for content, message, place in db.execute(
        "SELECT content, message, place FROM problem JOIN copies USING (content) ORDER BY problem.rowid"
    ):
        problems[content].append(f"{place}: {message}" if place else message)
    rows = []
    for path, form, service, team, kind, owner, month, uses, content, words, age, after, copies in db.execute(
        _DOCUMENTS, (run,)
    ):
        all_of_them, letters, jargon, blaming, unexplained = counts.get(content, (0, 0, 0, 0, 0))
        rows.append(
            DocumentRow(
                path,
                form,
                service,
                team,
                kind,
                owner,
                month,
                uses,
                words,
                all_of_them,
                letters,
                jargon,
                blaming,
                per_1000(all_of_them, words),
                unexplained,
                age,
                after,
                tuple(worst.get(content, ())),
                copies,
                tuple(problems.get(content, ())),
            )
        )
    return tuple(sorted(rows, key=lambda row: (-row.per_1000_words, row.path)))
