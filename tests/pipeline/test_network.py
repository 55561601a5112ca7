from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc
from thinc.api import Model

from jargon_scanner.pipeline.model import DEFAULT_MODEL
from jargon_scanner.pipeline.network import quicken, remembering_words
from jargon_scanner.recall import forget_texts
from tests.benchmarks.texts import paragraphs

PARTS = ["ner", "senter", "attribute_ruler", "lemmatizer"]


@pytest.mark.parametrize("count", [200, pytest.param(5000, marks=pytest.mark.slow)])
def test_a_quickened_model_says_what_it_said(count: int) -> None:
    slow, quick = (spacy.load(DEFAULT_MODEL, exclude=PARTS) for _ in range(2))
    quicken(quick)
    said: list[list[tuple[int, int, int]]] = []
    for nlp in (slow, quick):
        bare = (Doc(nlp.vocab, words=part.split()) for part in paragraphs()[:count])
        said.append([(token.tag, token.dep, token.head.i) for doc in nlp.pipe(bare) for token in doc])
    assert len(said[0]) > 1000
    # Sums in another order round otherwise.
    assert sum(one != other for one, other in zip(*said, strict=True)) <= len(said[0]) / 10_000


def counting(seen: list[str]) -> Model[Any, Any]:
    def forward(model: Model[Any, Any], docs: list[Doc], is_train: bool) -> Any:
        seen.extend(token.text_with_ws for doc in docs for token in doc)
        return [np.array([[float(len(token))] for token in doc]) for doc in docs], None

    return Model("counting", forward)


def test_the_network_looks_at_a_word_by_itself_once() -> None:
    seen: list[str] = []
    layer = remembering_words(counting(seen))
    nlp = spacy.blank("en")
    rows = layer.predict([nlp("the cat and the cat"), nlp("the dog")])
    assert [one.tolist() for one in rows] == [[[3], [3], [3], [3], [3]], [[3], [3]]]
    layer.predict([nlp("the cat and the dog")])
    assert seen == ["the ", "cat ", "and ", "cat", "dog"]


def test_what_it_made_of_words_is_forgotten_with_the_texts() -> None:
    seen: list[str] = []
    layer = remembering_words(counting(seen))
    for _ in range(2):
        layer.predict([spacy.blank("en")("Zephyrine")])
        forget_texts()
    assert seen == ["Zephyrine", "Zephyrine"]


def test_a_network_of_another_build_is_left_as_it_is() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    quicken(nlp)
    assert nlp.pipe_names == ["sentencizer"]
