"""How fast: our figures beside those of peers and limits, from one run on one machine.

python -m tests.benchmarks                 run all, print the tables
python -m tests.benchmarks running_text    run these
python -m tests.benchmarks --write         and write results.md and results.svg beside this file

Each benchmark is one file of the folder speed: its docstring is the title, REFERENCE names the line that the
others are compared with, figures() gives the lines. Each runs in a process of its own, on one core.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import pkgutil
import platform
import subprocess
import sys
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from tests.benchmarks import speed
from tests.benchmarks.timing import Figure

HERE = Path(__file__).resolve().parent
ONE_CORE = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS"), "1"
)
PACKAGES = ("spacy", "thinc", "numpy", "lxml", "pypdfium2")


def names() -> list[str]:
    return sorted(module.name for module in pkgutil.iter_modules(speed.__path__))


def measured(name: str) -> list[Figure]:
    """The figures of one benchmark, from a process that does nothing else."""
    command = [sys.executable, "-m", "tests.benchmarks", "--here", name]
    done = subprocess.run(
        command, env={**os.environ, **ONE_CORE}, cwd=HERE.parents[1], stdout=subprocess.PIPE, text=True
    )
    if done.returncode:
        return [Figure(f"{name} did not finish", note="see above")]
    return [Figure(**row) for row in json.loads(done.stdout.splitlines()[-1])]


def table(name: str, figures: list[Figure]) -> str:
    module = importlib.import_module(f"tests.benchmarks.speed.{name}")
    reference = next((one for one in figures if one.what == module.REFERENCE), None)
    lines = [f"## {(module.__doc__ or name).strip().splitlines()[0]}", ""]
    lines += [
        "| what | CPU seconds | words a second | times as fast as the reference |",
        "| --- | ---: | ---: | ---: |",
    ]
    for one in figures:
        own = " (reference)" if one is reference else ""
        memory = f", {one.megabytes:,.0f} MB" if one.megabytes else ""
        note = f" ({one.note})" if one.note else ""
        lines.append(
            f"| {one.what}{own}{memory}{note} | {_seconds(one)} | {_speed(one)} | {_ratio(one, reference)} |"
        )
    return "\n".join(lines)


def _seconds(one: Figure) -> str:
    return f"{one.seconds:,.4f}" if 0 < one.seconds < 0.1 else f"{one.seconds:,.2f}" if one.seconds else ""


def _speed(one: Figure) -> str:
    return f"{one.words / one.seconds:,.0f}" if one.words and one.seconds else ""


def _ratio(one: Figure, reference: Figure | None) -> str:
    ratio = ratio_of(one, reference)
    return f"{ratio:,.2f}" if ratio else ""


def ratio_of(one: Figure, reference: Figure | None) -> float:
    """How many times as fast as the reference; by words where both have them, for peers may read less."""
    if reference is None or not one.seconds or not reference.seconds:
        return 0.0
    if one.words and reference.words:
        return (one.words / one.seconds) / (reference.words / reference.seconds)
    return reference.seconds / one.seconds


def machine() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"{os.cpu_count()} cores ({platform.machine()}, {platform.system()}), one used; "
        f"Python {platform.python_version()}; {packages}. CPU time, the fastest of several runs; "
        "compare lines of one table only."
    )


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", help=f"of: {', '.join(names())}")
    parser.add_argument("--write", action="store_true", help="write results.md and results.svg")
    parser.add_argument("--here", metavar="NAME", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.here:
        module = importlib.import_module(f"tests.benchmarks.speed.{chosen.here}")
        print(json.dumps([asdict(one) for one in module.figures()]))
        return 0
    tables, bars = [], {}
    for name in chosen.names or names():
        figures = measured(name)
        tables.append(table(name, figures))
        bars[name] = figures
        print(tables[-1], end="\n\n", flush=True)
    print(machine())
    if chosen.write:
        from tests.benchmarks.plot import drawn

        (HERE / "results.md").write_text(
            "\n\n".join(["# How fast", machine(), *tables]) + "\n", encoding="utf-8"
        )
        (HERE / "results.svg").write_text(drawn(bars), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
