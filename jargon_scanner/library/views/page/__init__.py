"""The library on one page, for a meeting: how much, where, what first, and the charts and tables behind it.

One file without script or anything from outside; it reads by eye, ear and keyboard, and prints on A4.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, BinaryIO

from jargon_scanner.library.views.family import Shown, View
from jargon_scanner.library.views.page import charts
from jargon_scanner.outputs.html_page import environment_of

if TYPE_CHECKING:
    from jinja2 import Environment

#: Rows of each table: whoever wants more opens the workbook.
_MOST = 25
_HOME = "jargon_scanner.library.views.page"


def _write(shown: Shown, out: BinaryIO) -> None:
    report = shown.report
    page = _environment().get_template("library.html")
    text = page.render(
        report=report,
        most=_MOST,
        services=charts.by_service(report),
        named=charts.named(report),
        heat=charts.heat_map(report),
        ages=charts.reading_ages(report),
        spots=charts.trend(shown.history),
        terms=charts.bars([(row.term, row.occurrences) for row in report.terms[:_MOST]]),
    )
    out.write(text.encode("utf-8", "replace"))


@cache
def _environment() -> Environment:
    return environment_of((_HOME, "jargon_scanner.outputs"), ("style.css", "library.css"))


PART = View("page", "library.html", "a page to read and to print", _write)
