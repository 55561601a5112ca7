"""Whatever a document does to the parser that reads it, it costs itself and nothing else."""

from __future__ import annotations

import io
import os
import sys
import zipfile
from pathlib import Path

import pikepdf
import pytest

from jargon_scanner.breakage import InternalError
from jargon_scanner.document import Document
from jargon_scanner.errors import (
    DamagedFile,
    DocumentError,
    FileMissing,
    TooLarge,
    TooSlow,
    UnsupportedFormat,
)
from jargon_scanner.loaders import load, loaders
from jargon_scanner.loaders.guarded import LARGE, GuardedReader
from jargon_scanner.workers import Limits
from tests.loaders.shared import check_places

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

HOSTILE = """
import os, time
from jargon_scanner.document import Block, Document, join_blocks
from jargon_scanner.loaders.family import Loader

def read(path, data):
    what = data.decode()
    if "hang" in what:
        time.sleep(600)
    if "die" in what:
        os._exit(9)
    if "grow" in what:
        bytearray(40_000 * 1024 * 1024)
    if "fault" in what:
        raise ZeroDivisionError("Jay hid the matches")
    text, blocks = join_blocks([Block(0, 0, what, "Line 1")])
    return Document(str(path), "odd", "0" * 64, text, blocks)

PART = Loader("odd", "an odd file", (".odd",), lambda data: data.startswith(b"ODD"), read)
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for documents of a format whose reader, from another package, hangs, swells and dies."""
    packages = tmp_path / "packages"
    metadata = packages / "odd-1.0.dist-info"
    metadata.mkdir(parents=True)
    (packages / "odd_reader.py").write_text(HOSTILE)
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: odd\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text("[jargon_scanner.loaders]\nodd = odd_reader:PART\n")
    monkeypatch.syspath_prepend(str(packages))
    loaders.cache_clear()
    yield tmp_path
    loaders.cache_clear()
    sys.modules.pop("odd_reader", None)


def outcome(reader: GuardedReader, path: Path) -> Document | DocumentError:
    try:
        return reader.load(path)
    except DocumentError as error:
        return error


@pytest.mark.skipif(os.name == "nt", reason="Windows sets no limit of memory")
def test_a_reader_that_hangs_dies_grows_or_fails_costs_one_document(folder: Path) -> None:
    reader = GuardedReader(Limits(seconds=4, megabytes=2000), several=True)
    outcomes = {}
    for what in ("fine", "die", "well", "hang", "good", "grow", "fault", "sound"):
        path = folder / f"{what}.odd"
        path.write_text(f"ODD {what}")
        outcomes[what] = outcome(reader, path)
    for what in ("fine", "well", "good", "sound"):
        document = outcomes[what]
        assert isinstance(document, Document)
        assert document.text == f"ODD {what}"
    assert isinstance(outcomes["hang"], TooSlow)
    assert isinstance(outcomes["grow"], TooLarge)
    assert isinstance(outcomes["die"], InternalError)
    assert isinstance(outcomes["fault"], InternalError)
    assert "ZeroDivisionError" in str(outcomes["fault"])
    assert "Jay" not in str(outcomes["fault"])


def test_what_is_wrong_with_a_document_is_told_as_without_the_guard(folder: Path) -> None:
    (folder / "a.docx").write_bytes(b"PK\x03\x04 broken")
    (folder / "a.msg").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    reader = GuardedReader(Limits(), several=True)
    for name, kind in (("a.docx", DamagedFile), ("a.msg", UnsupportedFormat), ("b.docx", FileMissing)):
        with pytest.raises(kind) as guarded:
            reader.load(folder / name)
        with pytest.raises(kind) as plain:
            load(folder / name)
        assert str(guarded.value) == str(plain.value)


def test_a_single_small_document_starts_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jargon_scanner.workers._start", lambda *_: pytest.fail("a process was started"))
    path = word_file(tmp_path, "<w:p><w:r><w:t>Hello</w:t></w:r></w:p>")
    assert GuardedReader(Limits(), several=False).load(path).text == "Hello"
    (tmp_path / "a.txt").write_text("Hello")
    assert GuardedReader(Limits(), several=True).load(tmp_path / "a.txt").text == "Hello"


def test_a_single_large_document_is_guarded(folder: Path) -> None:
    path = folder / "a.odd"
    path.write_text("ODD die" + " " * LARGE)
    with pytest.raises(InternalError, match="stopped"):
        GuardedReader(Limits(), several=False).load(path)


def word_file(folder: Path, body: str) -> Path:
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", types)
        package.writestr("_rels/.rels", rels)
        package.writestr(
            "word/document.xml", f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
        )
    path = folder / "made.docx"
    path.write_bytes(data.getvalue())
    return path


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def one_paragraph(folder: Path, count: int) -> tuple[Path, int]:
    return word_file(folder, paragraph(" ".join(f"word{number}" for number in range(count)))), count


def many_paragraphs(folder: Path, count: int) -> tuple[Path, int]:
    return word_file(folder, "".join(paragraph(f"Line {number}") for number in range(count))), 2 * count


def long_table(folder: Path, count: int) -> tuple[Path, int]:
    row = "<w:tr>" + "".join(f"<w:tc>{paragraph(f'cell {n}')}</w:tc>" for n in range(8)) + "</w:tr>"
    return word_file(folder, f"<w:tbl>{row * count}</w:tbl>"), 16 * count


def nested_tables(folder: Path, count: int) -> tuple[Path, int]:
    opened = f"<w:tbl><w:tr><w:tc>{paragraph('in')}" * count
    return word_file(folder, opened + "<w:p/></w:tc></w:tr></w:tbl>" * count), count


def many_pages(folder: Path, count: int) -> tuple[Path, int]:
    path = folder / "made.pdf"
    with pikepdf.new() as pdf:
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        for number in range(count):
            page = pdf.add_blank_page(page_size=(300, 300))
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
            page.Contents = pdf.make_stream(f"BT /F1 12 Tf 20 200 Td (Page number {number}) Tj ET".encode())
        pdf.save(path)
    return path, 3 * count


SIZES = [
    (one_paragraph, 20_000, 200_000),
    (many_paragraphs, 1_200, 12_000),
    (long_table, 300, 3_000),
    (nested_tables, 600, 600),
    (many_pages, 50, 1_000),
]


@pytest.mark.parametrize(("make", "size"), [(make, short) for make, short, _ in SIZES])
def test_long_and_deep_documents_are_read_whole(make, size: int, tmp_path: Path) -> None:
    read_whole(*make(tmp_path, size))


@pytest.mark.slow
@pytest.mark.parametrize(("make", "size"), [(make, full) for make, _, full in SIZES])
def test_the_longest_documents_are_read_whole_within_the_limits(make, size: int, tmp_path: Path) -> None:
    read_whole(*make(tmp_path, size))


def read_whole(path: Path, words: int) -> None:
    document = GuardedReader(Limits(), several=True).load(path)
    check_places(document)
    assert len(document.text.split()) == words
