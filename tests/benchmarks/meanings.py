"""Which meaning does a short form have here? Measured on invented sentences, each a document of its own.

python -m tests.benchmarks.meanings        the share that is right, silently wrong, and asked about
python -m tests.benchmarks.meanings -v     and each one that is not right
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jargon_scanner.scan import Scanner, scan_text

if TYPE_CHECKING:
    from collections.abc import Iterator

MEANINGS = Path(__file__).resolve().parents[1] / "evaluation" / "meanings.txt"


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with a short form, and the long forms that are right; "" where no finding is."""

    short: str
    right: frozenset[str]
    sentence: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the scanner says: the first long form ("" where there is no finding), and whether it asks."""

    long: str
    asks: bool


def cases() -> Iterator[Case]:
    for line in MEANINGS.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            short, right, sentence = (part.strip() for part in line.split(" | ", 2))
            longs = (one.strip() for one in right.split(" / "))
            yield Case(short, frozenset("" if one == "-" else one.casefold() for one in longs), sentence)


def answer(case: Case, scanner: Scanner) -> Answer:
    for finding in scan_text(case.sentence, scanner=scanner).findings:
        words = finding.text.replace("/", " ").replace("'", " ").split()
        if finding.acronym and any(word in (case.short, case.short + "s") for word in words):
            return Answer((finding.acronym.expansion or "").casefold(), finding.question is not None)
    return Answer("", False)


def main() -> int:
    scanner = Scanner.create()
    listed = list(cases())
    right = wrong = asked = 0
    for case in listed:
        given = answer(case, scanner)
        right += given.long in case.right
        asked += given.asks
        wrong += given.long not in case.right and not given.asks
        if "-v" in sys.argv[1:] and given.long not in case.right:
            print(
                f"  {case.short}: {given.long or '-'}{' (asks)' * given.asks} | {'/'.join(case.right) or '-'} | {case.sentence}"
            )
    count = len(listed)
    print(
        f"{count} sentences: right {right / count:.3f}, silently wrong {wrong / count:.3f}, asked {asked / count:.3f}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
