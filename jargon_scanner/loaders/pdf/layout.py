"""From words to lines and paragraphs, by the gaps between them. Pure geometry: knows no library."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from jargon_scanner.loaders.pdf.page import Box, Line, Table, Word, around

if TYPE_CHECKING:
    from collections.abc import Iterable

# All in sizes of the letters.
_COLUMN_GAP = 1.6
_MARK_GAP = 5.0
_OVERLAP = 0.4
_USUAL_LEADING = 1.4
_WIDEST_LEADING = 2.6
_SLACK = 0.3
_INDENT = 4.0
_CELL_GAP = 8.0
_SAME_SIZE = 0.15

# The foot of a page has no more lines than these.
_FOOT_LINES = 3

# How many lines before and after a line show how wide its column is.
_NEIGHBOURS = 6

BULLETS = "•‣◦▪▫●○■□–—·∙►▶➢✓✔❖*-\u00b7"
_SURE_BULLETS = frozenset("•‣◦▪▫●○■□∙►▶➢✓✔❖")
_MARK = re.compile(
    rf"(?:[{re.escape(BULLETS)}\ue000-\uf8ff]|\(?(?:\d{{1,3}}(?:\.\d{{1,3}})*|[a-zA-Z]|[ivx]{{1,4}})[.)])"
)
_ENDED = re.compile(r"[.!?:;][\"'’”)\]]*$")


@dataclass(frozen=True, slots=True)
class Element:
    """A line or a table in the flow of a page, and its place in the order in which the file draws."""

    order: int
    item: Line | Table

    @property
    def box(self) -> Box:
        """Where it stands."""
        return self.item.box


def make_lines(words: Iterable[tuple[int, Word]], page: int, *, in_cell: bool = False) -> list[Element]:
    """Put words together to lines. PDFium's are cut at gaps between columns, and its needless cuts mended.

    Args:
        words: the words with their places in the order of drawing.
        page: the page's number.
        in_cell: true inside a cell of a table, where wide gaps come from stretched lines.
    """
    gap = _CELL_GAP if in_cell else _COLUMN_GAP
    runs: list[tuple[int, list[Word]]] = []
    for order, word in words:
        if runs and _goes_on(runs[-1][1], word, gap):
            runs[-1][1].append(word)
        else:
            runs.append((order, [word]))
    return [Element(order, Line(tuple(run), around([word.box for word in run]), page)) for order, run in runs]


def _goes_on(run: list[Word], word: Word, widest: float) -> bool:
    """True when a word stands on the line that ends with the last word, and near enough."""
    last = run[-1]
    if (last.turned, last.unseen) != (word.turned, word.unseen) or last.broken:
        return False
    is_marked = len(run) == 1 and is_mark(last.text)
    if last.tag != word.tag and not is_marked:
        return False
    one, other = last.flow, word.flow
    size = max(min(last.size, word.size), 1.0)
    gap = other.x0 - one.x1
    if beside(one, other) < 0.5 or gap < -_OVERLAP * size:
        return False
    if is_marked:
        return gap < max(_MARK_GAP, widest) * size
    return gap < widest * size


def beside(one: Box, other: Box) -> float:
    """How much of the lower of two boxes the other one stands beside, 0 to 1."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared / max(min(one.height, other.height), 0.1)


def is_mark(text: str) -> bool:
    """True for a bullet or a number that begins an item of a list."""
    return bool(_MARK.fullmatch(text))


