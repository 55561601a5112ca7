"""Fields: the result is read, the instruction is not, and form fields say what they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.word_file.glyphs import form_field
from jargon_scanner.word_file.pen import Field
from jargon_scanner.word_file.values import child

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from jargon_scanner.word_file.pen import Pen


class Fields:
    """Handles ``w:fldChar``, which marks the beginning, middle and end of a field among the runs."""

    def __init__(self, pen: Pen, w: str) -> None:
        self._pen = pen
        self._w = w

    def mark(self, element: Element, index: int) -> None:
        """Take note of one mark. A mark without its fellows changes nothing."""
        kind = element.get(f"{self._w}fldCharType")
        if kind == "begin":
            self._begin(element, index)
        elif kind == "separate":
            self._separate()
        elif kind == "end":
            self._end()

    def _begin(self, element: Element, index: int) -> None:
        data = child(element, f"{self._w}ffData")
        shown = "" if data is None else form_field(data, self._w)
        self._pen.fields.append(Field(shown=shown, path=self._pen.here(index)))
        self._pen.muted += 1

    def _separate(self) -> None:
        fields = self._pen.fields
        if fields and fields[-1].in_code:
            fields[-1].in_code = False
            self._pen.muted -= 1

    def _end(self) -> None:
        if not self._pen.fields:
            return
        self._separate()
        field = self._pen.fields.pop()
        if field.shown and not field.has_result:
            self._pen.say_at(field.shown, field.path)
