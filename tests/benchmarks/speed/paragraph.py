"""A paragraph as it is typed, warm: each keystroke makes another text"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median, quantiles
from time import process_time

from jargon_scanner.scan import scan_text
from tests.benchmarks.texts import PARAGRAPH, warm_scanner, words_in
from tests.benchmarks.timing import Figure

REFERENCE = ""


def figures() -> Iterator[Figure]:
    scanner = warm_scanner()
    times = []
    for end in range(20, len(PARAGRAPH) + 1):
        begin = process_time()
        scan_text(PARAGRAPH[:end], scanner=scanner)
        times.append(process_time() - begin)
    yield Figure("jargon-scanner, half of the keystrokes take less", median(times), words_in(PARAGRAPH))
    yield Figure(
        "jargon-scanner, 95 of 100 keystrokes take less", quantiles(times, n=20)[-1], words_in(PARAGRAPH)
    )
