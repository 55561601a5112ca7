"""Many documents: 2,000 templates that share four fifths of their words, and 1,000 case files"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import spacy

from jargon_scanner.pipeline.model import DEFAULT_MODEL
from jargon_scanner.scan import Scanner, scan_text
from tests.benchmarks.texts import case_files, template_library, warm_scanner, words_in
from tests.benchmarks.timing import Figure, cpu

REFERENCE = "spaCy en_core_web_sm without ner, 100 of the templates"


def figures() -> Iterator[Figure]:
    templates, cases = list(template_library()), list(case_files())
    model = spacy.load(DEFAULT_MODEL, exclude=["ner"])
    some = templates[:100]
    yield Figure(REFERENCE, cpu(lambda: list(model.pipe(some)), 1), _words(some))
    for name, texts in (("2,000 templates, 80 % shared", templates), ("1,000 case files", cases)):
        scanner = warm_scanner()
        yield Figure(f"jargon-scanner, {name}", cpu(lambda: scan_all(texts, scanner), 1), _words(texts))  # noqa: B023 - called in this very round


def scan_all(texts: Sequence[str], scanner: Scanner) -> None:
    for text in texts:
        scan_text(text, scanner=scanner)


def _words(texts: Sequence[str]) -> int:
    return sum(map(words_in, texts))
