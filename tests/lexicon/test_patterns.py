from __future__ import annotations

import pytest

from jargon_scanner.errors import LexiconError
from jargon_scanner.lexicon.entry import Term
from jargon_scanner.lexicon.patterns import PatternIndex, patterns_of
from jargon_scanner.words import blank, read_words
from tests.small_lexicons import scanner_of, term

NLP = blank()
CLASSES = {"be": ("be",), "adult": ("mum", "foster carer")}


def found(term: str, pos: str, text: str, **fields: object) -> list[str]:
    entry = Term.model_validate(
        {
            "id": "x",
            "term": term,
            "pos": pos,
            "kind": "jargon",
            "category": "c",
            "treatment": "replace",
            **fields,
        }
    )
    words = read_words(NLP(text))
    matches = PatternIndex(patterns_of(entry, CLASSES)).find(words)
    return [" ".join(words.texts[match.start : match.end]) for match in matches]


@pytest.mark.parametrize(
    ("term", "pos", "text", "expected"),
    [
        ("strategy meeting", "noun", "Two strategy\nmeetings were held.", ["strategy meetings"]),
        ("point of contact", "noun", "two points of contact", ["points of contact"]),
        ("step down", "verb", "It was stepped down.", ["stepped down"]),
        (
            "fail|refuse to engage",
            "verb",
            "He failed consistently to engage.",
            ["failed consistently to engage"],
        ),
        ("fail to engage", "verb", "failing to fully engage", ["failing to fully engage"]),
        ("put <self> at risk", "verb", "She puts herself at risk.", ["puts herself at risk"]),
        ("put <someone> at risk", "verb", "It put the two boys at risk.", ["put the two boys at risk"]),
        ("lack of (any) insight", "noun", "a lack of any insight", ["lack of any insight"]),
        ("<be> known to (the) police", "phrase", "He was known to police.", ["was known to police"]),
        ("<adult> visit", "noun", "mums visits", ["mums visits"]),
        ("in <someone's> opinion", "phrase", "in the worker's opinion", ["in the worker 's opinion"]),
        ("give <a> warning", "verb", "gave the warning", ["gave the warning"]),
        ("turn ... eye", "verb", "turned a blind eye", ["turned a blind eye"]),
    ],
)
def test_a_term_is_met_in_its_forms_and_slots(term: str, pos: str, text: str, expected: list[str]) -> None:
    assert found(term, pos, text) == expected


@pytest.mark.parametrize(
    ("term", "pos", "text"),
    [
        ("strategy meeting", "noun", "They planned strategy. Meeting rooms are free."),
        ("fail to engage", "verb", "The engine failed, to engage the gear pull here."),
        ("put <self> at risk", "verb", "She puts him at risk."),
        ("step down", "noun", "He was stepped down."),
    ],
)
def test_a_term_is_not_met_elsewhere(term: str, pos: str, text: str) -> None:
    assert found(term, pos, text) == []


def test_a_term_that_begins_with_a_slot_is_a_fault() -> None:
    with pytest.raises(ValueError, match="begin with a word"):
        found("<self> harm", "noun", "")


def test_an_unknown_slot_is_a_fault() -> None:
    with pytest.raises(ValueError, match="neither a slot nor a class"):
        found("see <anyone>", "verb", "")


def test_inflection_can_be_named_or_switched_off() -> None:
    assert found("threshold met", "phrase", "thresholds met", inflect="threshold") == ["thresholds met"]
    assert found("in care", "verb", "inning care", inflect="no") == []


def test_a_mistake_in_a_pattern_is_named_with_its_place() -> None:
    with pytest.raises(LexiconError, match=r"test\.yaml:1: x: .*begin with a word"):
        scanner_of({**term("x", "noun", "y"), "term": "<self> harm"})
