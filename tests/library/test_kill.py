"""Killed at any moment, a scan goes on where it was, and says in the end what an undisturbed one says."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from jargon_scanner.library.analysis import Recipe
from jargon_scanner.library.engines.family import Setup
from jargon_scanner.library.scope import Wishes, scan_library
from jargon_scanner.library.store import Store
from tests.library.test_scope import facts

SENTENCES = [
    "Mum failed to engage with the plan.",
    "An ICPC was held on Monday.",
    "Contact with dad takes place at the centre.",
    "The placement broke down in May.",
    "She likes swimming and the dog next door.",
    "He was NFA'd after the strategy discussion.",
]


def library_of(folder, documents):
    dice = random.Random(7)
    for number in range(documents):
        path = folder / f"Service {number % 3}" / f"note {number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join(dice.choices(SENTENCES, k=120)), "utf-8")
    return folder


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no SIGKILL")
@pytest.mark.parametrize(
    ("documents", "kills"),
    [(24, 1), pytest.param(150, 10, marks=pytest.mark.slow)],
    ids=["once", "ten times"],
)
def test_a_scan_that_is_killed_goes_on_where_it_was(tmp_path, documents, kills):
    library = library_of(tmp_path / "library", documents)
    output = tmp_path / "figures"
    command = [
        sys.executable,
        "-m",
        "jargon_scanner",
        "scope",
        str(library),
        "-o",
        str(output),
        "--processes",
        "2",
    ]
    dice = random.Random(11)
    known = 0
    for _ in range(kills):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        known = wait_for_more(output / "figures.sqlite", known, process)
        time.sleep(dice.random() / 4)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode == 0
    with Store(output / "figures.sqlite") as resumed, Store(None) as undisturbed:
        (run,) = resumed.db.execute("SELECT id FROM run").fetchone()
        whole = scan_library([library], undisturbed, Recipe(), Wishes(setup=Setup(processes=0)))
        assert facts(resumed, run) == facts(undisturbed, whole)


def wait_for_more(path, known, process):
    """Wait until the store holds more contents than before, or the scan has ended; their number then."""
    import sqlite3

    while process.poll() is None:
        if path.exists():
            try:
                (count,) = sqlite3.connect(path).execute("SELECT count(*) FROM content").fetchone()
            except sqlite3.OperationalError:  # it is being made
                count = 0
            if count > known:
                return count
        time.sleep(0.02)
    return known
