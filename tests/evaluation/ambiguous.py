"""Words that are jargon in one sentence and innocent in another: how many such pairs come out right.

python -m tests.evaluation.ambiguous

Two sources. The table of hard cases that lies beside the checkout: a word, a sentence to flag, a sentence to leave.
And the lexicon's own examples: an entry's near miss counts as a pair where the entry's words stand in it, so that
nothing but their company keeps them quiet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jargon_scanner.lexicon.examples import examples_of
from jargon_scanner.pipeline.candidates import Context, find_candidates
from jargon_scanner.scan import Scanner, scan_text
from jargon_scanner.words import read_words, tokenizer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jargon_scanner.findings import Finding

TABLE = Path(__file__).resolve().parents[3] / "shared" / "domain" / "ambiguous.md"
#: So many letters stand for a word in all its forms.
_STEM = 5
_ROW = re.compile(r"^\| (\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Pair:
    """A word with a sentence in which it is to be flagged and one in which it is not."""

    word: str
    flag: str
    leave: str


def hard_cases(table: Path = TABLE) -> list[Pair]:
    """The pairs of the table, without its head."""
    return [
        Pair(match[2].strip(), match[3].strip(), match[4].strip())
        for match in _ROW.finditer(table.read_text(encoding="utf-8"))
    ]


def stands(pair: Pair, scanner: Scanner) -> tuple[bool, bool]:
    """Whether the word is found where it is to be flagged, and not so where it is to be left.

    Letters that mean something else in the second sentence stand where they are read in another sense there.
    """
    flagged, left = (_senses(pair.word, sentence, scanner) for sentence in (pair.flag, pair.leave))
    return bool(flagged), not flagged & left


def _senses(word: str, sentence: str, scanner: Scanner) -> set[tuple[str | None, str | None]]:
    """Entry and long form of each finding that holds the word in one of its forms or spellings."""
    stems = [part.split()[0].lower()[:_STEM] for part in word.split("/")]
    if not any(stem in sentence.lower() for stem in stems):
        stems = [""]  # only its letters stand there ("NK" for "unknown"): they are the finding that is meant
    return {
        (finding.entry, finding.acronym.expansion if finding.acronym else None)
        for finding in scan_text(sentence, scanner=scanner).findings
        if any(part.startswith(stem) for part in _words(finding) for stem in stems)
    }


def _words(finding: Finding) -> list[str]:
    """The words of a finding, and those that its letters stand for: "NK" is "not known"."""
    long = finding.acronym.expansion if finding.acronym else None
    return f"{finding.text} {long or ''}".lower().split()


def pairs_of_the_lexicon(scanner: Scanner) -> Iterator[tuple[str, str]]:
    """Entry and near miss, where the entry's own words stand in the near miss."""
    for identifier, located in scanner.lexicon.lexicon.entries.items():
        for example in examples_of(located.entry):
            if example.expectation == "not_flagged" and located.entry.examples.flagged:
                doc = tokenizer()(example.text)
                candidates = find_candidates(doc, read_words(doc), scanner.lexicon, Context(frozenset()))
                if any(one.entry == identifier for one in candidates):
                    yield identifier, example.text


def main() -> None:
    scanner = Scanner.create()
    own = list(pairs_of_the_lexicon(scanner))
    print(f"{len(own)} pairs of the lexicon, of {len({entry for entry, _ in own})} entries")
    if not TABLE.is_file():
        print("the table of hard cases is not beside this checkout")
        return
    cases = hard_cases()
    outcomes = [stands(case, scanner) for case in cases]
    print(f"{sum(all(one) for one in outcomes)} of {len(cases)} hard cases stand")
    for case, (found, left) in zip(cases, outcomes, strict=True):
        if not found:
            print(f"  missed:  {case.word}: {case.flag}")
        if not left:
            print(f"  flagged: {case.word}: {case.leave}")


if __name__ == "__main__":
    main()
