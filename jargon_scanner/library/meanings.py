"""What a scanned library says of its short forms, for documents that use them without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.told import library_of

if TYPE_CHECKING:
    from jargon_scanner.library.store import Store
    from jargon_scanner.told import Library

_EXPLAINED = """
    SELECT DISTINCT term.term, occurrence.expansion, document.inside
    FROM occurrence JOIN term ON term.id = occurrence.term JOIN document USING (content)
    WHERE document.run = ? AND occurrence.source = 'document' AND occurrence.expansion != ''
    ORDER BY document.inside
"""


def meanings_in(store: Store, run: int) -> Library:
    """What the documents of one run explain. A store that keeps no words of documents says nothing."""
    return library_of(store.db.execute(_EXPLAINED, (run,)))
