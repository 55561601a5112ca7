"""Running headers, footers and page numbers: what stands at the edge of pages again and again."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Literal, TypeAlias

from jargon_scanner.loaders.pdf.page import Line

if TYPE_CHECKING:
    from jargon_scanner.loaders.pdf.layout import Element
    from jargon_scanner.loaders.pdf.page import Page

Edge: TypeAlias = Literal["header", "footer"]

_BAND = 0.12
_EDGE = 0.08
_NEAR = 8.0
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.?)?\s*[-–—|]?\s*\d{1,4}\s*(?:(?:of|/)\s*\d{1,4})?\s*[-–—|]?", re.IGNORECASE
)


def band(line: Line, page: Page, share: float = _BAND) -> Edge | Literal[""]:
    """Which edge of its page a line stands at."""
    if line.turned:
        return ""
    if line.box.bottom < share * page.height:
        return "header"
    return "footer" if line.box.top > (1 - share) * page.height else ""


def find_furniture(pages: list[Page], lines: list[list[Element]]) -> dict[int, Edge]:
    """The lines of all pages that are no part of the text.

    Args:
        pages: the pages.
        lines: the lines of each page.

    Returns:
        "header" or "footer" by the identity of the line.
    """
    seen: dict[tuple[Edge, str], list[tuple[int, Line]]] = defaultdict(list)
    furniture: dict[int, Edge] = {}
    for page, elements in zip(pages, lines, strict=True):
        for element in elements:
            line = element.item
            where = band(line, page) if isinstance(line, Line) else ""
            if not isinstance(line, Line) or where == "":
                continue
            seen[where, _DIGITS.sub("#", line.text.casefold())].append((page.number, line))
            if _PAGE_NUMBER.fullmatch(line.text) and band(line, page, _EDGE):
                furniture[id(line)] = where
    for (edge, _), found in seen.items():
        for number, line in found:
            if any(number != other and abs(line.box.top - twin.box.top) < _NEAR for other, twin in found):
                furniture[id(line)] = edge
    return furniture
