"""The results of audits as files for people: a Word document to read, a workbook to count on with."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from jargon_scanner import workbook
from jargon_scanner.library.audit.questions import HIGHEST, LOWEST, MARKS
from jargon_scanner.library.audit.results import GOOD
from jargon_scanner.outputs.visible import visible
from jargon_scanner.workbook import Column

if TYPE_CHECKING:
    from collections.abc import Callable

    from jargon_scanner.intervals import Estimate
    from jargon_scanner.library.audit.results import Results, Row
    from jargon_scanner.workbook import Look

HOW_SURE = (
    f"A mark is a number from {LOWEST} to {HIGHEST}. First stands the middle one of all marks, then the "
    f"share of forms that give {GOOD} or {HIGHEST}; in brackets the 95 % interval, where there are enough "
    "forms to say. Documents were drawn at random, and read by somebody of another service."
)
TO_CHECK = (
    "Names, places, dates and numbers were hidden by a program, which misses some. Read these words before "
    "you pass them on."
)
COLUMNS = ("Month", "Service", "Forms back", *(one.words for one in MARKS))

_PARTS: tuple[tuple[str, Look], ...] = (
    *((part, "rate") for part in ("middle", "from", "to")),
    *((part, "share") for part in (f"share of {GOOD} and {HIGHEST}", "from", "to")),
)
_FIGURES = (
    Column("Month", 10),
    Column("Service", 24),
    Column("Forms sent", 10, "count"),
    Column("Forms back", 10, "count"),
    *(Column(f"{one.words}: {part}", 12, look) for one in MARKS for part, look in _PARTS),
)
_WORDS = (
    Column("Month", 10),
    Column("Service", 24),
    Column("Question", 34),
    Column("Words (read before you pass them on)", 80),
    Column("Form", 12),
)


def cells(row: Row) -> list[str]:
    """A row of the results in words."""
    marks = [f"{_number(one.middle)}; {_share(one.good)}" if row.returned else "-" for one in row.marks]
    return [row.month, service_of(row), f"{row.returned} of {row.sent}", *marks]


def service_of(row: Row) -> str:
    """The service of a row, in words."""
    return "all services" if row.service is None else row.service


def _number(one: Estimate) -> str:
    if one.value is None:
        return "-"
    return f"{one.value:g}" + (f" ({one.low:g}-{one.high:g})" if one.low is not None else "")


def _share(one: Estimate) -> str:
    return "-" if one.value is None else f"{one.value:.0%} ({one.low or 0:.0%}-{one.high or 0:.0%})"


def write_word(results: Results, out: BinaryIO) -> None:
    """Write a Word document: the marks as a table, then what auditors wrote, question by question."""
    from jargon_scanner.library.word_page import new_page, save, small, table

    word = new_page("What our audits of language say")
    widths = (1.8, 3.4, 2.0, 3.3, 3.3, 3.2)
    table(word, "Marks by month and service", COLUMNS, map(cells, results.rows), widths)
    small(word, HOW_SURE)
    if results.said:
        word.add_heading("In the auditors’ own words", level=2)
        word.add_paragraph(TO_CHECK)
    place = ("", "", "")
    for one in results.said:
        now = (one.month, one.service, one.question)
        if now[:2] != place[:2]:
            word.add_heading(visible(f"{one.month}, {one.service}"), level=3)
        if now != place:
            word.add_paragraph().add_run(one.question).bold = True
        word.add_paragraph(f"☐ {visible(one.words)}", style="List Bullet")
        place = now
    save(word, out)


def write_workbook(results: Results, out: BinaryIO) -> None:
    """Write a workbook: a sheet of marks, with every figure in a cell of its own, and one of words."""
    with workbook.opened(out, "What our audits of language say") as pen:
        for name, columns, rows in (
            ("Marks", _FIGURES, map(_figures, results.rows)),
            (
                "Words",
                _WORDS,
                ((one.month, one.service, one.question, one.words, one.code) for one in results.said),
            ),
        ):
            sheet = pen.table(name, columns, all_rows="the forms")
            for row in rows:
                sheet.add(row)


def _figures(row: Row) -> list[str | float | None]:
    figures: list[str | float | None] = [row.month, service_of(row), row.sent, row.returned]
    for one in row.marks:
        figures += [one.middle.value, one.middle.low, one.middle.high]
        figures += [one.good.value, one.good.low, one.good.high]
    return figures


WRITERS: dict[str, Callable[[Results, BinaryIO], None]] = {".docx": write_word, ".xlsx": write_workbook}
