"""Every occurrence as rows of a .csv file, for analysts and other programs. No cell can start a formula."""

from __future__ import annotations

import csv
import io
from dataclasses import astuple, fields
from typing import TYPE_CHECKING, BinaryIO

from jargon_scanner.library.figures import Where
from jargon_scanner.library.views.family import Shown, View

if TYPE_CHECKING:
    from collections.abc import Iterable

# A spreadsheet takes a cell that begins so for a formula, and would run it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _write(shown: Shown, out: BinaryIO) -> None:
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(one.name for one in fields(Where))
    for row in shown.where():
        writer.writerow(_safe(astuple(row)))
    text.detach()


def _safe(values: Iterable[object]) -> list[object]:
    return [
        f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value for value in values
    ]


PART = View("occurrences", "occurrences.csv", "every occurrence, a row each", _write)
