"""List numbers, worked out as Word shows them: they are not part of any text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.word_file.values import value, whole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from jargon_scanner.word_file.package import Part
    from jargon_scanner.word_file.records import ListPlace

_SLOT = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN = 3999
_LETTERS = 26
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, in which figures, and what stands around them ("%1.%2)")."""

    start: int
    figures: str
    pattern: str
    style: str | None


class Numbering:
    """The lists of a document. Ask for the number of each paragraph in reading order, once."""

    def __init__(self, part: Part | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._patterns: dict[str, Element] = {}
        self._unread: dict[str, Element] = {}
        self._w = ""
        if part is None:
            return
        self._w = w = part.names.w
        for abstract in part.root.iterchildren(f"{w}abstractNum"):
            self._patterns[abstract.get(f"{w}abstractNumId", "")] = abstract
        for number in part.root.iterchildren(f"{w}num"):
            self._unread[number.get(f"{w}numId", "")] = number

    def _read(self, list_id: str) -> None:
        """Read a list when it is first asked for: forms carry many that they do not use."""
        number = self._unread.pop(list_id, None)
        if number is None:
            return
        w = self._w
        abstract = value(number, "abstractNumId", w) or ""
        self._lists[list_id] = abstract
        if abstract not in self._levels:
            self._levels[abstract] = dict(_levels(self._patterns.get(abstract), w))
        changes = list(number.iterchildren(f"{w}lvlOverride"))
        levels = {at: level for change in changes for at, level in _levels(change, w)}
        if levels:  # a list with levels of its own counts on its own
            self._lists[list_id] = f"own {list_id}"
            self._levels[self._lists[list_id]] = self._levels[abstract] | levels
        self._starts[list_id] = {
            whole(change.get(f"{w}ilvl")): whole(start)
            for change in changes
            if (start := value(change, "startOverride", w)) is not None
        }

    def is_list(self, place: ListPlace | None) -> bool:
        """Whether a paragraph with this place is an item of a list; list 0 means none."""
        return place is not None and place[0] not in {None, "0"}

    def next_number(self, place: ListPlace | None, style: str | None = None) -> str:
        """The number of the next paragraph in a list: "2.1", "b)". "" for bullets and outside lists.

        Args:
            place: the list and level.
            style: the paragraph's style, which tells the level where the place does not.
        """
        if place is None or place[0] is None:
            return ""
        self._read(place[0])
        if place[0] not in self._lists:
            return ""
        abstract = self._lists[place[0]]
        levels = self._levels.get(abstract, {})
        at = place[1] if place[1] is not None else _level_of_style(levels, style)
        if at >= _LEVELS or at not in levels:
            return ""
        return _shown(levels, self._count(abstract, place[0], levels, at), at)

    def _count(self, abstract: str, list_id: str, levels: dict[int, Level], at: int) -> list[int | None]:
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        for level, start in self._starts.pop(list_id, {}).items():
            if level < _LEVELS:
                counts[level] = start - 1
        so_far = counts[at]
        counts[at] = levels[at].start if so_far is None else so_far + 1
        for above in range(at):
            if counts[above] is None:
                counts[above] = levels[above].start if above in levels else 1
        counts[at + 1 :] = [None] * (_LEVELS - at - 1)
        return counts


def _levels(holder: Element | None, w: str) -> list[tuple[int, Level]]:
    if holder is None:
        return []
    return [
        (
            whole(level.get(f"{w}ilvl")),
            Level(
                start=whole(value(level, "start", w), 1),
                figures=value(level, "numFmt", w) or "decimal",
                pattern=value(level, "lvlText", w) or "",
                style=value(level, "pStyle", w),
            ),
        )
        for level in holder.iterchildren(f"{w}lvl")
    ]


def _level_of_style(levels: dict[int, Level], style: str | None) -> int:
    return next((at for at, level in levels.items() if style is not None and level.style == style), 0)


def _shown(levels: dict[int, Level], counts: list[int | None], at: int) -> str:
    if levels[at].figures in {"bullet", "none"}:
        return ""

    def figure(slot: re.Match[str]) -> str:
        level = int(slot[1]) - 1
        count = counts[level]
        return (
            ""
            if count is None
            else in_figures(count, levels[level].figures if level in levels else "decimal")
        )

    return _SLOT.sub(figure, levels[at].pattern).strip()


def in_figures(number: int, figures: str) -> str:
    """A number as a list shows it; plain digits for kinds of figures that English forms do not use."""
    if figures in {"lowerLetter", "upperLetter"} and number > 0:
        repeats, letter = divmod(number - 1, _LETTERS)
        text = chr(ord("a") + letter) * min(repeats + 1, _LEVELS)
    elif figures in {"lowerRoman", "upperRoman"} and 0 < number <= _MOST_ROMAN:
        text = _roman(number)
    elif figures == "decimalZero":
        text = f"{number:02}"
    else:
        text = str(number)
    return text.upper() if figures.startswith("upper") else text


def _roman(number: int) -> str:
    text = ""
    for size, letters in _ROMAN:
        count, number = divmod(number, size)
        text += letters * count
    return text
