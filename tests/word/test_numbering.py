"""Figures of list numbers."""

from __future__ import annotations

import pytest

from jargon_scanner.word_file.numbering import in_figures


@pytest.mark.parametrize(
    ("number", "figures", "shown"),
    [
        (3, "decimal", "3"),
        (3, "decimalZero", "03"),
        (1, "lowerLetter", "a"),
        (28, "lowerLetter", "bb"),
        (26, "upperLetter", "Z"),
        (1994, "lowerRoman", "mcmxciv"),
        (4, "upperRoman", "IV"),
        (0, "lowerLetter", "0"),
        (5000, "lowerRoman", "5000"),
        (2, "chicago", "2"),
    ],
)
def test_figures(number: int, figures: str, shown: str) -> None:
    assert in_figures(number, figures) == shown
