from __future__ import annotations

import pytest

from jargon_scanner.lexicon.forms import all_forms, inflect, is_word, noun_forms, verb_forms


@pytest.mark.parametrize(
    ("lemma", "tag", "form"),
    [
        ("abscond", "VBD", "absconded"), ("travel", "VBG", "travelling"), ("enrol", "VBD", "enrolled"),
        ("person", "NNS", "people"), ("step-child", "NNS", "step-children"), ("mother-in-law", "NNS", "mothers-in-law"),
        ("be", "VBP", "are"), ("take", "VBN", "taken"), ("child", "NN", "child"), ("practise", "VBZ", "practises"),
        ("undertake", "VBD", "undertook"), ("quickly", "RB", "quickly"),
    ],
)  # fmt: skip
def test_words_are_inflected_the_british_way(lemma: str, tag: str, form: str) -> None:
    assert inflect(lemma, tag) == form


def test_all_forms_of_a_verb_are_known() -> None:
    assert {"undertake", "undertakes", "undertook", "undertaken", "undertaking"} <= verb_forms("undertake")


def test_singular_and_plural_of_a_noun_are_known() -> None:
    assert noun_forms("enquiry") == {"enquiry", "enquiries"}


def test_a_condition_word_stands_for_its_forms_in_every_class() -> None:
    assert {"visit", "visits", "visited", "visiting"} <= all_forms("visit")


@pytest.mark.parametrize(("text", "known"), [("send", True), ("AND", True), ("Xqzt", False), ("ICPC", False)])
def test_english_words_are_told_from_letters(text: str, known: bool) -> None:
    assert is_word(text) is known


@pytest.mark.parametrize("lemma", ["", "u", "1:1", "x'", "b/f"])
def test_words_that_no_rule_inflects_stay_as_they_are(lemma: str) -> None:
    assert lemma in all_forms(lemma, "VERB")
    assert inflect(lemma, "VBD") == lemma


@pytest.mark.parametrize(
    ("lemma", "plural"), [("carer", "carers"), ("auntie", "aunties"), ("adopter", "adopters")]
)
def test_a_word_the_library_does_not_know_has_a_plural_too(lemma: str, plural: str) -> None:
    assert plural in all_forms(lemma)
