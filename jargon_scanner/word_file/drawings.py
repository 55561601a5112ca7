"""Drawings: text boxes, pictures and their descriptions, word art, charts, diagrams, embedded files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jargon_scanner.word_file.anchor import Segment
from jargon_scanner.word_file.names import CHART_2014, MARKUP_COMPATIBILITY, OFFICE, VML
from jargon_scanner.word_file.records import Paragraph, Story

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from jargon_scanner.word_file.frames import Frame, Handler
    from jargon_scanner.word_file.package import Package, Part
    from jargon_scanner.word_file.pen import Pen

_KNOWN_BY_WORD = ("http://schemas.microsoft.com/office/", "http://schemas.openxmlformats.org/")
_WRITTEN_BY_MACHINE = re.compile(
    r"description automatically generated|AI-generated content|\S*[./_\\]\S*$", re.IGNORECASE
)
"""Descriptions that no person wrote: Word's guesses, and names of files."""


def is_written_by_machine(description: str) -> bool:
    """Whether no person wrote the description of a picture."""
    return _WRITTEN_BY_MACHINE.search(description.strip()) is not None


class Drawings:
    """Handles what stands in ``w:drawing``, ``w:pict`` and ``w:object``."""

    def __init__(self, pen: Pen, package: Package, part: Part) -> None:
        self._pen = pen
        self._package = package
        self._part = part
        self._described = False

    def handlers(self) -> dict[str, Handler | None]:
        """The elements that are handled here."""
        names = self._part.names
        return {
            f"{MARKUP_COMPATIBILITY}AlternateContent": self.choose,
            f"{names.w}txbxContent": self.text_box,
            f"{names.wp}docPr": self.describe,
            f"{names.pic}pic": self.picture,
            f"{VML}imagedata": self.old_picture,
            f"{VML}textpath": self.word_art,
            f"{names.c}chart": self.chart,
            f"{CHART_2014}chart": self.chart,
            f"{names.d}relIds": self.diagram,
            f"{names.w}object": self.embedded,
            f"{OFFICE}OLEObject": None,
            f"{names.w}control": None,
        }

    def choose(self, element: Element, _index: int) -> Frame | None:
        """Of one thing told in two ways take the first that Word understands: never both, never none."""
        branches = list(enumerate(element))
        for branch in branches:
            if branch[1].tag == f"{MARKUP_COMPATIBILITY}Choice" and _is_understood(branch[1]):
                return iter([branch]), None
        return iter([b for b in branches if b[1].tag == f"{MARKUP_COMPATIBILITY}Fallback"]), None

    def text_box(self, element: Element, _index: int) -> Frame:
        """A text box is a story of its own."""
        self._pen.enter_story(Story("textbox", self._pen.inside("Text box")))
        return enumerate(element), self._pen.leave_story

    def describe(self, element: Element, index: int) -> None:
        """Read the description that a person wrote for those who cannot see the drawing."""
        self._described = self._read_description(element, index, element.get("descr", ""))

    def _read_description(self, element: Element, index: int, text: str) -> bool:
        if not text.strip() or is_written_by_machine(text):
            return False
        self._pen.aside(element, index, text, "Picture description")
        return True

    def picture(self, _element: Element, _index: int) -> None:
        """Count a picture: words in it cannot be read."""
        self._count_picture(described=self._described)

    def old_picture(self, element: Element, index: int) -> None:
        """Count a picture in the older form; its description stands on the shape around it."""
        shape = element.getparent()
        text = "" if shape is None else shape.get("alt", "")
        self._count_picture(described=self._read_description(element, index, text))

    def _count_picture(self, *, described: bool) -> None:
        self._pen.gathered.counts["picture"] += 1
        self._pen.gathered.counts["picture-described"] += described

    def word_art(self, element: Element, index: int) -> None:
        """Read lettering that is drawn as a shape: watermarks."""
        text = element.get("string", "")
        if text.strip():
            self._pen.aside(element, index, text, "Lettering")

    def embedded(self, element: Element, _index: int) -> None:
        """Count a file or a form control inside the document; the picture that stands for it is no more."""
        is_control = next(element.iterchildren(f"{self._part.names.w}control"), None) is not None
        self._pen.gathered.counts["form-control" if is_control else "embedded-file"] += 1

    def chart(self, element: Element, _index: int) -> None:
        """Read the titles and names in a chart, which is a part of its own."""
        self._read_part(element.get(f"{self._part.names.r}id"), "Chart")

    def diagram(self, element: Element, _index: int) -> None:
        """Read the words of a diagram, which is a part of its own."""
        self._read_part(element.get(f"{self._part.names.r}dm"), "Diagram")

    def _read_part(self, relationship_id: str | None, name: str) -> None:
        target = self._package.target(self._part.name, relationship_id)
        if target is None:
            return
        part = self._package.readable(target)
        if part is None:
            self._pen.gathered.counts["part-unreadable"] += 1
            return
        story = Story(self._pen.story.kind, self._pen.inside(name), aside=True)
        said: set[str] = set()
        for element in _worded(part):
            paragraph = _drawn_paragraph(part, element, story)
            if paragraph.text.strip() and paragraph.text not in said:
                said.add(paragraph.text)  # a chart repeats the names of its categories for each of its series
                self._pen.gathered.paragraphs.append(paragraph)


def _is_understood(branch: Element) -> bool:
    """Whether Word, as it is now, understands every namespace that a branch asks for."""
    spaces = [branch.nsmap.get(prefix, "") for prefix in branch.get("Requires", "").split()]
    return all(space.startswith(_KNOWN_BY_WORD) for space in spaces)


def _worded(part: Part) -> Iterator[Element]:
    """Elements of a chart or diagram that each hold a paragraph or a name."""
    names = part.names
    texts = {f"{names.a}p", f"{names.c}strCache", f"{CHART_2014}strDim"}
    for element in part.root.iter(*texts):
        if element.tag == f"{names.a}p":
            yield element
        else:
            yield from element.iter(f"{names.c}v", f"{CHART_2014}pt")


def _drawn_paragraph(part: Part, element: Element, story: Story) -> Paragraph:
    """A paragraph of DrawingML, or one name of a chart."""
    base = _path_to(element)
    held = list(element.iter(f"{part.names.a}t")) if element.tag == f"{part.names.a}p" else [element]
    segments: list[Segment] = []
    length = 0
    for holder in held:
        text = holder.text or ""
        segments.append(Segment(length, length + len(text), _path_to(holder)[len(base) :]))
        length += len(text)
    text = "".join(holder.text or "" for holder in held)
    return Paragraph(story, part.name, element, base, None, text, segments)


def _path_to(element: Element) -> tuple[int, ...]:
    steps: list[int] = []
    parent = element.getparent()
    while parent is not None:
        steps.append(parent.index(element))
        element, parent = parent, parent.getparent()
    return tuple(reversed(steps))
