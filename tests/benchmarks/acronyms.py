"""Our finder of short forms and long forms beside published figures and a peer run in the same call.

python -m tests.benchmarks.acronyms            all four sets
python -m tests.benchmarks.acronyms sdu21      one of them: sdu21, med1250, legal, scientific

The sets are other people's (SDU@AAAI 2021 and 2022, MED1250) and are not part of this project; each is read from
the folder of benchmarks beside this checkout. The peer is the algorithm of scispaCy's AbbreviationDetector.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jargon_scanner.definitions import definitions_in
from jargon_scanner.pipeline.shapes import short_shapes
from tests.benchmarks import schwartz_hearst

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence


SHARED = Path(__file__).resolve().parents[3] / "shared" / "benchmarks"
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """What a finder says of one text: half-open ranges of short forms and of long forms, and the pairs."""

    shorts: frozenset[Span]
    longs: frozenset[Span]
    pairs: frozenset[tuple[str, str]]


def ours(text: str) -> Found:
    definitions = list(definitions_in(text))
    shapes = short_shapes(text, {one.short for one in definitions}, published=True)
    return Found(
        frozenset(shapes) | {(one.start, one.end) for one in definitions},
        frozenset((one.long_start, one.long_end) for one in definitions),
        frozenset((text[one.start : one.end], one.long) for one in definitions),
    )


def peer(text: str) -> Found:
    found = schwartz_hearst.detect(text)
    return Found(
        frozenset(place for one in found for place in one.uses),
        frozenset(one.long for one in found),
        frozenset((text[slice(*one.short)], text[slice(*one.long)]) for one in found),
    )


@dataclass(slots=True)
class Tally:
    """Exact matches, as micro precision and recall."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def add(self, given: frozenset[Any], wanted: frozenset[Any]) -> None:
        self.right += len(given & wanted)
        self.given += len(given)
        self.wanted += len(wanted)

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        return _harmonic(self.precision, self.recall)


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def spans_of(path: Path) -> Iterator[tuple[str, frozenset[Span], frozenset[Span]]]:
    """Texts with the gold ranges of short and of long forms."""
    for row in rows(path):
        if "tokens" in row:
            yield _joined(row["tokens"], row["labels"])
        else:
            yield (
                row["text"],
                frozenset((a, b) for a, b in row["acronyms"]),
                frozenset((a, b) for a, b in row["long-forms"]),
            )


def _joined(tokens: Sequence[str], labels: Sequence[str]) -> tuple[str, frozenset[Span], frozenset[Span]]:
    """Tokens as a text with a space between all, and the labelled ranges as ranges of that text."""
    found: dict[str, list[Span]] = {"short": [], "long": []}
    place = 0
    for token, label in zip(tokens, labels, strict=True):
        end = place + len(token)
        if label.startswith("B-"):
            found[label[2:]].append((place, end))
        elif label.startswith("I-"):
            found[label[2:]][-1] = (found[label[2:]][-1][0], end)
        place = end + 1
    return " ".join(tokens), frozenset(found["short"]), frozenset(found["long"])


def identification(path: Path, published: str) -> Iterator[str]:
    """Lines of a table: macro figures over short and long forms, exact ranges."""
    texts = list(spans_of(path))
    for who, finder in (("ours", ours), ("Schwartz-Hearst as in scispaCy", peer)):
        shorts, longs = Tally(), Tally()
        for text, gold_shorts, gold_longs in texts:
            found = finder(text)
            shorts.add(found.shorts, gold_shorts)
            longs.add(found.longs, gold_longs)
        precision = (shorts.precision + longs.precision) / 2
        recall = (shorts.recall + longs.recall) / 2
        yield (
            f"  {who:32} macro P {precision:.3f} R {recall:.3f} F1 {_harmonic(precision, recall):.3f}"
            f"   short F1 {shorts.f1:.3f}  long F1 {longs.f1:.3f}"
        )
    yield f"  {published}"


def pairs(path: Path) -> Iterator[str]:
    """Lines of a table: exact pairs of MED1250's even half, micro figures."""
    records = list(rows(path))
    for who, finder in (("ours", ours), ("Schwartz-Hearst as in scispaCy", peer)):
        tally = Tally()
        for row in records:
            gold = frozenset((pair["sf"], pair["lf"]) for pair in row["pairs"])
            tally.add(finder(row["title"]).pairs | finder(row["abstract"]).pairs, gold)
        yield f"  {who:32} P {tally.precision:.3f} R {tally.recall:.3f} F1 {tally.f1:.3f}"
    yield "  published, both halves: Ab3P P .969 R .821 F1 .889; scispaCy P .905 R .729 F1 .807"


SETS: dict[str, tuple[str, Callable[[Path], Iterable[str]]]] = {
    "sdu21": (
        "SDU-21 identification, dev",
        lambda sets: identification(
            sets / "sdu21-acronym-identification" / "dev.jsonl.gz",
            "published: rules of the task P .932 R .789 F1 .855; best model about .93 (other half)",
        ),
    ),
    "med1250": ("MED1250 pairs, even half", lambda sets: pairs(sets / "med1250-abbreviation-definitions" / "med1250-even.jsonl.gz")),
    "legal": (
        "SDU-22 extraction, legal, dev (even half)",
        lambda sets: identification(
            sets / "sdu22-acronym-extraction-legal" / "dev-even.jsonl.gz",
            "published: transformer and CNN ensemble F1 .72 (hidden test)",
        ),
    ),
    "scientific": (
        "SDU-22 extraction, scientific, dev (even half)",
        lambda sets: identification(
            sets / "sdu22-acronym-extraction-scientific" / "dev-even.jsonl.gz",
            "published: transformer and CNN ensemble F1 .73 (hidden test)",
        ),
    ),
}  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("which", nargs="*", help="some of: " + ", ".join(SETS))
    parser.add_argument("--sets", type=Path, default=SHARED, help="the folder of benchmarks")
    asked = parser.parse_args()
    if not asked.sets.is_dir():
        print(f"the benchmark sets are not in {asked.sets}")
        return 1
    for name in asked.which or SETS:
        title, lines = SETS[name]
        print(title, *lines(asked.sets), sep="\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
