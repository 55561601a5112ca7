"""The first sheet of the workbook: how much, where, what first; figures, with charts beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from jargon_scanner.library.figures import LibraryReport
    from jargon_scanner.workbook import Pen

_TOP = 15
#: Rows from the top of one chart to the top of the next.
_CHART_ROWS = 24


def write_summary(pen: Pen, page: Worksheet, report: LibraryReport) -> None:
    """Write the sheet on its page."""
    page.set_column(0, 0, 46)
    page.set_column(1, 1, 14)
    page.write_string(0, 0, report.name or "The words of this library", pen.title)
    scanned = f"Scanned {report.finished[:10]} with jargon-scanner {report.tool}"
    page.write_string(1, 0, scanned, pen.quiet)
    row = 3
    for label, value, look in _totals(report):
        page.write_string(row, 0, label)
        pen.cell(page, row, 1, value, look)
        row += 1
    for number, (title, unit, pairs) in enumerate(_tops(report)):
        row = _figures(pen, page, row + 1, title, unit, pairs)
        if pairs:
            _chart(pen, page, title, row - len(pairs), row - 1, number)


def _figures(
    pen: Pen, page: Worksheet, row: int, title: str, unit: str, pairs: list[tuple[str, float]]
) -> int:
    """Write names and numbers under a heading.

    Returns:
        The row after the last of them.
    """
    page.write_string(row, 0, title, pen.heading)
    page.write_string(row, 1, unit, pen.heading)
    look = "rate" if "1,000" in unit else "count"
    for offset, (name, value) in enumerate(pairs, start=1):
        page.write_string(row + offset, 0, name)
        pen.cell(page, row + offset, 1, value, look)
    return row + len(pairs) + 1


def _chart(pen: Pen, page: Worksheet, title: str, first: int, last: int, number: int) -> None:
    chart = pen.book.add_chart({"type": "bar"})
    chart.add_series(
        {
            "categories": ["Summary", first, 0, last, 0],
            "values": ["Summary", first, 1, last, 1],
            "fill": {"color": "#1C5AA0"},
            "data_labels": {"value": True},
            "gap": 40,
        }
    )
    chart.set_title({"name": title, "name_font": {"size": 12}})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "num_font": {"size": 9}})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    chart.set_size({"width": 620, "height": 90 + 26 * (last - first + 1)})
    said = f"{title}. The figures stand in rows {first + 1} to {last + 1}."
    page.insert_chart(3 + _CHART_ROWS * number, 3, chart, {"description": said})


def _totals(report: LibraryReport) -> list[tuple[str, float | None, str]]:
    whole = report.totals
    return [
        ("Documents found", whole.documents, "count"),
        ("Documents read", whole.read, "count"),
        ("Different documents among them", whole.distinct, "count"),
        ("Words", whole.words, "count"),
        ("Words that are children's or families' own", whole.child_words, "count"),
        ("Findings", whole.findings, "count"),
        ("Findings in 1,000 words", whole.per_1000_words, "rate"),
        ("Documents that explain every short form", whole.all_explained, "share"),
        ("Reading age that half of the documents need", whole.median_reading_age, "rate"),
        ("Findings gone with the first ten changes", _gone(report), "share"),
    ]


def _gone(report: LibraryReport) -> float | None:
    return report.changes[min(10, len(report.changes)) - 1].share if report.changes else None


def _tops(report: LibraryReport) -> list[tuple[str, str, list[tuple[str, float]]]]:
    services = sorted(report.services, key=lambda row: -row.per_1000_words)
    categories = sorted(report.totals.by_category.items(), key=lambda one: -one[1])
    return [
        (
            "Terms that readers meet most",
            "times",
            [(row.term, row.occurrences) for row in report.terms[:_TOP]],
        ),
        (
            "Services",
            "in 1,000 words",
            [(row.service or "(no service)", row.per_1000_words) for row in services[:_TOP]],
        ),
        ("Categories", "times", [(name, float(count)) for name, count in categories[:_TOP]]),
    ]
