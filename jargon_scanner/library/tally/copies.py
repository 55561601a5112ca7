"""How many documents of a run have each content, so that what was analysed once is counted for each."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator


@contextmanager
def counting(db: sqlite3.Connection, run: int) -> Iterator[None]:
    """While this lasts, ``copies`` has a row for each content of the run.

    It holds how many documents have that content, the sum of their uses, and the first of them.
    """
    db.execute("DROP TABLE IF EXISTS temp.copies")
    db.execute(
        "CREATE TEMP TABLE copies AS "
        "SELECT content, count(*) AS documents, sum(uses) AS uses, min(inside) AS first "
        "FROM document WHERE run = ? AND content IS NOT NULL GROUP BY content",
        (run,),
    )
    db.execute("CREATE UNIQUE INDEX temp.copies_content ON copies (content)")
    try:
        yield
    finally:
        db.execute("DROP TABLE temp.copies")


def share(part: float, whole: float) -> float:
    """A share from 0 to 1; 0 of nothing."""
    return part / whole if whole else 0.0


def per_1000(count: float, words: int) -> float:
    """A rate per 1,000 words, rounded as in a single report."""
    return round(1000 * share(count, words), 2)
