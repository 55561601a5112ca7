from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jargon_scanner.words import blank, read_words, split_words

NLP = blank()


@pytest.mark.parametrize(
    "text",
    ["multi-agency plan", "multi agency plan", "multi–agency plan", "multi‑agency\n plan", "multi-agency\u00a0plan",
     "*multi-agency* plan", "multi-agen\u00adcy plan", "Multi-Agency PLAN"],
)  # fmt: skip
def test_words_see_through_breaks_dashes_case_and_markup(text: str) -> None:
    assert read_words(NLP(text)).norms == ("multi", "agency", "plan")


def test_a_soft_hyphen_inside_a_word_does_not_part_it() -> None:
    assert split_words("place\u00adment")[1] == ("placement",)


def test_contractions_are_undone() -> None:
    assert split_words("She wouldn’t come")[1] == ("she", "would", "not", "come")


def test_a_dash_between_spaced_words_stays_a_word() -> None:
    assert "-" in split_words("closed – no visit")[0]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("CIN/CP", "CIN"),
        ("mum(SW)", "SW"),
        ("?DV", "DV"),
        ("re:LAC", "LAC"),
        ("the CiN.", "CiN"),
        ("**IRO:**", "IRO"),
    ],
)
def test_short_forms_are_words_of_their_own(text: str, short: str) -> None:
    assert short in split_words(text)[0]


@given(st.text(max_size=80))
def test_the_words_of_any_text_point_at_tokens_in_order(text: str) -> None:
    doc = NLP(text)
    words = read_words(doc)
    assert list(words.tokens) == sorted(set(words.tokens))
    assert len(words.tokens) == len(words.texts) == len(words.norms) == len(words.starts) == len(words.ends)
    assert doc.text == text


@pytest.mark.parametrize("text", ["f/u.", "o/s. Next", "w/l, then"])
def test_a_stop_after_a_slash_form_is_a_word_of_its_own(text: str) -> None:
    assert split_words(text)[0][1:2] == ("/",)
    assert split_words(text)[0][3] in ".,"


@given(
    st.lists(
        st.text("abcdeglmnostABCST", min_size=1, max_size=8) | st.sampled_from(["cannot", "gonna", "im"]),
        max_size=5,
    )
)
def test_a_term_is_cut_as_a_document_is(parts: list[str]) -> None:
    text = " ".join(parts)
    words = read_words(NLP(text))
    assert split_words(text) == (words.texts, words.norms)
