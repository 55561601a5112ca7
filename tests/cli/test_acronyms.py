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


@pytest.fixture
def figures(tmp_path: Path) -> Path:
    """A library's figures: one of its documents explains a short form."""
    from jargon_scanner.library.analysis import Recipe
    from jargon_scanner.library.engines.family import Setup
    from jargon_scanner.library.folder import STORE
    from jargon_scanner.library.scope import Wishes, scan_library
    from jargon_scanner.library.store import Store

    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "plan.txt").write_text("The youth drop-in office (YDO) is open.", "utf-8")
    (tmp_path / "figures").mkdir()
    with Store(tmp_path / "figures" / STORE) as store:
        scan_library([tmp_path / "plans"], store, Recipe(), Wishes(setup=Setup(processes=0)))
    return tmp_path / "figures"


@pytest.fixture
def with_library(monkeypatch, scanner_whole):
    """The command, with the library that it was given and everything else as it is."""
    from dataclasses import replace

    from typer.testing import CliRunner

    from jargon_scanner.cli.app import app
    from jargon_scanner.scan import Scanner

    monkeypatch.setattr(
        Scanner, "create", lambda *_, library=None, **__: replace(scanner_whole, library=library or {})
    )
    return lambda *words: CliRunner().invoke(app, [*map(str, words)])


def test_a_library_that_was_scanned_explains_what_a_document_does_not(
    with_library, figures: Path, tmp_path: Path
) -> None:
    note = tmp_path / "note.txt"
    note.write_text("We went to the YDO. It was shut.", encoding="utf-8")
    listed = with_library("acronyms", note, "--library", figures)
    assert "perhaps youth drop-in office, as in plan.txt" in " ".join(listed.stdout.split())
    checked = with_library("check", note, "--library", figures)
    assert "youth drop-in office (not explained here, but in plan.txt)" in " ".join(checked.stdout.split())
    marked = with_library("mark", note, "--library", figures, "--as", "clean", "-o", tmp_path / "copy.txt")
    assert marked.exit_code == 0, marked.stderr
    assert "YDO" in with_library("check", note).stdout
    assert "youth drop-in office" not in with_library("check", note).stdout


def test_the_configuration_names_the_library(
    with_library, figures: Path, tmp_path: Path, monkeypatch
) -> None:
    (tmp_path / "note.txt").write_text("We went to the YDO.", encoding="utf-8")
    (tmp_path / "jargon-scanner.toml").write_text('library = "figures"', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert "plan.txt" in with_library("acronyms", "note.txt").stdout


def test_a_folder_without_figures_is_no_library(with_library, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("We went to the YDO.", encoding="utf-8")
    done = with_library("acronyms", tmp_path / "note.txt", "--library", tmp_path)
    assert done.exit_code == 2
    assert "holds no figures" in done.stderr
