"""Sentence borders by rule, so that no statistical model has to read a text to cut it.

A pipeline that has cut the text already (a parser, a senter) is left as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import SENT_START

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

_BORDER, _INSIDE = 1, -1
_ENDS = frozenset({".", "?", "!", "…", "...", "?!", "!!", "??"})
_CLOSERS = frozenset({'"', "'", "”", "’", ")", "]", "*", "**", "_", "''"})
_BEFORE_NUMBER = frozenset(
    "no nos s ss para paras p pp ref sec reg regs art ch vol fig approx tel ext yr".split()
)
#: A label before a colon is at most this many tokens long, marks of emphasis counted.
_LABEL_WORDS = 8
#: Longer runs without a full stop are cut, so that one endless paragraph cannot stall the parser.
LONGEST = 120


def cut_sentences(doc: Doc) -> Doc:
    """Set sentence starts where a full stop, question or exclamation mark or an empty line ends one."""
    if not len(doc) or doc.has_annotation("SENT_START"):
        return doc
    texts = [token.text for token in doc]
    if len(doc) <= LONGEST and not _may_end_inside(texts):
        for second in doc[1:2]:
            second.is_sent_start = False  # spaCy takes every border as said once one of them is
        return doc
    # All at once: spaCy looks through the whole text each time that one token's border is set.
    borders: Any = np.array([_BORDER if starts else _INSIDE for starts in _starts(doc, texts)], dtype="int64")
    return doc.from_array([SENT_START], borders.astype("uint64").reshape(-1, 1))


def _may_end_inside(texts: list[str]) -> bool:
    """Whether anything stands in a text that can end a sentence: in most cells and labels nothing does."""
    return not _ENDS.isdisjoint(texts) or any(map(str.isspace, texts))


def _starts(doc: Doc, texts: list[str]) -> Iterator[bool]:
    """For each token, whether a sentence begins with it."""
    ended = True
    length = 0
    for place, text in enumerate(texts):
        after_end = place > 0 and ended and not text.isspace() and not _closes(doc, texts, place)
        starts = place == 0 or after_end or length >= LONGEST
        length = 1 if starts else length + 1
        ended = (ended and not starts) or _ends_sentence(texts, place)
        yield starts


def _closes(doc: Doc, texts: list[str], place: int) -> bool:
    """Whether it is a closing mark of the sentence before: a quotation mark or bracket glued to it."""
    glued = texts[place] in _CLOSERS and not doc[place - 1].whitespace_
    return glued and not texts[place - 1].isspace()


def _ends_sentence(texts: list[str], place: int) -> bool:
    text = texts[place]
    if text.isspace():
        return text.count("\n") > 1 or ("\n" in text and _label_follows(texts, place))
    if text not in _ENDS:
        return False
    following = _next_word(texts, place)
    if following is None:
        return True
    if text == "." and place > 0 and _is_abbreviated(texts[place - 1], following):
        return False
    return not following[0].islower()


def _label_follows(texts: list[str], line_break: int) -> bool:
    """Whether the next line begins with a label, as in "**Held:** at school"."""
    for place, text in enumerate(texts[line_break + 1 : line_break + 2 + _LABEL_WORDS]):
        if ":" in text and not any(character.isalnum() for character in text):
            return place > 0
        if "\n" in text or text in _ENDS:
            return False
    return False


def _next_word(texts: list[str], place: int) -> str | None:
    following = (texts[later] for later in range(place + 1, len(texts)))
    return next((text for text in following if not text.isspace() and text not in _CLOSERS), None)


def _is_abbreviated(word: str, following: str) -> bool:
    return word.lower() in _BEFORE_NUMBER and following[0].isdigit()
