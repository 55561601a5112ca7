"""Figures that another process counts are those that this one counts."""

import pytest

from jargon_scanner.library import counted as room
from jargon_scanner.library.counted import counted
from jargon_scanner.library.tally import tally
from jargon_scanner.library.trend import history
from jargon_scanner.workers import Lost, Pool


@pytest.fixture
def run(library, scanned, monkeypatch):
    monkeypatch.setattr(room, "_FEW", 1)
    return scanned(library, name="Northtown")


def expected(store, run):
    return tally(store, run, {"contact": 0.2}), history(store, "Northtown")


def test_another_process_counts_what_this_one_counts(store, run, monkeypatch):
    here = expected(store, run)
    monkeypatch.setattr(room, "_count", None)  # in this process; the other one has its own
    with counted(store, run, {"contact": 0.2}, processes=2) as count:
        assert count() == here


def test_one_process_counts_by_itself(store, run, monkeypatch):
    monkeypatch.setattr(room, "Pool", None)
    with counted(store, run, {"contact": 0.2}, processes=1) as count:
        assert count() == expected(store, run)


def test_what_a_lost_process_was_to_count_is_counted_here(store, run, monkeypatch):
    monkeypatch.setattr(Pool, "do", lambda *_: Lost("death"))
    with counted(store, run, {"contact": 0.2}, processes=2) as count:
        assert count() == expected(store, run)


def test_who_stops_in_the_middle_leaves_no_process_behind(store, run):
    import multiprocessing

    with pytest.raises(KeyboardInterrupt), counted(store, run, {}, processes=2):
        raise KeyboardInterrupt
    assert not multiprocessing.active_children()
