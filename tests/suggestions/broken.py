"""The rewrites of the whole lexicon that a second opinion finds broken, in a file that a person can read.

python -m tests.suggestions.broken
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.small_lexicons import whole_scanner
from tests.suggestions.frames import Rewritten, faults, terms

FILE = Path(__file__).with_name("broken.tsv")
#: How many there may be: lower it when there are fewer, never raise it.
CEILING = 0


def broken() -> Iterator[Rewritten]:
    """Every broken rewrite, in the order of the lexicon."""
    return faults(sorted(terms(whole_scanner()), key=lambda entry: entry.id))


def listed() -> frozenset[str]:
    """The entries that stand in the file."""
    lines = FILE.read_text(encoding="utf-8").splitlines()[1:]
    return frozenset(line.split("\t", 1)[0] for line in lines)


def main() -> None:
    """Write the file."""
    lines = ["entry\tfault\tbefore\tafter", *(str(one) for one in broken())]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines) - 1} broken rewrites are listed in {FILE.name}")


if __name__ == "__main__":
    main()
