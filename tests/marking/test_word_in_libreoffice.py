"""A second reader: LibreOffice opens marked copies, sees every comment, and loses no word."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from jargon_scanner.errors import DocumentError
from jargon_scanner.word_file import read_word
from tests.conftest import ROOT
from tests.marking import office
from tests.marking.made import many_findings, mark
from tests.marking.test_word_real_files import is_damaged, word_files

LONGEST_TEXT = 60_000
#: What LibreOffice 7.4 reads otherwise than it is written, and why. In Word's own terms the copies are right.
MISREAD = {
    "open-xml-powertools__RP051-Arabic-Accepted.docx": "a framed paragraph in a table costs it every tracked change",
    "open-xml-sdk__bookmark.docx": "of some 900 deletions it takes two for plain text, in a footer and a heading",
}
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(office.PROGRAM is None, reason="LibreOffice is not on this computer"),
]


@pytest.fixture(scope="module")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> office.Office:
    return office.Office(tmp_path_factory.mktemp("office"))


class Trial:
    """A file, its marked copy and its clean copy, written into a folder."""

    def __init__(self, path: Path, folder: Path, number: int, step: int) -> None:
        data = path.read_bytes()
        document = read_word(path, data)
        findings = many_findings(document, step)
        copy = mark(document, data, findings)
        changed = {one.finding for one in copy.done if one.action == "changed"}
        clean = mark(document, data, [one for one in findings if one.id in changed], as_="clean")
        self.name = path.name
        self.files: list[Path] = []
        for kind, content in (("before", data), ("marked", copy.data), ("clean", clean.data)):
            self.files.append(folder / f"{number}-{kind}{path.suffix}")
            self.files[-1].write_bytes(content)
        in_margins = sum("the comment stands at" in one.reason for one in copy.left)
        self.comments = len(copy.done) - len(changed) + in_margins

    def check(self) -> bool:
        """See that all three were read alike; False where the original cannot be opened either."""
        before, marked, clean = (file.with_suffix(".odt") for file in self.files)
        assert marked.exists() == before.exists(), self.name
        if not before.exists():
            return False
        assert "".join(office.words(marked, "reject")) == "".join(office.words(before)), self.name
        assert "".join(office.words(marked, "accept")) == "".join(office.words(clean)), self.name
        assert office.comments(marked) == office.comments(before) + self.comments, self.name
        return True


@pytest.mark.parametrize(
    "path", sorted((ROOT / "sample_docs").glob("*.do[ct][xm]")), ids=lambda path: path.name
)
def test_marks_in_samples_are_read_as_they_were_meant(
    path: Path, tmp_path: Path, libreoffice: office.Office
) -> None:
    trial = Trial(path, tmp_path, 0, 3)
    libreoffice.convert(trial.files, tmp_path)
    assert trial.check()


@pytest.mark.parametrize("command", ["Accept", "Reject"])
def test_its_own_commands_come_to_the_same(
    command: Literal["Accept", "Reject"], tmp_path: Path, libreoffice: office.Office
) -> None:
    before, marked, clean = Trial(ROOT / "sample_docs" / "cp_conference_report.docx", tmp_path, 0, 3).files
    expected = clean if command == "Accept" else before
    libreoffice.convert([expected], tmp_path)
    libreoffice.settle(command, marked, tmp_path / "settled.odt")
    assert "".join(office.words(tmp_path / "settled.odt")) == "".join(
        office.words(expected.with_suffix(".odt"))
    )


def test_marks_in_real_files_are_read_as_they_were_meant(
    shared_documents: Path, tmp_path: Path, libreoffice: office.Office
) -> None:
    trials = [
        Trial(path, tmp_path, number, 4)
        for number, path in enumerate(word_files(shared_documents))
        if path.name not in MISREAD and "nested_tables" not in path.name and can_be_marked(path)
    ]
    files = [file for trial in trials for file in trial.files]
    for begin in range(0, len(files), 60):
        libreoffice.convert(files[begin : begin + 60], tmp_path)
    assert sum(trial.check() for trial in trials) > 60


def can_be_marked(path: Path) -> bool:
    """Whether a file can be read and copied, and is not so long that LibreOffice needs minutes for it."""
    if path.stat().st_size > 2_000_000 or is_damaged(path):
        return False
    try:
        return len(read_word(path, path.read_bytes()).text) < LONGEST_TEXT
    except DocumentError:
        return False
