import csv
import json

import pytest
from typer.testing import CliRunner

from jargon_scanner.cli.app import app

TEXT = "An ICPC was held. Mum failed to engage with us.\n"


def run(*words):
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def library(tmp_path):
    folder = tmp_path / "library" / "Early help"
    folder.mkdir(parents=True)
    (folder / "letter.txt").write_text(TEXT, "utf-8")
    (folder / "formula.txt").write_text('=HYPERLINK("http://evil.example") placement\n', "utf-8")
    return folder.parent


def test_a_library_is_scoped_and_its_files_are_named(library, tmp_path):
    result = run("scope", library, "--output", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert "2 of 2 documents read" in result.stdout
    assert "figures.sqlite" in result.stdout
    assert (tmp_path / "out" / "occurrences.csv").exists()


def written(folder):
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir() if path.suffix != ".sqlite"}


def test_an_unchanged_library_leaves_the_figures_of_the_day_as_they_stand(library, tmp_path):
    out = tmp_path / "out"
    first = run("scope", library, "--output", out)
    before = written(out)
    again = run("scope", library, "--output", out)
    assert again.stdout.startswith(first.stdout.rstrip("\n"))
    assert "Nothing has changed" in again.stdout
    assert written(out) == before
    assert run("scope", "history", out).stdout.count("Early help") == 1


@pytest.mark.parametrize("what", ["a document", "a view", "a decision"])
def test_figures_are_written_again_when_something_changed(library, tmp_path, what):
    out = tmp_path / "out"
    run("scope", library, "--output", out)
    before = written(out)
    if what == "a document":
        (library / "Early help" / "letter.txt").write_text("A placement was found.\n", "utf-8")
    elif what == "a view":
        (out / "library.html").unlink()
    else:
        run("scope", "decide", out, "Mum failed", "--reject", "--reason", "no term")
    assert "Nothing has changed" not in run("scope", library, "--output", out).stdout
    after = written(out)
    assert all(after[name] > before[name] for name in before)


def test_what_could_not_be_read_is_still_told_when_nothing_changed(library, tmp_path):
    (library / "broken.docx").write_bytes(b"")
    results = [run("scope", library, "--output", tmp_path / "out") for _ in range(2)]
    assert [one.exit_code for one in results] == [2, 2]
    assert "broken.docx" in results[1].stdout


def test_no_cell_can_start_a_formula(library, tmp_path):
    run("scope", library, "--output", tmp_path / "out")
    with (tmp_path / "out" / "occurrences.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["service"] for row in rows} == {"Early help"}
    assert any("HYPERLINK" in row["sentence"] for row in rows)
    assert not any((value or "").startswith(("=", "+", "-", "@")) for row in rows for value in row.values())


def test_what_could_not_be_read_is_named_and_the_exit_code_says_so(library, tmp_path):
    (library / "broken.docx").write_bytes(b"")
    result = run("scope", library, "--output", tmp_path / "out")
    assert result.exit_code == 2
    assert "broken.docx is empty" in result.stdout


def test_figures_never_go_into_the_library(library):
    result = run("scope", library, "--output", library / "out")
    assert result.exit_code == 2
    assert "outside it" in result.stderr
    assert not (library / "out").exists()


def test_the_first_command_may_be_named(library, tmp_path):
    assert run("scope", "scan", library, "--output", tmp_path / "out").exit_code == 0


def test_without_words_help_is_shown():
    assert "scan" in run("scope").output


def test_two_scans_are_compared_and_new_blame_is_a_gate(library, tmp_path):
    out = tmp_path / "out"
    run("scope", library, "--output", out)
    assert run("scope", "compare", out, out, "--fail-on", "new-blaming").exit_code == 0
    (library / "Early help" / "letter.txt").write_text(f"{TEXT}He absconded.\n", "utf-8")
    run("scope", library, "--output", tmp_path / "later")
    result = run("scope", "compare", out, tmp_path / "later", "--fail-on", "new-blaming")
    assert result.exit_code == 1
    assert "abscond" in result.stdout
    data = json.loads(run("scope", "compare", out, tmp_path / "later", "--format", "json").stdout)
    assert data["new_blaming"] == 1


@pytest.mark.parametrize("form", ["text", "csv", "json"])
def test_history_is_shown(library, tmp_path, form):
    run("scope", library, "--output", tmp_path / "out")
    result = run("scope", "history", tmp_path / "out", "--format", form)
    assert result.exit_code == 0
    assert "Early help" in result.stdout


@pytest.mark.parametrize("words", [("history", "gone"), ("compare", "gone", "gone")])
def test_figures_that_are_not_there_are_named(words):
    result = run("scope", *words)
    assert result.exit_code == 2
    assert "holds no figures" in result.stderr


def test_every_occurrence_goes_into_a_parquet_file(library, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    run("scope", library, "--output", tmp_path / "out")
    result = run("scope", "export", tmp_path / "out", "--output", tmp_path / "all.parquet")
    assert result.exit_code == 0
    table = parquet.read_table(tmp_path / "all.parquet").to_pylist()
    assert {"ICPC", "placement"} <= {row["text"] for row in table}


def test_documents_of_no_service_have_a_row_with_a_name(library, tmp_path):
    (library / "loose.txt").write_text("A placement was found.\n", "utf-8")
    result = run("scope", library, "--output", tmp_path / "out")
    assert "No service named" in run("scope", "history", tmp_path / "out").stdout
    assert "1 documents" not in result.stdout
