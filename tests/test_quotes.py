from __future__ import annotations

import pytest

from jargon_scanner.document import Block
from jargon_scanner.quotes import own_words


def quoted(text: str, section: tuple[str, ...] = ()) -> list[str]:
    return [text[start:end] for start, end in own_words(Block(0, 0, text, "Line 1", section=section))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('Zara said: "I hate contact."', ['"I hate contact."']),
        ("Zara said “I hate contact.”", ["“I hate contact.”"]),
        ("‘I don’t like it,’ she said.", ["‘I don’t like it,’"]),
        ('"They never listen to anybody," said Mum.', ['"They never listen to anybody,"']),
    ],
)
def test_a_childs_or_parents_words_are_their_own(text: str, words: list[str]) -> None:
    assert quoted(text) == words


@pytest.mark.parametrize(
    "text",
    [
        'Nurse notes: "reeks of alcohol, drama queen"', 'The family was "hard to reach".',
        "Tia's mum's plan isn't finished.", 'The social worker said "she is manipulative and lazy".',
    ],
)  # fmt: skip
def test_a_professionals_words_are_the_writers(text: str) -> None:
    assert quoted(text) == []


def test_first_person_text_under_a_heading_for_it_is_the_childs_own() -> None:
    assert quoted("I want my own room.", ("Child's views",)) == ["I want my own room."]
    assert quoted("Zara wants her own room.", ("Child's views",)) == []
