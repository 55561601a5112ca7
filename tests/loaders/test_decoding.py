"""Encodings of text files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jargon_scanner.errors import UnknownEncoding
from jargon_scanner.loaders.decoding import decode, looks_like_text

TEXT = "Child’s needs – “café” £5 naïve\r\nSecond line\r\n"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig"])
def test_utf8_needs_no_word(codec: str) -> None:
    assert decode("a", TEXT.encode(codec)) == (TEXT, ())


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "UTF-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("utf-16-le"), "UTF-16"),
        (TEXT.encode("utf-16-be"), "UTF-16"),
        (b"\xff\xfe\0\0" + TEXT.encode("utf-32-le"), "UTF-32"),
        (TEXT.encode("cp1252"), "Windows-1252"),
    ],
)
def test_other_encodings_are_read_and_said(data: bytes, name: str) -> None:
    text, problems = decode("a", data)
    assert text == TEXT
    assert [problem.code for problem in problems] == ["encoding"]
    assert name in problems[0].message


def test_a_few_bytes_gone_wrong_do_not_spoil_the_rest() -> None:
    text, problems = decode("a", "Child’s café “plan”".encode() + b" \x96 \xff bad \xe2\x82")
    assert text.startswith("Child’s café “plan” – ÿ bad")
    assert [problem.code for problem in problems] == ["encoding"]


def test_half_a_character_at_the_end_of_utf16_is_left() -> None:
    assert decode("a", b"\xff\xfe" + TEXT.encode("utf-16-le") + b"a")[0] == TEXT


@pytest.mark.parametrize(
    "data",
    [b"abc\0def", bytes(range(256)), b"\x01\x02\x03\x04" * 20, b"\xff\xfe\x00\xd8\x41\x00", b"\x81\x8d" * 9],
)
def test_what_is_no_text(data: bytes) -> None:
    with pytest.raises(UnknownEncoding):
        decode("a", data)
    assert not looks_like_text(data)


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"))))
def test_utf8_comes_out_as_it_went_in(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode("a", text.encode()) == (text, ())


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        text, _ = decode("a", data)
    except UnknownEncoding:
        return
    assert "\0" not in text
