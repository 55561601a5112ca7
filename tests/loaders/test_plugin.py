"""A worked example: how another package adds a format.

Such a package has a module with a ``PART`` and names it in its ``pyproject.toml``::

    [project.entry-points."jargon_scanner.loaders"]
    note = "case_notes.loader:PART"

Nothing else is needed: its files are found in folders, read, and reported like those of our own formats.
"""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from jargon_scanner.document import Block, Document, join_blocks
from jargon_scanner.errors import DamagedFile, UsageError
from jargon_scanner.loaders import find_documents, load, loaders
from jargon_scanner.loaders.family import Loader

if TYPE_CHECKING:
    from collections.abc import Iterator

# ---- what the other package holds: case_notes/loader.py ----


def read_notes(path: Path, data: bytes) -> Document:
    """Read notes of an invented case system: a mark, then a line ``date|worker|words`` for each note."""
    lines = data.decode("utf-8", "replace").splitlines()[1:]
    if not lines:
        raise DamagedFile(path, "it has no notes")
    blocks = []
    for line in lines:
        day, worker, words = line.split("|", 2)
        blocks.append(Block(0, 0, words, f"Note of {day} by {worker}", section=(day,)))
    text, placed = join_blocks(blocks)
    return Document(str(path), PART.name, sha256(data).hexdigest(), text, placed)


PART = Loader(
    name="note",
    description="a file of case notes",
    suffixes=(".note",),
    recognises=lambda head: head.startswith(b"CASENOTES"),
    read=read_notes,
)

# ---- the tests ----


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The package, installed: its metadata on the path, as an installer leaves it."""
    module = ModuleType("case_notes_loader")
    module.PART = PART  # type: ignore[attr-defined]  # a module made for this test
    monkeypatch.setitem(sys.modules, "case_notes_loader", module)
    _install(tmp_path / "packages", "note = case_notes_loader:PART")
    monkeypatch.syspath_prepend(str(tmp_path / "packages"))
    loaders.cache_clear()
    yield
    loaders.cache_clear()


def _install(folder: Path, line: str) -> None:
    metadata = folder / "case_notes-1.0.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: case-notes\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text(f"[jargon_scanner.loaders]\n{line}\n")


NOTES = b"CASENOTES\n2026-01-05|Jo|T/C to mum, then f/u.\n2026-01-06|Sam|She is safe.\n"


def test_the_format_is_one_of_the_family(installed: None) -> None:
    assert loaders()["note"] is PART
    assert list(loaders())[-1] == "note"


def test_its_files_are_read_by_content_and_by_name(installed: None, tmp_path: Path) -> None:
    for name in ("case.note", "case.txt"):
        (tmp_path / name).write_bytes(NOTES)
        document = load(tmp_path / name)
        assert document.format == "note"
        assert [block.label for block in document.blocks] == [
            "Note of 2026-01-05 by Jo",
            "Note of 2026-01-06 by Sam",
        ]
    assert [problem.code for problem in document.problems] == ["wrong-extension"]


def test_its_files_are_found_in_folders(installed: None, tmp_path: Path) -> None:
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "a.note").write_bytes(NOTES)
    (folder / "b.bin").write_bytes(b"\0" * 9)
    assert list(find_documents([folder])) == [folder / "a.note"]


def test_without_the_package_the_format_is_unknown() -> None:
    assert "note" not in loaders()


def test_a_package_that_offers_something_else_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _install(tmp_path, "note = pathlib:Path")
    monkeypatch.syspath_prepend(str(tmp_path))
    loaders.cache_clear()
    with pytest.raises(UsageError, match="pathlib:Path"):
        loaders()
    loaders.cache_clear()


def test_a_name_that_is_taken_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _install(tmp_path, "docx = jargon_scanner.loaders.docx:PART")
    monkeypatch.syspath_prepend(str(tmp_path))
    loaders.cache_clear()
    with pytest.raises(UsageError, match="'docx', which is taken"):
        loaders()
    loaders.cache_clear()
