"""Where a comment may begin and end so that no program loses it, or the words around it.

Comments hang on direct children of a paragraph of the body: never inside a text box, a field, an insertion, a
hyperlink or an inline control, and not in a block control, where LibreOffice drops them and sometimes the
text with them. Where the words themselves are out of reach, the nearest place that is safe is taken and the
comment quotes them.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from jargon_scanner.document import Block
    from jargon_scanner.marking.word.copy import Copy
    from jargon_scanner.marking.word.fields import Fields

_CONTENT = "r ins del hyperlink smartTag customXml sdt fldSimple moveTo moveFrom".split()
_CLOSE = "r ins del".split()
_MARGINS = {"header", "footer"}


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a comment is put.

    Attributes:
        paragraph: the paragraph.
        first: its child that the comment begins before; None in a paragraph without any.
        last: its child that the comment ends behind.
        is_exact: whether the comment covers the words and little else, so that they need not be quoted.
        in_place: whether it is near the words, so that a reader sees what is meant.
    """

    paragraph: Element
    first: Element | None
    last: Element | None
    is_exact: bool = False
    in_place: bool = True


class Spots:
    """Finds places for comments in a document."""

    def __init__(self, copy: Copy, fields: Fields) -> None:
        self._copy = copy
        self._w = copy.main.names.w
        self._fields = fields
        self._order = {element: at for at, element in enumerate(copy.main.root.iter(f"{self._w}p"))}

    def of_words(self, first: Element, last: Element) -> Spot | None:
        """The spot of words of the body.

        Args:
            first: the element, a run or what stands for one, that holds the first of them.
            last: the same of the last.
        """
        start, end = self._top(first), self._top(last)
        if start is None or end is None:
            return None
        paragraph = start.getparent()
        if paragraph is None or end.getparent() is not paragraph:
            return None
        if not self._is_safe(paragraph):
            return self._beside(paragraph)
        begin, finish = self._out_of_fields(paragraph, start, end)
        close = {f"{self._w}{name}" for name in _CLOSE}
        is_exact = (begin, finish) == (start, end) and _stay_near(first, start, close) and start.tag in close
        return Spot(paragraph, begin, finish, is_exact and end.tag in close)

    def of_block(self, block: Block, element: Element) -> Spot | None:
        """The spot for a block whose words no comment can hang on: margins, notes, comments, drawings."""
        w = self._w
        if block.anchor.part == self._copy.main.name:
            return self.of_words(element, element)
        if block.part in {"footnote", "endnote", "comment"}:
            note = next(element.iterancestors(f"{w}{block.part}"), None)
            wanted = None if note is None else note.get(f"{w}id")
            for reference in self._copy.main.root.iter(f"{w}{block.part}Reference"):
                if reference.get(f"{w}id") == wanted and wanted is not None:
                    spot = self.of_words(reference, reference)
                    return spot and Spot(spot.paragraph, spot.first, spot.last)
        drawing = self._drawing_of(block.anchor.part)
        if drawing is not None:
            return self.of_words(drawing, drawing)
        return self._at(self._safe[0], in_place=False) if self._safe else None

    def _drawing_of(self, part: str) -> Element | None:
        """What shows a part of its own, a chart or a diagram, in the body."""
        links = self._copy.package.relationships(self._copy.main.name)
        wanted = {link.id for link in links if link.target == part and link.kind not in _MARGINS}
        if not wanted:
            return None
        r = self._copy.main.names.r
        for element in self._copy.main.root.iter():
            if any(str(name).startswith(r) and value in wanted for name, value in element.items()):
                return element
        return None

    def _top(self, element: Element) -> Element | None:
        """The child of a paragraph that holds an element: of the outermost one, where a box lies between."""
        w = self._w
        boxes = list(element.iterancestors(f"{w}txbxContent"))
        node: Element | None = boxes[-1] if boxes else element
        if node is not None and node.tag == f"{w}p":
            content = self._content(node)
            return content[0] if content else None
        while node is not None:
            parent = node.getparent()
            if parent is not None and parent.tag == f"{w}p":
                return node
            node = parent
        return None

    def _is_safe(self, paragraph: Element) -> bool:
        outside = (f"{self._w}sdt", f"{self._w}txbxContent")
        return next(paragraph.iterancestors(*outside), None) is None and not self._fields.is_crossed(
            paragraph
        )

    @cached_property
    def _safe(self) -> list[Element]:
        """Every safe paragraph in order; those without content only where there are no others."""
        safe = [one for one in self._order if self._is_safe(one)]
        return [one for one in safe if self._content(one)] or safe

    def _beside(self, paragraph: Element) -> Spot | None:
        """The last safe paragraph before this one (in a form, the label beside the answer), or the next."""
        if not self._safe:
            return None
        after = bisect_left(self._safe, self._order[paragraph], key=self._order.__getitem__)
        return self._at(self._safe[max(after - 1, 0)])

    def _at(self, paragraph: Element, *, in_place: bool = True) -> Spot:
        content = self._content(paragraph)
        if not content:
            return Spot(paragraph, None, None, in_place=in_place)
        first, last = self._out_of_fields(paragraph, content[0], content[-1])
        return Spot(paragraph, first, last, in_place=in_place)

    def _content(self, paragraph: Element) -> list[Element]:
        return list(paragraph.iterchildren(*(f"{self._w}{name}" for name in _CONTENT)))

    def _out_of_fields(self, paragraph: Element, first: Element, last: Element) -> tuple[Element, Element]:
        """The same stretch, wider where it would begin or end inside a field."""
        start, end = paragraph.index(first), paragraph.index(last)
        for begins, ends in self._fields.spans(paragraph):
            if begins <= end and start <= ends and not (start <= begins and ends <= end):
                start, end = min(start, begins), max(end, ends)
        return paragraph[start], paragraph[end]


def _stay_near(element: Element, top: Element, close: set[str]) -> bool:
    """Whether nothing but runs and marks stands between an element and the child of its paragraph."""
    node: Element | None = element
    while node is not None and node is not top:
        node = node.getparent()
        if node is not None and node.tag not in close:
            return False
    return True
