"""Whether it gets better: the runs of a store, month by month and service by service."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jargon_scanner.intervals import Estimate, median, rate, share
from jargon_scanner.library.figures import Point

if TYPE_CHECKING:
    import sqlite3

    from jargon_scanner.library.store import Store

_RUNS = (
    "SELECT id, kind, name, substr(started, 1, 10), lexicon FROM run "
    "WHERE finished IS NOT NULL AND (? IS NULL OR name = ?) ORDER BY started, id"
)
_DOCUMENTS = """
    SELECT document.service, content.words, content.reading_age,
           (SELECT count(*) FROM occurrence WHERE content = document.content),
           (SELECT count(*) FROM occurrence JOIN term ON term.id = occurrence.term
            WHERE content = document.content AND term.kind = 'blaming'),
           NOT EXISTS (SELECT 1 FROM occurrence WHERE content = document.content
                       AND status IN ('undefined', 'unknown'))
    FROM document JOIN content ON content.id = document.content WHERE document.run = ? ORDER BY document.path
"""
_CATEGORIES = """
    SELECT document.service, term.category, count(*) FROM document
    JOIN occurrence ON occurrence.content = document.content JOIN term ON term.id = occurrence.term
    WHERE document.run = ? GROUP BY document.service, term.category
"""


@dataclass(slots=True)
class _Documents:
    """The documents of one service, column by column."""

    words: list[int] = field(default_factory=list)
    ages: list[float] = field(default_factory=list)
    findings: list[int] = field(default_factory=list)
    blaming: list[int] = field(default_factory=list)
    explained: list[bool] = field(default_factory=list)


def history(store: Store, name: str | None = None) -> tuple[Point, ...]:
    """Every finished run, the oldest first: all services together, then each.

    Args:
        store: that holds the runs.
        name: of the library; None for all.
    """
    points: list[Point] = []
    with store.reading() as db:
        for run, kind, _, day, lexicon in db.execute(_RUNS, (name, name)).fetchall():
            points += _points(db, run, day, lexicon, sample=kind == "sample")
    return tuple(points)


def _points(db: sqlite3.Connection, run: int, day: str, lexicon: str, *, sample: bool) -> list[Point]:
    services: dict[str | None, _Documents] = defaultdict(_Documents)
    for service, words, age, findings, blaming, explained in db.execute(_DOCUMENTS, (run,)):
        for one in (services[None], services[service]):
            one.words.append(words)
            one.findings.append(findings)
            one.blaming.append(blaming)
            one.explained.append(bool(explained))
            if age is not None:
                one.ages.append(age)
    categories: dict[str | None, Counter[str]] = defaultdict(Counter)
    for service, category, count in db.execute(_CATEGORIES, (run,)):
        categories[None][category] += count
        categories[service][category] += count
    ordered = sorted(services.items(), key=lambda one: (one[0] is not None, one[0] or ""))
    return [
        _point(run, day, lexicon, service, documents, categories[service], sample=sample)
        for service, documents in ordered
    ]


def _point(
    run: int,
    day: str,
    lexicon: str,
    service: str | None,
    documents: _Documents,
    categories: Counter[str],
    *,
    sample: bool,
) -> Point:
    words = sum(documents.words)
    estimates = (
        rate(documents.findings, documents.words),
        rate(documents.blaming, documents.words),
        share(sum(documents.explained), len(documents.explained)),
        median(documents.ages),
    )
    found, could_hurt, explained, age = (one if sample else Estimate(one.value) for one in estimates)
    per_1000 = {name: 1000 * count / words for name, count in sorted(categories.items())} if words else {}
    return Point(
        run,
        day,
        sample,
        lexicon,
        service,
        len(documents.words),
        words,
        found,
        could_hurt,
        explained,
        age,
        per_1000,
    )
