"""The command ``acronyms`` on real files."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from tests.conftest import ROOT

SAMPLES = ROOT / "sample_docs"


@pytest.fixture
def real_run(monkeypatch, scanner_whole):
    from typer.testing import CliRunner

    from jargon_scanner.cli.app import app
    from jargon_scanner.scan import Scanner

    monkeypatch.setattr(Scanner, "create", lambda **_: scanner_whole)
    return lambda *words: CliRunner().invoke(app, ["acronyms", *map(str, words)])


@pytest.fixture
def scanner_whole():
    from tests.small_lexicons import whole_scanner

    return whole_scanner()


def test_the_table_of_a_document_is_shown(real_run) -> None:
    done = real_run(SAMPLES / "duty_notes.txt")
    assert done.exit_code == 0
    assert "social" not in done.stderr
    assert "short forms in 1 document." in done.stdout
    assert "domestic violence" in done.stdout


def test_what_could_not_be_read_is_named_and_the_rest_goes_on(real_run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The CIN plan.", encoding="utf-8")
    (tmp_path / "b.docx").write_bytes(b"")
    done = real_run(tmp_path, "--format", "json")
    assert done.exit_code == 2
    data = json.loads(done.stdout)
    assert [row["short"] for row in data["rows"]] == ["CIN"]
    assert [one["code"] for one in data["unread"]] == ["empty-file"]


def test_one_document_explains_what_another_uses(real_run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("We went to the YDO.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("The youth drop-in office (YDO) is open.", encoding="utf-8")
    done = real_run(tmp_path)
    assert "perhaps youth drop-in office, as in b.txt" in " ".join(done.stdout.split())


def test_a_file_ending_chooses_the_format(real_run, tmp_path: Path) -> None:
    done = real_run(SAMPLES / "duty_notes.txt", "-o", tmp_path / "list.docx")
    assert done.exit_code == 0
    (grid,) = docx.Document(tmp_path / "list.docx").tables
    letters = [row.cells[0].text for row in grid.rows[1:]]
    assert "DV" in letters
    assert letters == sorted(letters, key=str.casefold)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--format", "pdf"], "There is no format 'pdf'"),
        (["-o", str(SAMPLES)], "is a folder"),
        (["-o", str(SAMPLES / "duty_notes.txt")], "is one of the documents"),
    ],
)
def test_wrong_usage_is_told_before_any_work(real_run, words, said) -> None:
    done = real_run(SAMPLES / "duty_notes.txt", *words)
    assert done.exit_code == 2
    assert said in done.stderr


def test_words_that_are_left_alone_are_in_no_table(real_run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The CIN plan and the ICPC.", encoding="utf-8")
    (tmp_path / ".jargon-scanner-ignore").write_text("CIN | we all know it", encoding="utf-8")
    done = real_run(tmp_path / "a.txt", "--format", "json")
    assert [row["short"] for row in json.loads(done.stdout)["rows"]] == ["ICPC"]
