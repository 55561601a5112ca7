"""How often each service writes of a theme, month by month, and which terms stand with it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.intervals import Estimate, rate

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from jargon_scanner.library.theme.find import Hit, Theme

_DOCUMENTS = """
    SELECT content, service, document.month, content.words FROM document
    JOIN content ON content.id = document.content WHERE run = ? ORDER BY document.path
"""
_COMPANY = """
    SELECT DISTINCT term.id, term.term, term.entry, term.category, occurrence.content, occurrence.sentence
    FROM copies JOIN occurrence USING (content) JOIN term ON term.id = occurrence.term WHERE term.entry != ''
"""
_MOST = 8


@dataclass(frozen=True, slots=True)
class Frequency:
    """How often a service writes of the theme: ``service`` and ``month`` are None for all of them.

    Attributes:
        documents: that were read; ``with_it`` of them write of it.
        times: in all of them.
        per_1000: times in 1,000 words, with how far it would move with other documents of the same kind.
    """

    service: str | None
    month: str | None
    documents: int
    with_it: int
    times: int
    per_1000: Estimate


def frequencies(db: sqlite3.Connection, run: int, hits: Sequence[Hit]) -> tuple[Frequency, ...]:
    """All services together, then each; of each all months together, then each."""
    times: Counter[int] = Counter()
    for hit in hits:
        times[hit.content] += hit.times
    groups: dict[tuple[str | None, str | None], list[tuple[int, int]]] = defaultdict(list)
    for content, service, month, words in db.execute(_DOCUMENTS, (run,)):
        for key in ((None, None), (None, month), (service, None), (service, month)):
            groups[key].append((times[content], words))
    order = sorted(groups, key=lambda key: [(one is not None, one or "") for one in key])
    return tuple(_frequency(key, groups[key]) for key in order)


def _frequency(key: tuple[str | None, str | None], documents: list[tuple[int, int]]) -> Frequency:
    counts, words = [count for count, _ in documents], [size for _, size in documents]
    return Frequency(*key, len(counts), sum(map(bool, counts)), sum(counts), rate(counts, words))


def company(
    db: sqlite3.Connection, theme: Theme, hits: Sequence[Hit], *, by_sentence: bool
) -> tuple[tuple[str, int], ...]:
    """The terms of the lexicon that stand most often with the theme, and in how many sentences.

    Args:
        db: inside ``counting``.
        theme: whose own terms are left out.
        hits: of the theme.
        by_sentence: whether to count sentences; else documents, where no sentence is kept.
    """
    places = {(hit.content, hit.sentence) if by_sentence else hit.content for hit in hits}
    found: dict[str, set[object]] = defaultdict(set)
    for _, term, entry, category, content, sentence in db.execute(_COMPANY):
        own = entry in theme.entries or (theme.category and category == theme.category)
        place = (content, sentence) if by_sentence else content
        if not own and place in places:
            found[term].add(place)
    most = sorted(found.items(), key=lambda one: (-len(one[1]), one[0]))
    return tuple((term, len(where)) for term, where in most[:_MOST])
