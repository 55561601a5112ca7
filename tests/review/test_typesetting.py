from __future__ import annotations

import pypdfium2
import pytest

from jargon_scanner.review.typesetting import typeset

TEMPLATE = b"""
#set document(title: [Words])
#set text(lang: "en", region: "gb")
#let data = json(bytes(sys.inputs.words))
#data.said
"""


def text_of(data: bytes) -> str:
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("sad 🙂 face", "sad [slightly smiling face] face"),
        ("👍🏽", "[thumbs up sign]"),
        ("👩‍👧", "[woman][girl]"),
        ("a\x07b", "a[letter u+0007]b"),
        ("two 🙂 and 🐙", "two [slightly smiling face] and [octopus]"),
    ],
)
def test_a_picture_that_no_font_has_is_spelled_out(said: str, shown: str) -> None:
    text = " ".join(text_of(typeset(TEMPLATE, "words", {"said": said})).split())
    assert text in (shown, said)  # the second where a font of this computer has it


def test_words_are_never_markup() -> None:
    assert "#panic() *x* $y$" in text_of(typeset(TEMPLATE, "words", {"said": "#panic() *x* $y$"}))


def test_a_fault_of_ours_is_not_tried_for_ever() -> None:
    with pytest.raises(RuntimeError):
        typeset(b"#nothing-of-this-name", "words", {"said": "x"})
