"""Sheets as a spreadsheet reads them: words stay words, and what does not fit is told."""

import io

import pytest
from python_calamine import CalamineWorkbook

from jargon_scanner import workbook
from jargon_scanner.workbook import Column

COLUMNS = (Column("Words", 20), Column("Times", 8, "count"), Column("Share", 8, "share"))


def rows_of(name, rows):
    out = io.BytesIO()
    with workbook.opened(out, "A test") as pen:
        table = pen.table(name, COLUMNS, all_rows="all.csv")
        for row in rows:
            table.add(row)
    return CalamineWorkbook.from_filelike(io.BytesIO(out.getvalue())).get_sheet_by_name(name).to_python()


@pytest.mark.parametrize(
    "words", ["=1+1", "@SUM(A1)", "+44", "-2", "https://example.org", "{=1}", "007", " x"]
)
def test_words_stay_words_and_numbers_numbers(words):
    assert rows_of("Sheet", [(words, 3, 0.5), ("", None, 1)]) == [
        ["Words", "Times", "Share"],
        [words, 3, 0.5],
        ["", "", 1],
    ]


def test_a_sheet_that_is_full_says_where_every_row_is_to_be_had(monkeypatch):
    monkeypatch.setattr("jargon_scanner.workbook.MOST_ROWS", 3)
    *kept, last = rows_of("Sheet", [(f"row {number}", number, 0) for number in range(5)])
    assert [row[0] for row in kept] == ["Words", "row 0", "row 1"]
    assert last[0] == "There are more rows than a sheet can hold: see all.csv."
