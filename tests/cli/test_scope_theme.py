"""A theme followed from the command line, in a library of made people whose names must not come out."""

import shutil
import subprocess

import docx
import pytest
from typer.testing import CliRunner

from jargon_scanner.cli.app import app

PLANTED = ("Caoimhe", "Oluwaseun", "Halifax", "HX1", "Parveen", "2027", "07700", "Moor Lane")
TEXTS = {
    "Children in care/a.txt": "Caoimhe had three missing episodes since 3 May 2027. Contact with Auntie Parveen is in Halifax.",
    "Children in care/b.txt": "Contact is at 12 Moor Lane, HX1 4DR. Ring 07700 900123. Grace absconded from placement.",
    "Early help/c.txt": "Mum failed to engage. Oluwaseun goes missing when contact stops. The placement ended.",
}


def run(*words):
    result = CliRunner().invoke(app, [str(word) for word in words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def scoped(tmp_path, *options):
    for path, text in TEXTS.items():
        file = tmp_path / "library" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text + "\n", "utf-8")
    assert (
        run("scope", tmp_path / "library", "--output", tmp_path / "out", "--processes", 0, *options).exit_code
        == 0
    )
    return tmp_path / "out"


@pytest.fixture(scope="module")
def figures(tmp_path_factory):
    return scoped(tmp_path_factory.mktemp("scoped"))


def text_of(path):
    word = docx.Document(str(path))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in word.paragraphs), *cells])


@pytest.mark.parametrize("theme", ["contact", "missing episode", "blame", "goes missing", "place"])
def test_a_theme_is_shown_without_names_and_with_boxes(figures, tmp_path, theme):
    output = tmp_path / "theme.docx"
    result = run("scope", "theme", figures, *theme.split(), "--output", output)
    assert result.exit_code == 0 or theme == "place", result.output
    if theme == "place":  # a part of "placement" is not the word
        assert "was not found" in result.stderr
        return
    text = text_of(output)
    assert not [word for word in PLANTED if word in text]
    assert "☐ " in text
    assert "one person reads each sentence and ticks its box" in text
    assert "Two questions to talk about" in text
    assert "tick each sentence" in result.stdout


def test_figures_of_services_stand_with_their_intervals(figures, tmp_path):
    run("scope", "theme", figures, "contact", "--output", tmp_path / "theme.docx")
    word = docx.Document(str(tmp_path / "theme.docx"))
    rows = {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in word.tables[0].rows}
    assert rows["Children in care"][:2] == ["2 of 2", "2"]
    assert rows["Early help"][:2] == ["1 of 1", "1"]
    assert "(" in rows["All services"][2]


def test_sentences_before_and_after_are_three_with_invented_ones(figures, tmp_path):
    run("scope", "theme", figures, "contact", "--output", tmp_path / "theme.docx")
    rows = docx.Document(str(tmp_path / "theme.docx")).tables[-1].rows
    assert len(rows) == 4
    assert all(row.cells[0].text != row.cells[1].text and row.cells[1].text for row in rows[1:])


def test_figures_without_text_show_numbers_and_say_why_no_sentence(tmp_path):
    figures = scoped(tmp_path, "--no-text")
    assert run("scope", "theme", figures, "contact", "--output", tmp_path / "theme.docx").exit_code == 0
    text = text_of(tmp_path / "theme.docx")
    assert "keep no sentences" in text
    assert "☐" not in text
    result = run("scope", "theme", figures, "zebra", "--output", tmp_path / "other.docx")
    assert (result.exit_code, "no words can be looked for" in result.stderr) == (2, True)
    assert not (tmp_path / "other.docx").exists()


def test_a_theme_that_is_nowhere_is_said(figures, tmp_path):
    result = run("scope", "theme", figures, "zebra", "--output", tmp_path / "theme.docx")
    assert (result.exit_code, "“zebra” was not found" in result.stderr) == (2, True)
    assert "Name a theme" in run("scope", "theme", figures, "?", "--output", tmp_path / "theme.docx").stderr


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_the_sheet(figures, tmp_path):
    run("scope", "theme", figures, "contact", "--output", tmp_path / "theme.docx")
    soffice = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--headless",
        "--convert-to",
        "txt:Text",
    ]
    subprocess.run(
        [*soffice, "--outdir", str(tmp_path), str(tmp_path / "theme.docx")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert "How we write about contact" in (tmp_path / "theme.txt").read_text("utf-8-sig")
