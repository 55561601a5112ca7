"""Headings, prompts and repeated paragraphs: wording that is changed once and gone from every document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from jargon_scanner.library.figures import PromptRow

if TYPE_CHECKING:
    import sqlite3

#: A paragraph that so many different files have word for word is taken for wording of a template.
REPEATED = 3
_ROWS = """
    SELECT min(sentence.text), json_group_array(DISTINCT term.term),
           sum(copies.documents) AS all_of_them, min(document.path),
           max(occurrence.owner = 'template') AS printed,
           count(DISTINCT copies.content) AS files,
           occurrence.block, occurrence.sentence
    FROM occurrence JOIN copies USING (content) JOIN term ON term.id = occurrence.term
    JOIN sentence ON sentence.id = occurrence.sentence
    JOIN document ON document.run = ? AND document.content = copies.content
    GROUP BY occurrence.block, occurrence.sentence
    HAVING printed OR files >= ?
    ORDER BY all_of_them DESC, 1, 4
"""
_DOCUMENTS = """
    SELECT block, sentence, sum(documents), sum(documents * times) FROM (
        SELECT block, sentence, content, count(*) AS times FROM occurrence
        WHERE content IN (SELECT content FROM copies) GROUP BY block, sentence, content
    ) JOIN copies USING (content) GROUP BY block, sentence
"""


def prompts(db: sqlite3.Connection, run: int) -> tuple[PromptRow, ...]:
    """The wording of templates in the run that is being counted, what stands in most documents first."""
    counts = {(block, sentence): (docs, times) for block, sentence, docs, times in db.execute(_DOCUMENTS)}
    rows = []
    for text, terms, _, example, printed, _, block, sentence in db.execute(_ROWS, (run, REPEATED)):
        documents, times = counts[block, sentence]
        rows.append(
            PromptRow(text, tuple(sorted(json.loads(terms))), documents, times, example, bool(printed))
        )
    return tuple(sorted(rows, key=lambda row: (-row.findings, row.sentence, row.example)))
