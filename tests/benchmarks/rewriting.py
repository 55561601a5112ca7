"""How good are the rewrites on other people's data, beside the published figures.

python -m tests.benchmarks.rewriting [FOLDER]

FOLDER holds the benchmarks (by default those that lie beside this checkout, if they do): lexical simplification
(TSAR-2022), whole sentences (ASSET) and official language before and after (plainlanguage.gov). None of them is
about children's services: coverage says how much of general English the lexicon speaks of at all, the first hit
whether it is right where it speaks. A tool for one field should be silent about most of another. SARI counts every
deletion that people made too as a success, so a sentence with one word swapped scores high: read it only beside the
unchanged text, on the same sentences.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from jargon_scanner import Report, Scanner
from jargon_scanner.edits import apply, plan
from jargon_scanner.readability import figures
from jargon_scanner.scan import scan_text

BESIDE = Path(__file__).resolve().parents[3] / "shared" / "benchmarks"
_ORDERS = (1, 2, 3, 4)


def main() -> int:
    """Print the three tables."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else BESIDE
    if not folder.is_dir():
        print("the benchmarks are not beside this checkout: name their folder")
        return 1
    scanner = Scanner.create()
    for lines in (tsar(folder, scanner), asset(folder, scanner), before_and_after(folder, scanner)):
        print("\n".join(lines), end="\n\n")
    return 0


def tsar(folder: Path, scanner: Scanner) -> Iterator[str]:
    """ACC@1: whether the first wording is among the answers of the crowd, where one is given."""
    path = folder / "tsar2022-lexical-simplification-en" / "tsar2022_en_test_gold-even.tsv.gz"
    rows = [row for row in csv.reader(_text(path), delimiter="\t", quoting=csv.QUOTE_NONE) if len(row) > 2]
    given = right = 0
    for (_, hard, *answers), report in zip(rows, scanned([row[0] for row in rows], scanner), strict=True):
        first = next(
            (
                s.text
                for f in report.findings
                if f.text.lower() == hard.lower()
                for s in f.suggestions
                if s.mode == "replace"
            ),
            None,
        )
        given += first is not None
        right += first is not None and first.lower() in {answer.lower() for answer in answers}
    yield f"TSAR-2022, {len(rows)} marked words (the public half of the English test)"
    yield f"  ours: offers a wording for {given} ({share(given, len(rows))}), the first is right for {right} of them ({share(right, given)})"
    yield "  published, all words: UniHD 0.81, MANTIS 0.66, LSBert 0.60, TUNER 0.34 (ACC@1 on all 373)"


def asset(folder: Path, scanner: Scanner) -> Iterator[str]:
    """SARI of the sentences with all changes made that need no choice, beside the sentences unchanged."""
    rows = [json.loads(line) for line in _text(folder / "asset-sentence-simplification" / "valid.jsonl.gz")][
        ::4
    ]
    texts = [row["orig"] for row in rows]
    changed = [made(text, report) for text, report in zip(texts, scanned(texts, scanner), strict=True)]
    references = [row["refs"] for row in rows]
    touched = sum(one != other for one, other in zip(texts, changed, strict=True))
    yield f"ASSET, {len(rows)} sentences (every fourth of the validation set); white-space tokens, lower case"
    yield f"  ours changes {touched} ({share(touched, len(rows))}): SARI {sari(texts, changed, references):.1f}; unchanged {sari(texts, texts, references):.1f}"
    some = [place for place in range(len(rows)) if texts[place] != changed[place]]
    if some:
        pick: list[Any] = [[column[place] for place in some] for column in (texts, changed, references)]
        yield f"  where it changes something: SARI {sari(*pick):.1f}; unchanged {sari(pick[0], pick[0], pick[2]):.1f}"
    yield "  published (other tokens): unchanged 20.7, ACCESS 40.1, MUSS 44.2, one person against the others 44.9"


