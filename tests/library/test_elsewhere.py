"""Documents that lie elsewhere are scanned as those of a folder are, and leave nothing behind."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.request import urlopen

import pytest
from typer.testing import CliRunner

from jargon_scanner.cli.app import app
from jargon_scanner.errors import UsageError
from jargon_scanner.library import Wishes, scope
from jargon_scanner.library.elsewhere import at_hand, root_of
from jargon_scanner.library.engines.family import Setup
from tests.small_folders import ROOT

SAMPLES = ROOT / "sample_docs"
HERE = Wishes(setup=Setup(processes=0))


@pytest.fixture
def library():
    from upath import UPath

    folder = UPath("memory://library/Early help")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "letter.txt").write_text("An ICPC was held. Mum failed to engage with us.\n")
    (folder / "notes.docx").write_bytes((SAMPLES / "review_minutes.docx").read_bytes())
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 and nothing behind it")
    (folder / "picture.jpg").write_bytes(b"\xff\xd8\xff")
    yield "memory://library"
    folder.fs.rm("/library", recursive=True)


def test_documents_of_an_address_are_found_read_and_named_by_it(library):
    report = scope([library], wishes=HERE)
    assert [row.path for row in report.documents] == [
        "memory://library/Early help/letter.txt",
        "memory://library/Early help/notes.docx",
    ]
    assert {row.service for row in report.services if row.service} == {"Early help"}
    (unread,) = report.unread
    assert unread.path in unread.message
    assert tempfile.gettempdir() not in unread.message
    assert report.passed_over == ("memory://library/Early help/picture.jpg",)


def test_new_words_of_an_address_come_with_their_sentences(library):
    for number, day in enumerate(("Monday", "Tuesday", "Friday")):
        (root_of(library) / f"note {number}.txt").write_text(f"The wobblement was on {day}.\n")
    (row,) = [row for row in scope([library], wishes=HERE).new_words if row.phrase == "wobblement"]
    assert row.contexts == tuple(f"The wobblement was on {day}." for day in ("Monday", "Tuesday", "Friday"))


def test_what_is_found_is_what_a_folder_of_the_same_files_gives(library, tmp_path):
    folder = tmp_path / "library" / "Early help"
    folder.mkdir(parents=True)
    for path in root_of(f"{library}/Early help").iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    here, there = scope([folder.parent], wishes=HERE), scope([library], wishes=HERE)
    assert here.terms == there.terms
    assert here.totals == there.totals


def test_a_copy_is_private_and_goes_again(library):
    with at_hand(root_of(f"{library}/Early help/letter.txt")) as file:
        assert file.name == "letter.txt"
        assert file.parent.stat().st_mode & 0o077 == 0
    assert not file.parent.exists()


def test_a_file_of_this_computer_is_not_copied(tmp_path):
    with at_hand(tmp_path / "letter.txt") as file:
        assert file == tmp_path / "letter.txt"


def test_an_unknown_kind_of_address_says_what_is_missing():
    with pytest.raises(UsageError, match="package"):
        root_of("nowhere://templates")


def test_the_command_takes_an_address(library, tmp_path):
    words = ["scope", library, "--output", str(tmp_path / "out"), "--processes", "0"]
    result = CliRunner().invoke(app, words)
    assert "2 of 3 documents read" in result.stdout
    assert (tmp_path / "out" / "library.xlsx").is_file()


@pytest.fixture
def bucket(tmp_path, monkeypatch):
    """A bucket of a real S3 server on this computer, with documents in it; its address."""
    pytest.importorskip("s3fs", reason="s3fs is not installed")
    server = shutil.which("moto_server", path=Path(sys.executable).parent)
    if server is None:
        pytest.skip("no S3 server is installed (moto)")
    from upath import UPath

    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "test")
    port = 5000 + os.getpid() % 1000
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{port}")
    with subprocess.Popen([server, "-p", str(port)], stderr=subprocess.DEVNULL, cwd=tmp_path) as process:
        try:
            _wait_for(f"http://127.0.0.1:{port}/")
            folder = UPath("s3://templates")
            folder.mkdir()
            for path in sorted(SAMPLES.glob("*.docx")):
                (folder / "Early help" / path.name).write_bytes(path.read_bytes())
            yield str(folder)
        finally:
            process.kill()


def _wait_for(address):
    for _ in range(100):
        try:
            urlopen(address).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"{address} does not answer")


@pytest.mark.slow
def test_processes_read_from_s3(bucket, tmp_path):
    folder = tmp_path / "library" / "Early help"
    folder.mkdir(parents=True)
    for path in SAMPLES.glob("*.docx"):
        shutil.copy(path, folder)
    there = scope([bucket], wishes=Wishes(setup=Setup(processes=2)))
    here = scope([folder.parent], wishes=HERE)
    assert there.totals == here.totals
    assert there.terms == here.terms
