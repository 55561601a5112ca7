"""Which styles of an OpenDocument file make words bold, hide them, or make a title of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.loaders.odt.names import FO, STYLE, TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

_FURTHEST = 20
"""How many styles a style may inherit from, one from another: a circle ends here."""
_BOLD = {"bold", "600", "700", "800", "900"}


@dataclass(frozen=True, slots=True)
class _Style:
    parent: str
    bold: bool | None
    hidden: bool | None


class Styles:
    """The styles of a file, by family ("paragraph", "text") and name."""

    def __init__(self, roots: Iterable[Element]) -> None:
        """Collect the styles of the parts of a file; the style sheet's first, then the body's own."""
        self._styles: dict[tuple[str, str], _Style] = {}
        for root in roots:
            for style in root.iter(f"{STYLE}style"):
                key = (style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", ""))
                self._styles[key] = _read(style)

    def is_bold(self, family: str, name: str | None) -> bool | None:
        """Whether a style makes words bold; None where it does not say."""
        return next((style.bold for style in self._line(family, name) if style.bold is not None), None)

    def is_hidden(self, family: str, name: str | None) -> bool:
        """Whether a style hides words."""
        return next((style.hidden for style in self._line(family, name) if style.hidden is not None), False)

    def is_title(self, name: str | None) -> bool:
        """Whether a paragraph's style is that of the document's title."""
        return name == "Title" or any(style.parent == "Title" for style in self._line("paragraph", name))

    def _line(self, family: str, name: str | None) -> list[_Style]:
        """A style and those that it inherits from, the nearest first."""
        line: list[_Style] = []
        while name and (style := self._styles.get((family, name))) and len(line) < _FURTHEST:
            line.append(style)
            name = style.parent
        return line


def _read(style: Element) -> _Style:
    bold: bool | None = None
    hidden: bool | None = None
    for properties in style.iterchildren(f"{STYLE}text-properties"):
        weight, display = properties.get(f"{FO}font-weight"), properties.get(f"{TEXT}display")
        bold = bold if weight is None else weight in _BOLD
        hidden = hidden if display is None else display == "none"
    return _Style(style.get(f"{STYLE}parent-style-name", ""), bold, hidden)
