import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from typer.testing import CliRunner

from jargon_scanner.errors import DamagedFile, FileMissing, LexiconError
from tests.reports import finding, report

SECRET = "Jay hid the matches"


@pytest.fixture
def scanner(monkeypatch):
    """A scan that does as the text of the file says, in the place of the real one."""
    seen = SimpleNamespace(created=[], scanned=[])

    def create(model=None, lexicon=(), words_we_use=None, library=None):
        seen.created.append((model, tuple(lexicon)))
        seen.words_we_use, seen.library = words_we_use, library
        if "bad.yaml" in map(str, lexicon):
            raise LexiconError(
                "The lexicon has mistakes:\nbad.yaml:3: E002 kind: no\nbad.yaml:9: E002 kind: no"
            )
        return "the scanner"

    def scan(path, *, scanner, with_text, choices):
        assert scanner == "the scanner"
        seen.choices = choices
        seen.scanned.append(path.name)
        if not path.exists():
            raise FileMissing(path)
        text = path.read_text("utf-8")
        if "damaged" in text:
            raise DamagedFile(path, "its end is missing")
        if "fault" in text:
            raise ZeroDivisionError(SECRET)
        if "interrupt" in text:
            raise KeyboardInterrupt
        findings = [
            finding(word, category=category, kind=kind) for word, kind, category in WORDS if word in text
        ]
        made = report(*findings, path=str(path), format="txt", pages=None)
        return replace(made, text=text if with_text else None)

    module = ModuleType("jargon_scanner.scan")
    module.scan = scan
    module.scan_document = lambda document, **wishes: scan(Path(document.path), **wishes)
    module.Scanner = SimpleNamespace(create=create)
    monkeypatch.setitem(sys.modules, "jargon_scanner.scan", module)
    entries = {"step-down": SimpleNamespace(entry=SimpleNamespace(category="system-word"))}
    lexicon = SimpleNamespace(categories={"system-word": None, "blame": None}, entries=entries)
    monkeypatch.setattr("jargon_scanner.lexicon.load.load", lambda _layers: lexicon)
    return seen


WORDS = [
    ("step down", "jargon", "system-word"),
    ("ICPC", "acronym", "acronym"),
    ("refused", "blaming", "blame"),
]


@pytest.fixture
def run(scanner):
    """The command, with what it wrote and its exit code."""

    def run(*words):
        from jargon_scanner.cli.app import app

        result = CliRunner().invoke(app, [str(word) for word in words])
        assert result.exception is None or isinstance(result.exception, SystemExit)
        assert "Traceback" not in result.output
        return result

    return run


@pytest.fixture
def draft(tmp_path):
    """A function that puts a text into a file of a name."""

    def draft(name, text="All is well."):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    return draft
