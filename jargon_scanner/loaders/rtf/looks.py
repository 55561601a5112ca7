"""The tables at the top of a file: fonts, which say what the bytes mean, and styles, which say what heads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.loaders.rtf.words import CODE_PAGES, SYMBOL_SET, code_page

if TYPE_CHECKING:
    from jargon_scanner.loaders.rtf.group import Group

_HEADING = re.compile(r"heading (\d)\b", re.IGNORECASE)
_BODY_LEVEL = 9


@dataclass(slots=True)
class _Font:
    """A font: its name, and the codec of its bytes; "" for one of symbols."""

    name: str = ""
    codec: str = "cp1252"


@dataclass(slots=True)
class _Style:
    """A paragraph's style: its name and the level of heading that it makes."""

    name: str = ""
    outline: int | None = None


class Fonts:
    """The fonts of a file."""

    def __init__(self) -> None:
        """Begin with none."""
        self._fonts: dict[int, _Font] = {}
        self._open = _Font()
        self._default = 0
        self._codec = "cp1252"

    def end(self) -> None:
        """End the description of a font."""
        self._open = _Font()

    def name(self, text: str) -> None:
        """Read a piece of the open font's name."""
        self._open.name += text

    def choose(self, group: Group, number: int | None) -> None:
        """Begin the description of a font, or write on in it."""
        if group.target == "fonts":
            self._open = self._fonts.setdefault(number or 0, _Font(codec=self._codec))
            return
        font = self._fonts.get(number or 0)
        group.codec = (font.codec if font else "") or self._codec
        group.font = font.name.strip(" ;") if font and not font.codec else ""

    def choose_default(self, group: Group) -> None:
        """Write on in the font that a file begins in."""
        self.choose(group, self._default)

    def set_default(self, number: int | None) -> None:
        """Say which font a file begins in."""
        self._default = number or 0

    def set_charset(self, number: int | None) -> None:
        """Say which characters the open font has."""
        if number == SYMBOL_SET:
            self._open.codec = ""
        elif number and number > 1:
            self._open.codec = CODE_PAGES.get(number, self._codec)

    def set_font_page(self, number: int | None) -> None:
        """Say the open font's code page."""
        self._open.codec = code_page(number)

    def set_page(self, group: Group, number: int | None) -> None:
        """Say the file's code page."""
        self._codec = group.codec = code_page(number)


class Styles:
    """The styles of a file's paragraphs."""

    def __init__(self) -> None:
        """Begin with none."""
        self._styles: dict[int, _Style] = {}
        self._open = _Style()

    def end(self) -> None:
        """End the description of a style."""
        self._open = _Style()

    def name(self, text: str) -> None:
        """Read a piece of the open style's name."""
        self._open.name += text

    def choose(self, group: Group, number: int | None) -> None:
        """Begin the description of a style, or say that a paragraph has it."""
        group.style = number or 0
        if group.target == "styles":
            self._open = self._styles.setdefault(number or 0, _Style())

    def set_outline(self, group: Group, number: int | None) -> None:
        """Say the level of heading of the open style, or of a paragraph."""
        if group.target == "styles":
            self._open.outline = number
        else:
            group.outline = number

    def level(self, group: Group) -> int | None:
        """The level of a paragraph that is a heading."""
        style = self._styles.get(group.style, _Style())
        outline = style.outline if group.outline is None else group.outline
        if outline is not None and 0 <= outline < _BODY_LEVEL:
            return outline + 1
        named = _HEADING.match(style.name)
        if named:
            return int(named[1]) or 1
        return 1 if style.name.strip(" ;").lower() == "title" else None
