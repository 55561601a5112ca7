"""Words picked from a library's figures: what most readers meet most often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.library.tally.copies import counting
from jargon_scanner.library.tally.prompts import REPEATED
from jargon_scanner.library.tally.terms import terms
from jargon_scanner.review.picking.picked import PLAIN_ENGLISH, Candidate, Picked, times

if TYPE_CHECKING:
    import sqlite3

    from jargon_scanner.library.figures import TermRow
    from jargon_scanner.library.store import Store
    from jargon_scanner.review.picking.before import Before

#: How many sentences of a word are looked at.
_SENTENCES = 30
# Printed wording first; then what stands word for word in several files, which is as good as printed; then
# what was written about somebody. Within each, the sentence of the length that is read best.
_ROWS = """
    SELECT sentence.text, occurrence.text, max(occurrence.owner = 'template') AS printed,
           count(DISTINCT occurrence.content) AS files
    FROM copies JOIN occurrence USING (content) JOIN term ON term.id = occurrence.term
    JOIN sentence ON sentence.id = occurrence.sentence
    WHERE term.entry = ? AND occurrence.owner != 'quote' AND sentence.text != ''
    GROUP BY occurrence.sentence
    ORDER BY printed OR files >= ? DESC, abs(length(sentence.text) - 60), sentence.text LIMIT ?
"""
_MEANT = """
    SELECT occurrence.expansion FROM copies JOIN occurrence USING (content)
    JOIN term ON term.id = occurrence.term
    WHERE term.entry = ? AND expansion != '' GROUP BY expansion
    ORDER BY sum(copies.documents) DESC, expansion LIMIT 1
"""


def from_figures(store: Store, run: int, known: Before, most: int) -> tuple[Picked, ...]:
    """The words of a scan that are most worth asking about.

    What was never asked, or is to be asked again, comes first; among those, the field's own words before
    heavy words that have a plain one for everybody; among those, the word with the most occurrences times
    documents. Letters that no lexicon knows are left out: there is nothing to say of them.

    Args:
        store: that holds the scan. One that keeps no text gives words without sentences.
        run: its id.
        known: what was asked and decided before.
        most: how many words at most.
    """
    with store.reading() as db, counting(db, run):
        rows = [row for row in terms(db, 0) if row.entry]
        rows.sort(
            key=lambda row: (
                known.turn(row.entry),
                row.category in PLAIN_ENGLISH,
                -row.occurrences * row.documents,
                row.term,
            )
        )
        return tuple(
            Picked(
                row.entry,
                row.term,
                _why(row, known.remark(row.entry)),
                _meant(db, row.entry),
                _sentences(db, row.entry) if store.keeps_text else (),
            )
            for row in rows[:most]
        )


def _meant(db: sqlite3.Connection, entry: str) -> str:
    row = db.execute(_MEANT, (entry,)).fetchone()
    return str(row[0]) if row else ""


def _sentences(db: sqlite3.Connection, entry: str) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(text, word, "template" if printed or files >= REPEATED else "document")
        for text, word, printed, files in db.execute(_ROWS, (entry, REPEATED, _SENTENCES))
    )


def _why(row: TermRow, remark: str) -> str:
    documents = "1 document" if row.documents == 1 else f"{row.documents:,} documents"
    printed = f", {row.in_templates:,} in the forms’ own wording" if row.in_templates else ""
    return f"{times(row.occurrences)} in {documents}{printed}{'; ' if remark else ''}{remark}"
