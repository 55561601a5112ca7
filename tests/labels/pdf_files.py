"""Labels followed through a PDF as a person follows them: the page, on it the table, the row, the column."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pypdfium2

from jargon_scanner.document import Block, Document
from jargon_scanner.loaders.pdf.page import Placed
from tests.labels.word_files import squeezed

_PAGE = re.compile(r"Page (\d+)")
_PLACE = re.compile(r"(?:Table (?P<table>\d+), row|paragraph) (?P<row>\d+)(?:, column (?P<column>\d+))?")
_SLACK = 0.5


class Seen(NamedTuple):
    """A rectangle as a person sees it, downwards."""

    left: float
    top: float
    right: float
    bottom: float


class PdfFile:
    """A PDF file with what was read of it: labels are held against the boxes on its pages."""

    def __init__(self, path: Path, document: Document) -> None:
        self._pdf = pypdfium2.PdfDocument(path)
        self._document = document
        self._texts: dict[int, pypdfium2.PdfTextPage] = {}

    def is_led_to(self, block: Block, start: int, end: int) -> bool:
        """Whether the label of a block leads to words of it: the right page, and there the right place."""
        placed = [one for one in block.anchor if one.start < end and one.start + one.length > start]
        # A paragraph can go on overleaf; its label says where it begins.
        page = int(_PAGE.match(block.label)[1])
        if not placed or block.anchor[0].page != page or not self._is_alone(block):
            return False
        if block.part in {"form-field", "comment", "textbox"}:
            return True  # what was typed is no letter of the page
        there = all(squeezed(_words(block, one)) in squeezed(self._text(one)) for one in placed)
        return there and self._is_in_order(block)

    def _text(self, placed: Placed) -> str:
        if placed.page not in self._texts:
            self._texts[placed.page] = self._pdf[placed.page - 1].get_textpage()
        left, bottom, right, top = placed.place
        bounds = left - _SLACK, bottom - _SLACK, right + _SLACK, top + _SLACK
        return self._texts[placed.page].get_text_bounded(*bounds)

    def _is_alone(self, block: Block) -> bool:
        """Whether no other place has the same label; the lines of a header, a field or a cell share theirs."""
        if block.part != "body" or block.role == "heading":
            return True
        return sum(one.label == block.label for one in self._document.blocks) == 1

    def _is_in_order(self, block: Block) -> bool:
        """Whether what is counted before it stands above it in its column; and cells before it on its left."""
        place = _PLACE.search(block.label)
        if not place:
            return True
        own = self._seen(block)
        for other in self._document.blocks:
            near = _PLACE.search(other.label)
            if not near or other.page != block.page or near["table"] != place["table"]:
                continue
            box = self._seen(other)
            is_over_or_under = box.left < own.right and box.right > own.left
            is_beside = box.top < own.bottom and box.bottom > own.top
            if is_over_or_under and int(near["row"]) < int(place["row"]) and box.top > own.top:
                return False
            if (
                is_beside
                and near["row"] == place["row"]
                and _column(near) < _column(place)
                and box.left > own.left
            ):
                return False
        return True

    def _seen(self, block: Block) -> Seen:
        """Where the words of a block on its first page are seen, as the page is turned."""
        page = self._pdf[block.anchor[0].page - 1]
        places = [one.place for one in block.anchor if one.page == block.anchor[0].page]
        left, bottom = min(place[0] for place in places), min(place[1] for place in places)
        right, top = max(place[2] for place in places), max(place[3] for place in places)
        turned = {
            0: Seen(left, -top, right, -bottom),
            90: Seen(bottom, left, top, right),
            180: Seen(-right, bottom, -left, top),
            270: Seen(-top, -right, -bottom, -left),
        }
        return turned[page.get_rotation()]


def _column(place: re.Match[str]) -> int:
    return int(place["column"] or 0)


def _words(block: Block, placed: Placed) -> str:
    return block.text[placed.start : placed.start + placed.length]
