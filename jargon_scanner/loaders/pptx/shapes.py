"""The walk over one slide: its shapes, their paragraphs, and tables."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jargon_scanner.loaders.flow import pass_through

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

    from jargon_scanner.document import Role
    from jargon_scanner.loaders.flow import Leave, Pen

_TITLES = {"title": 1, "ctrTitle": 1, "subTitle": 2}
_REPEATED = {"sldNum", "dt", "hdr", "ftr"}
_LISTS = {"body", "obj", ""}
_MERGED = {"1", "true"}


class Shapes:
    """Walks over the shapes of a slide, of its notes, or of what stands behind all slides.

    Tags are met by their last part: PowerPoint writes them in two vocabularies.
    """

    def __init__(self, pen: Pen, *, wants: Callable[[str | None], bool] | None = None) -> None:
        """Begin.

        Args:
            pen: what writes.
            wants: whether a shape is read, by the kind of its placeholder (None for no placeholder).
        """
        self._pen = pen
        self._wants = wants
        self._kind: str | None = None
        self._handlers: dict[str, Callable[[Element], Leave | None]] = {
            "sp": self._shape,
            "p": self._paragraph,
            "r": self._run,
            "br": self._break,
            "tbl": self._table,
            "tr": self._row,
            "tc": self._cell,
            "cNvPr": self._describe,
            "pic": self._picture,
            "chart": self._object,
            "oleObj": self._object,
            "Fallback": _pass_over,
            "txBody": pass_through_element,
            "t": pass_through_element,
        }

    def enter(self, element: Element) -> Leave | None:
        """Meet an element."""
        handler = self._handlers.get(_local(element))
        return pass_through if handler is None else handler(element)

    def say(self, text: str) -> None:
        """Write text, which stands only in paragraphs."""
        if self._pen.is_open:
            self._pen.say(text)

    def _shape(self, element: Element) -> Leave | None:
        holder = next(element.iterfind("{*}nvSpPr/{*}nvPr/{*}ph"), None)
        kind = None if holder is None else holder.get("type", "")
        if kind in _REPEATED or (self._wants and not self._wants(kind)):
            return None
        before = self._kind
        self._kind = kind
        return partial(self._leave_shape, before)

    def _leave_shape(self, before: str | None) -> None:
        self._kind = before

    def _paragraph(self, element: Element) -> Leave:
        kind = self._kind
        if kind in _TITLES and not self._pen.in_table:
            self._pen.begin("heading", _TITLES[kind])
        else:
            is_item = self._is_item(element) if not self._pen.in_table else False
            role: Role = "list-item" if is_item else "paragraph"
            self._pen.begin(role)
        return self._pen.end

    def _is_item(self, paragraph: Element) -> bool:
        """Whether a paragraph has a bullet: by its own word, else by the placeholder that it stands in."""
        for settings in paragraph.iterchildren("{*}pPr"):
            marks = {_local(mark) for mark in settings}
            if marks & {"buChar", "buAutoNum", "buBlip"}:
                return True
            if "buNone" in marks:
                return False
        return self._kind in _LISTS

    def _run(self, element: Element) -> Leave:
        before = self._pen.is_bold
        bold = next((found.get("b") for found in element.iterchildren("{*}rPr")), None)
        self._pen.is_bold = bold in _MERGED
        return partial(self._leave_run, before)

    def _leave_run(self, before: bool) -> None:
        self._pen.is_bold = before

    def _break(self, _element: Element) -> Leave:
        if self._pen.is_open:
            self._pen.say("\n")
        return pass_through

    def _table(self, _element: Element) -> Leave:
        self._pen.begin_table()
        return self._pen.end_table

    def _row(self, element: Element) -> Leave:
        table = element.getparent()
        settings = None if table is None else next(table.iterchildren("{*}tblPr"), None)
        is_first = table is not None and next(table.iterchildren("{*}tr"), None) is element
        self._pen.begin_row(
            is_header=is_first and settings is not None and settings.get("firstRow") in _MERGED
        )
        return self._pen.end_cell

    def _cell(self, element: Element) -> Leave | None:
        """A cell; one merged into the cell before it is none, one merged into the cell above is empty."""
        if element.get("hMerge") in _MERGED:
            return None
        self._pen.begin_cell()
        return self._pen.end_cell

    def _describe(self, element: Element) -> None:
        if not self._wants:
            self._pen.describe(element.get("descr", ""))

    def _picture(self, _element: Element) -> Leave:
        self._pen.gathered.counts["picture"] += 1
        return pass_through

    def _object(self, _element: Element) -> None:
        self._pen.gathered.counts["embedded-file"] += 1


def pass_through_element(_element: Element) -> Leave:
    """Go into an element that means nothing by itself."""
    return pass_through


def _pass_over(_element: Element) -> None:
    """Pass over the copy of a drawing that old programs show."""


def _local(element: Element) -> str:
    return str(element.tag).rsplit("}", 1)[-1]
