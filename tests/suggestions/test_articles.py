from __future__ import annotations

import pytest

from jargon_scanner.suggestions.articles import article


@pytest.mark.parametrize(
    ("words", "said", "expected"),
    [
        ("home", None, "a"), ("early plan", None, "an"), ("hour", None, "an"), ("university", None, "a"),
        ("unit", None, "a"), ("unplanned move", None, "an"), ("European", None, "a"), ("one-off visit", None, "a"),
        ("8-week plan", None, "an"), ("18-year-old", None, "an"), ("11-year-old", None, "an"), ("80", None, "an"),
        ("EHCP", None, "an"), ("SGO", None, "an"), ("CIN plan", None, "a"), ("UASC", "letters", "a"),
        ("LAC review", "word", "a"), ("LAC review", "letters", "an"), ("ACE", "word", "an"), ("uninvited", None, "an"),
        ("urgent meeting", None, "an"), ("useful", None, "a"), ("honest", None, "an"), ("S47", None, "an"),
        ("X-ray", None, "an"), ("x-ray", None, "an"), ("U-turn", None, "a"), ("e-mail", None, "an"),
    ],
)  # fmt: skip
def test_a_or_an_by_how_it_is_said(words: str, said: str | None, expected: str) -> None:
    assert article(words, said) == expected
