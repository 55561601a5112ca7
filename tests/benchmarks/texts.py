"""What is measured on: running text that nobody here wrote, and documents made by seed.

The running text is every guide, policy, form and label of the shared collection, each paragraph once; where
the collection is not beside the checkout, the sample documents stand in for it and the table says so.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from jargon_scanner.pipeline.memory import Memory
from jargon_scanner.scan import Scanner

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus-forms"
SAMPLES = ROOT / "sample_docs"

PARAGRAPH = (
    "Mum has failed to engage with the CP plan and the LAC review was told that contact in the placement "
    "broke down. The IRO will refer to CAMHS. Ayesha said she wants to see her nan more."
)


def warm_scanner() -> Scanner:
    """A scanner that has loaded its model and has met most entries: it has read the sample documents, no more."""
    from jargon_scanner.loaders import load
    from jargon_scanner.scan import scan_document, scan_text

    scanner = Scanner.create()
    scan_text(PARAGRAPH, scanner=scanner)
    for path in sorted(SAMPLES.glob("*.docx")):
        scan_document(load(path), scanner=scanner)
    return replace(scanner, reader=replace(scanner.reader, memory=Memory(scanner.lexicon)))


def words_in(text: str) -> int:
    return len(text.split())


@cache
def paragraphs() -> tuple[str, ...]:
    """Paragraphs without repeats, in the order of their files."""
    found = dict.fromkeys(part.strip() for text in _texts() for part in text.split("\n\n"))
    return tuple(part for part in found if part)


def running_text(megabytes: float = 1.0) -> str:
    """The paragraphs as one text, cut at this size. It is shorter where the collection is."""
    return "\n\n".join(paragraphs())[: int(megabytes * 1_000_000)]


def _texts() -> Iterator[str]:
    if not CORPUS.is_dir():
        from jargon_scanner.loaders import load

        for path in sorted(SAMPLES.iterdir()):
            if path.suffix in (".docx", ".md", ".txt", ".odt"):
                yield load(path).text.replace("\n", "\n\n")
        return
    for path in sorted(CORPUS.rglob("*.md")):
        if not path.name.startswith(("README", "LICENSE")):
            yield path.read_text(encoding="utf-8")
    for path in sorted(CORPUS.rglob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        yield "\n\n".join(str(row.get("text", "")) for row in rows)


def case_files(count: int = 1000, seed: int = 1) -> Iterator[str]:
    """Files as a case system holds them: notes of a few paragraphs, each paragraph drawn anew."""
    chance = random.Random(seed)
    pool = paragraphs()
    for number in range(count):
        chosen = chance.sample(pool, chance.randint(4, 10))
        yield f"# Case note {number + 1}\n\n" + "\n\n".join(chosen)


def template_library(count: int = 2000, seed: int = 2, shared: float = 0.8) -> Iterator[str]:
    """Templates of which so large a share of the words is the same boilerplate, and the rest is their own.

    The boilerplate is 150 paragraphs, as a council's forms share them; a template holds twelve of these and,
    of its own, paragraphs in which every sentence has a name and a number, so that none is met twice.
    """
    chance = random.Random(seed)
    pool = list(paragraphs())
    chance.shuffle(pool)
    boilerplate, own = pool[:150], pool[150:]
    for number in range(count):
        common = chance.sample(boilerplate, 12)
        left = round(words_in(" ".join(common)) * (1 - shared) / shared)
        special: list[str] = []
        while left > 0:
            special.append(" ".join(_made_unique(chance.choice(own), number, chance).split()[:left]))
            left -= words_in(special[-1])
        parts = common + special
        chance.shuffle(parts)
        yield f"# Template {number + 1}\n\n" + "\n\n".join(parts)


_NAMES = "Aaliyah Ben Callum Dina Esme Farah George Hana Isla Jude Kofi Leah Mina Noor Omar Priya".split()


def _made_unique(paragraph: str, number: int, chance: random.Random) -> str:
    """The paragraph with a name and a number put into every sentence: read anew each time."""
    sentences = paragraph.split(". ")
    return ". ".join(
        f"For {chance.choice(_NAMES)} in form {number}-{chance.randrange(10**6)}, {one}" for one in sentences
    )
