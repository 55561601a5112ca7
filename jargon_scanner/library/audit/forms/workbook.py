"""Forms in Excel: the same rows as in Word, on one sheet that prints on one page."""

from __future__ import annotations

from typing import BinaryIO

from jargon_scanner.library.audit.forms.family import HOW, NOTHING, TITLE, Form, FormFormat
from jargon_scanner.library.audit.questions import CODE, HIGHEST, LOWEST, MARKS, QUESTIONS
from jargon_scanner.loaders import xlsx

_A4 = 9
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
_SPACE = 60  # points of an answer's row


def _write(form: Form, out: BinaryIO) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(out, _OPTIONS)
    book.set_properties({"title": TITLE})
    title = book.add_format({"bold": True, "font_size": 16})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    space = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    page = book.add_worksheet("Form")
    page.set_paper(_A4)
    page.fit_to_pages(1, 1)
    page.set_column(0, 0, 42)
    page.set_column(1, 1, 70)
    page.write_string(0, 0, TITLE, title)
    page.merge_range(1, 0, 1, 1, HOW, plain)
    page.set_row(1, 48)
    row = 2
    found = [(one.term, " · ".join(filter(None, (one.place, one.instead)))) for one in form.findings]
    for label, words in ((CODE, form.pair.code), *form.about, ("What the program found", ""), *found):
        page.write_string(row, 0, label, heading)
        page.write_string(row, 1, words, plain)
        row += 1
    if not found:
        page.write_string(row - 1, 1, NOTHING, plain)
    for one in (*QUESTIONS, *MARKS):
        page.write_string(row, 0, one.words, heading)
        page.write_blank(row, 1, None, space)
        if one in QUESTIONS:
            page.set_row(row, _SPACE)
        else:
            rule = {"validate": "integer", "criteria": "between", "minimum": LOWEST, "maximum": HIGHEST}
            told = {
                "input_message": f"A number from {LOWEST} to {HIGHEST}",
                "error_message": f"{LOWEST} to {HIGHEST}, please.",
            }
            page.data_validation(row, 1, row, 1, rule | told)
        row += 1
    book.close()


FORMAT = FormFormat(".xlsx", _write, xlsx.read)
