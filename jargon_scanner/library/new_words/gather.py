"""The words and phrases of one document that no finding covers: what new jargon could be among.

A phrase is one to four words in a row, without marks between them, that begins and ends with a word that
carries meaning. Names are left out as far as capitals tell them: what is gathered is to be read by a team.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jargon_scanner.document import Document

MOST_WORDS = 4
_SHORTEST = 3
_TOKEN = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*|\d[\w.,:/-]*|[^\w\s]|_+|\n")
_INSIDE = frozenset("of for in to and with on at by the a an".split())


def gather(document: Document, found: Iterable[tuple[int, int]]) -> Counter[str]:
    """How often each word and phrase stands in a document outside the findings.

    Args:
        document: as loaded.
        found: half-open ranges of its findings in ``Document.text``, in order.

    Returns:
        Counts of phrases in small letters, words joined by single spaces.
    """
    counts: Counter[str] = Counter()
    ranges = sorted(found)
    for block in document.blocks:
        inside = [
            (start - block.start, end - block.start)
            for start, end in ranges
            if block.start <= start < block.end
        ]
        for run in _runs(block.text, inside, is_heading=block.role == "heading"):
            counts.update(_phrases(run))
    return counts


def _runs(text: str, inside: Sequence[tuple[int, int]], *, is_heading: bool) -> Iterator[list[str]]:
    """Words that stand side by side: cut at marks, numbers, findings, short forms and names."""
    run: list[str] = []
    opens = True  # whether a capital here says nothing: at the start of a sentence
    for match in _TOKEN.finditer(text):
        word = match[0]
        ends = not word[0].isalpha() or _is_covered(match.start(), match.end(), inside)
        is_name = word[:1].isupper() and not opens and not is_heading
        if ends or is_name or (len(word) > 1 and word.isupper() and not is_heading):
            if run:
                yield run
            run = []
        else:
            run.append(word.lower().replace("’", "'"))
        opens = word in ".!?:\n•–-" or (opens and not word[0].isalnum())
    if run:
        yield run


def _is_covered(start: int, end: int, inside: Sequence[tuple[int, int]]) -> bool:
    return any(first < end and start < last for first, last in inside)


def _phrases(run: Sequence[str]) -> Iterator[str]:
    stops = _stop_words()
    means = [len(word) >= _SHORTEST and word not in stops for word in run]
    for first in range(len(run)):
        if not means[first]:
            continue
        for last in range(first, min(first + MOST_WORDS, len(run))):
            if means[last]:
                yield " ".join(run[first : last + 1])
            elif run[last] not in _INSIDE:
                break


@cache
def _stop_words() -> frozenset[str]:
    from spacy.lang.en.stop_words import STOP_WORDS

    return frozenset(STOP_WORDS) | frozenset("mr mrs ms dr etc".split())


def pack(counts: Counter[str]) -> bytes:
    """Counts in as few bytes as they need, the same for the same counts."""
    lines = "\n".join(f"{count}\t{phrase}" for phrase, count in sorted(counts.items()))
    return zlib.compress(lines.encode(), 6)


def unpack(data: bytes) -> Iterator[tuple[str, int]]:
    """What ``pack`` was given."""
    for line in zlib.decompress(data).decode().splitlines():
        count, _, phrase = line.partition("\t")
        yield phrase, int(count)
