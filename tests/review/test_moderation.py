from __future__ import annotations

import pytest

from jargon_scanner.review.cards import Card
from jargon_scanner.review.moderation import first_look, get_ready

CARD = Card("c1", "contact", "contact", "time with your family", ("family time", "seeing Mum and Dad"), ())


@pytest.mark.parametrize(
    "words",
    [
        "when Sarah takes me", "when sarah takes me", "my mate kayleigh says it", "CAOIMHE is my sister",
        "ask mr jones", "ask mr king", "auntie rose comes", "a girl called grace", "my brother is called will",
        "i live in wakefield", "at tesco in Leeds", "Faith said it", "Mohammed", "ifeoluwa",
        "ring me on 07700 900123", "oh seven seven double oh nine", "im 9", "number 14", "WF1 2AB",
        "add me on snap", "me@home", "on the 3rd", "it was Tuesday",
    ],
)  # fmt: skip
def test_words_that_may_tell_who_somebody_is_are_held(words: str) -> None:
    assert first_look(words, CARD) == "held"


@pytest.mark.parametrize(
    "words",
    [
        "seeing my family", "Time with my mum", "dunno", "i dont know", "its when you see your dad and nan",
        "I think it means family time", "Seeing Mum and Dad.", "lol idk", "when a social worker watches us",
        "sounds like a prison", "it's horrible", "contact lenses", "", "my step-mum",
    ],
)  # fmt: skip
def test_plain_words_are_not(words: str) -> None:
    assert first_look(words, CARD) == "open"


def test_a_spelling_that_nobody_knows_is_held_because_it_may_be_a_name() -> None:
    assert first_look("its wen u seee them", CARD) == "held"


@pytest.mark.parametrize("words", ["Sarah", "sarah"])
def test_the_words_of_the_card_itself_name_nobody(words: str) -> None:
    card = Card("c2", "", "Sarah's Law", "", (), ())
    assert first_look(words, CARD) == "held"
    assert first_look(words, card) == "open"


def test_no_model_is_asked_while_somebody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(*_: object, **__: object) -> None:
        raise AssertionError("a model was loaded")

    monkeypatch.setattr("spacy.load", load)
    monkeypatch.setattr("spacy.util.load_model", load)
    get_ready()
    assert first_look("seeing my family and Sarah", CARD) == "held"