def before_and_after(folder: Path, scanner: Scanner) -> Iterator[str]:
    """Readability of official language: before, with our changes, and as experts rewrote it."""
    rows = [
        json.loads(line) for line in _text(folder / "plainlanguage-gov-before-after" / "pairs-even.jsonl.gz")
    ]
    before, after = [row["before"] for row in rows], [row["after"] for row in rows]
    reports = scanned(before, scanner)
    ours = [made(text, report) for text, report in zip(before, reports, strict=True)]
    found = sum(len(report.findings) for report in reports)
    false = sum(len(report.findings) for report in scanned(after, scanner))
    words, less = (sum(len(text.split()) for text in texts) for texts in (before, after))
    yield f"plainlanguage.gov, {len(rows)} pairs"
    yield f"  flagged in 1,000 words: {1000 * found / words:.1f} before, {1000 * false / less:.1f} in the experts' own rewrite"
    for name, texts in (("before", before), ("with our changes", ours), ("as experts rewrote it", after)):
        said = figures([sentence for text in texts for sentence in sentences(text)])
        yield f"  {name}: reading age {said.reading_age}, {said.words_per_sentence} words a sentence, hard words {said.hard_words_share}"
    yield "  no figures are published"


def scanned(texts: Sequence[str], scanner: Scanner) -> list[Report]:
    """A report on each text."""
    return [scan_text(text, scanner=scanner) for text in texts]


def made(text: str, report: Report) -> str:
    """The text with every change made that needs no choice."""
    return apply(text, plan(report.findings).edits)


def sentences(text: str) -> Iterator[str]:
    """A text cut behind every full stop; good enough to compare texts with each other."""
    for part in text.replace("?", ".").replace("!", ".").split(". "):
        if len(part.split()) > 2:  # fewer words are a heading or a number
            yield part


def sari(sources: Sequence[str], outputs: Sequence[str], references: Sequence[Sequence[str]]) -> float:
    """Corpus mean of SARI, from 0 to 100.

    W. Xu and others, "Optimizing Statistical Machine Translation for Text Simplification", TACL 4 (2016): for n-grams
    of one to four words, the mean of F1 of what is kept and added, and of the precision of what is deleted.
    """
    return sum(map(_sari, sources, outputs, references)) / len(sources)


def _sari(source: str, output: str, references: Sequence[str]) -> float:
    total = 0.0
    for order in _ORDERS:
        old, new = _grams(source, order), _grams(output, order)
        said = [_grams(reference, order) for reference in references]
        every = sum(said, Counter())
        count = len(references)
        repeated_old, repeated_new = _times(old, count), _times(new, count)
        kept, wanted = repeated_old & repeated_new, repeated_old & every
        keep = _f1(
            _mean(min(kept[gram], every[gram]) / kept[gram] for gram in kept),
            _mean(min(kept[gram], every[gram]) / wanted[gram] for gram in wanted),
        )
        gone, should_go = repeated_old - repeated_new, repeated_old - every
        delete = _mean(min(gone[gram], should_go[gram]) / gone[gram] for gram in gone)
        added, could = set(new) - set(old), set(every) - set(old)
        hit = len(added & set(every))
        add = _f1(hit / len(added) if added else 0.0, hit / len(could) if could else 0.0)
        total += (keep + delete + add) / 3
    return 100 * total / len(_ORDERS)


def _grams(text: str, order: int) -> Counter[tuple[str, ...]]:
    words = text.lower().split()
    return Counter(zip(*(words[start:] for start in range(order)), strict=False))


def _times(grams: Counter[tuple[str, ...]], factor: int) -> Counter[tuple[str, ...]]:
    return Counter({gram: often * factor for gram, often in grams.items()})


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def share(part: int, whole: int) -> str:
    """A share with two decimals; a dash of nothing."""
    return f"{part / whole:.2f}" if whole else "–"


def _text(path: Path) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return lines.read().splitlines()


if __name__ == "__main__":
    sys.exit(main())
