"""Workers that can be stopped: whatever one job does, every other job is done."""

import os
import signal
import time
from collections import Counter

import pytest

from jargon_scanner.workers import Limits, Lost, Pool, in_order, in_processes


def double(number):
    return 2 * number


def misbehave(word):
    match word:
        case "hang":
            time.sleep(600)
        case "die":
            os.kill(os.getpid(), signal.SIGKILL)
        case "grow":
            return len(bytearray(40_000 * 1024 * 1024))
        case "raise":
            raise ValueError(word)
    return word.upper()


def test_every_job_has_its_result():
    assert dict(in_processes(double, range(50), processes=2)) == {n: 2 * n for n in range(50)}


def late(number):
    time.sleep(0.2 if number == 0 else 0)
    return number


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no SIGKILL")
def test_results_come_in_the_order_of_their_jobs_whatever_becomes_of_a_worker():
    assert list(in_order(late, range(5), processes=2)) == [(n, n) for n in range(5)]
    jobs = ["a", "die", "b", "c"]
    assert list(in_order(misbehave, jobs, processes=2)) == [
        ("a", "A"),
        ("die", Lost("death")),
        ("b", "B"),
        ("c", "C"),
    ]


def test_no_jobs_start_no_process():
    assert list(in_processes(double, [], processes=2)) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no SIGKILL and sets no limit of memory")
def test_a_job_that_hangs_dies_grows_or_raises_costs_only_itself():
    jobs = ["a", "die", "b", "hang", "c", "grow", "d", "raise", "e", "f"]
    results = dict(in_processes(misbehave, jobs, processes=2, limits=Limits(seconds=3, megabytes=2000)))
    assert results == {
        **{word: word.upper() for word in "abcdef"},
        "die": Lost("death"),
        "hang": Lost("time"),
        "grow": Lost("memory"),
        "raise": Lost("death"),
    }


def test_jobs_are_taken_only_as_fast_as_they_are_done():
    taken = []

    def jobs():
        for number in range(1000):
            taken.append(number)
            yield number

    results = in_processes(double, jobs(), processes=1)
    next(results)
    results.close()
    assert len(taken) < 10


def whose(word):
    misbehave(word)
    return os.getpid()


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no SIGKILL and sets no limit of memory")
def test_a_worker_that_has_done_its_share_makes_way_for_another(monkeypatch):
    monkeypatch.setattr("jargon_scanner.workers._MOST_JOBS", 3)
    done = list(in_processes(whose, [str(number) for number in range(8)], processes=2))
    assert sorted(job for job, _ in done) == [str(number) for number in range(8)]
    shares = Counter(process for _, process in done)
    assert max(shares.values()) <= 3
    assert all(isinstance(process, int) for process in shares)


def test_a_pool_keeps_its_workers_and_replaces_the_one_that_is_lost():
    pool = Pool(whose, processes=1, limits=Limits(seconds=3, megabytes=2000))
    try:
        first = pool.do("a")
        assert pool.do("b") == first != os.getpid()
        assert pool.do("hang") == Lost("time")
        second = pool.do("a")
        assert second not in (first, os.getpid())
        assert pool.do("die") == Lost("death")
        assert pool.do("grow") == Lost("memory")
        assert pool.do("a") not in (first, second)
    finally:
        pool.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no SIGKILL")
def test_a_worker_that_ends_between_two_jobs_costs_the_next_one_alone():
    pool = Pool(whose, processes=1, limits=Limits(seconds=60))
    try:
        os.kill(pool.do("a"), signal.SIGKILL)
        assert pool.do("a") == Lost("death")
        assert isinstance(pool.do("a"), int)
    finally:
        pool.close()
