from __future__ import annotations

import pytest
from lxml import etree

from jargon_scanner.review.drawings import DRAWINGS, svg
from jargon_scanner.review.people import GROUPS
from jargon_scanner.review.questions import FEELINGS, KEEP_THE_WORD, MY_WAY, NONE_OF_THESE, SORTS


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_drawing_is_sound(name: str) -> None:
    drawn = etree.fromstring(svg(name))
    assert len(drawn) > 1
    assert {one.get("class") for one in drawn.iter()} <= {None, "fill", "dot", "tear"}


def test_every_answer_and_group_has_a_drawing() -> None:
    assert {*FEELINGS, *SORTS, *GROUPS, KEEP_THE_WORD, NONE_OF_THESE, MY_WAY} <= set(DRAWINGS)
