"""Which loader a file goes to, and what is said of a file that none reads."""

from __future__ import annotations

import io
import os
import zipfile
from typing import TYPE_CHECKING

import pytest

from jargon_scanner.errors import (
    AccessDenied,
    DamagedFile,
    DocumentError,
    EmptyFile,
    FileMissing,
    PasswordProtected,
    TooLarge,
    UnknownEncoding,
    UnsupportedFormat,
    UsageError,
)
from jargon_scanner.loaders import load, loaders
from jargon_scanner.loaders.kinds import OLE

if TYPE_CHECKING:
    from pathlib import Path


def archive(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, data in members.items():
            package.writestr(name, data)
    return packed.getvalue()


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def codes(path: Path) -> list[str]:
    return [problem.code for problem in load(path).problems]


def test_the_suffix_chooses_between_text_formats(tmp_path: Path) -> None:
    assert load(write(tmp_path, "notes.txt", b"# Plan")).format == "txt"
    assert load(write(tmp_path, "notes.md", b"# Plan")).format == "md"
    assert load(write(tmp_path, "NOTES.MD", b"# Plan")).format == "md"


def test_text_without_a_known_ending_is_read_when_it_is_named(tmp_path: Path) -> None:
    assert load(write(tmp_path, "notes", b"She is safe.")).text == "She is safe."
    assert codes(tmp_path / "notes") == []


def test_text_named_as_word_is_read_and_said(tmp_path: Path) -> None:
    document = load(write(tmp_path, "report.docx", b"She is safe."))
    assert document.format == "txt"
    assert [problem.code for problem in document.problems] == ["wrong-extension"]
    assert "plain text" in document.problems[0].message
    assert "She is safe" not in document.problems[0].message


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("page.mht", b"From: <Saved by a browser>\n\nHello", "a saved web page"),
        ("form.yaml", b"a: 1", "a data file"),
        ("scan.png", b"\x89PNG\r\n\x1a\n" + bytes(20), "a picture"),
        ("scan.jpg", b"\xff\xd8\xff\xe0" + bytes(20), "a picture"),
        ("mail.msg", OLE + bytes(600) + "__substg1.0_".encode("utf-16-le") + bytes(600), "an Outlook e-mail"),
        ("what.xyz", bytes(range(256)) * 4, "a file of an unknown kind"),
    ],
)
def test_what_no_loader_reads_is_named(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    with pytest.raises(UnsupportedFormat) as raised:
        load(write(tmp_path, name, data))
    assert words in str(raised.value)
    assert name in str(raised.value)


@pytest.mark.parametrize(
    ("name", "data", "format_name"),
    [
        ("page.doc", b"<!DOCTYPE html><html><p>x</p></html>", "html"),
        ("page.pdf", b"\n<html><body>error</body></html>", "html"),
        ("letter.doc", b"{\\rtf1\\ansi x}", "rtf"),
        ("note.txt", b"Received: by a\nFrom: a@b\nSubject: x\n\nHello", "eml"),
        ("plan.docx", archive({"a.txt": b"She is safe."}), "zip"),
        (
            "plan.docx",
            archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}),
            "odt",
        ),
    ],
)
def test_the_content_chooses_the_loader_and_the_wrong_name_is_said(
    tmp_path: Path, name: str, data: bytes, format_name: str
) -> None:
    assert load(write(tmp_path, name, data)).format == format_name
    assert "wrong-extension" in codes(tmp_path / name)


def test_a_note_that_quotes_an_email_stays_a_note(tmp_path: Path) -> None:
    assert load(write(tmp_path, "note.txt", b"From: Jo\nTo: Sam\nSubject: Amy\n\nHello")).format == "txt"


def test_advice_for_an_outlook_email_is_about_outlook(tmp_path: Path) -> None:
    data = OLE + bytes(600) + "__properties_version1.0".encode("utf-16-le") + bytes(600)
    with pytest.raises(UnsupportedFormat, match=r"save it as an e-mail file \(\.eml\)"):
        load(write(tmp_path, "mail.msg", data))


def test_an_office_file_with_a_password_is_told_by_its_bytes(tmp_path: Path) -> None:
    data = OLE + bytes(9000) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    with pytest.raises(PasswordProtected):
        load(write(tmp_path, "plan.docx", data))


def test_bytes_that_are_nothing_under_a_pdf_name_are_a_damaged_pdf(tmp_path: Path) -> None:
    with pytest.raises(DamagedFile, match="a PDF document"):
        load(write(tmp_path, "plan.pdf", bytes(range(256)) * 4))


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        load(tmp_path / "gone.txt")
    with pytest.raises(FileMissing):
        load("no\0name.txt")


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.pdf", "a.docx", "a"])
def test_an_empty_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(EmptyFile):
        load(write(tmp_path, name, b""))


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_text_of_blank_space_is_empty(tmp_path: Path, name: str) -> None:
    with pytest.raises(EmptyFile):
        load(write(tmp_path, name, b" \r\n\t\n"))


def test_nul_bytes_are_no_text(tmp_path: Path) -> None:
    with pytest.raises(UnknownEncoding):
        load(write(tmp_path, "a.txt", b"abc\0def\nline two\n"))


def test_a_large_file_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(TooLarge, match=r"200 MB.*limit is 100 MB"):
        load(path)


def test_the_limit_can_be_set(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", b"She is safe.")
    assert load(path, limit=12).text
    with pytest.raises(TooLarge):
        load(path, limit=11)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", b"x")
    path.chmod(0)
    with pytest.raises(AccessDenied):
        load(path)


def test_the_system_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "a.txt", b"x")

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "read_bytes", refuse)
    with pytest.raises(AccessDenied, match="permission denied"):
        load(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnsupportedFormat, match="a device or a pipe"):
        load(tmp_path / "pipe.txt")


def test_a_folder_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        load(tmp_path)


def test_every_loader_refuses_damage_with_an_error_of_ours(tmp_path: Path) -> None:
    for name, loader in loaders().items():
        for suffix in loader.suffixes:
            with pytest.raises(DocumentError):
                load(write(tmp_path, f"damaged-{name}{suffix}", b"PK\x03\x04%PDF-1.7\n\0\0\0" * 3))
