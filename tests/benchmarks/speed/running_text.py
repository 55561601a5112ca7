"""Running text, nothing cached: whole, by stage, beside spaCy's own pipeline and the limits"""

from __future__ import annotations

from collections.abc import Iterator

import spacy

from jargon_scanner.pipeline.model import DEFAULT_MODEL
from jargon_scanner.scan import scan_text
from tests.benchmarks.texts import CORPUS, paragraphs, running_text, warm_scanner, words_in
from tests.benchmarks.timing import Figure, cpu

REFERENCE = "spaCy en_core_web_sm without ner"


def figures() -> Iterator[Figure]:
    text = running_text()
    words = words_in(text)
    note = f"{len(text) / 1e6:.2f} MB" if CORPUS.is_dir() else "the sample documents only"
    full = spacy.load(DEFAULT_MODEL)
    short = spacy.load(DEFAULT_MODEL, exclude=["ner"])
    parts = paragraphs()
    yield Figure(REFERENCE, cpu(lambda: list(short.pipe(parts)), 1), words_in(" ".join(parts)), note=note)
    yield Figure(
        "spaCy en_core_web_sm with ner", cpu(lambda: list(full.pipe(parts)), 1), words_in(" ".join(parts))
    )
    scanner = warm_scanner()
    yield Figure("jargon-scanner, whole", cpu(lambda: scan_text(text, scanner=scanner), 1), words)
    yield from limits(text, words)


def limits(text: str, words: int) -> Iterator[Figure]:
    """What no scanner can be faster than."""
    from pathlib import Path

    from jargon_scanner.loaders import text as plain_text

    data = text.encode()
    yield Figure("limit: our loader alone", cpu(lambda: plain_text.read(Path("text.txt"), data)), words)
    parts = paragraphs()
    yield Figure(
        "limit: blank tokenizer",
        cpu(lambda: list(spacy.blank("en").pipe(parts)), 1),
        words_in(" ".join(parts)),
    )
    try:
        import ahocorasick_rs
    except ImportError:
        yield Figure("limit: Aho-Corasick over the same forms", note="ahocorasick-rs is not installed")
        return
    automaton = ahocorasick_rs.AhoCorasick(
        sorted(forms()), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
    )
    lowered = text.lower()
    yield Figure(
        "limit: Aho-Corasick over the same forms",
        cpu(lambda: automaton.find_matches_as_indexes(lowered)),
        words,
    )


def forms() -> set[str]:
    """Every spelling that begins an entry or is one."""
    from jargon_scanner.lexicon.find import names_of
    from jargon_scanner.lexicon.load import load

    return {name.lower() for located in load().entries.values() for name in names_of(located.entry)}
