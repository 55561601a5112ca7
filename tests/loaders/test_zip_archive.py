"""Archives of documents."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from jargon_scanner.document import Document
from jargon_scanner.errors import DamagedFile, NoText, PasswordProtected, TooLarge, UnsafeFile
from jargon_scanner.loaders import inside, read, zip_archive
from tests.loaders.shared import check_damage, check_places, codes, labels, texts
from tests.word.builder import cell, package, paragraph, row, table, zipped


def opened(files: dict[str, bytes]) -> Document:
    document = read(Path("case.zip"), zipped(files))
    check_places(document)
    return document


def test_every_document_is_read_by_its_own_loader() -> None:
    document = opened(
        {
            "notes/visit.txt": b"She is safe.",
            "plan.docx": package(paragraph("The CIN plan.")),
            "list.csv": b"name,need\nAmy,PEP\n",
        }
    )
    assert labels(document)[:3] == [
        'File "notes/visit.txt": Line 1',
        'File "plan.docx": Paragraph 1',
        'File "list.csv": Row 1, column 1',
    ]
    assert document.blocks[0].section == ('File "notes/visit.txt"',)
    assert document.problems == ()


def test_what_is_not_read_is_named() -> None:
    document = opened(
        {
            "a.txt": b"She is safe.",
            "photo.png": b"\x89PNG\r\n\x1a\n" + bytes(20),
            "broken.docx": b"PK\x03\x04 broken",
            "empty.txt": b"",
            "__MACOSX/a.txt": b"no",
            "~$plan.docx": b"no",
        }
    )
    assert texts(document) == ["She is safe."]
    assert {problem.where: problem.code for problem in document.problems} == {
        'File "photo.png"': "unsupported-format",
        'File "broken.docx"': "damaged-file",
        'File "empty.txt"': "empty-file",
    }


def test_tables_of_several_documents_have_numbers_of_their_own() -> None:
    one = package(table(row(cell("a"), cell("b"))))
    document = opened({"one.docx": one, "two.docx": one})
    assert [block.cell.table for block in document.blocks if block.cell] == [1, 1, 2, 2]


@pytest.mark.parametrize(
    "name", ["../plan.txt", "/etc/plan.txt", "a/../../plan.txt", "C:/plan.txt", "..\\plan.txt"]
)
def test_names_that_lead_outside_are_refused(name: str) -> None:
    with pytest.raises(UnsafeFile):
        opened({name: b"She is safe.", "b.txt": b"x"})


def test_archives_in_archives_end_somewhere() -> None:
    data = b"She is safe."
    name = "note.txt"
    for _ in range(inside.DEEPEST):
        data, name = zipped({name: data}), "inner.zip"
    assert read(Path("case.zip"), data).text == "She is safe."
    document = read(Path("case.zip"), zipped({"inner.zip": data}))
    assert codes(document) == {"too-large", "no-words"}


def test_bombs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    document = opened({"bomb.txt": b"a" * 20_000_000, "a.txt": b"x"})
    assert codes(document) == {"too-large"}
    monkeypatch.setattr(zip_archive, "MOST_FILES", 2)
    with pytest.raises(TooLarge, match="3 files"):
        opened({"a.txt": b"", "b.txt": b"", "c.txt": b""})
    monkeypatch.setattr(zip_archive, "MOST_BYTES", 10)
    with pytest.raises(TooLarge):
        opened({"a.txt": b"x" * 11})


def test_what_may_be_read_is_shared_by_all_that_stand_inside() -> None:
    budget = inside.Budget(files=3)
    collection = inside.Collection(Path("case.zip"))
    for number in range(4):
        collection.add_file("File", f"{number}.txt", b"She is safe.", budget)
    assert [problem.code for problem in collection.problems] == ["too-large"]


def test_a_password_is_said() -> None:
    data = bytearray(zipped({"a.txt": b"She is safe."}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    with pytest.raises(PasswordProtected):
        read(Path("case.zip"), bytes(data))


def test_an_archive_without_documents() -> None:
    with pytest.raises(NoText):
        read(Path("case.zip"), zipped({}))


def test_damaged_archives_are_read_or_refused() -> None:
    data = zipped({"a.txt": b"She is safe.", "plan.docx": package(paragraph("The CIN plan."))})
    check_damage("case.zip", data)
    with pytest.raises(DamagedFile):
        read(Path("case.zip"), zipped({"a.txt": b"She is safe."})[:-30])


def test_nothing_is_written_to_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("deep/a.txt", "She is safe.")
    assert read(Path("case.zip"), out.getvalue()).text == "She is safe."
    assert list(tmp_path.iterdir()) == []
