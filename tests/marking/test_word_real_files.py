"""Real and crafted Word files, marked all over: taken back, they are what they were; accepted, what was meant."""

from __future__ import annotations

import zlib
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import pytest

from jargon_scanner.errors import CannotMark, DocumentError
from jargon_scanner.word_file import read_word
from tests.marking.made import many_findings, mark, members_of, words_of
from tests.marking.reviewing import accept, ids, looks, reject

#: Parts that marks may change: the stories with words, the comments, and what says that they are there.
MAY_CHANGE = (
    "document",
    "header",
    "footer",
    "footnotes",
    "endnotes",
    "comments",
    "people",
    "[Content_Types]",
    ".rels",
)
LONGEST_TEXT = 300_000


def word_files(folder: Path) -> list[Path]:
    return sorted(
        one for one in folder.glob("*/*") if one.suffix.lower() in {".docx", ".docm", ".dotx", ".dotm"}
    )


def check(path: Path, step: int) -> bool:
    """Mark a file and see that all is well; False where it cannot be read, or is too long to see it twice."""
    data = path.read_bytes()
    try:
        document = read_word(path, data)
    except DocumentError:
        return False
    findings = many_findings(document, step)
    if len(document.text) > LONGEST_TEXT:
        return False
    try:
        copy = mark(document, data, findings)
    except CannotMark:
        assert is_damaged(path), path.name
        return False
    assert {one.finding for one in (*copy.done, *copy.left)} == {one.id for one in findings}
    rejected = reject(copy.data)
    assert looks(rejected) == looks(data), path.name
    assert words_of(rejected) == words_of(data), path.name
    before = ids(data)
    assert all(times == 1 or before[number] > 1 for number, times in ids(copy.data).items()), path.name
    check_members(data, copy.data)
    changed = {one.finding for one in copy.done if one.action == "changed"}
    if changed:
        clean = mark(document, data, [one for one in findings if one.id in changed], as_="clean")
        assert words_of(accept(copy.data)) == words_of(clean.data), path.name
    return True


def check_members(data: bytes, copy: bytes) -> None:
    before, after = members_of(data), members_of(copy)
    assert set(before) <= set(after)
    changed = [name for name in before if before[name] != after[name]]
    assert all(any(part in name for part in MAY_CHANGE) for name in changed), changed
    added = set(after) - set(before)
    assert all(any(part in name for part in MAY_CHANGE) for name in added), added


def is_damaged(path: Path) -> bool:
    try:
        return ZipFile(path).testzip() is not None
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError):
        return True


def test_some_real_files_can_be_marked_and_taken_back(shared_documents: Path) -> None:
    small = [path for path in word_files(shared_documents) if path.stat().st_size < 30_000]
    assert sum(check(path, 5) for path in small[::6]) > 5


@pytest.mark.slow
def test_every_real_file_can_be_marked_and_taken_back(shared_documents: Path) -> None:
    assert sum(check(path, 3) for path in word_files(shared_documents)) > 90
