from __future__ import annotations

from dataclasses import replace

import pytest

from jargon_scanner.review.asking import asked, said
from jargon_scanner.review.people import GROUPS
from jargon_scanner.review.questions import QUESTIONS, choices
from tests.review.test_record import CONTACT


def test_every_question_is_put_to_everybody() -> None:
    put = {(asked(question, group), question) for question in QUESTIONS for group in GROUPS}
    assert len({words for words, _ in put}) == len(put)
    assert all(words.endswith("?") for words, _ in put)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_answer_that_can_be_chosen_is_said_in_words_of_its_own(question: str) -> None:
    offered = choices(question, CONTACT)
    assert len({said(choice, CONTACT) for choice in offered}) == len(offered)


def test_a_wording_that_is_called_like_an_answer_stands_for_itself() -> None:
    assert said("keep", replace(CONTACT, wordings=("keep",))) == "keep"
    assert said("the word is fine", CONTACT) == "“contact” is fine"
