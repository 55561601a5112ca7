from __future__ import annotations

import pytest

from jargon_scanner.lexicon.forms import is_plural_noun


@pytest.mark.parametrize(
    ("word", "plural"),
    [
        ("placement", False), ("placements", True), ("child", False), ("children", True), ("family", False),
        ("families", True), ("process", None), ("status", None), ("news", None), ("police", None), ("crisis", None),
        ("churches", True), ("diabetes", None),
    ],
)  # fmt: skip
def test_a_form_tells_its_number_where_it_can(word: str, plural: bool | None) -> None:
    assert is_plural_noun(word) is plural
