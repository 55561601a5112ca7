"""Addresses: how a character of a block is found again in the package."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Path: TypeAlias = tuple[int, ...]
"""The way down to an element: the number of the child to take at each step, from 0."""


class Segment(NamedTuple):
    """Characters of a block that come from one element.

    Attributes:
        start: offset of the first of them in the block's text.
        end: offset just after the last.
        path: from the paragraph's element to the element that holds them: a ``w:t``, or a tab, break, symbol
            or form field, which stands for a character or a word. The step before the last leads to the run.
    """

    start: int
    end: int
    path: Path


class Address(NamedTuple):
    """One character in a package.

    Attributes:
        part: name of the part.
        path: from the part's root to the element that holds the character.
        offset: place of the character in that element's text.
    """

    part: str
    path: Path
    offset: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the text of a block stands in a Word package.

    Attributes:
        part: name of the part: ``word/document.xml``.
        path: from the part's root to the paragraph's element.
        segments: the elements that its characters come from, in order. Characters in none of them (the space
            that keeps a ruby word from its reading) are ours; text that stands in an attribute, as a
            picture's description does, has no segments at all.
    """

    part: str
    path: Path
    segments: tuple[Segment, ...]

    def address(self, offset: int) -> Address | None:
        """Where the character at ``offset`` of the block's text stands; None when it is not the file's."""
        at = bisect_right(self.segments, offset, key=lambda segment: segment.start) - 1
        if at < 0 or offset >= self.segments[at].end:
            return None
        segment = self.segments[at]
        return Address(self.part, self.path + segment.path, offset - segment.start)


def find(root: Element, path: Path) -> Element:
    """The element at the end of a path."""
    for step in path:
        root = root[step]
    return root
