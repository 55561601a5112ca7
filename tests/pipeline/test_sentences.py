from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jargon_scanner.pipeline.sentences import LONGEST, cut_sentences
from jargon_scanner.words import blank

NLP = blank()


def cut(text: str) -> list[str]:
    return [sentence.text.strip() for sentence in cut_sentences(NLP(text)).sents]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He came. She left.", ["He came.", "She left."]),
        ("She asked why? Nobody knew!", ["She asked why?", "Nobody knew!"]),
        ("Mr. Bell rang Dr. Osei.", ["Mr. Bell rang Dr. Osei."]),
        ("See s. 47 and No. 5.", ["See s. 47 and No. 5."]),
        ("e.g. a visit, i.e. today. Then home.", ["e.g. a visit, i.e. today.", "Then home."]),
        ('He said "Go." Then he left.', ['He said "Go."', "Then he left."]),
        ("One line\nand the next. Two.", ["One line\nand the next.", "Two."]),
        ("First\n\nSecond", ["First", "Second"]),
        ("**Child:** Zara\n**Held:** at school", ["**Child:** Zara", "**Held:** at school"]),
    ],
)
def test_sentences_are_cut_where_a_reader_would(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


def test_an_endless_run_of_words_is_cut() -> None:
    assert max(len(sentence.split()) for sentence in cut("word " * 1000)) <= LONGEST


@given(st.text(max_size=200))
def test_every_token_is_in_one_sentence(text: str) -> None:
    doc = cut_sentences(NLP(text))
    assert [token.i for sentence in doc.sents for token in sentence] == list(range(len(doc)))
