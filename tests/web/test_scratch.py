"""What stands on the disk for a moment goes with the server, and with the next one after a crash."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from jargon_scanner.web.scratch import private_scratch

CRASH = """
import os, tempfile
from jargon_scanner.web.scratch import private_scratch
with private_scratch():
    tempfile.NamedTemporaryFile(delete=False).write(b"Kayleigh")
    os._exit(9)
"""


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    yield tmp_path
    tempfile.tempdir = None


def test_temporary_files_of_us_and_our_processes_lie_in_a_private_folder_that_goes(place):
    with private_scratch() as folder:
        assert folder.parent == place
        if os.name != "nt":
            assert folder.stat().st_mode & 0o077 == 0
        assert Path(tempfile.gettempdir()) == folder
        where = [sys.executable, "-c", "import tempfile; print(tempfile.gettempdir())"]
        assert subprocess.run(where, capture_output=True, text=True, check=True).stdout.strip() == str(folder)
        (folder / "letter.doc").write_bytes(b"Kayleigh")
    assert list(place.iterdir()) == []
    assert Path(tempfile.gettempdir()) == place


def test_it_goes_however_the_server_ends(place):
    with pytest.raises(KeyboardInterrupt), private_scratch():
        raise KeyboardInterrupt
    assert list(place.iterdir()) == []


def test_what_a_crash_left_is_removed_and_what_another_server_uses_is_not(place):
    assert subprocess.run([sys.executable, "-c", CRASH], check=False).returncode == 9
    (left,) = place.iterdir()
    with private_scratch() as one:
        assert not left.exists()
        with private_scratch():
            assert one.exists()
