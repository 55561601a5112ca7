"""A run counted: from the store's rows to the figures that every view shows. One table, one module."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.errors import UsageError
from jargon_scanner.library.figures import LibraryReport, UnreadRow
from jargon_scanner.library.new_words import new_words
from jargon_scanner.library.tally.acronyms import acronyms
from jargon_scanner.library.tally.copies import counting
from jargon_scanner.library.tally.documents import documents
from jargon_scanner.library.tally.fix_first import fix_first
from jargon_scanner.library.tally.prompts import prompts
from jargon_scanner.library.tally.services import services, totals
from jargon_scanner.library.tally.terms import terms
from jargon_scanner.library.tally.where import where

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from jargon_scanner.library.store import Store

__all__ = ["last_run", "tally", "where"]


def last_run(store: Store, name: str | None = None, until: str = "") -> int:
    """The id of the last finished scan of a library.

    Args:
        store: that holds it.
        name: of the library; None for any.
        until: the last day, month or year that counts, "2027-03"; "" for today.

    Raises:
        UsageError: there is none.
    """
    row = store.db.execute(
        "SELECT max(id) FROM run WHERE finished IS NOT NULL AND kind = 'library' "
        "AND (? IS NULL OR name = ?) AND substr(started, 1, length(?)) <= ?",
        (name, name, until, until),
    ).fetchone()
    if row[0] is None:
        of_then = f" until {until}" if until else ""
        raise UsageError(f"{store.path} holds no finished scan{of_then}. Run jargon-scanner scope first.")
    return int(row[0])


def tally(store: Store, run: int, known: Mapping[str, float] | None = None) -> LibraryReport:
    """Count one run.

    Args:
        store: that holds it.
        run: its id.
        known: by entry id, the share of young people who knew the term, where a review has asked.
    """
    with store.reading() as db, counting(db, run):
        name, started, finished, tool, lexicon = db.execute(
            "SELECT name, started, coalesce(finished, ''), tool, lexicon FROM run WHERE id = ?", (run,)
        ).fetchone()
        whole = totals(db, run)
        counted = terms(db, whole.words)
        return LibraryReport(
            run=run,
            name=name,
            started=started,
            finished=finished,
            tool=tool,
            lexicon=lexicon,
            totals=whole,
            services=services(db, run),
            terms=counted,
            acronyms=acronyms(db),
            documents=documents(db, run),
            prompts=prompts(db, run),
            changes=fix_first(db, run, counted, known or {}),
            new_words=new_words(db, run, whole.words),
            unread=_unread(db, run),
            passed_over=tuple(
                path
                for (path,) in db.execute("SELECT path FROM passed_over WHERE run = ? ORDER BY path", (run,))
            ),
        )


def _unread(db: sqlite3.Connection, run: int) -> tuple[UnreadRow, ...]:
    rows = db.execute(
        "SELECT path, error_code, error FROM document WHERE run = ? AND content IS NULL ORDER BY path", (run,)
    )
    return tuple(UnreadRow(*row) for row in rows)
