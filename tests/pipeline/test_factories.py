from __future__ import annotations

import pytest
import spacy

from jargon_scanner.errors import ModelError
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


def test_the_report_names_the_model(scanner: Scanner) -> None:
    assert scanner.tool.model.version == "3.8.0"
