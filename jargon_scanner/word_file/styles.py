"""What a document's styles say: which are headings, which are bold, hidden or numbered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from jargon_scanner.word_file.values import child, is_on, value, whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

    from jargon_scanner.word_file.package import Part
    from jargon_scanner.word_file.records import ListPlace

T = TypeVar("T")

_BODY_TEXT = 9
_HEADING_NAME = re.compile(r"heading ?([1-9])$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """What one style says itself; None where it leaves the word to the style that it is based on."""

    name: str
    based_on: str | None
    outline: int | None
    list_place: ListPlace | None
    bold: bool | None
    hidden: bool | None


class Styles:
    """The styles of a document, each answering with those that it is based on."""

    def __init__(self, part: Part | None) -> None:
        self._part = part
        self._elements: dict[str, Element] = {}
        self._styles: dict[str, Style] = {}
        self._levels: dict[str | None, int] = {}
        self._places: dict[str | None, ListPlace | None] = {}
        self._bold: dict[str | None, bool] = {}
        self.default: str | None = None
        if part is None:
            return
        w = part.names.w
        for element in part.root.iterchildren(f"{w}style"):
            style_id = element.get(f"{w}styleId", "")
            self._elements[style_id] = element
            if element.get(f"{w}type") == "paragraph" and element.get(f"{w}default") in {"1", "true", "on"}:
                self.default = style_id

    @property
    def hidden(self) -> frozenset[str]:
        """Ids of the styles whose text is hidden."""
        if self._part is None or next(self._part.root.iter(f"{self._part.names.w}vanish"), None) is None:
            return frozenset()
        return frozenset(name for name in self._elements if self._ask(name, lambda style: style.hidden))

    def _style(self, style_id: str | None) -> Style | None:
        """A style, read when it is first asked for: most of a document's styles are never used."""
        if self._part is None or style_id is None or style_id not in self._elements:
            return None
        if style_id not in self._styles:
            self._styles[style_id] = _read(self._elements[style_id], self._part.names.w)
        return self._styles[style_id]

    def heading_level(self, style_id: str | None) -> int:
        """The level of heading that a style makes, from 1; 0 when it makes none."""
        if style_id not in self._levels:
            self._levels[style_id] = self._heading_level(style_id)
        return self._levels[style_id]

    def _heading_level(self, style_id: str | None) -> int:
        if style_id is not None and style_id not in self._elements:
            named = _HEADING_NAME.match(style_id)
            return int(named[1]) if named else 0
        return self._ask(style_id, _own_level) or 0

    def is_bold(self, style_id: str | None) -> bool:
        """Whether a style makes text bold."""
        if style_id not in self._bold:
            self._bold[style_id] = bool(self._ask(style_id, lambda style: style.bold))
        return self._bold[style_id]

    def list_place(self, style_id: str | None) -> ListPlace | None:
        """The list and level that a style puts a paragraph in."""
        if style_id not in self._places:
            self._places[style_id] = self._ask(style_id, lambda style: style.list_place)
        return self._places[style_id]

    def _ask(self, style_id: str | None, question: Callable[[Style], T | None]) -> T | None:
        """The first answer from a style and those it is based on. A circle ends where it closes."""
        seen: set[str | None] = set()
        style = self._style(style_id)
        while style is not None and style_id not in seen:
            answer = question(style)
            if answer is not None:
                return answer
            seen.add(style_id)
            style_id = style.based_on
            style = self._style(style_id)
        return None


def _own_level(style: Style) -> int | None:
    if style.outline is not None:
        return style.outline
    if style.name.lower() == "title":
        return 1
    named = _HEADING_NAME.match(style.name)
    return int(named[1]) if named else None


def _read(element: Element, w: str) -> Style:
    paragraph, run = child(element, f"{w}pPr"), child(element, f"{w}rPr")
    return Style(
        name=value(element, "name", w) or "",
        based_on=value(element, "basedOn", w),
        outline=outline_level(value(paragraph, "outlineLvl", w)),
        list_place=list_place(child(paragraph, f"{w}numPr"), w),
        bold=switch(run, "b", w),
        hidden=switch(run, "vanish", w),
    )


def outline_level(text: str | None) -> int | None:
    """A heading's level, from 1; 0 for body text, None where none is given. Word counts from 0."""
    if text is None:
        return None
    level = whole(text, _BODY_TEXT)
    return level + 1 if level < _BODY_TEXT else 0


def list_place(setting: Element | None, w: str) -> ListPlace | None:
    """The list and level that a ``w:numPr`` names."""
    if setting is None:
        return None
    level = value(setting, "ilvl", w)
    return value(setting, "numId", w), None if level is None else whole(level)


def switch(properties: Element | None, name: str, w: str) -> bool | None:
    """An on-off property; None where it is not spoken of."""
    found = child(properties, f"{w}{name}")
    return None if found is None else is_on(found, w)
