"""Keeping a folder, with real files, real threads and the system's own events; only the scan is left out."""

from __future__ import annotations

import os
import threading
import time
from concurrent.futures import Future
from contextlib import contextmanager

import pytest

from jargon_scanner.drafts import watch
from jargon_scanner.drafts.folder import SETTLED_SECONDS, Drafts
from jargon_scanner.drafts.watch import Keeper, keep
from jargon_scanner.errors import DamagedFile, DocumentChanged
from jargon_scanner.whole_file import remove_leftovers
from tests.drafts.made import copy_of


class Desk:
    """What a keeper was asked and what it said."""

    def __init__(self, folder, answers=None):
        self.made, self.told, self.warned = [], [], []
        self.answers, self.slow = answers or {}, {}
        self.keeper = Keeper(Drafts(folder), self.make, self.told.append, self.warned.append)

    def make(self, path):
        self.made.append(path.name)
        if path.name in self.slow:
            return self.slow[path.name]
        making = Future()
        answer = self.answers.get(path.name) or copy_of(path, path.read_bytes())
        (making.set_exception if isinstance(answer, Exception) else making.set_result)(answer)
        return making

    def look(self, *times):
        return [self.keeper.look(now) for now in times]


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


def test_a_saved_draft_gets_its_copy_and_is_told_by_name(desk, tmp_path):
    (tmp_path / "plan.docx").write_bytes(b"one")
    desk.look(0, 5, 10)
    assert desk.made == ["plan.docx"]
    (sentence,) = desk.told
    assert sentence.endswith(
        "plan.docx: 1 change, no comments. Written: plan-marked.docx and plan-jargon.html"
    )


def test_saved_again_unchanged_it_is_not_made_again_unless_the_copy_is_gone(desk, tmp_path):
    draft = tmp_path / "plan.docx"
    draft.write_bytes(b"one")
    desk.look(0, 5)
    draft.touch()
    desk.look(10, 15)
    assert desk.made == ["plan.docx"]
    (tmp_path / "plan-marked.docx").unlink()
    draft.touch()
    desk.look(20, 25)
    assert desk.made == ["plan.docx", "plan.docx"]
    draft.write_bytes(b"two words")
    desk.look(30, 35)
    assert (tmp_path / "plan-marked.docx").read_bytes() == b"two words"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "plan-jargon.html",
        "plan-marked.docx",
        "plan.docx",
    ]


def test_what_cannot_be_read_is_said_by_name_and_the_rest_goes_on(tmp_path):
    desk = Desk(tmp_path, {"bad.docx": DamagedFile("bad.docx", "its end is missing")})
    for name in ("bad.docx", "good.docx"):
        (tmp_path / name).write_bytes(b"words")
    desk.look(0, 5, 10)
    assert len(desk.warned) == 1
    assert "bad.docx is damaged" in desk.warned[0]
    assert "good.docx" in desk.told[0]


def test_a_draft_that_changes_while_it_is_read_is_read_again_without_a_word(tmp_path):
    desk = Desk(tmp_path, {"plan.docx": DocumentChanged("plan.docx")})
    (tmp_path / "plan.docx").write_bytes(b"one")
    desk.look(0, 5)
    desk.answers.clear()
    desk.look(10, 15)
    assert desk.warned == []
    assert len(desk.told) == 1


def test_a_draft_that_takes_long_holds_up_no_other(desk, tmp_path):
    slow = desk.slow["long.pdf"] = Future()
    for name in ("long.pdf", "plan.docx"):
        (tmp_path / name).write_bytes(b"one")
    desk.look(0, 5)
    assert desk.made == ["long.pdf", "plan.docx"]
    assert [told.split(" ")[1] for told in desk.told] == ["plan.docx:"]
    desk.keeper.stirred.clear()
    slow.set_result(copy_of(tmp_path / "long.pdf"))
    assert desk.keeper.stirred.is_set()
    desk.look(10)
    assert [told.split(" ")[1] for told in desk.told] == ["plan.docx:", "long.pdf:"]
    assert len(desk.made) == 2


def test_a_draft_that_is_saved_again_while_it_is_read_is_read_again_after_that(desk, tmp_path):
    draft = tmp_path / "plan.docx"
    slow = desk.slow["plan.docx"] = Future()
    draft.write_bytes(b"one")
    desk.look(0, 5)
    draft.write_bytes(b"two words")
    desk.look(10, 15, 20)
    assert desk.made == ["plan.docx"]
    del desk.slow["plan.docx"]
    slow.set_result(copy_of(draft, b"of one"))
    desk.look(25, 30, 35)
    assert desk.made == ["plan.docx", "plan.docx"]
    assert (tmp_path / "plan-marked.docx").read_bytes() == b"two words"
    assert len(desk.told) == 2


def test_that_a_draft_is_open_is_said_once(desk, tmp_path):
    (tmp_path / "plan.docx").write_bytes(b"one")
    lock = tmp_path / "~$plan.docx"
    lock.write_bytes(b"")
    assert desk.look(0, 5, 10, 15)[-1] == SETTLED_SECONDS
    assert len(desk.warned) == 1
    lock.unlink()
    desk.look(20)
    assert desk.made == ["plan.docx"]


def test_a_folder_that_goes_and_comes_back_is_watched_again(desk, tmp_path):
    away = tmp_path.with_name(f"{tmp_path.name}-away")
    tmp_path.rename(away)
    desk.look(0, 5)
    away.rename(tmp_path)
    (tmp_path / "plan.docx").write_bytes(b"one")
    desk.look(10, 15)
    assert len(desk.warned) == 1
    assert desk.made == ["plan.docx"]


def test_what_a_killed_run_has_left_is_removed_and_what_is_being_written_is_not(tmp_path):
    old, new = tmp_path / ".jargon-scanner-a1.part", tmp_path / ".jargon-scanner-b2.part"
    old.write_bytes(b"half")
    new.write_bytes(b"half")
    os.utime(old, (0, 0))
    remove_leftovers(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [new.name]


@contextmanager
def kept(keeper):
    over = threading.Event()
    thread = threading.Thread(target=keep, args=(keeper, over))
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join(timeout=20)
        assert not thread.is_alive()


def seconds_until(wanted, most=20.0):
    began = time.monotonic()
    while not wanted():
        assert time.monotonic() - began < most, "it did not come"
        time.sleep(0.02)
    return time.monotonic() - began


@pytest.mark.parametrize("ears", [True, False], ids=["events", "no events"])
def test_a_draft_that_is_dropped_is_met_by_events_and_without(ears, desk, tmp_path, monkeypatch):
    monkeypatch.setattr(
        watch, "QUIET_SECONDS", 60.0 if ears else 0.2
    )  # with events, looking would come too late
    monkeypatch.setattr("jargon_scanner.drafts.folder.SETTLED_SECONDS", 0.1)
    monkeypatch.setattr(watch, "SETTLED_SECONDS", 0.1)
    if not ears:

        def none_left(*_):
            raise OSError(24, "inotify instance limit reached")

        monkeypatch.setattr("watchdog.observers.api.BaseObserver.start", none_left)
    with kept(desk.keeper):
        time.sleep(0.5)
        (tmp_path / "plan.docx").write_bytes(b"one")
        seconds_until(lambda: desk.told)
        (tmp_path / "wake.txt").write_bytes(b"")  # so that the thread sees that it is over
    assert "plan.docx" in desk.told[0]
