"""A wording in the number or the tense that its sentence asks for."""

from __future__ import annotations

import pytest

from jargon_scanner.suggestions.phrases import noun_phrase, verb_phrase


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("thing that helps keep the child safe", "things that help keep the child safe"),
        ("child who needs extra help", "children who need extra help"),
        ("child who looks after someone", "children who look after someone"),
        ("person who has to answer in court", "people who have to answer in court"),
        ("person who tries", "people who try"),
        ("child who is not going to school", "children who are not going to school"),
        ("person who was refused asylum", "people who were refused asylum"),
        ("worker who discusses it", "workers who discuss it"),
        ("man who may be the father", "men who may be the father"),
        ("letter that you wrote", "letters that you wrote"),
        ("relative or friend who cares for the child", "relatives or friends who care for the child"),
        ("check on a friend who wants to care", "checks on a friend who wants to care"),
        ("change we want to see", "changes we want to see"),
    ],
)
def test_the_plural_of_a_wording_agrees_with_itself(singular: str, plural: str) -> None:
    assert noun_phrase(singular, plural=True) == plural
    assert noun_phrase(singular, plural=False) == singular


@pytest.mark.parametrize(
    ("tag", "phrase"),
    [
        ("VBZ", "does not yet see"),
        ("VBD", "did not yet see"),
        ("VBN", "not yet seen"),
        ("VBG", "not yet seeing"),
        ("VB", "not yet see"),
    ],
)
def test_yet_is_no_verb(tag: str, phrase: str) -> None:
    assert verb_phrase("not yet see", tag) == phrase
