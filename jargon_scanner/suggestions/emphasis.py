"""Marks of emphasis that a change would break in two: Markdown's ``**bold**`` keeps both of its sides."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A run of marks at the edge of a word; an underscore inside a word is none.
_RUN = re.compile(r"\*+|(?<![^\W_])_+|_+(?![^\W_])|`+|~~")


def keeping_marks(old: str, new: str) -> str:
    """The new text with the marks of which the old one has only one side.

    "In the **event that" becomes "**if", for the other side of the mark stands behind the change.

    Args:
        old: the text that goes.
        new: what stands there instead.
    """
    opening, closing = _one_sided(old)
    has_opening, has_closing = _one_sided(new)
    first, last = Counter(opening) - Counter(has_opening), Counter(closing) - Counter(has_closing)
    return f"{''.join(first.elements())}{new}{''.join(last.elements())}"


def _one_sided(text: str) -> tuple[list[str], list[str]]:
    """The marks that open and never close in a text, and those that close what it does not open."""
    opening: list[str] = []
    closing: list[str] = []
    for mark, closes in _marks(text):
        if closes and mark in opening:
            opening.remove(mark)
        else:
            (closing if closes else opening).append(mark)
    return opening, closing


def _marks(text: str) -> Iterator[tuple[str, bool]]:
    """Each run of marks, and whether it closes: a word stands before it. A star between spaces is none."""
    for run in _RUN.finditer(text):
        before, behind = text[: run.start()][-1:], text[run.end() :][:1]
        if before.strip() or behind.strip():
            yield run[0], bool(before.strip())
