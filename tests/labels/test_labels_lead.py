"""Words of the samples found again by their labels; ``python -m tests.labels`` does it for findings in real files."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from pathlib import Path

import pytest

from jargon_scanner.document import Document
from jargon_scanner.loaders import load
from tests.conftest import ROOT
from tests.labels.followed import Sought, files_in, lead
from tests.loaders.shared import DOCUMENTS, needs_documents

SAMPLES = files_in([ROOT / "sample_docs"])
LOCATIONS = DOCUMENTS / "crafted" / "all_locations.docx"
SHORT = 40


def some_words(document: Document) -> list[Sought]:
    words = [
        Sought(block, *found.span())
        for block in document.blocks
        for found in re.finditer(r"[^\W\d_]+", block.text)
    ]
    return random.Random(7).sample(words, min(SHORT, len(words)))


def misled(path: Path) -> list[str]:
    document = load(path)
    tried = lead((path, document, one) for one in some_words(document))
    return [f"{sought.block.label}: {sought.words}" for *_, sought, led in tried if not led]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_the_label_of_a_word_leads_to_it(path: Path) -> None:
    assert not misled(path)


@needs_documents
def test_the_label_leads_to_every_kind_of_place() -> None:
    assert not misled(LOCATIONS)


@pytest.mark.parametrize("name", ["child_and_family_assessment.docx", "court_statement.pdf"])
def test_the_label_of_another_place_does_not(name: str) -> None:
    path = ROOT / "sample_docs" / name
    document = load(path)
    labels = [block.label for block in document.blocks]
    wrong = [
        replace(block, label=label)
        for block, label in zip(document.blocks, [*labels[5:], *labels[:5]], strict=True)
    ]
    longest = sorted(wrong, key=lambda block: len(block.text))[-20:]
    document = replace(document, blocks=tuple(wrong))
    tried = list(lead((path, document, Sought(block, 0, len(block.text))) for block in longest))
    assert sum(led for *_, led in tried) <= (0 if path.suffix == ".docx" else len(tried) // 2)
