"""The whole suite in one command: tests, lint, format, types and the rules of import.

python -m tests          what the continuous integration runs
python -m tests --all    the slow suites in full as well (broken files: python -m tests.fuzz)
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def steps(everything: bool) -> list[list[str]]:
    # A file goes to one process: what it sets up once (a server, a browser, a database) is set up once.
    tests = ["pytest", "-q", "-n", "auto", "--dist", "loadfile", *([] if everything else ["-m", "not slow"])]
    python = [
        [sys.executable, "-m", *step] for step in (["ruff", "check"], ["ruff", "format", "--check"], ["mypy"])
    ]
    return [*python, [str(Path(sys.executable).with_name("lint-imports"))], [sys.executable, "-m", *tests]]


def main() -> int:
    everything = "--all" in sys.argv[1:]
    failed = []
    for step in steps(everything):
        name = " ".join(part for part in step[1:] if part != "-m") or Path(step[0]).name
        print(f"== {name}", flush=True)
        if subprocess.run(step, cwd=ROOT, check=False).returncode != 0:
            failed.append(name)
    if failed:
        print("failed: " + "; ".join(failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
