"""From the bytes of a presentation to a Document: each slide with its notes and comments, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.errors import DamagedFile
from jargon_scanner.loaders.flow import Pen, Story, document_of, walk
from jargon_scanner.loaders.pptx.shapes import Shapes
from jargon_scanner.word_file import PartUnreadable, open_package

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element as Element

    from jargon_scanner.document import Document
    from jargon_scanner.loaders.flow import Gathered
    from jargon_scanner.word_file import Package

_USUAL_PLACE = "ppt/presentation.xml"
_OFF = {"0", "false"}


def read_presentation(path: Path, data: bytes, name: str) -> Document:
    """Read a presentation.

    Args:
        path: the file, for messages.
        data: its bytes.
        name: the name of the format.

    Raises:
        DocumentError: it cannot be read, in one of the ways of ``errors.py``.
    """
    package = open_package(path, data)
    main = package.main_name(_USUAL_PLACE)
    try:
        root = package.part(main).root
    except PartUnreadable as fault:
        raise DamagedFile(path, "its list of slides cannot be read") from fault
    show = _Show(package)
    slides = [_id(found) for found in root.iter("{*}sldId")]
    for number, relationship in enumerate(slides, start=1):
        show.slide(number, package.target(main, relationship))
    show.behind_slides()
    gathered = show.gathered
    gathered.counts["macro"] += package.has_macros
    return document_of(path, name, data, gathered, pages=len(slides) or None)


class _Show:
    """The slides of one presentation."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._layouts: list[str] = []
        self.gathered: Gathered = Pen().gathered

    def _part(self, name: str | None) -> Element | None:
        part = self._package.readable(name)
        self.gathered.counts["part-unreadable"] += part is None
        return None if part is None else part.root

    def slide(self, number: int, name: str | None) -> None:
        """Read a slide, its diagrams, notes and comments."""
        root = self._part(name)
        if root is None or name is None:
            return
        title = f"Slide {number}"
        pen = Pen(Story("body", title), self.gathered)
        pen.is_hidden = root.get("show") in _OFF
        walk(root, Shapes(pen))
        for link in self._package.relationships(name):
            if link.kind == "slideLayout":
                self._layouts.append(link.target)
            elif link.kind == "diagramData":
                self._walk(link.target, Story("body", f"{title}, diagram"))
            elif link.kind == "notesSlide":
                self._walk(link.target, Story("body", f"{title}, notes"), notes_only=True)
            elif link.kind == "comments":
                self._comments(link.target, Story("comment", f"{title}, comment"))

    def _walk(self, name: str, story: Story, *, notes_only: bool = False) -> None:
        root = self._part(name)
        if root is not None:
            wants = (lambda kind: kind == "body") if notes_only else None
            walk(root, Shapes(Pen(story, self.gathered), wants=wants))

    def _comments(self, name: str, story: Story) -> None:
        """Comments of both kinds: text in one piece, or paragraphs with replies."""
        root = self._part(name)
        if root is None:
            return
        pen = Pen(story, self.gathered)
        for held in root.iter("{*}text"):
            pen.begin()
            pen.say(held.text or "")
            pen.end()
        walk(root, Shapes(pen))

    def behind_slides(self) -> None:
        """What the layouts and masters of the slides show by themselves: placeholders there show nothing."""
        layouts = list(dict.fromkeys(self._layouts))
        masters = [
            link.target
            for layout in layouts
            for link in self._package.relationships(layout)
            if link.kind == "slideMaster"
        ]
        for name in (*layouts, *dict.fromkeys(masters)):
            root = self._part(name)
            if root is not None:
                story = Story("body", "Background of the slides")
                walk(root, Shapes(Pen(story, self.gathered), wants=lambda kind: kind is None))


def _id(element: Element) -> str | None:
    """The relationship that an element names, in either vocabulary."""
    return next((str(value) for key, value in element.items() if str(key).endswith("relationships}id")), None)
