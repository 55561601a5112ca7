from __future__ import annotations

import pytest
import spacy

from jargon_scanner.errors import ModelError
from jargon_scanner.pipeline.factories import build_pipeline, model_of
from jargon_scanner.pipeline.model import DEFAULT_MODEL, OFFICIAL_SHA256, Model, verify
from jargon_scanner.scan import Scanner


def test_the_scanner_is_one_component_of_any_english_pipeline() -> None:
    nlp = spacy.load(DEFAULT_MODEL)
    nlp.add_pipe("jargon_scanner")
    doc = nlp("An ICPC was held. Please contact the school.")
    assert [(span.text, span.label_) for span in doc.spans["jargon_scanner"]] == [("ICPC", "acronym")]
    (span,) = doc.spans["jargon_scanner"]
    assert span._.jargon_entry.id == span.id_
    assert span._.jargon_category == "acronym"


def test_without_grammar_the_component_says_what_it_needs() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("jargon_scanner")
    with pytest.raises(ValueError, match="tagger and a parser"):
        nlp("An ICPC was held.")


def test_the_model_reads_only_sentences_that_ask(scanner: Scanner) -> None:
    doc = scanner.nlp("The cat sat on the mat. The worker undertook two visits.")
    tagged = {token.text for token in doc if token.tag_}
    assert "undertook" in tagged
    assert "cat" not in tagged
    assert [token.lemma_ for token in doc if token.text == "undertook"] == ["undertake"]
    assert [sentence.text for sentence in doc.sents] == [
        "The cat sat on the mat.",
        "The worker undertook two visits.",
    ]


def test_line_breaks_and_markup_do_not_reach_the_model(scanner: Scanner) -> None:
    plain = scanner.nlp("The worker undertook two visits.")
    broken = scanner.nlp("The worker\n  undertook *two* visits.")
    assert [(t.text, t.tag_, t.dep_) for t in broken if t.text.isalpha()] == [
        (t.text, t.tag_, t.dep_) for t in plain if t.text.isalpha()
    ]


def test_the_models_weights_are_the_published_ones() -> None:
    check = verify()
    assert (check.version, check.official, check.changed) == ("3.8.0", True, ())
    assert "parser/model" in OFFICIAL_SHA256


def test_a_missing_model_is_a_clear_error() -> None:
    with pytest.raises(ModelError, match="not installed"):
        Model("en_no_such_model")


def test_a_model_without_a_parser_is_a_clear_error(tmp_path: pytest.TempPathFactory) -> None:
    spacy.blank("en").to_disk(str(tmp_path))
    with pytest.raises(ModelError, match="lacks tagger"):
        Model(str(tmp_path))


def test_the_pipeline_names_its_model() -> None:
    assert model_of(build_pipeline())[1] == "3.8.0"
