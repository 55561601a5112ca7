"""Both sides of Markdown's marks of emphasis are kept when a change takes one of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jargon_scanner.scan import scan_text
from jargon_scanner.suggestions.emphasis import keeping_marks
from tests.small_lexicons import scanner_of, term

PLACE_WITH = term("place with", "verb", "move in with")
EVENT = term("in the event that", "conjunction", "if")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("He was **placed** with carers.", "He was **moved in with** carers."),
        ("Ring us in the **event that** he is late.", "Ring us **if** he is late."),
        ("Ring us in **the** event that he is late.", "Ring us if he is late."),
        ("Ring us _in the event_ that he is late.", "Ring us _if_ he is late."),
        ("Ring us *in the event that* he is late.", "Ring us *if* he is late."),
    ],
)
def test_a_change_that_takes_one_side_of_a_mark_puts_it_back(sentence: str, expected: str) -> None:
    (finding,) = scan_text(sentence, scanner=scanner_of(PLACE_WITH, EVENT)).findings
    assert finding.suggestions[0].sentence == expected


def test_marks_are_kept_at_the_possessive_that_a_wording_takes_in() -> None:
    wording = {"replace": "other children <whose> age", "number": "plural"}
    entry = {**term("peers", "noun", inflect=False), "say": [wording]}
    (finding,) = scan_text("Her **peers** laughed.", scanner=scanner_of(entry)).findings
    (suggestion,) = finding.suggestions
    text = "Her **peers** laughed."
    start, end = suggestion.replaces
    assert text[:start] + suggestion.text + text[end:] == "**Other children her age** laughed."


@given(st.text(alphabet="ab *_`", max_size=12), st.text(alphabet="ab *_`", max_size=12))
def test_no_word_is_touched_and_doing_it_twice_adds_nothing(old: str, new: str) -> None:
    kept = keeping_marks(old, new)
    assert kept.strip("*_`") == new.strip("*_`")
    assert keeping_marks(new, new) == new
