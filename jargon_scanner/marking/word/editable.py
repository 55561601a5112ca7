"""Whether words may be changed where they stand, and why not."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from jargon_scanner.marking.word.fields import Fields
from jargon_scanner.word_file.values import child, is_on, value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as Element

    from jargon_scanner.marking.word.words import Atom, Words
    from jargon_scanner.word_file import Part

_LIKE_TEXT = "t tab br cr noBreakHyphen softHyphen lastRenderedPageBreak sym ptab rPr".split()
_LOCKED = {"contentLocked", "sdtContentLocked"}
_CHOICES = set("dropDownList comboBox date checkbox picture citation bibliography equation".split())
_AROUND_RUNS = "p ins hyperlink smartTag customXml sdt sdtContent fldSimple dir bdo".split()
_STORIES = "document hdr ftr footnotes endnotes".split()
_WORKED_OUT = "a field works the words out, so a change would not last"
_MISREAD = "LibreOffice would lose track of a change in this kind of form field"
_NO_PLACE = "the words stand where Word tracks no changes"


class Rules:
    """What may be changed in one part.

    Args:
        part: the part.
        tracked: whether changes are to be tracked, or made outright.
    """

    def __init__(self, part: Part, *, tracked: bool) -> None:
        self._w = part.names.w
        self._fields = Fields(part)
        self._tracked = tracked
        self._is_story = part.root.tag in {f"{self._w}{name}" for name in _STORIES}

    def why_not(self, words: Words, start: int, end: int) -> str:
        """Why some words may not be changed, a clause; "" where they may.

        Args:
            words: of the block that they stand in.
            start: their place in the block.
            end: offset just after them.
        """
        w = self._w
        atoms = words.holding(start, end)
        if sum(min(atom.end, end) - max(atom.start, start) for atom in atoms) < end - start:
            return _NO_PLACE
        runs = [run for atom in atoms if (run := atom.element.getparent()) is not None]
        if not self._is_story or any(run.tag != f"{w}r" for run in runs) or not _hold_text_only(atoms, w):
            return _NO_PLACE
        if any(self._fields.writes(run) for run in runs):
            return _WORKED_OUT
        reason = next((reason for run in runs if (reason := _around(run, w))), "")
        if not reason and self._tracked and any(map(self._is_misread, runs)):
            reason = _MISREAD
        if not reason and len({(self._fields.names(run), _control(run, w)) for run in runs}) > 1:
            reason = "the words stand partly in a field or control and partly outside it"
        return reason

    def _is_misread(self, run: Element) -> bool:
        """Whether LibreOffice (7.4) loses track of changes here: deleted words come back as text.

        It does so in a control for plain text in a line, and in the first paragraph of a control that holds
        paragraphs, a table or a cell. What it then shows, or makes into a PDF, is neither the old text
        nor the new.
        """
        paragraph = next(run.iterancestors(f"{self._w}p"), None)
        return any(_is_fragile(one, paragraph, self._w) for one in run.iterancestors(f"{self._w}sdt"))


def _hold_text_only(atoms: Sequence[Atom], w: str) -> bool:
    """Whether nothing but text stands at and between the words: a note's number there would go with them."""
    allowed = {f"{w}{name}" for name in _LIKE_TEXT}
    for atom in atoms:
        if atom.element.tag not in allowed:
            return False
    for one, other in pairwise(atoms):
        if one.element.getparent() is not other.element.getparent():
            between = [*one.element.itersiblings(), *other.element.itersiblings(preceding=True)]
        else:
            between = _siblings_between(one.element, other.element)
        if any(element.tag not in allowed for element in between):
            return False
    return True


def _siblings_between(one: Element, other: Element) -> list[Element]:
    found = []
    for element in one.itersiblings():
        if element is other:
            break
        found.append(element)
    return found


def _around(run: Element, w: str) -> str:
    """Why what stands around a run forbids a change of it."""
    allowed = {f"{w}{name}" for name in _AROUND_RUNS}
    parent = run.getparent()
    for outer in _up_to_paragraph(run, w):
        if outer.tag == f"{w}ins" and outer is not parent:
            return "the words stand in a larger insertion that nobody has accepted yet"
        if outer.tag == f"{w}fldSimple":
            return _WORKED_OUT
        if outer.tag not in allowed:
            return _NO_PLACE
    return next((reason for one in run.iterancestors(f"{w}sdt") if (reason := _locked(one, w))), "")


def _up_to_paragraph(run: Element, w: str) -> Iterator[Element]:
    for outer in run.iterancestors():
        yield outer
        if outer.tag == f"{w}p":
            return


def _locked(control: Element, w: str) -> str:
    """Why the words in a content control may not be changed."""
    properties = child(control, f"{w}sdtPr")
    if properties is None:
        return ""
    names = {str(one.tag).rpartition("}")[2] for one in properties}
    if value(properties, "lock", w) in _LOCKED or "group" in names:
        return "the words stand in a locked part of the form"
    if "dataBinding" in names:
        return "the words are filled in from the document's own data"
    if names & _CHOICES:
        return "the words are a choice in the form"
    if is_on(child(properties, f"{w}showingPlcHdr"), w):
        return "the words are the form's hint for an empty answer"
    return ""


def _is_fragile(control: Element, paragraph: Element | None, w: str) -> bool:
    """Whether a control is one in which LibreOffice keeps only the text of a paragraph."""
    first = next(control.iter(f"{w}p"), None)
    if first is None:
        return next(control.iterfind(f"{w}sdtPr/{w}text"), None) is not None
    holds_rows = next(control.iterfind(f"{w}sdtContent/{w}tr"), None) is not None
    return first is paragraph and not holds_rows


def _control(run: Element, w: str) -> Element | None:
    return next(run.iterancestors(f"{w}sdt"), None)
