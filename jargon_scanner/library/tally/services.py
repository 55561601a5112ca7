"""The library in figures, whole and service by service."""

from __future__ import annotations

from collections import Counter, defaultdict
from statistics import median
from typing import TYPE_CHECKING

from jargon_scanner.findings import KINDS
from jargon_scanner.library.figures import ServiceRow, Totals
from jargon_scanner.library.tally.copies import per_1000, share

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

_FLAGS = """
    SELECT document.service, term.kind, term.category, sum(here.times)
    FROM document JOIN (
        SELECT content, term, count(*) AS times FROM occurrence
        WHERE content IN (SELECT content FROM copies) GROUP BY content, term
    ) AS here ON here.content = document.content JOIN term ON term.id = here.term
    WHERE document.run = ? GROUP BY document.service, term.kind, term.category
"""
_DOCUMENTS = """
    SELECT document.service, content.id, content.words, content.child_words, content.reading_age,
           NOT EXISTS (SELECT 1 FROM occurrence WHERE occurrence.content = content.id
                       AND occurrence.status IN ('undefined', 'unknown'))
    FROM document JOIN content ON content.id = document.content WHERE document.run = ?
"""


def totals(db: sqlite3.Connection, run: int) -> Totals:
    """The run that is being counted, in figures."""
    rows = db.execute(_DOCUMENTS, (run,)).fetchall()
    (found,) = db.execute("SELECT count(*) FROM document WHERE run = ?", (run,)).fetchone()
    kinds: Counter[str] = Counter()
    categories: Counter[str] = Counter()
    for _, kind, category, times in db.execute(_FLAGS, (run,)):
        kinds[kind] += times
        categories[category] += times
    words = sum(row[2] for row in rows)
    return Totals(
        documents=found,
        read=len(rows),
        distinct=len({row[1] for row in rows}),
        words=words,
        child_words=sum(row[3] for row in rows),
        findings=kinds.total(),
        by_kind={kind: kinds[kind] for kind in KINDS},
        by_category=dict(sorted(categories.items())),
        per_1000_words=per_1000(kinds.total(), words),
        all_explained=share(sum(row[5] for row in rows), len(rows)),
        median_reading_age=_median([row[4] for row in rows]),
    )


def services(db: sqlite3.Connection, run: int) -> tuple[ServiceRow, ...]:
    """Each service of the run that is being counted, in the order of their names."""
    documents: dict[str, list[tuple[int, float | None, bool]]] = defaultdict(list)
    for service, _, words, _, age, explained in db.execute(_DOCUMENTS, (run,)):
        documents[service].append((words, age, bool(explained)))
    flags: dict[str, Counter[str]] = defaultdict(Counter)
    for service, _, category, times in db.execute(_FLAGS, (run,)):
        flags[service][category] += times
    found = []
    for service, rows in sorted(documents.items()):
        words = sum(row[0] for row in rows)
        count = flags[service].total()
        found.append(
            ServiceRow(
                service,
                len(rows),
                words,
                count,
                per_1000(count, words),
                _median([row[1] for row in rows]),
                share(sum(row[2] for row in rows), len(rows)),
                dict(sorted(flags[service].items())),
            )
        )
    return tuple(found)


def _median(ages: Sequence[float | None]) -> float | None:
    known = [age for age in ages if age is not None]
    return round(median(known), 1) if known else None
