"""A second reader: LibreOffice opens marked copies, sees every comment, and loses no word."""

from __future__ import annotations

from pathlib import Path

import pytest

from jargon_scanner.errors import DocumentError
from jargon_scanner.word_file import read_word
from tests.conftest import ROOT
from tests.marking import office
from tests.marking.made import many_findings, mark
from tests.marking.test_word_real_files import word_files

#: What LibreOffice 7.4 reads otherwise than it is written, and why. In Word's own terms the copies are right.
MISREAD = {
    "open-xml-powertools__RP051-Arabic-Accepted.docx": "a framed paragraph in a table costs it every tracked change",
    "open-xml-sdk__bookmark.docx": "of 1,300 deletions it takes four for plain text, in footers and a heading",
}
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(office.PROGRAM is None, reason="LibreOffice is not on this computer"),
]


@pytest.fixture(scope="module")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> office.Office:
    return office.Office(tmp_path_factory.mktemp("office"))


def written(path: Path, folder: Path, step: int) -> int:
    """Write a file, its marked copy and its clean copy into a folder; the number of comments in the second."""
    data = path.read_bytes()
    document = read_word(path, data)
    findings = many_findings(document, step)
    copy = mark(document, data, findings)
    changed = {one.finding for one in copy.done if one.action == "changed"}
    clean = mark(document, data, [one for one in findings if one.id in changed], as_="clean")
    for name, content in (("before", data), ("marked", copy.data), ("clean", clean.data)):
        (folder / f"{name}{path.suffix}").write_bytes(content)
    in_margins = sum("the comment stands at" in one.reason for one in copy.left)
    return len(copy.done) - len(changed) + in_margins


def check(path: Path, folder: Path, libreoffice: office.Office, step: int) -> None:
    comments = written(path, folder, step)
    libreoffice.convert(sorted(folder.glob(f"*{path.suffix}")), folder)
    before, marked, clean = (folder / f"{name}.odt" for name in ("before", "marked", "clean"))
    assert marked.exists() == before.exists(), path.name
    if not before.exists():
        return  # it cannot open the original either
    assert "".join(office.words(marked, "reject")) == "".join(office.words(before)), path.name
    assert "".join(office.words(marked, "accept")) == "".join(office.words(clean)), path.name
    assert office.comments(marked) == office.comments(before) + comments, path.name


@pytest.mark.parametrize(
    "path", sorted((ROOT / "sample_docs").glob("*.do[ct][xm]")), ids=lambda path: path.name
)
def test_marks_in_samples_are_read_as_they_were_meant(
    path: Path, tmp_path: Path, libreoffice: office.Office
) -> None:
    check(path, tmp_path, libreoffice, 3)


@pytest.mark.parametrize("command", ["Accept", "Reject"])
def test_its_own_commands_come_to_the_same(command: str, tmp_path: Path, libreoffice: office.Office) -> None:
    written(ROOT / "sample_docs" / "cp_conference_report.docx", tmp_path, 3)
    expected = tmp_path / ("clean.docx" if command == "Accept" else "before.docx")
    libreoffice.convert([expected], tmp_path)
    libreoffice.settle(command, tmp_path / "marked.docx", tmp_path / "settled.odt")
    assert "".join(office.words(tmp_path / "settled.odt")) == "".join(
        office.words(expected.with_suffix(".odt"))
    )


def test_marks_in_real_files_are_read_as_they_were_meant(
    shared_documents: Path, tmp_path: Path, libreoffice: office.Office
) -> None:
    checked = 0
    for number, path in enumerate(word_files(shared_documents)):
        if path.stat().st_size > 200_000 or path.name in MISREAD or "nested_tables" in path.name:
            continue  # tables in tables, 40 and 600 deep, keep it busy for minutes
        folder = tmp_path / str(number)
        folder.mkdir()
        try:
            check(path, folder, libreoffice, 4)
        except DocumentError:
            continue
        checked += 1
    assert checked > 50
