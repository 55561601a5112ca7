"""The command ``mark``, with real scans: files, folders, and what is said when it cannot be done."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from jargon_scanner.cli.app import app
from jargon_scanner.marking.library import MANIFEST
from tests.conftest import ROOT

LEAFLET = ROOT / "sample_docs" / "kinship_leaflet.pdf"


@pytest.fixture
def run(tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shutil.copy(LEAFLET, tmp_path / "leaflet.pdf")

    def run(*words: str):
        return CliRunner().invoke(app, ["mark", *words])

    return run


def test_a_copy_stands_beside_its_original(run, tmp_path: Path) -> None:
    done = run("leaflet.pdf")
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("Written: leaflet-marked.pdf\n0 changed, ")
    assert (tmp_path / "leaflet-marked.pdf").read_bytes().startswith(LEAFLET.read_bytes())
    again = run("leaflet.pdf")
    assert again.exit_code == 2
    assert "--again" in again.stderr
    assert run("leaflet.pdf", "--again").exit_code == 0
    assert (tmp_path / "leaflet.pdf").read_bytes() == LEAFLET.read_bytes()


def test_the_original_is_never_written_over(run, tmp_path: Path) -> None:
    done = run("leaflet.pdf", "--output", "leaflet.pdf", "--again")
    assert done.exit_code == 2
    assert (tmp_path / "leaflet.pdf").read_bytes() == LEAFLET.read_bytes()


def test_a_copy_can_go_into_a_folder(run, tmp_path: Path) -> None:
    (tmp_path / "copies").mkdir()
    assert run("leaflet.pdf", "--output", "copies").exit_code == 0
    assert (tmp_path / "copies/leaflet-marked.pdf").is_file()


def test_the_diff_of_a_text_stands_beside_its_page(run, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("The father commenced work.", "utf-8")
    done = run("note.txt", "--output", "page.html")
    assert done.stdout.splitlines() == [
        "Written: page.html and page.diff",
        "1 changed, 0 commented, 0 left for you.",
    ]
    assert (tmp_path / "page.diff").read_bytes().startswith(b"--- a/note.txt")


def test_a_folder_is_marked_into_another(run, tmp_path: Path) -> None:
    (tmp_path / "in/forms").mkdir(parents=True)
    shutil.move(tmp_path / "leaflet.pdf", tmp_path / "in/forms/leaflet.pdf")
    (tmp_path / "in/broken.pdf").write_bytes(b"%PDF-1.7 no more")
    done = run("in", "--output", "out")
    assert done.exit_code == 2
    assert "1 of 2 documents marked" in done.stdout
    assert "in/broken.pdf is damaged" in done.stderr
    assert (tmp_path / "out/forms/leaflet.pdf").is_file()
    assert "broken.pdf,not marked" in (tmp_path / "out" / MANIFEST).read_text("utf-8-sig")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["."], "Say where its copies go"),
        (["missing.pdf"], "was not found"),
        (["leaflet.pdf", "--as", "comment"], "Did you mean 'comments'?"),
        (["leaflet.pdf", "--output", "copy.docx"], "ends in .pdf, and copy.docx does not"),
        (["leaflet.pdf", "--output", "nowhere/copy.pdf"], "is not there"),
        (["leaflet.pdf", "--only", "good"], "--only does not know 'good'"),
        (["leaflet.pdf", "--as", "clean"], "words of a PDF cannot be changed"),
    ],
)
def test_what_cannot_be_done_is_said(run, words: list[str], said: str) -> None:
    done = run(*words)
    assert done.exit_code == 2
    assert said in done.stderr
