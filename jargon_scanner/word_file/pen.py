"""The pen of a walk: it writes characters into the open paragraph and keeps the address of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jargon_scanner.word_file.anchor import Segment
from jargon_scanner.word_file.records import Paragraph, Story

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from jargon_scanner.table_labels import Place
    from jargon_scanner.word_file.anchor import Path
    from jargon_scanner.word_file.records import Gathered

_DEEP = 64
_MOST_STEPS = 20_000_000
"""Addresses of deep text are long: as many steps as this take some 200 MB."""


class TooDeep(Exception):
    """So much text stands so deep that its addresses would fill the memory."""


@dataclass(slots=True)
class Field:
    """A field that has begun and not ended.

    Attributes:
        in_code: true until its instruction ends and its result begins.
        shown: what a form field shows when its result is no text.
        path: the way to the element that ``shown`` comes from.
        has_result: true once its result has text.
    """

    in_code: bool = True
    shown: str = ""
    path: Path = ()
    has_result: bool = False


@dataclass(slots=True)
class OpenParagraph:
    """A paragraph that is being read.

    Attributes:
        found: what will be known of it.
        depth: how many steps lead to its element.
        length: how many characters were written.
        pieces: what was written.
        is_hidden: whether its style hides its text.
        has_hidden: whether hidden text was written.
    """

    found: Paragraph
    depth: int
    length: int = 0
    pieces: list[str] = field(default_factory=list)
    is_hidden: bool = False
    has_hidden: bool = False


@dataclass(slots=True)
class _Outside:
    """What is put aside while a story inside a paragraph (a text box) is read."""

    story: Story
    place: Place | None
    open: list[OpenParagraph]
    fields: list[Field]
    muted: int


class Pen:
    """Where the walk stands, and what it has written.

    Attributes:
        part: name of the part that is walked.
        gathered: what the walk adds to.
        trail: the step taken at each level from the part's root down to the parent of the element at hand.
        story: the story at hand.
        place: the innermost cell at hand.
        open: paragraphs that have begun, the innermost last.
        fields: fields that have begun, the innermost last.
        muted: how many of them are in their instruction: text there is not shown.
        prompting: how many content controls around the element show placeholder text.
        hidden: true in a run of hidden text.
        unfinished: true when a story ended inside a field's instruction.
    """

    def __init__(self, part: str, gathered: Gathered, story: Story) -> None:
        self.part = part
        self.gathered = gathered
        self.trail: list[int] = []
        self.story = story
        self.place: Place | None = None
        self.open: list[OpenParagraph] = []
        self.fields: list[Field] = []
        self.muted = 0
        self.prompting = 0
        self.hidden = False
        self.unfinished = False
        self._outside: list[_Outside] = []

    def here(self, index: int) -> Path:
        """The way from the part's root to a child of the element at hand."""
        return (*self.trail, index)

    def say(self, text: str, *steps: int) -> None:
        """Write text that comes from an element below the one at hand, by the steps that lead down to it."""
        if self.open and not self.muted:
            opened = self.open[-1]
            self._write(text, (*self.trail[opened.depth :], *steps), opened)

    def say_at(self, text: str, path: Path) -> None:
        """Write text that comes from the element at a path from the part's root."""
        if self.open and not self.muted:
            opened = self.open[-1]
            inside = path[: opened.depth] == opened.found.path
            self._write(text, path[opened.depth :] if inside else tuple(self.trail[opened.depth :]), opened)

    def space(self) -> None:
        """Keep two words apart that the page keeps apart by their places; the space is in no element."""
        if self.open and not self.muted and self.open[-1].pieces:
            self.open[-1].pieces.append(" ")
            self.open[-1].length += 1

    def _write(self, text: str, path: Path, opened: OpenParagraph) -> None:
        if len(path) > _DEEP:
            self._count(len(path))
        start = opened.length
        opened.length = end = start + len(text)
        opened.pieces.append(text)
        opened.found.segments.append(Segment(start, end, path))
        if self.fields:
            self.fields[-1].has_result = True
        if self.prompting:
            opened.found.prompts.append((start, end))
        if self.hidden and not text.isspace():
            opened.has_hidden = True

    def open_paragraph(self, element: Element, index: int) -> None:
        """Begin a paragraph; its place among the others is the one at which it begins."""
        path = (*self.trail, index)
        if len(path) > _DEEP:
            self._count(len(path))
        paragraph = Paragraph(self.story, self.part, element, path, self.place)
        self.open.append(OpenParagraph(paragraph, len(path)))
        self.gathered.paragraphs.append(paragraph)

    def _count(self, steps: int) -> None:
        self.gathered.steps += steps
        if self.gathered.steps > _MOST_STEPS:
            raise TooDeep

    def close_paragraph(self) -> None:
        """End the innermost paragraph."""
        opened = self.open.pop()
        opened.found.text = "".join(opened.pieces)
        if opened.has_hidden:
            self.gathered.counts["hidden-text"] += 1

    def aside(self, element: Element, index: int, text: str, name: str) -> None:
        """Add words that stand in an attribute of an element: the description of a picture."""
        story = Story(self.story.kind, self.inside(name), aside=True)
        paragraph = Paragraph(story, self.part, element, self.here(index), self.place, text)
        self.gathered.paragraphs.append(paragraph)

    def inside(self, name: str) -> str:
        """A numbered name of something that stands in this story: "Text box 3", "Header, text box 4"."""
        around = self.story.name
        named = f"{around}, {name[0].lower()}{name[1:]}" if around else name
        self.gathered.boxes[named] += 1
        return f"{named} {self.gathered.boxes[named]}"

    def enter_story(self, story: Story) -> None:
        """Begin a story inside the one at hand."""
        self._outside.append(_Outside(self.story, self.place, self.open, self.fields, self.muted))
        self.story, self.place, self.open, self.fields, self.muted = story, None, [], [], 0

    def leave_story(self) -> None:
        """Go back to the story outside."""
        self.check_fields()
        outside = self._outside.pop()
        self.story, self.place, self.open = outside.story, outside.place, outside.open
        self.fields, self.muted = outside.fields, outside.muted

    def check_fields(self) -> None:
        """At the end of a story, a field still in its instruction has swallowed text that is shown."""
        self.unfinished = self.unfinished or self.muted > 0
