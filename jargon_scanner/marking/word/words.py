"""The words of a paragraph as the elements that hold them, cut where a mark begins or ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from copy import deepcopy
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from jargon_scanner.marking.word.elements import SPACE, like
from jargon_scanner.word_file import find

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from jargon_scanner.marking.word.ids import Ids
    from jargon_scanner.word_file import Anchor

_start = attrgetter("start")


class Atom(NamedTuple):
    """Characters ``start`` to ``end`` of a block, and the element that holds them and nothing else."""

    start: int
    end: int
    element: Element


class Words:
    """The words of one block. All elements are found before the first is changed: paths do not last.

    Attributes:
        paragraph: the paragraph's element, or what stands for one.
    """

    def __init__(self, root: Element, anchor: Anchor, w: str, ids: Ids) -> None:
        self.paragraph = find(root, anchor.path)
        self._atoms = [
            Atom(segment.start, segment.end, find(self.paragraph, segment.path))
            for segment in anchor.segments
        ]
        self._w = w
        self._ids = ids

    def holding(self, start: int, end: int) -> list[Atom]:
        """The atoms that hold any of the characters from ``start`` to ``end``."""
        first = max(bisect_right(self._atoms, start, key=_start) - 1, 0)
        last = bisect_left(self._atoms, end, key=_start)
        return [atom for atom in self._atoms[first:last] if start < atom.end]

    def cut(self, start: int, end: int) -> None:
        """Cut runs so that some hold the characters from ``start`` to ``end`` and no others.

        Each piece of a run keeps the properties of the whole.
        """
        self._cut_before(start)
        self._cut_after(end)

    def runs(self, start: int, end: int) -> list[Element]:
        """The runs that hold any of the characters from ``start`` to ``end``, in order."""
        runs: list[Element] = []
        for atom in self.holding(start, end):
            run = atom.element.getparent()
            if run is not None and (not runs or runs[-1] is not run):
                runs.append(run)
        return runs

    def _cut_before(self, offset: int) -> None:
        at = self._at(offset)
        if at is None:
            return
        if offset > self._atoms[at].start:
            at = self._split_text(at, offset)
        self._split_run(self._atoms[at].element)

    def _cut_after(self, offset: int) -> None:
        at = self._at(offset - 1)
        if at is None:
            return
        if offset < self._atoms[at].end:
            self._split_text(at, offset)
        following = self._atoms[at].element.getnext()
        if following is not None:
            self._split_run(following)

    def _at(self, offset: int) -> int | None:
        at = bisect_right(self._atoms, offset, key=_start) - 1
        return at if at >= 0 and offset < self._atoms[at].end else None

    def _split_text(self, at: int, offset: int) -> int:
        """Cut one text in two; the number of the atom that begins at the offset, where it can be cut."""
        start, end, element = self._atoms[at]
        text = element.text or ""
        if element.tag != f"{self._w}t" or len(text) != end - start:
            return at
        rest = like(element)
        element.text, rest.text = text[: offset - start], text[offset - start :]
        for part in (element, rest):
            part.set(SPACE, "preserve")
        element.addnext(rest)
        self._atoms[at : at + 1] = [Atom(start, offset, element), Atom(offset, end, rest)]
        return at + 1

    def _split_run(self, first: Element) -> None:
        """Cut a run so that one of its children becomes the first of a run of its own."""
        run = first.getparent()
        properties = f"{self._w}rPr"
        if run is None or run.tag != f"{self._w}r":
            return
        if all(one.tag == properties for one in first.itersiblings(preceding=True)):
            return
        rest = like(run)
        moved = [first, *first.itersiblings()]
        for one in run.iterchildren(properties):
            rest.append(self._ids.renewed(deepcopy(one)))
        run.addnext(rest)
        rest.extend(moved)
