"""Real PDF files, marked: read back by other readers. They lie beside the repository, where they are at hand."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jargon_scanner import scan
from jargon_scanner.errors import DocumentError
from jargon_scanner.marking import Wishes, mark
from jargon_scanner.scan import Scanner
from tests.marking.second_reader import highlights, is_sound, letters


def check(path: Path, scanner: Scanner) -> int:
    """Mark a file, see that nothing of it changed and that each finding's words are covered; how many."""
    report = scan(path, scanner=scanner)
    copy = mark(path, report, Wishes(datetime(2027, 3, 14, tzinfo=UTC)))
    if report.document.format != "pdf" or copy.suffix != ".pdf" or not report.findings:
        return 0
    data = path.read_bytes()
    assert copy.data.startswith(data) or not data.startswith(b"%PDF")
    assert is_sound(copy.data) or not is_sound(data)
    found = {str(one.entry.NM).split("-")[2]: one.words for one in highlights(copy.data)}
    unseen = {left.finding for left in copy.left}
    printed = [
        one for one in report.findings if one.location.part not in {"form-field", "comment", "textbox"}
    ]
    for finding in printed:
        assert finding.id in unseen or letters(found[finding.id]) == letters(finding.text), finding.text
    return len(printed)


def check_all(paths: list[Path], scanner: Scanner) -> int:
    total = 0
    for path in paths:
        with suppress(DocumentError):
            total += check(path, scanner)
    return total


@pytest.mark.slow
def test_crafted_files(shared_documents: Path, scanner: Scanner) -> None:
    assert check_all(sorted((shared_documents / "crafted").glob("[b-r]*.pdf")), scanner) > 10


@pytest.mark.slow
def test_letters_of_courts(shared_documents: Path, scanner: Scanner) -> None:
    assert check_all(sorted((shared_documents / "pdf").glob("nfdiv*.pdf")), scanner) > 30
