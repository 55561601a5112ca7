"""Promises that hold for every part of a family, so that a new part is held to them from its first day."""

from __future__ import annotations

import io
import subprocess
import sys
import venv
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from jargon_scanner import Report, Scanner, scan, scan_text
from jargon_scanner.cli.app import app
from jargon_scanner.document import Document
from jargon_scanner.errors import DocumentError, ProgramMissing
from jargon_scanner.loaders import load, loaders
from jargon_scanner.outputs import installed
from jargon_scanner.outputs.family import Look
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLES = ROOT / "sample_docs"
README = (ROOT / "README.md").read_text(encoding="utf-8")


def sample_of(name: str) -> Path | None:
    suffixes = loaders()[name].suffixes
    return next((path for path in sorted(SAMPLES.iterdir()) if path.suffix in suffixes), None)


def read_or_error(path: Path) -> Document | DocumentError:
    try:
        return load(path)
    except DocumentError as error:
        return error


@pytest.mark.parametrize("name", sorted(loaders()))
def test_every_loader_has_a_sample_that_it_reads(name: str) -> None:
    path = sample_of(name)
    assert path is not None, f"sample_docs has no {name} document"
    try:
        document = load(path)
    except ProgramMissing:
        pytest.skip("no program that reads old Word documents is installed")
    assert document.format == name
    assert all(document.text[block.start : block.end] == block.text for block in document.blocks)


@pytest.mark.parametrize("name", sorted(loaders()))
def test_every_loader_says_that_a_file_is_empty(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"empty{loaders()[name].suffixes[0]}"
    path.write_bytes(b"")
    with pytest.raises(DocumentError, match="is empty"):
        load(path)


@pytest.mark.parametrize("name", sorted(loaders()))
@pytest.mark.parametrize("share", [0.1, 0.5, 0.95])
def test_every_loader_reads_half_a_file_or_says_why_not(name: str, share: float, tmp_path: Path) -> None:
    whole = sample_of(name)
    assert whole is not None
    data = whole.read_bytes()
    path = tmp_path / f"half{whole.suffix}"
    path.write_bytes(data[: int(len(data) * share)])
    outcome = read_or_error(path)
    if isinstance(outcome, DocumentError):
        assert str(path) in str(outcome)
        assert outcome.code
    else:
        assert outcome.blocks


@pytest.mark.parametrize("name", sorted(installed()))
def test_every_output_shows_a_sample_and_a_report_without_findings(name: str, scanner: Scanner) -> None:
    full: Report = scan(SAMPLES / "duty_notes.txt", scanner=scanner)
    clean: Report = scan_text("The dog slept by the door.", scanner=scanner)
    assert full.findings
    assert not clean.findings
    for report in (full, clean):
        stream = io.BytesIO()
        installed()[name].write(iter([report]), stream, Look())
        assert stream.getvalue()


def commands(group: Any, name: str = "") -> Iterator[str]:
    """Every command, "scope history" too. ``scope FOLDER`` stands for ``scope scan FOLDER``."""
    for word, command in sorted(group.commands.items()):
        whole = f"{name} {word}".strip()
        if hasattr(command, "commands"):
            yield from commands(command, whole)
        elif whole != "scope scan":
            yield whole


@pytest.mark.parametrize("command", list(commands(get_command(app))))
def test_every_command_has_help_and_stands_in_the_readme(command: str) -> None:
    done = CliRunner().invoke(app, [*command.split(), "--help"])
    assert done.exit_code == 0
    assert len(done.stdout.split()) > 10
    assert f"jargon-scanner {command}" in README


def test_our_own_texts_pass_our_own_scan(scanner: Scanner) -> None:
    talked_about = {
        "acronym",
        "jargon",
        "s47",
        "ICPC",
        "ICPCs",
        "JSON",
        "JSONPath",
        "RFC",
        "XML",
        "XPath",
        "YAML",
        "API",
        "MIT",
        "PyPI",
        "initial child protection conference",
        "section 47",
        "audit",  # a command of that name
        "reading age",  # explained there
    }
    findings = scan(ROOT / "README.md", scanner=scanner).findings
    assert [one.text for one in findings if one.text not in talked_about] == []


@pytest.mark.slow
def test_the_installed_wheel_scans_without_the_checkout(tmp_path: Path) -> None:
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--no-deps",
        "--quiet",
        "--wheel-dir",
        str(tmp_path),
        str(ROOT),
    ]
    subprocess.run(build, check=True)
    (wheel,) = tmp_path.glob("jargon_scanner-*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.startswith("jargon_scanner/_lexicons/") for name in names)
    assert not any(name.startswith(("tests/", "sample_docs/")) for name in names)
    home = tmp_path / "environment"
    venv.EnvBuilder(with_pip=True).create(home)
    python = home / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", str(wheel)], check=True)
    done = subprocess.run(
        [str(python), "-m", "jargon_scanner", "check", str(SAMPLES / "duty_notes.txt"), "--format", "json"],
        capture_output=True, text=True, encoding="utf-8", cwd=tmp_path, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert '"findings"' in done.stdout
