"""The results of audits as files for people: a Word document to read, a workbook to count on with."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from jargon_scanner.library.audit.questions import HIGHEST, LOWEST, MARKS
from jargon_scanner.library.audit.results import GOOD
from jargon_scanner.outputs.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jargon_scanner.intervals import Estimate
    from jargon_scanner.library.audit.results import Results, Row

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
    import xlsxwriter

    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"title": "What our audits of language say"})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheets = (("Marks", _figures(results), (10, 24)), ("Words", _said(results), (10, 24, 34, 80)))
    for name, rows, widths in sheets:
        page = book.add_worksheet(name)
        page.freeze_panes(1, 0)
        for place, width in enumerate(widths):
            page.set_column(place, place, width)
        last, number = 0, 0
        for number, row in enumerate(rows):
            last = len(row) - 1
            for place, value in enumerate(row):
                if isinstance(value, str):
                    page.write_string(number, place, value, bold if number == 0 else wrapped)
                elif value is not None:
                    page.write_number(number, place, value)
        page.autofilter(0, 0, max(number, 1), last)
    book.close()


def _figures(results: Results) -> Iterator[list[str | float | None]]:
    parts = ("middle", "from", "to", f"share of {GOOD} and {HIGHEST}", "from", "to")
    heads = [f"{one.words}: {part}" for one in MARKS for part in parts]
    yield ["Month", "Service", "Forms sent", "Forms back", *heads]
    for row in results.rows:
        figures: list[str | float | None] = [row.month, service_of(row), row.sent, row.returned]
        for one in row.marks:
            figures += [one.middle.value, one.middle.low, one.middle.high]
            figures += [one.good.value, one.good.low, one.good.high]
        yield figures


def _said(results: Results) -> Iterator[list[str | float | None]]:
    yield ["Month", "Service", "Question", "Words (read before you pass them on)", "Form"]
    for one in results.said:
        yield [one.month, one.service, one.question, one.words, one.code]


WRITERS: dict[str, Callable[[Results, BinaryIO], None]] = {".docx": write_word, ".xlsx": write_workbook}
