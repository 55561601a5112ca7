"""Searching folders: every document once, none in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from jargon_scanner.errors import DocumentError, NoDocuments
from jargon_scanner.loaders import find_documents


def names(found: list[Path | DocumentError], folder: Path) -> list[str]:
    return [
        str(item.relative_to(folder)).replace("\\", "/") if isinstance(item, Path) else item.code
        for item in found
    ]


def fill(folder: Path, *files: str) -> None:
    for name in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def test_folders_are_read_with_the_folders_in_them_in_a_fixed_order(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt", "A.md", "sub/z.docx", "sub/deeper/c.pdf", "another/d.txt")
    assert names(list(find_documents([tmp_path])), tmp_path) == [
        "A.md",
        "b.txt",
        "another/d.txt",
        "sub/z.docx",
        "sub/deeper/c.pdf",
    ]


def test_hidden_files_and_lock_files_are_no_documents(tmp_path: Path) -> None:
    fill(tmp_path, "plan.docx", "~$plan.docx", ".hidden.txt", ".git/notes.txt", "Thumbs.db", "desktop.ini")
    told: list[Path] = []
    assert names(list(find_documents([tmp_path], passed_over=told.append)), tmp_path) == ["plan.docx"]
    assert told == []


def test_documents_of_other_kinds_are_given_so_that_they_are_named(tmp_path: Path) -> None:
    fill(tmp_path, "old.doc", "letter.ODT", "mail.eml", "plan.docx")
    found = names(list(find_documents([tmp_path])), tmp_path)
    assert found == ["letter.ODT", "mail.eml", "old.doc", "plan.docx"]


def test_a_document_under_a_strange_name_is_found_by_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "report.bak").write_bytes(b"%PDF-1.7\n")
    assert names(list(find_documents([tmp_path])), tmp_path) == ["report.bak"]


def test_files_that_are_no_documents_are_told(tmp_path: Path) -> None:
    fill(tmp_path, "logo.png", "tool.py", "plan.txt")
    told: list[Path] = []
    assert names(list(find_documents([tmp_path], passed_over=told.append)), tmp_path) == ["plan.txt"]
    assert [path.name for path in told] == ["logo.png", "tool.py"]


@pytest.mark.parametrize("files", [(), ("logo.png",), (".hidden.txt",)])
def test_a_folder_without_documents(tmp_path: Path, files: tuple[str, ...]) -> None:
    fill(tmp_path, *files)
    (error,) = find_documents([tmp_path])
    assert isinstance(error, NoDocuments)
    assert ".docx" in str(error)


def test_a_file_named_outright_is_always_given(tmp_path: Path) -> None:
    fill(tmp_path, ".hidden.txt", "logo.png")
    given = [tmp_path / ".hidden.txt", tmp_path / "logo.png", tmp_path / "gone.txt"]
    assert list(find_documents(given)) == given


def test_a_document_is_given_once(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "b.txt")
    found = list(find_documents([tmp_path / "b.txt", tmp_path, tmp_path / "a.txt"]))
    assert names(found, tmp_path) == ["b.txt", "a.txt"]


def test_an_empty_folder_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    fill(tmp_path, "full/a.txt")
    found = list(find_documents([tmp_path / "empty", tmp_path / "full"]))
    assert names(found, tmp_path) == ["no-documents", "full/a.txt"]


def test_a_link_in_a_circle_is_not_followed(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
    try:
        (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("no links here")
    assert names(list(find_documents([tmp_path])), tmp_path) == ["a.txt"]
