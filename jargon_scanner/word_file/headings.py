"""Which paragraphs are headings, and which headings a paragraph stands under."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.word_file.anchor import find
from jargon_scanner.word_file.styles import switch
from jargon_scanner.word_file.values import child, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from jargon_scanner.word_file.records import Paragraph, Table
    from jargon_scanner.word_file.styles import Styles

_LONGEST = 100
_MOST_WORDS = 12
_ENDS_OF_SENTENCES = (".", ";", ",", "!")


def looks_like_heading(paragraph: Paragraph, styles: Styles, w: str) -> bool:
    """A short paragraph, all of it bold, that does not end as a sentence does: how forms write headings."""
    text = paragraph.text.strip()
    return (
        len(text) <= _LONGEST
        and not text.endswith(_ENDS_OF_SENTENCES)
        and any(letter.isalpha() for letter in text)
        and len(text.split()) <= _MOST_WORDS
        and is_bold(paragraph, styles, w)
    )


def is_bold(paragraph: Paragraph, styles: Styles, w: str) -> bool:
    """Whether all the words of a paragraph are bold, by their runs or by styles."""
    by_style = styles.is_bold(paragraph.style or styles.default)
    runs = {
        segment.path[:-1]
        for segment in paragraph.segments
        if segment.path and not paragraph.text[segment.start : segment.end].isspace()
    }
    return bool(runs) and all(_run_is_bold(find(paragraph.element, run), styles, w, by_style) for run in runs)


def _run_is_bold(run: Element, styles: Styles, w: str, by_style: bool) -> bool:
    properties = child(run, f"{w}rPr")
    own = switch(properties, "b", w)
    if own is not None:
        return own
    return by_style or styles.is_bold(value(properties, "rStyle", w))


@dataclass(slots=True)
class Section:
    """The paragraphs under one heading.

    Attributes:
        heading: its words; "" before the first heading.
        number: its number, as Word shows it.
        level: its level, from 1.
        styled: false for a heading that is only bold.
        table: the table that it stands in; it heads nothing after that.
        paragraphs: how many paragraphs under it were met.
    """

    heading: str = ""
    number: str = ""
    level: int = 0
    styled: bool = True
    table: int | None = None
    paragraphs: int = 0


class Sections:
    """The headings above the paragraph at hand."""

    def __init__(self, tables: dict[int, Table]) -> None:
        self._tables = tables
        self._open = [Section()]

    @property
    def current(self) -> Section:
        """The innermost section."""
        return self._open[-1]

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings above, outermost first."""
        return tuple(section.heading for section in self._open[1:])

    @property
    def level_below_styles(self) -> int:
        """The level of a heading that is only bold: one below the headings that have a style."""
        return max((section.level for section in self._open if section.styled), default=0) + 1

    def move_to(self, table: int | None) -> None:
        """Leave the sections of tables that the paragraph at hand does not stand in."""
        while self.current.table is not None and not self._stands_in(table, self.current.table):
            self._open.pop()

    def _stands_in(self, inner: int | None, outer: int) -> bool:
        while inner is not None and inner != outer:
            inner = self._tables[inner].outer
        return inner == outer

    def begin(self, section: Section) -> None:
        """Begin a section; those of its level and below end."""
        while self.current.level >= section.level and len(self._open) > 1:
            self._open.pop()
        self._open.append(section)
