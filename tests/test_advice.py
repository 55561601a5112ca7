"""Advice on sentences: off unless asked for."""

from __future__ import annotations

import pytest

from jargon_scanner import Scanner
from jargon_scanner.choices import Choices
from jargon_scanner.scan import scan_text

LONG = "The worker " + "came and " * 13 + "went home."


def codes(text: str, scanner: Scanner) -> list[str]:
    report = scan_text(text, scanner=scanner, choices=Choices(advice=True))
    return [note.code for note in report.notes if note.code in ("long-sentence", "nobody-acts")]


@pytest.mark.parametrize(
    "sentence",
    [
        "He was slapped across the face on Friday.",
        "The children have been told about the move.",
        "It was decided that the boys would leave.",
        "She is being moved again after the weekend.",
        "Mum was not invited to the meeting.",
    ],
)
def test_a_passive_that_hides_who_acted_is_noted(sentence: str, scanner: Scanner) -> None:
    assert codes(sentence, scanner) == ["nobody-acts"]


@pytest.mark.parametrize(
    "sentence",
    [
        "He was slapped by his uncle on Friday.",
        "Mum was exhausted after the long night.",
        "She was worried about her new school.",
        "The house is located near the river bank.",
        "His uncle slapped him across the face.",
        "He was left-handed and proud of it.",
    ],
)
def test_states_and_named_people_are_left_alone(sentence: str, scanner: Scanner) -> None:
    assert codes(sentence, scanner) == []


def test_a_long_sentence_is_noted_with_its_words_and_place(scanner: Scanner) -> None:
    report = scan_text(LONG, scanner=scanner, choices=Choices(advice=True))
    (note,) = report.notes
    assert note.code == "long-sentence"
    assert "30 words" in note.message
    assert note.places


def test_nothing_is_noted_unless_asked_for(scanner: Scanner) -> None:
    assert scan_text(f"{LONG} He was slapped hard across the face.", scanner=scanner).notes == ()


def test_headings_and_labels_are_no_sentences(scanner: Scanner) -> None:
    assert codes("# " + "A heading with many words " * 6, scanner) == []
