from __future__ import annotations

import pytest
from lemminflect import getAllInflections

from jargon_scanner.lexicon.forms import _TAGS, _known_forms, is_plural_noun


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


@pytest.mark.parametrize("upos", sorted(_TAGS))
def test_the_packed_table_says_what_the_library_says(upos: str) -> None:
    for lemma in (
        "be",
        "child",
        "go",
        "travel",
        "good",
        "well",
        "can",
        "data",
        "McDonald",
        "nosuchword",
        "staff",
        "clothe",
        "hoof",
        "worse",
    ):
        assert _known_forms(lemma, upos) == getAllInflections(lemma, upos=upos), lemma
