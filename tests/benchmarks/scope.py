"""How fast a library is scanned, and in how much memory: cold, unchanged, with one changed file, and by Dask.

python -m tests.benchmarks.scope                      2,000 templates with shared boilerplate
python -m tests.benchmarks.scope --documents 20000    as many as you say
python -m tests.benchmarks.scope FOLDER...            a library of your own

Two processes are compared with one, beside what two idle loops of arithmetic gain over one in the same run:
more than that no program can gain on that computer.
"""

from __future__ import annotations

import argparse
import multiprocessing
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Event, Thread

from tests.benchmarks.texts import template_library

SERVICES = ("Early help", "Children in care", "Disability", "Youth justice")


@dataclass(frozen=True, slots=True)
class Measured:
    """One scan.

    Attributes:
        seconds: on the clock, from the command to its end.
        reading: those of them in which documents were read; in the others the figures were written.
        documents: that were read, or known.
        words: of them.
        megabytes: of all its processes together, at most.
    """

    seconds: float
    reading: float
    documents: int
    words: int
    megabytes: float

    def line(self, what: str) -> str:
        return (
            f"{what:24} {self.seconds:8.1f} s ({self.reading:.1f} s reading) {self.documents / self.seconds:9.1f} documents/s "
            f"{self.words / self.seconds:10,.0f} words/s {self.megabytes:7,.0f} MB"
        )


def make_library(folder: Path, documents: int) -> Path:
    for number, text in enumerate(template_library(documents)):
        path = folder / SERVICES[number % len(SERVICES)] / f"template {number:05}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def scan(folders: list[str], output: Path, *how: str) -> Measured:
    command = [sys.executable, "-m", "jargon_scanner", "scope", *folders, "-o", str(output)]
    begin = time.perf_counter()
    process = subprocess.Popen([*command, *how], stdout=subprocess.PIPE, text=True)
    with peak_memory(process.pid) as peak:
        told, _ = process.communicate()
    seconds = time.perf_counter() - begin
    found = re.search(r"([\d,]+) of [\d,]+ documents read, ([\d,]+) words", told)
    if found is None:
        sys.exit(f"the scan did not end: {told}")
    documents, words = (int(figure.replace(",", "")) for figure in found.groups())
    wrote = "Nothing has changed" not in told
    reading = _reading(output / "figures.sqlite") if wrote else seconds
    return Measured(seconds, reading, documents, words, peak[0])


def _reading(store: Path) -> float:
    """The seconds that the last run of a store took, before its figures were written."""
    with closing(sqlite3.connect(store)) as db:
        began, ended = db.execute("SELECT started, finished FROM run ORDER BY id DESC LIMIT 1").fetchone()
    return (datetime.fromisoformat(ended) - datetime.fromisoformat(began)).total_seconds()


@contextmanager
def two_workers() -> Iterator[str]:
    """A Dask cluster of two processes on this computer; its scheduler's address."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        yield cluster.scheduler_address


@contextmanager
def peak_memory(pid: int) -> Iterator[list[float]]:
    """The most megabytes that a process and its children held together, looked at five times a second."""
    peak, done = [0.0], Event()

    def look() -> None:
        while not done.wait(0.2):
            peak[0] = max(peak[0], sum(map(_megabytes, _family(pid))))

    watcher = Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield peak
    finally:
        done.set()
        watcher.join()


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(one for child in children for one in _family(int(child)))]


def _megabytes(pid: int) -> float:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4096 / 1e6
    except OSError:
        return 0.0


def arithmetic(steps: int = 30_000_000) -> int:
    total = 0
    for number in range(steps):
        total += number
    return total


def gain_of_arithmetic() -> float:
    """How much faster two idle loops are in two processes than one after the other."""

    def seconds(together: int) -> float:
        begin = time.perf_counter()
        for _ in range(2 // together):
            loops = [multiprocessing.get_context("spawn").Process(target=arithmetic) for _ in range(together)]
            for loop in loops:
                loop.start()
            for loop in loops:
                loop.join()
        return time.perf_counter() - begin

    return seconds(1) / seconds(2)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*")
    parser.add_argument("--documents", type=int, default=2000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        folders = chosen.folders or [str(make_library(place / "library", chosen.documents))]
        two = scan(folders, place / "two", "--processes", "2")
        print(two.line("cold, two processes"), flush=True)
        print(scan(folders, place / "two", "--processes", "2").line("unchanged"), flush=True)
        if not chosen.folders:
            next(Path(folders[0]).rglob("*.md")).write_text("Contact was held at the placement.\n", "utf-8")
            print(scan(folders, place / "two", "--processes", "2").line("one file changed"), flush=True)
        one = scan(folders, place / "one", "--processes", "1")
        print(one.line("cold, one process"), flush=True)
        with two_workers() as scheduler:
            dask = scan(folders, place / "dask", "--engine", "dask", "--scheduler", scheduler)
            print(dask.line("cold, Dask, two workers"), flush=True)
        possible = gain_of_arithmetic()
        for what, gain in (("whole", one.seconds / two.seconds), ("reading", one.reading / two.reading)):
            print(
                f"two processes gain {gain:.2f} times ({what}); idle arithmetic gains {possible:.2f}: "
                f"{gain / possible:.0%}"
            )


if __name__ == "__main__":
    main()
