"""An audit from the command line: forms go out with a sample, come back, and are counted."""

import re

import docx
import pytest
from typer.testing import CliRunner

from jargon_scanner.cli.app import app
from tests.library.test_audit import ANSWERS, fill

MARKS = {"clear": "4", "kind": "5", "voice": "2"}


def run(*words):
    result = CliRunner().invoke(app, [str(word) for word in words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def sample(library, tmp_path):
    """A function that draws the sample of a library, with options."""
    (tmp_path / "people.csv").write_text(
        "name,service,manages\nBo Day,Early help,\nCy/Roe,Children in care,West\n", "utf-8"
    )

    def draw(*options):
        return run(
            "scope", "sample", library, "--output", tmp_path / "out", "--per-service", 2, "--seed", 7,
            "--structure", "{service}/{team}", "--processes", 0, "--auditors", tmp_path / "people.csv", *options,
        )  # fmt: skip

    return draw


@pytest.fixture
def library(tmp_path):
    for path in ("Children in care/East/a.txt", "Children in care/West/b.txt", "Early help/North/c.txt"):
        file = tmp_path / "library" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"An ICPC was held. Mum failed to engage with us, {path[-5]}.\n", "utf-8")
    return tmp_path / "library"


def test_an_audit_from_the_lot_to_the_numbers(sample, tmp_path):
    drawn = sample()
    assert drawn.exit_code == 0, drawn.output
    assert ": 3 forms." in drawn.stdout
    assert "Bo Day: 2 documents" in drawn.stdout
    assert "Nobody said who wrote 3 of these documents" in drawn.stdout
    forms = sorted((tmp_path / "out" / "audit forms").iterdir())
    for form in forms[:2]:
        fill(form, ANSWERS | MARKS | {"felt": "I felt that Jaydenne would be sad."})
    again = sample()
    assert "There already, and left as they are: 3 forms." in again.stdout
    read = run("scope", "audit", "read", tmp_path / "out" / "audit forms", "--figures", tmp_path / "out")
    assert (read.exit_code, "Kept: 2 forms." in read.stdout) == (0, True), read.output
    assert forms[2].name in read.stdout
    shown = run("scope", "audit", "results", tmp_path / "out").stdout
    assert "all services: 2 of 3 forms back" in shown
    assert "Kind: it blames nobody: 5; 100% (34%-100%)" in shown
    assert re.search(r"I felt that \[(?:name|place)\] would be sad\.", shown)
    assert "Jaydenne" not in shown
    for name in ("results.docx", "results.xlsx"):
        assert run("scope", "audit", "results", tmp_path / "out", "-o", tmp_path / name).exit_code == 0
    assert docx.Document(str(tmp_path / "results.docx")).tables


def test_a_form_with_a_fault_is_named_and_the_exit_code_says_so(sample, tmp_path):
    sample()
    form = min((tmp_path / "out" / "audit forms").iterdir())
    fill(form, ANSWERS | MARKS | {"kind": "yes"})
    result = run("scope", "audit", "read", form, "--figures", tmp_path / "out")
    assert result.exit_code == 2
    assert f"Not kept: {form.name}" in result.stderr
    assert "“Kind: it blames nobody”: “yes” is no mark" in result.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--forms", "pdf"), "there are docx and xlsx"),
        (("--auditors", "gone.csv"), "gone.csv could not be read"),
    ],
)
def test_what_is_wrong_is_said_before_anything_is_read(sample, tmp_path, words, said):
    result = sample(*words)
    assert (result.exit_code, said in result.stderr) == (2, True), result.output
    assert not (tmp_path / "out").exists()


def test_results_without_an_audit_say_how_to_begin_one(library, tmp_path):
    run("scope", library, "--output", tmp_path / "out", "--processes", 0)
    result = run("scope", "audit", "results", tmp_path / "out")
    assert (result.exit_code, "--auditors" in result.stderr) == (2, True)
