"""One walk over a part of a Word package: every word that a reader sees, once, with its address.

The walk goes down into everything that it does not know, so that a new wrapper loses no words, and keeps its
own stack, so that no depth of nesting stops it. Elements that have a way of their own stand in
``_Walk.handlers``; those that hold no words a reader sees stand in ``_WORDLESS``.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from jargon_scanner.word_file.drawings import Drawings
from jargon_scanner.word_file.fields import Fields
from jargon_scanner.word_file.glyphs import symbol
from jargon_scanner.word_file.pen import Pen
from jargon_scanner.word_file.records import Story
from jargon_scanner.word_file.styles import list_place, outline_level
from jargon_scanner.word_file.tables import Tables
from jargon_scanner.word_file.values import child, is_on, value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from jargon_scanner.document import Part as StoryKind
    from jargon_scanner.word_file.anchor import Path
    from jargon_scanner.word_file.frames import Frame, Handler
    from jargon_scanner.word_file.package import Package, Part
    from jargon_scanner.word_file.records import Gathered

_WORDLESS = (
    "rPr", "sdtPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sdtEndPr", "customXmlPr", "smartTagPr",
    "rubyPr", "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "lastRenderedPageBreak",
    "instrText", "commentRangeStart", "commentRangeEnd", "annotationRef", "footnoteRef", "endnoteRef",
    "separator", "continuationSeparator", "softHyphen", "delText", "delInstrText", "moveFromRangeStart",
    "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "fldData", "background",
)  # fmt: skip
"""A soft hyphen is not seen unless a line breaks at it, and it parts no word."""


def walk(
    package: Package,
    part: Part,
    stories: Sequence[tuple[Story, Path, Element]],
    gathered: Gathered,
    hidden_styles: frozenset[str] = frozenset(),
) -> Gathered:
    """Walk over stories of a part.

    Args:
        package: what the part belongs to; charts and diagrams are parts of their own.
        part: the part.
        stories: for each story, the way to the element that holds it, and the element.
        gathered: what was found so far; it may be added to.
        hidden_styles: ids of styles whose text is hidden.

    Returns:
        What was found so far and here.
    """
    has_fields = next(part.root.iter(f"{part.names.w}fldChar"), None) is not None
    before = gathered.copy() if has_fields else gathered
    walked = _Walk(package, part, gathered, hidden_styles)
    walked.over(stories)
    if not walked.pen.unfinished:
        return gathered
    # A field that never ends swallows what follows. Word shows that text, so read all of it.
    before.counts["unfinished-field"] += 1
    _Walk(package, part, before, hidden_styles, heed_fields=False).over(stories)
    return before


class _Walk:
    """The walk over one part."""

    def __init__(
        self,
        package: Package,
        part: Part,
        gathered: Gathered,
        hidden_styles: frozenset[str],
        *,
        heed_fields: bool = True,
    ) -> None:
        self.pen = Pen(part.name, gathered, Story("body"))
        self._part = part
        self._w = part.names.w
        self._hidden_styles = hidden_styles
        vanishing = next(part.root.iter(f"{self._w}vanish"), None) is not None
        self._may_hide = vanishing or bool(hidden_styles)
        self._settings = {f"{self._w}{name}": name for name in ("pStyle", "numPr", "outlineLvl", "sectPr")}
        self._text_tag = f"{self._w}t"
        self._properties_tag = f"{self._w}rPr"
        self._package = package
        self._heed_fields = heed_fields

    def over(self, stories: Sequence[tuple[Story, Path, Element]]) -> None:
        """Walk over each story in turn."""
        handlers = (
            self._handlers()
        )  # not kept: bound to this walk, they would hold the whole tree in a circle
        for story, path, element in stories:
            self.pen.story = story
            self.pen.place = None
            self.pen.trail[:] = path
            self._down(element, handlers)
            self.pen.check_fields()
            self.pen.fields.clear()
            self.pen.muted = 0

    def _down(self, top: Element, handlers: dict[str, Handler | None]) -> None:
        """Take each element in turn, going down and up again. This is where the time goes."""
        trail = self.pen.trail
        frames: list[Frame] = [(enumerate(top), None)]
        while frames:
            children, leave = frames[-1]
            for index, element in children:
                tag = element.tag
                handler = handlers.get(tag, _plain)
                if handler is None:
                    continue
                frame = handler(element, index)
                if frame is not None:
                    frames.append(frame)
                    trail.append(index)
                    break
            else:
                if leave is not None:
                    leave()
                frames.pop()
                if frames:
                    trail.pop()

    def _handlers(self) -> dict[str, Handler | None]:
        w, m, a = self._w, self._part.names.m, self._part.names.a
        tables = Tables(self.pen, w)
        handlers: dict[str, Handler | None] = dict.fromkeys((f"{w}{name}" for name in _WORDLESS), None)
        handlers |= {
            f"{w}p": self._paragraph,
            f"{a}p": self._paragraph,
            f"{m}oMathPara": self._equation,
            f"{m}oMath": self._equation,
            f"{w}pPr": self._paragraph_properties,
            f"{w}r": self._run,
            f"{w}t": self._text,
            f"{m}t": self._text,
            f"{a}t": self._text,
            f"{w}tab": self._tab,
            f"{w}ptab": self._tab,
            f"{w}br": self._break,
            f"{w}cr": self._break,
            f"{a}br": self._break,
            f"{w}noBreakHyphen": self._hyphen,
            f"{w}sym": self._symbol,
            f"{w}ruby": self._ruby,
            f"{w}rt": self._ruby_reading,
            f"{w}sdt": self._control,
            f"{w}ins": self._inserted,
            f"{w}moveTo": self._inserted,
            f"{w}del": self._deleted,
            f"{w}moveFrom": self._deleted,
            f"{w}footnoteReference": self._note,
            f"{w}endnoteReference": self._note,
            f"{w}commentReference": self._note,
            f"{w}sectPr": self._section,
            f"{w}altChunk": self._other_document,
            f"{w}subDoc": self._other_document,
            f"{w}tbl": tables.table,
            f"{w}tr": tables.row,
            f"{w}tc": tables.cell,
            f"{w}fldChar": Fields(self.pen, w).mark if self._heed_fields else None,
        }
        handlers |= Drawings(self.pen, self._package, self._part).handlers()
        return handlers

    def _paragraph(self, element: Element, index: int) -> Frame:
        self.pen.open_paragraph(element, index)
        return enumerate(element), self.pen.close_paragraph

    def _equation(self, element: Element, index: int) -> Frame:
        """An equation that stands in no paragraph is one of its own."""
        return (enumerate(element), None) if self.pen.open else self._paragraph(element, index)

    def _paragraph_properties(self, element: Element, index: int) -> None:
        if not self.pen.open:
            return
        opened, w = self.pen.open[-1], self._w
        for setting in element:
            name = self._settings.get(setting.tag)
            if name is None:
                continue
            if name == "pStyle":
                opened.found.style = setting.get(f"{w}val")
                opened.is_hidden = opened.found.style in self._hidden_styles
            elif name == "numPr":
                opened.found.list_place = list_place(setting, w)
            elif name == "outlineLvl":
                opened.found.outline = outline_level(setting.get(f"{w}val"))
            else:
                self._section(setting, index)

    def _run(self, element: Element, index: int) -> Frame | None:
        """Nearly all runs hold properties and text only: say these at once, walk others as anything else."""
        if not self.pen.open:
            return enumerate(element), None
        self.pen.hidden = self.pen.open[-1].is_hidden
        leaves = enumerate(element)
        for at, leaf in leaves:
            tag = leaf.tag
            if tag == self._text_tag:
                if leaf.text:
                    self.pen.say(leaf.text, index, at)
            elif tag != self._properties_tag:
                return chain([(at, leaf)], leaves), self._run_ends
            elif self._may_hide:
                self._run_properties(leaf)
        self.pen.hidden = False
        return None

    def _run_ends(self) -> None:
        self.pen.hidden = False

    def _run_properties(self, element: Element) -> None:
        w = self._w
        switch = child(element, f"{w}vanish")
        if switch is not None:
            self.pen.hidden = is_on(switch, w)
        elif value(element, "rStyle", w) in self._hidden_styles:
            self.pen.hidden = True

    def _text(self, element: Element, index: int) -> None:
        text = element.text
        if not text:
            return
        if self.pen.open:
            self.pen.say(text, index)
        elif not text.isspace():  # text in no paragraph: Word would not write it, a reader might see it
            self.pen.open_paragraph(element, index)
            self.pen.say_at(text, self.pen.here(index))
            self.pen.close_paragraph()

    def _tab(self, _element: Element, index: int) -> None:
        self.pen.say("\t", index)

    def _break(self, element: Element, index: int) -> None:
        """A page or column break before the first word breaks no text."""
        is_line = element.get(f"{self._w}type") in {None, "textWrapping"}
        if is_line or (self.pen.open and self.pen.open[-1].length):
            self.pen.say("\n", index)

    def _hyphen(self, _element: Element, index: int) -> None:
        self.pen.say("-", index)

    def _symbol(self, element: Element, index: int) -> None:
        w = self._w
        shape = symbol(element.get(f"{w}font", ""), element.get(f"{w}char", ""))
        if shape:
            self.pen.say(shape, index)

    def _ruby(self, element: Element, _index: int) -> Frame:
        """The word, then its reading, which stands before it in the file and above it on the page."""
        parts = list(enumerate(element))
        return iter(sorted(parts, key=lambda part: part[1].tag == f"{self._w}rt")), None

    def _ruby_reading(self, element: Element, _index: int) -> Frame:
        self.pen.space()
        return enumerate(element), None

    def _control(self, element: Element, _index: int) -> Frame:
        """A content control; what it shows before it is filled in is the form's wording."""
        properties = child(element, f"{self._w}sdtPr")
        if not is_on(child(properties, f"{self._w}showingPlcHdr"), self._w):
            return enumerate(element), None
        self.pen.prompting += 1
        return enumerate(element), self._prompt_ends

    def _prompt_ends(self) -> None:
        self.pen.prompting -= 1

    def _inserted(self, element: Element, _index: int) -> Frame:
        self.pen.gathered.counts["tracked-insertion"] += 1
        return enumerate(element), None

    def _deleted(self, element: Element, index: int) -> None:
        """A comment on words that are deleted still stands beside them."""
        self.pen.gathered.counts["tracked-deletion"] += 1
        for reference in element.iter(f"{self._w}commentReference"):
            self._note(reference, index)

    def _note(self, element: Element, _index: int) -> None:
        kind = str(element.tag)[len(self._w) :].removesuffix("Reference")
        self.pen.gathered.notes.setdefault(kind, []).append(element.get(f"{self._w}id", ""))

    def _section(self, element: Element, _index: int) -> None:
        names = self._part.names
        kinds: tuple[StoryKind, StoryKind] = ("header", "footer")
        for kind in kinds:
            for link in element.iterchildren(f"{self._w}{kind}Reference"):
                reference = kind, link.get(f"{self._w}type", "default"), link.get(f"{names.r}id", "")
                self.pen.gathered.sections.append(reference)

    def _other_document(self, _element: Element, _index: int) -> None:
        self.pen.gathered.counts["document-inside"] += 1


def _plain(element: Element, _index: int) -> Frame | None:
    """Whatever has no way of its own: its children are walked as if they stood in its place."""
    return (enumerate(element), None) if len(element) else None
