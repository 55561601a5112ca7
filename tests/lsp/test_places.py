"""Places are counted as the protocol counts them: lines by its three ends, units of the agreed encoding."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("pygls", reason="the language server is an extra")

from lsprotocol.types import Position, PositionEncodingKind
from pygls.workspace import PositionCodec

from jargon_scanner.lsp.places import Places

TEXTS = st.text(st.sampled_from("ab \r\n\x0c\u2028\x85é😀"), max_size=30)
ENCODINGS = [PositionEncodingKind.Utf16, PositionEncodingKind.Utf8, PositionEncodingKind.Utf32]


def places(text, encoding=PositionEncodingKind.Utf16):
    return Places(text, PositionCodec(encoding).client_num_units)


def inside(text):
    """Every place of a text, but none between the two halves of one line end: that has no position."""
    return [place for place in range(len(text) + 1) if text[max(0, place - 1) : place + 1] != "\r\n"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(TEXTS)
def test_a_place_and_its_position_lead_to_each_other(encoding, text):
    made = places(text, encoding)
    for place in inside(text):
        assert made.offset(made.position(place)) == place


@given(TEXTS)
def test_a_position_is_the_one_that_an_editor_would_count(text):
    made = places(text)
    for place in inside(text):
        lines = re.split(r"\r\n|\n|\r", text[:place])
        position = made.position(place)
        assert position.line == len(lines) - 1
        assert position.character == len(lines[-1].encode("utf-16-le")) // 2


def test_what_lies_past_the_end_is_the_end():
    made = places("one\r\ntwo")
    assert made.offset(Position(0, 99)) == 3
    assert made.offset(Position(9, 0)) == 8
    assert places("").offset(Position(0, 0)) == 0
