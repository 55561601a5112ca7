"""A Word template to JSON, warm, beside reading its text alone"""

from __future__ import annotations

from collections.abc import Iterator

from jargon_scanner.loaders import load
from jargon_scanner.outputs.json_object import as_object, encode
from jargon_scanner.scan import scan
from tests.benchmarks.texts import SAMPLES, warm_scanner, words_in
from tests.benchmarks.timing import Figure, cpu

REFERENCE = "our loader alone"


def figures() -> Iterator[Figure]:

    path = SAMPLES / "assessment_template_blank.docx"
    words = words_in(load(path).text)
    scanner = warm_scanner()
    yield Figure(
        "jargon-scanner, read for the first time",
        cpu(lambda: encode(as_object(scan(path, scanner=scanner))), 1),
        words,
    )
    yield Figure(
        "jargon-scanner, its wording met before",
        cpu(lambda: encode(as_object(scan(path, scanner=scanner)))),
        words,
    )
    yield Figure(REFERENCE, cpu(lambda: load(path), 5), words)
