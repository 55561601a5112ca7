"""A folder of marked copies: what is written where, what the list says, and what is never lost."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from jargon_scanner.document import Problem
from jargon_scanner.errors import DamagedFile, DocumentError, UsageError
from jargon_scanner.marking import Beside, Done, Left, Marked
from jargon_scanner.marking.library import MANIFEST, Copy, Library
from tests.reports import finding, report


@pytest.fixture
def source(tmp_path: Path) -> Path:
    for name in ("a.pdf", "sub/b.rtf", "sub/damaged.pdf"):
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_bytes(b"the original")
    return tmp_path / "in"


def copy(path: Path, data: bytes = b"the copy", suffix: str = ".pdf", **more: tuple) -> Copy:
    one = finding("=1+1", entry="step-down", kind="jargon")
    two = finding("ICPC", entry=None, kind="acronym")
    made = replace(report(one, two, path=str(path)), problems=(Problem("image", "A picture.", "Page 2"),))
    done = (Done(one.id, "changed", one.text, "=cmd()", one.location.label),)
    left = (Left(two.id, "ICPC", "Means: a meeting", "nobody sees it", "Page 3"),)
    return Copy(path, made, Marked(data, suffix, done, left, ("It is signed.",), **more))


def run(source: Path, target: Path, *results: Copy | DocumentError, again: bool = False) -> Library:
    library = Library.prepare(source, target, again=again)
    library.write(results, [source / "logo.png"])
    return library


def rows(target: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((target / MANIFEST).read_text("utf-8-sig"), newline="")))


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_the_structure_is_kept_and_another_format_is_seen_in_the_name(source: Path, tmp_path: Path) -> None:
    more = (Beside(b"--- +++", ".diff"),)
    library = run(
        source,
        tmp_path / "out",
        copy(source / "a.pdf"),
        copy(source / "sub/b.rtf", suffix=".html", beside=more),
    )
    assert files(tmp_path / "out") == ["a.pdf", MANIFEST, "sub/b.rtf.diff", "sub/b.rtf.html"]
    assert (tmp_path / "out/a.pdf").read_bytes() == b"the copy"
    assert (source / "a.pdf").read_bytes() == b"the original"
    assert (library.written, library.failed) == (2, [])


def test_the_list_names_every_change_and_whatever_was_not_done(source: Path, tmp_path: Path) -> None:
    damaged = DamagedFile(source / "sub/damaged.pdf", "its end is missing")
    library = run(source, tmp_path / "out", copy(source / "a.pdf"), damaged)
    assert library.failed == [damaged]
    told = [(row["file"], row["done"], row["place"]) for row in rows(tmp_path / "out")]
    assert told == [
        ("a.pdf", "copied", ""),
        ("a.pdf", "changed", "Page 1, paragraph 1"),
        ("a.pdf", "left", "Page 3"),
        ("a.pdf", "note", ""),
        ("a.pdf", "not read in full", "Page 2"),
        ("sub/damaged.pdf", "not marked", ""),
        ("logo.png", "passed over", ""),
    ]
    _, changed, left, *_, unread, _ = rows(tmp_path / "out")
    assert (changed["entry"], changed["kind"], left["reason"]) == ("step-down", "jargon", "nobody sees it")
    assert "its end is missing" in unread["reason"]


def test_no_cell_of_the_list_is_a_formula(source: Path, tmp_path: Path) -> None:
    run(source, tmp_path / "out", copy(source / "a.pdf"))
    changed = rows(tmp_path / "out")[1]
    assert (changed["old"], changed["new"]) == ("'=1+1", "'=cmd()")


@pytest.mark.parametrize("place", [".", "copies", "..", "../in/sub/../copies"])
def test_copies_and_originals_never_mix(place: str, source: Path) -> None:
    with pytest.raises(UsageError, match="lie in one another"):
        Library.prepare(source, source / place, again=True)


def test_a_link_into_the_originals_is_seen_through(source: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(source / "sub")
    with pytest.raises(UsageError, match="lie in one another"):
        Library.prepare(source, tmp_path / "link", again=False)


def test_a_second_run_is_refused_unless_it_is_asked_for(source: Path, tmp_path: Path) -> None:
    run(source, tmp_path / "out", copy(source / "a.pdf"))
    with pytest.raises(UsageError, match="--again"):
        Library.prepare(source, tmp_path / "out", again=False)
    run(source, tmp_path / "out", copy(source / "a.pdf", b"the second copy"), again=True)
    assert (tmp_path / "out/a.pdf").read_bytes() == b"the second copy"


def test_a_copy_that_somebody_has_worked_on_is_left_alone_however_often(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(source, out, copy(source / "a.pdf"))
    (out / "a.pdf").write_bytes(b"the copy, half accepted")
    for _ in range(2):
        library = run(source, out, copy(source / "a.pdf", b"the second copy"), again=True)
        assert (out / "a.pdf").read_bytes() == b"the copy, half accepted"
        assert "somebody has worked on" in str(library.failed[0])
        assert [row["done"] for row in rows(out)] == ["not marked", "passed over", "kept"]


def test_a_file_that_is_not_ours_is_left_alone(source: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/a.pdf").write_bytes(b"somebody's")
    library = run(source, tmp_path / "out", copy(source / "a.pdf"), again=True)
    assert (tmp_path / "out/a.pdf").read_bytes() == b"somebody's"
    assert "was not made by jargon-scanner" in str(library.failed[0])


def test_a_run_that_is_broken_off_leaves_whole_copies_and_a_true_list(source: Path, tmp_path: Path) -> None:
    def results():
        yield copy(source / "a.pdf")
        raise KeyboardInterrupt

    library = Library.prepare(source, tmp_path / "out", again=False)
    with pytest.raises(KeyboardInterrupt):
        library.write(results())
    assert files(tmp_path / "out") == ["a.pdf", MANIFEST]
    assert rows(tmp_path / "out")[0]["done"] == "copied"


def test_a_copy_is_written_whole_or_not_at_all(source: Path, tmp_path: Path, monkeypatch) -> None:
    import jargon_scanner.whole_file as whole_file

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    library = Library.prepare(source, tmp_path / "out", again=False)
    monkeypatch.setattr(whole_file.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        library.write([copy(source / "a.pdf")])
    assert files(tmp_path / "out") == []
    assert "No space left" in str(library.failed[0])


def test_names_that_would_meet_are_told_apart(source: Path, tmp_path: Path) -> None:
    paths = [source / "b.rtf", source / "b.rtf.html", source / "B.RTF.HTML", source / MANIFEST]
    run(source, tmp_path / "out", *(copy(path, path.name.encode(), path.suffix.lower()) for path in paths[1:]),
        copy(paths[0], suffix=".html"))  # fmt: skip
    assert len(files(tmp_path / "out")) == 5
