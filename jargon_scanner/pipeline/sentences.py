"""Sentence borders by rule, so that no statistical model has to read a text to cut it.

A pipeline that has cut the text already (a parser, a senter) is left as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import IS_SPACE, ORTH, SENT_START
from spacy.strings import get_string_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

_BORDER, _INSIDE = 1, -1
_ENDS = frozenset({".", "?", "!", "…", "...", "?!", "!!", "??"})
_END_NUMBERS = frozenset(map(get_string_id, _ENDS))
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
    if len(doc) <= LONGEST and not _may_end_inside(doc):
        whole: Any = np.full((len(doc), 1), _INSIDE, dtype="int64")
        whole[0] = _BORDER
        return doc.from_array([SENT_START], whole.astype("uint64"))
    # All at once: spaCy looks through the whole text each time that one token's border is set.
    borders: Any = np.array([_BORDER if starts else _INSIDE for starts in _starts(doc)], dtype="int64")
    return doc.from_array([SENT_START], borders.astype("uint64").reshape(-1, 1))


def _may_end_inside(doc: Doc) -> bool:
    """Whether anything stands in a text that can end a sentence: in most cells and labels nothing does."""
    said: Any = doc.to_array([ORTH, IS_SPACE])
    return bool(said[:, 1].any()) or not _END_NUMBERS.isdisjoint(said[:, 0].tolist())


def _starts(doc: Doc) -> Iterator[bool]:
    """For each token, whether a sentence begins with it."""
    ended = True
    length = 0
    for token in doc:
        starts = token.i == 0 or (ended and not token.is_space and not _closes(token)) or length >= LONGEST
        length = 1 if starts else length + 1
        ended = (ended and not starts) or _ends_sentence(token)
        yield starts


def _closes(token: Token) -> bool:
    """Whether it is a closing mark of the sentence before: a quotation mark or bracket glued to it."""
    previous = token.nbor(-1)
    return token.text in _CLOSERS and not previous.whitespace_ and not previous.is_space


def _ends_sentence(token: Token) -> bool:
    if token.is_space:
        return token.text.count("\n") > 1 or ("\n" in token.text and _label_follows(token))
    if token.text not in _ENDS:
        return False
    following = _next_word(token)
    if following is None:
        return True
    if token.text == "." and token.i > 0 and _is_abbreviated(token.nbor(-1), following):
        return False
    return not following.text[0].islower()


def _label_follows(line_break: Token) -> bool:
    """Whether the next line begins with a label, as in "**Held:** at school"."""
    doc = line_break.doc
    ahead = [doc[place] for place in range(line_break.i + 1, min(len(doc), line_break.i + 2 + _LABEL_WORDS))]
    for token in ahead:
        if ":" in token.text and not any(character.isalnum() for character in token.text):
            return token.i > line_break.i + 1
        if "\n" in token.text or token.text in _ENDS:
            return False
    return False


def _next_word(token: Token) -> Token | None:
    doc = token.doc
    place = token.i + 1
    while place < len(doc) and (doc[place].is_space or doc[place].text in _CLOSERS):
        place += 1
    return doc[place] if place < len(doc) else None


def _is_abbreviated(word: Token, following: Token) -> bool:
    return word.lower_ in _BEFORE_NUMBER and following.text[0].isdigit()
