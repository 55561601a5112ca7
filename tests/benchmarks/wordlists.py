"""How much of the lists that others wrote does the lexicon know, and what is left out on purpose.

python -m tests.benchmarks.wordlists          a line for each list, and for each reason
python -m tests.benchmarks.wordlists -v       and the words

A row is known where one of its words is found in a carrier sentence, in any form. ``wordlists_left_out.toml`` is the
review of the rest: which rows are left out, by reason. What stands in neither is printed as missing.
"""

from __future__ import annotations

import csv
import re
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jargon_scanner.lexicon.find import Finder
from jargon_scanner.scan import Scanner, scan_text

if TYPE_CHECKING:
    from collections.abc import Iterator

LISTS = Path(__file__).resolve().parents[3] / "shared" / "benchmarks" / "wordlists"
LEFT_OUT = Path(__file__).with_name("wordlists_left_out.toml")
#: List, and the column that holds its words.
COLUMNS = {
    "govuk-words-to-avoid": "word",
    "plainlanguage-gov-simple-words": "phrase",
    "retext-simplify": "phrase",
    "retext-equality": "not_ok",
    "moj-acronyms": "abbreviation",
}
_CARRIERS = (
    "The worker will {} the plan.",
    "Mum said that it is {}.",
    "{} the family, we met.",
    "She has {}.",
)


@dataclass(frozen=True, slots=True)
class Coverage:
    """One list: its rows that are known, and the others by reason; "" for those nobody has given one."""

    name: str
    known: tuple[str, ...]
    left_out: dict[str, tuple[str, ...]]

    @property
    def rows(self) -> int:
        return len(self.known) + sum(map(len, self.left_out.values()))


def rows_of(name: str, folder: Path = LISTS) -> list[str]:
    """The words of each row, as the list writes them."""
    with (folder / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return [row[COLUMNS[name]].strip() for row in csv.DictReader(file, delimiter="\t")]


def variants(row: str) -> Iterator[str]:
    """The wordings that a row holds: "assist, assistance", "CAO / CAOs", "actor (male)"."""
    bare = re.sub(r"\([^)]*\)|_+|\*", " ", row.replace("\\", ""))
    for part in re.split(r"[,;/]", bare):
        if words := " ".join(part.split()):
            yield words


def is_known(row: str, scanner: Scanner, finder: Finder) -> bool:
    """Whether the lexicon has an entry for one of a row's wordings, or finds it in a sentence."""
    return any(
        bool(finder.named(words))
        or any(_is_found(words, carrier.format(words), scanner) for carrier in _CARRIERS)
        for words in variants(row)
    )


def _is_found(words: str, sentence: str, scanner: Scanner) -> bool:
    start = sentence.index(words)
    return any(
        finding.entry is not None and finding.start < start + len(words) and start < finding.end
        for finding in scan_text(sentence, scanner=scanner).findings
    )


def coverage(name: str, scanner: Scanner, finder: Finder) -> Coverage:
    """What is known of one list, and why the rest is not."""
    review = tomllib.loads(LEFT_OUT.read_text(encoding="utf-8"))
    lists = review["lists"].get(name, {})
    reasons = {row: reason for reason, rows in lists.items() if reason != "rest" for row in rows}
    known: list[str] = []
    left_out: dict[str, list[str]] = {}
    for row in rows_of(name):
        if is_known(row, scanner, finder):
            known.append(row)
        else:
            reason = reasons.get(row, lists.get("rest", ""))
            left_out.setdefault(review["reasons"].get(reason, ""), []).append(row)
    return Coverage(name, tuple(known), {reason: tuple(rows) for reason, rows in left_out.items()})


def main() -> int:
    if not LISTS.is_dir():
        print("the lists of words are not beside this checkout")
        return 1
    scanner = Scanner.create()
    finder = Finder(scanner.lexicon.lexicon)
    for name in COLUMNS:
        found = coverage(name, scanner, finder)
        print(f"{name}: {len(found.known)} of {found.rows} known ({len(found.known) / found.rows:.0%})")
        for reason, rows in sorted(found.left_out.items()):
            print(f"  {len(rows):4} {reason or 'MISSING'}")
            if "-v" in sys.argv[1:] or not reason:
                print(f"       {'; '.join(rows)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
