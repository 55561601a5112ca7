"""Real files broken at random, and read.

python -m tests.fuzz                                2,000 broken files for each format, from the samples
python -m tests.fuzz --mutations 50 FOLDER...       50 for each format, from the files of some folders
python -m tests.fuzz --seed 81 FILE                 one broken file again
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from jargon_scanner.errors import DocumentError
from jargon_scanner.loaders import find_documents
from tests.conftest import ROOT
from tests.fuzz.reading import outcomes


def sources(paths: list[str]) -> dict[str, list[Path]]:
    """The files of some folders that have something to break, by their ending."""
    found: dict[str, list[Path]] = defaultdict(list)
    for path in find_documents([Path(one) for one in paths] or [ROOT / "sample_docs"]):
        if not isinstance(path, DocumentError) and path.stat().st_size:
            found[path.suffix.lower()].append(path)
    return dict(sorted(found.items()))


def jobs(files: list[Path], mutations: int) -> Iterator[tuple[Path, int]]:
    return ((files[seed % len(files)], seed) for seed in range(mutations))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--mutations", type=int, default=2000)
    parser.add_argument("--seed", type=int)
    chosen = parser.parse_args()
    broken = 0
    for suffix, files in sources(chosen.paths).items():
        todo = jobs(files, chosen.mutations) if chosen.seed is None else ((one, chosen.seed) for one in files)
        counts: Counter[str] = Counter()
        for outcome in outcomes(iter(todo)):
            counts[outcome.what] += 1
            if not outcome.is_promised:
                broken += 1
                print(f"  {outcome.source} --seed {outcome.seed}: {outcome.what}", flush=True)
        print(
            f"{suffix:6} " + ", ".join(f"{count} {what}" for what, count in counts.most_common()), flush=True
        )
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
