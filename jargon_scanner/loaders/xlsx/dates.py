"""Which numbers of a sheet are dates, and what they show."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from math import isfinite
from typing import TYPE_CHECKING

from jargon_scanner.loaders.sheets import number_words
from jargon_scanner.word_file.values import child, whole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BUILT_IN = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_BUILT_IN_PERCENT = {9, 10}
_NOT_FORMAT = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_DATE_LETTERS = re.compile("[dmyhs]", re.IGNORECASE)
_FIRST = datetime(1899, 12, 30)
_LAST_DAY = 2_958_465


class Formats:
    """The number formats of a workbook."""

    def __init__(self, styles: Element | None, s: str) -> None:
        """Read the list of formats.

        Args:
            styles: the root of the styles; None where there are none.
            s: the namespace, in braces.
        """
        self._kinds: list[str] = []
        if styles is None:
            return
        own = {found.get("numFmtId", ""): found.get("formatCode", "") for found in styles.iter(f"{s}numFmt")}
        cells = child(styles, f"{s}cellXfs")
        for cell_format in () if cells is None else cells:
            self._kinds.append(_kind(cell_format.get("numFmtId", "0"), own))

    def shown(self, raw: str, style: str | None) -> str:
        """What a number shows: a date, a share, or the number."""
        try:
            value = float(raw)
        except ValueError:
            return raw
        index = whole(style)
        kind = self._kinds[index] if index < len(self._kinds) else ""
        if kind == "percent":
            return f"{number_words(value * 100)}%"
        if kind == "date" and 0 <= value <= _LAST_DAY:
            return _date(value)
        return number_words(value) if isfinite(value) else raw


def _kind(number: str, own: dict[str, str]) -> str:
    code = _NOT_FORMAT.sub("", own.get(number, ""))
    known = whole(number)
    if known in _BUILT_IN or (code and _DATE_LETTERS.search(code)):
        return "date"
    return "percent" if known in _BUILT_IN_PERCENT or "%" in code else ""


def _date(value: float) -> str:
    moment = _FIRST + timedelta(days=value)
    if value < 1:
        return f"{moment:%H:%M}"
    return f"{moment:%d/%m/%Y}" if value.is_integer() else f"{moment:%d/%m/%Y %H:%M}"