def put_in_order(elements: list[Element], *, tagged: bool) -> list[Element]:
    """Elements in reading order: that of the file, if it goes down the page, else by columns and rows.

    Args:
        elements: lines and tables, numbered in the order of the file.
        tagged: true when the file says that this is the order in which it is read.
    """
    drawn = sorted(elements, key=lambda element: element.order)
    if tagged:
        return drawn
    climbs = sum(_climbs(drawn[max(0, at - _NEIGHBOURS) : at], drawn[at].box) for at in range(1, len(drawn)))
    if climbs <= max(2, len(drawn) // 10):
        return _with_foot_last(drawn)
    return _by_place(drawn, 0)


def _with_foot_last(drawn: list[Element]) -> list[Element]:
    """The order of the file, but for what stands below everything else and is drawn before it."""
    for lines in range(1, min(_FOOT_LINES, len(drawn) - 1) + 1):
        foot, rest = drawn[:lines], drawn[lines:]
        if min(one.box.top for one in foot) >= max(one.box.bottom for one in rest):
            return rest + foot
    return drawn


def _climbs(before: list[Element], box: Box) -> bool:
    """True when an element stands above the last one before it in the same column."""
    column = (one.box for one in reversed(before) if min(one.box.x1, box.x1) > max(one.box.x0, box.x0))
    last = next(column, None)
    return last is not None and box.bottom < last.top + 0.3 * last.height


def _by_place(elements: list[Element], depth: int) -> list[Element]:
    """Columns of prose from left to right, everything else row by row."""
    if len(elements) < 3 or depth > 40:
        return _by_rows(elements)
    gutter = _gutter(elements)
    if gutter is not None:
        left = [element for element in elements if element.box.x1 <= gutter]
        right = [element for element in elements if element.box.x1 > gutter]
        return _by_place(left, depth + 1) + _by_place(right, depth + 1)
    cut = _widest_gap(elements)
    if cut is None:
        return _by_rows(elements)
    upper = [element for element in elements if element.box.bottom <= cut]
    lower = [element for element in elements if element.box.bottom > cut]
    return _by_place(upper, depth + 1) + _by_place(lower, depth + 1)


def _by_rows(elements: list[Element]) -> list[Element]:
    rows: list[list[Element]] = []
    for element in sorted(elements, key=lambda element: element.box.middle[1]):
        if rows and beside(rows[-1][-1].box, element.box) > 0.5:
            rows[-1].append(element)
        else:
            rows.append([element])
    return [element for row in rows for element in sorted(row, key=lambda element: element.box.x0)]


def _gutter(elements: list[Element]) -> float | None:
    """The right edge of a column of prose with another beside it, or None."""
    height = sorted(element.box.height for element in elements)[len(elements) // 2]
    reached = float("-inf")
    ordered = sorted(elements, key=lambda element: element.box.x0)
    for index, element in enumerate(ordered):
        if index and element.box.x0 - reached > 0.8 * height and _are_columns(ordered, index):
            return reached
        reached = max(reached, element.box.x1)
    return None


def _are_columns(ordered: list[Element], index: int) -> bool:
    """True when both sides are prose: several lines of several words, standing beside each other."""
    sides = ordered[:index], ordered[index:]
    boxes = [around([element.box for element in side]) for side in sides]
    if beside(*boxes) < 0.5:
        return False
    return all(len(side) >= 4 and _words_a_line(side) >= 4 for side in sides)


def _words_a_line(side: list[Element]) -> float:
    return sum(len(one.item.words) if isinstance(one.item, Line) else 4 for one in side) / len(side)


def _widest_gap(elements: list[Element]) -> float | None:
    """Where to cut a region in an upper and a lower part, or None when nothing runs free across it."""
    reached: float | None = None
    best, where = 0.0, None
    for element in sorted(elements, key=lambda element: element.box.top):
        if reached is not None and element.box.top - reached > best:
            best, where = element.box.top - reached, reached
        reached = element.box.bottom if reached is None else max(reached, element.box.bottom)
    return where


def make_paragraphs(lines: list[Line]) -> list[list[Line]]:
    """Lines in reading order, grouped to paragraphs."""
    setting = _Setting(lines)
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and _continues(paragraphs[-1], line, setting):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


class _Setting:
    """How some lines are set: how wide the column of each is, and how far apart lines of a paragraph are."""

    def __init__(self, lines: list[Line]) -> None:
        self.leading = _common_leading(lines)
        self._spans: dict[int, tuple[float, float]] = {}
        flows = [(line.turned, line.flow) for line in lines]
        for index, (turned, own) in enumerate(flows):
            near = flows[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS + 1]
            column = [flow for way, flow in near if way == turned and flow.x0 < own.x1 and flow.x1 > own.x0]
            column = column or [own]
            edges = min(flow.x0 for flow in column), max(flow.x1 for flow in column)
            self._spans[id(lines[index])] = edges

    def around(self, line: Line) -> tuple[float, float]:
        """The left and the right edge of the column that a line stands in."""
        return self._spans[id(line)]


def _common_leading(lines: list[Line]) -> float:
    """The most common distance from line to line, in sizes of letters; a usual one where lines are few."""
    steps = Counter(
        round((line.flow.middle[1] - last.flow.middle[1]) / last.size * 10) / 10
        for last, line in pairwise(lines)
        if _is_alike(last, line) and last.size > 0
    )
    common = [(count, -step) for step, count in steps.items() if count > 2 and 0.8 <= step <= _WIDEST_LEADING]
    return -max(common)[1] if common else _USUAL_LEADING


def _continues(paragraph: list[Line], line: Line, setting: _Setting) -> bool:
    """True when a line goes on with a paragraph, by its place, its letters and the room left above it."""
    last = paragraph[-1]
    if last.tag or line.tag:
        return last.tag == line.tag and not _is_new_line(last, line, setting)
    if not _is_alike(last, line) or _begins_item(paragraph, line, setting):
        return False
    height = last.size
    drop = line.flow.middle[1] - last.flow.middle[1]
    if not 0.4 * height < drop < (setting.leading + _SLACK) * height:
        return False
    if not _in_column(paragraph, line, height):
        return False
    return last.words[-1].broken or not _was_ended(last, line, setting)


def _is_new_line(last: Line, line: Line, setting: _Setting) -> bool:
    """True when somebody broke the line in what the file calls one paragraph: after a title, a sentence."""
    if last.words[-1].broken:
        return False
    if not _is_sized_alike(last, line):
        return True
    may_end = bool(_ENDED.search(last.words[-1].text)) or last.bold != line.bold
    return may_end and _was_ended(last, line, setting)


def _begins_item(paragraph: list[Line], line: Line, setting: _Setting) -> bool:
    """True when a line begins an item of a list. A dash or a number can also fall to the start of a line."""
    mark = line.words[0].text
    if not is_mark(mark) or len(line.words) == 1:
        return False
    if mark in _SURE_BULLETS or is_mark(paragraph[0].words[0].text):
        return True
    return _was_ended(paragraph[-1], line, setting) or abs(line.flow.x0 - paragraph[-1].flow.x0) > 1.0


def _is_alike(last: Line, line: Line) -> bool:
    first, second = last.words[-1], line.words[0]
    if (first.turned, first.unseen) != (second.turned, second.unseen) or last.bold != line.bold:
        return False
    return _is_sized_alike(last, line)


def _is_sized_alike(last: Line, line: Line) -> bool:
    return abs(last.size - line.size) <= _SAME_SIZE * max(last.size, line.size)


def _in_column(paragraph: list[Line], line: Line, height: float) -> bool:
    left = min(one.flow.x0 for one in paragraph[-3:])
    right = max(one.flow.x1 for one in paragraph[-3:])
    if _are_centred(paragraph[-1], line):
        return True
    return line.flow.x0 < right and line.flow.x1 > left and abs(line.flow.x0 - left) < _INDENT * height


def _was_ended(last: Line, line: Line, setting: _Setting) -> bool:
    """True when the line break was meant: the next word had room, and a sentence may end there."""
    first = line.words[0]
    open_end = not _ENDED.search(last.words[-1].text)
    if first.text[:1].islower() and open_end:
        return False
    left, right = setting.around(last)
    room = right - last.flow.x1 - first.flow.width
    if _are_centred(last, line):
        room += last.flow.x0 - left
    return room > 0.08 * (right - last.flow.x0) + last.size


def _are_centred(last: Line, line: Line) -> bool:
    """True for two lines of different length about the same axis."""
    return (
        abs(last.flow.middle[0] - line.flow.middle[0]) < 0.5 * last.size
        and abs(last.flow.x0 - line.flow.x0) > last.size
    )


def goes_on_elsewhere(last: Line, line: Line) -> bool:
    """True when a paragraph goes on in the next column or on the next page."""
    if not _is_alike(last, line) or is_mark(line.words[0].text):
        return False
    if line.page == last.page and (line.flow.top >= last.flow.top or line.tag):
        return False
    return not _ENDED.search(last.words[-1].text) and line.words[0].text[:1].islower()
