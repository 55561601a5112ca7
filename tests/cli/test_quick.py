"""``quick``, as a file manager runs it: no terminal, odd names, and a report that opens."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

from jargon_scanner.cli.shortcut import _write
from jargon_scanner.shortcuts import check_command, menus
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="programs of a Linux desktop")


@pytest.fixture
def desktop(tmp_path, monkeypatch):
    """A desktop whose programs write down what they are given."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("xdg-open", "notify-send"):
        program = programs / name
        program.write_text(f"#!/bin/sh\nprintf '%s\\n' \"$@\" >> '{tmp_path}/{name}.txt'\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path


@pytest.mark.slow
def test_the_written_script_checks_a_draft_and_opens_its_report(desktop):
    drafts = desktop / "drafts"
    drafts.mkdir()
    name = "Mum & Dad's plan.md"
    shutil.copy(ROOT / "sample_docs" / "chronology.md", drafts / name)
    (drafts / "broken.docx").write_bytes(b"PK\x03\x04")
    (script,) = menus()["nautilus"].put(check_command())
    _write(script)
    done = subprocess.run(
        [script.path, name, "broken.docx"], cwd=drafts, capture_output=True, text=True, stdin=subprocess.DEVNULL,
        check=False, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 2, done.stderr
    made = sorted(path.name for path in drafts.iterdir())
    assert made == [
        *(
            "Mum & Dad's plan-jargon.html",
            "Mum & Dad's plan-marked.diff",
            "Mum & Dad's plan-marked.html",
            name,
        ),
        "broken.docx",
    ]
    opened = (desktop / "xdg-open.txt").read_text()
    assert "plan-jargon.html" in opened
    assert "broken.docx" in (desktop / "notify-send.txt").read_text()
