"""The spreadsheet for a pack, empty: lists to choose from in every cell that has choices."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from xlsxwriter import Workbook

from jargon_scanner.review.packs.answers import columns
from jargon_scanner.review.packs.paper import LETTERS, lettered
from jargon_scanner.review.picking.cards import new_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jargon_scanner.review.cards import Pack

_ROWS = 1000
_HOW = (
    "Use one of the two sheets, or both for different people. Nobody’s name goes in here.",
    "“One by one”: a row for each word that a person answered. Give each person a number: 1, 2, 3.",
    "“Counted”: how many people of each group gave each answer. Leave a row empty where nobody was asked.",
    "Leave any cell empty. Wordings have the letters that stand on the cards.",
    "Bring it back with:  jargon-scanner review import FILE  or on the page of these words.",
)


def answers_sheet(pack: Pack) -> bytes:
    """The workbook of a pack. It knows which cards were printed, and which of several workbooks it is."""
    out = io.BytesIO()
    with Workbook(out, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": f"{pack.title}: answers", "author": "jargon-scanner", "comments": ""})
        look = _Look(book)
        _start(book.add_worksheet(columns.START), pack, look)
        _people(book.add_worksheet(columns.PEOPLE), pack, look)
        _counted(book.add_worksheet(columns.COUNTED), pack, look)
        _about(book.add_worksheet(columns.ABOUT), pack)
    return out.getvalue()


class _Look:
    """How cells look."""

    def __init__(self, book: Workbook) -> None:
        self.title = book.add_format({"bold": True, "font_size": 16})
        self.head = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#eef1f4", "bottom": 2}
        )
        self.label = book.add_format({"bold": True})
        self.fixed = book.add_format({"text_wrap": True, "valign": "top", "font_color": "#4a5360"})
        self.open = book.add_format({"text_wrap": True, "valign": "top", "locked": False})
        self.field = book.add_format({"border": 1, "locked": False})
        self.day = book.add_format({"border": 1, "locked": False, "num_format": "d mmmm yyyy"})


def _start(sheet: Any, pack: Pack, look: _Look) -> None:
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 60)
    sheet.write(0, 0, f"{pack.title}: answers on paper", look.title)
    sheet.write(*_left_of(columns.NAME_CELL), "Which group", look.label)
    sheet.write_blank(*columns.NAME_CELL, None, look.field)
    sheet.write(*_left_of(columns.DAY_CELL), "On which day", look.label)
    sheet.write_blank(*columns.DAY_CELL, None, look.day)
    sheet.data_validation(
        *columns.NAME_CELL,
        *columns.NAME_CELL,
        {"validate": "any", "input_title": "Which group", "input_message": "Such as: Tuesday group"},
    )
    for row, line in enumerate(_HOW, start=5):
        sheet.write(row, 0, line)


def _left_of(cell: tuple[int, int]) -> tuple[int, int]:
    return cell[0], cell[1] - 1


def _people(sheet: Any, pack: Pack, look: _Look) -> None:
    widths = (8, 18, 12, 24, 14, 34, 14, 18, 26, 26, 14)
    _head(sheet, columns.PEOPLE_COLUMNS, widths, look)
    letters = _letters(pack)
    lists: dict[str, Iterable[str]] = {
        columns.WHO: columns.groups(),
        columns.AGE: columns.ages(),
        **{
            heading: columns.words_for(question, letters)
            for question, heading in columns.ASKED.items()
            if question != "guess"
        },
        columns.QUOTE: (columns.YES, columns.NO),
    }
    for heading, words in lists.items():
        place = columns.PEOPLE_COLUMNS.index(heading)
        _only(sheet, place, {"source": list(words)}, heading)
    place = columns.PEOPLE_COLUMNS.index(columns.WORD)
    _only(sheet, place, {"source": f"={columns.ABOUT}!$B$4:$B${3 + len(pack.cards)}"}, columns.WORD)


def _only(sheet: Any, place: int, source: dict[str, Any], heading: str) -> None:
    """Let the cells of a column hold what is in a list, and say so where something else is typed."""
    told = {"error_title": heading, "error_message": "Choose one from the list, or leave the cell empty."}
    sheet.data_validation(1, place, _ROWS, place, {"validate": "list"} | source | told)


def _counted(sheet: Any, pack: Pack, look: _Look) -> None:
    counted = columns.countings(_letters(pack))
    heads = [columns.WORD, "Wordings", columns.WHO, *(one.heading for one in counted)]
    heads += [columns.GUESSES, columns.OWN_ONES]
    _head(sheet, heads, (22, 34, 18, *[9] * len(counted), 40, 40), look)
    row = 1
    for number, card in enumerate(pack.cards, start=1):
        ways = "; ".join(f"{letter} {words}" for letter, words in lettered(card).items())
        for group in columns.groups():
            for place, words in enumerate((columns.label(card, number), ways, group)):
                sheet.write_string(row, place, words, look.fixed)
            row += 1
    last = 2 + len(counted)
    whole = {"validate": "integer", "criteria": ">=", "value": 0, "error_title": "How many"}
    sheet.data_validation(1, 3, row - 1, last, whole | {"error_message": "A whole number, or nothing."})


def _about(sheet: Any, pack: Pack) -> None:
    """What the way back needs to know: the format, the pack, this workbook, and the cards as printed."""
    sheet.write_string(0, 0, columns.FORMAT)
    sheet.write_string(1, 0, pack.id)
    sheet.write_string(2, 0, new_id())
    for number, card in enumerate(pack.cards, start=1):
        cells = (card.id, columns.label(card, number), *card.wordings)
        for place, words in enumerate(cells):
            sheet.write_string(2 + number, place, words)
    sheet.very_hidden()


def _head(sheet: Any, heads: Sequence[str], widths: Sequence[int], look: _Look) -> None:
    for place, (words, width) in enumerate(zip(heads, widths, strict=True)):
        sheet.set_column(place, place, width, look.open)
        sheet.write_string(0, place, words, look.head)
    sheet.freeze_panes(1, 0)


def _letters(pack: Pack) -> list[str]:
    """The letters of the card with the most wordings."""
    return list(LETTERS[: max(len(card.wordings) for card in pack.cards)])
