"""``watch`` as a process, with the real scan: drop, save again, kill, stop."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from contextlib import contextmanager

import pytest
from typer.testing import CliRunner

from jargon_scanner.cli.app import app
from tests.conftest import ROOT

SAMPLE = ROOT / "sample_docs" / "review_minutes.docx"


def test_a_file_or_a_missing_folder_is_wrong_usage(tmp_path):
    done = CliRunner().invoke(app, ["watch", str(tmp_path / "gone")])
    assert done.exit_code == 2
    assert "is no folder" in done.stderr


@pytest.fixture
def drafts(tmp_path):
    """A folder of drafts, apart from the data folder."""
    folder = tmp_path / "drafts"
    folder.mkdir()
    return folder


@contextmanager
def watching(folder, *more):
    with subprocess.Popen(
        [sys.executable, "-m", "jargon_scanner", "watch", str(folder), *more],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", cwd=ROOT,
    ) as process:  # fmt: skip
        try:
            assert process.stdout.readline() == "Getting ready …\n"
            assert process.stdout.readline().startswith(f"Watching {folder}. ")
            yield process
        finally:
            process.kill()


def wait_for(path, seconds=30):
    end = time.monotonic() + seconds
    while not path.exists():
        assert time.monotonic() < end, f"{path.name} did not come"
        time.sleep(0.05)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_drop_a_draft_save_it_again_and_stop(drafts):
    with watching(drafts) as process:
        shutil.copy(SAMPLE, drafts / "minutes.docx")
        (drafts / "broken.docx").write_bytes(SAMPLE.read_bytes()[:2000])
        assert "minutes.docx: " in process.stdout.readline()
        first = (drafts / "minutes-marked.docx").read_bytes()
        assert "word/document.xml" in zipfile.ZipFile(drafts / "minutes-marked.docx").namelist()
        shutil.copy(ROOT / "sample_docs" / "child_in_need_plan.docx", drafts / "minutes.docx")
        assert "minutes.docx: " in process.stdout.readline()
        assert (drafts / "minutes-marked.docx").read_bytes() != first
        process.send_signal(signal.SIGINT)
        told, warned = process.communicate(timeout=20)
        assert process.returncode == 0
    assert told.endswith("is not watched any more.\n")
    assert "broken.docx" in warned
    assert "Traceback" not in warned
    assert sorted(path.name for path in drafts.iterdir()) == [
        *("broken.docx", "minutes-jargon.html", "minutes-marked.docx", "minutes.docx")
    ]


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_a_run_that_is_killed_leaves_no_half_file(drafts):
    for number in range(12):
        shutil.copy(SAMPLE, drafts / f"minutes {number:02}.docx")
    with watching(drafts, "--all") as process:
        wait_for(drafts / "minutes 03-jargon.html")
        process.kill()
        process.wait()
    copies = list(drafts.glob("*-marked.docx"))
    assert 4 <= len(copies) < 12, "it was killed while it worked"
    assert all(zipfile.ZipFile(copy).testzip() is None for copy in copies)
    reports = [path.read_text("utf-8") for path in drafts.glob("*-jargon.html")]
    assert all(report.rstrip().endswith("</html>") for report in reports)
