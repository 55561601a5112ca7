"""Every single occurrence of a run, one after the other: there can be millions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.library.figures import Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jargon_scanner.library.store import Store

_ROWS = """
    SELECT document.path, document.service, occurrence.number, term.term, term.entry, term.kind,
           term.category, term.treatment, occurrence.owner, occurrence.text, occurrence.label,
           occurrence.section,
           sentence.text, occurrence.suggestion, occurrence.approved, occurrence.status, occurrence.expansion
    FROM document JOIN occurrence ON occurrence.content = document.content
    JOIN term ON term.id = occurrence.term JOIN sentence ON sentence.id = occurrence.sentence
    WHERE document.run = :run AND (:entry IS NULL OR term.entry = :entry)
    ORDER BY document.path, occurrence.number
"""


def where(store: Store, run: int, entry: str | None = None) -> Iterator[Where]:
    """The occurrences of a run, by document and in reading order.

    Args:
        store: that holds it.
        run: its id.
        entry: the id of the entry whose occurrences are asked for; None for all.
    """
    for row in store.db.execute(_ROWS, {"run": run, "entry": entry}):
        yield Where(*row)
