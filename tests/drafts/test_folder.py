"""Which drafts are ready, look by look, with real files."""

from __future__ import annotations

import os

import pytest

from jargon_scanner.drafts.folder import SETTLED_SECONDS, Drafts, Ready, Waiting
from jargon_scanner.errors import TooLarge

ENOUGH = SETTLED_SECONDS


@pytest.fixture
def drafts(tmp_path):
    return Drafts(tmp_path)


def looks(drafts, *times):
    """What each look gives, the names only."""
    return [[one.path.name for one in drafts.look(now)] for now in times]


def test_a_draft_is_given_once_when_it_has_settled(drafts, tmp_path):
    (tmp_path / "plan.txt").write_text("An ICPC was held.")
    assert looks(drafts, 0, ENOUGH / 2, ENOUGH, ENOUGH * 2) == [[], [], ["plan.txt"], []]
    assert drafts.unsettled == 0


def test_a_draft_that_is_still_being_written_waits(drafts, tmp_path):
    path = tmp_path / "plan.txt"
    path.write_text("An ICPC")
    assert looks(drafts, 0) == [[]]
    path.write_text("An ICPC was held.")
    assert looks(drafts, ENOUGH, ENOUGH * 1.5) == [[], []]
    assert drafts.unsettled == 1
    assert looks(drafts, ENOUGH * 2) == [["plan.txt"]]


def test_a_draft_that_is_saved_again_is_given_again(drafts, tmp_path):
    path = tmp_path / "plan.txt"
    path.write_text("An ICPC was held.")
    looks(drafts, 0, ENOUGH)
    path.write_text("A meeting was held.")
    os.utime(path, ns=(0, 0))
    assert looks(drafts, 10, 10 + ENOUGH) == [[], ["plan.txt"]]


def test_what_is_there_before_is_left_until_it_is_saved(drafts, tmp_path):
    (tmp_path / "old.txt").write_text("An ICPC was held.")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    assert drafts.leave_as_they_are() == 1
    assert looks(drafts, 0, ENOUGH) == [[], []]


def test_own_output_lock_files_litter_pictures_and_folders_are_no_drafts(drafts, tmp_path):
    for name in (
        *("plan-marked.docx", "plan-marked-2.docx", "plan-jargon.html", "~$plan.docx", ".~lock.plan.docx#"),
        *(".jargon-scanner-x.part", "desktop.ini", "jargon-scanner.toml", "photo.jpg", "~WRD0001.tmp"),
    ):
        (tmp_path / name).write_bytes(b"\x00\x01 something")
    (tmp_path / "more").mkdir()
    (tmp_path / "more/plan.txt").write_text("An ICPC was held.")
    assert looks(drafts, 0, ENOUGH) == [[], []]
    assert drafts.unsettled == 0


@pytest.mark.parametrize("lock", ["~$minutes.txt", "~$nutes.txt", ".~lock.minutes.txt#"])
def test_a_draft_that_is_open_waits_until_it_is_closed(lock, drafts, tmp_path):
    (tmp_path / "minutes.txt").write_text("An ICPC was held.")
    (tmp_path / lock).write_bytes(b"")
    looks(drafts, 0)
    (waiting,) = drafts.look(ENOUGH)
    assert isinstance(waiting, Waiting)
    assert lock in waiting.why
    assert drafts.unsettled == 1
    (tmp_path / lock).unlink()
    (ready,) = drafts.look(ENOUGH + 0.1)
    assert isinstance(ready, Ready)


def test_a_sharing_violation_is_waited_for(drafts, tmp_path, monkeypatch):
    """Windows refuses to open a file that Word holds. Only a system that does so could show it for real."""
    path = tmp_path / "plan.txt"
    path.write_text("An ICPC was held.")
    looks(drafts, 0)
    with monkeypatch.context() as patch:

        def refuse(_path):
            raise PermissionError(13, "The process cannot access the file")

        patch.setattr("pathlib.Path.read_bytes", refuse)
        (waiting,) = drafts.look(ENOUGH)
        assert isinstance(waiting, Waiting)
        assert "plan.txt" in waiting.why
    assert looks(drafts, ENOUGH * 2) == [["plan.txt"]]


def test_a_file_that_cannot_be_read_is_an_error_and_said_once(drafts, tmp_path):
    with (tmp_path / "scan.pdf").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    looks(drafts, 0)
    (error,) = drafts.look(ENOUGH)
    assert isinstance(error, TooLarge)
    assert looks(drafts, ENOUGH * 2) == [[]]


def test_a_draft_that_goes_is_forgotten(drafts, tmp_path):
    path = tmp_path / "plan.txt"
    path.write_text("An ICPC was held.")
    looks(drafts, 0)
    path.unlink()
    assert looks(drafts, ENOUGH) == [[]]
    assert drafts.unsettled == 0
    path.write_text("An ICPC was held.")
    assert looks(drafts, 9, 9 + ENOUGH) == [[], ["plan.txt"]]


def test_a_folder_that_is_gone_is_an_error_of_the_system(drafts, tmp_path):
    tmp_path.rmdir()
    with pytest.raises(FileNotFoundError):
        looks(drafts, 0)
