"""A word's part of speech is known from the small words beside it, or left to the model."""

from __future__ import annotations

import pytest

from jargon_scanner.pipeline.state import state_of
from jargon_scanner.pipeline.word_classes import is_one_of
from jargon_scanner.scan import Scanner


@pytest.mark.parametrize(
    ("text", "word", "noun", "verb"),
    [
        ("The contact went well.", "contact", True, False),
        ("Mum's contact went well.", "contact", True, False),
        ("There was significant impact on her.", "impact", True, False),
        ("They will contact school.", "contact", False, True),
        ("He agreed to address the worry.", "address", False, True),
        ("Contact the school.", "Contact", False, True),
        ("Evidence of change is needed.", "Evidence", True, False),
        ("Contact is at the centre.", "Contact", True, False),
        ("Mum asked if they contact school.", "contact", False, True),
        ("He did not proceed.", "proceed", False, None),
        ("She will talk to contact staff.", "contact", None, None),
        ("Section A is about home.", "Section", None, None),
        ("Safeguarding is for all.", "Safeguarding", None, None),
        ("The Contact Centre is shut.", "Contact", None, None),
        ("The zorb went well.", "zorb", None, None),
    ],
)
def test_a_part_of_speech_by_the_words_beside_it(
    text: str, word: str, noun: bool | None, verb: bool | None, scanner: Scanner
) -> None:
    words = state_of(scanner.reader(text)).words
    place = words.texts.index(word)
    assert is_one_of(frozenset({"NOUN"}), words, place) is noun
    assert is_one_of(frozenset({"VERB"}), words, place) is verb


def test_no_model_reads_a_sentence_whose_words_say_enough(scanner: Scanner) -> None:
    doc = scanner.reader(
        "The contact went well. They will impact the plan. We saw that they safeguard the building."
    )
    assert state_of(doc).read == set()  # and no object of "safeguard" can be a name: none has a capital
    assert [span.text for span in doc.spans["jargon_scanner"]] == ["contact", "impact"]
