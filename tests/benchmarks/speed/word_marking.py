"""A Word file of some 20 pages: writing its marked copy, beside scanning it"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from docx import Document

from jargon_scanner.marking import Wishes, mark
from jargon_scanner.scan import Scanner, scan, scan_text
from tests.benchmarks.texts import PARAGRAPH, paragraphs, words_in
from tests.benchmarks.timing import Figure, cpu

REFERENCE = "scanning it for the first time"
_PAGES, _WORDS_A_PAGE = 20, 450
_WHEN = datetime(2027, 3, 14, tzinfo=UTC)


def figures() -> Iterator[Figure]:
    scanner = Scanner.create()
    scan_text(PARAGRAPH, scanner=scanner)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.docx"
        words = _write(path)
        yield Figure(REFERENCE, cpu(lambda: scan(path, scanner=scanner), 1), words)
        again = cpu(lambda: scan(path, scanner=scanner))
        yield Figure("scanning it again, every block remembered", again, words)
        report = scan(path, scanner=scanner)
        found = len(report.findings)
        yield Figure(
            f"marking it with changes and comments, {found:,} findings",
            cpu(lambda: mark(path, report, Wishes(_WHEN))),
            words,
        )
        yield Figure(
            "marking it with comments alone",
            cpu(lambda: mark(path, report, Wishes(_WHEN, "comments"))),
            words,
        )


def _write(path: Path) -> int:
    """A report of running text, every fifth paragraph in a table; how many words it has."""
    document = Document()
    words = 0
    for number, text in enumerate(islice(paragraphs(), 2000)):
        if words > _PAGES * _WORDS_A_PAGE:
            break
        words += words_in(text)
        if number % 5:
            document.add_paragraph(text)
        else:
            document.add_table(1, 2).cell(0, 1).text = text
    document.save(str(path))
    return words
