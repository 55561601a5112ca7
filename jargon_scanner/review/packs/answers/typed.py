"""A spreadsheet of answers read back: all of it, or nothing and every fault with its place."""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from jargon_scanner.errors import UsageError
from jargon_scanner.review.packs.answers import columns
from jargon_scanner.review.packs.answers.counted import people_of_counts
from jargon_scanner.review.packs.answers.one_by_one import people_of_rows
from jargon_scanner.review.packs.answers.rows import Faults, Grid, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jargon_scanner.review.cards import Pack
    from jargon_scanner.review.packs.answers.rows import Person

_MOST_FAULTS = 30
_NONE_OF_OURS = (
    "This is no spreadsheet of answers. Print one for your words (jargon-scanner review print) and type the "
    "answers into that."
)
_DAYS = ("%d/%m/%Y", "%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d.%m.%Y", "%d/%m/%y")


@dataclass(frozen=True, slots=True)
class Typed:
    """What a spreadsheet says.

    Attributes:
        pack: the id of the pack.
        workbook: which workbook it is: the same after it was filled in again.
        name: of the group; "" where nobody wrote it.
        day: of the session; None where nobody wrote it.
        printed: the wordings of each card's id, as they were printed.
        sheets: the cells of the two sheets.
    """

    pack: str
    workbook: str
    name: str
    day: date | None
    printed: dict[str, tuple[str, ...]]
    sheets: dict[str, Grid] = field(repr=False)

    @property
    def sha256(self) -> str:
        """Of everything that was typed, whatever program has saved it."""
        said = [
            self.name,
            str(self.day),
            *([row.cells for row in grid.rows] for grid in self.sheets.values()),
        ]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()

    def people(self, pack: Pack) -> tuple[Person, ...]:
        """Everybody who answered, with their answers.

        Args:
            pack: the one that was printed.

        Raises:
            UsageError: the cards were changed since, nobody answered, or a cell holds what cannot be taken;
                the message names up to thirty such cells.
        """
        self._check_cards(pack)
        faults = Faults()
        cards = {columns.label(card, number): card for number, card in enumerate(pack.cards, start=1)}
        found = (
            *people_of_rows(self.sheets[columns.PEOPLE], cards, faults),
            *people_of_counts(self.sheets[columns.COUNTED], cards, faults),
        )
        if faults.told:
            more = len(faults.told) - _MOST_FAULTS
            lines = faults.told[:_MOST_FAULTS] + ([f"and {more} more"] if more > 0 else [])
            raise UsageError("Nothing was brought in, because of these cells:\n" + "\n".join(lines))
        if not found:
            raise UsageError("Nobody’s answers are in this spreadsheet yet.")
        return found

    def _check_cards(self, pack: Pack) -> None:
        now = {card.id: card.wordings for card in pack.cards}
        if self.printed != now:
            raise UsageError(
                "The cards were changed after this spreadsheet was printed, so its letters may mean other "
                "wordings. Change the cards back, or type the answers into a new spreadsheet."
            )


def read_typed(data: bytes) -> Typed:
    """Read a spreadsheet.

    Args:
        data: an .xlsx file.

    Raises:
        UsageError: it is none of ours, or cannot be opened.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = {
            name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names
        }
    except PasswordError:
        raise UsageError("This spreadsheet has a password. Save it without one and try again.") from None
    except (CalamineError, OSError, ValueError):
        raise UsageError(_NONE_OF_OURS) from None
    about = [list(map(_text, row)) for row in sheets.get(columns.ABOUT, [])]
    wanted = {columns.START, columns.PEOPLE, columns.COUNTED}
    if len(about) < 4 or about[0][0] != columns.FORMAT or not wanted <= set(sheets):
        raise UsageError(_NONE_OF_OURS)
    start = sheets[columns.START]
    return Typed(
        pack=about[1][0],
        workbook=about[2][0],
        name=_text(_cell(start, *columns.NAME_CELL)),
        day=_day(_cell(start, *columns.DAY_CELL)),
        printed={row[0]: tuple(filter(None, row[2:])) for row in about[3:] if row[0]},
        sheets={name: _grid(name, sheets[name]) for name in (columns.PEOPLE, columns.COUNTED)},
    )


def _grid(name: str, rows: Sequence[Sequence[Any]]) -> Grid:
    heads = [_text(one) for one in rows[0]] if rows else []
    return Grid(
        name,
        tuple(
            Row(number, {head: _text(cell) for head, cell in zip(heads, row, strict=False) if head})
            for number, row in enumerate(rows[1:], start=2)
        ),
    )


def _cell(rows: Sequence[Sequence[Any]], row: int, column: int) -> Any:
    return rows[row][column] if row < len(rows) and column < len(rows[row]) else ""


def _text(cell: Any) -> str:
    """A cell as it was typed: whole numbers come back with a point."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    lines = (" ".join(line.split()) for line in str(cell).splitlines())
    return "\n".join(filter(None, lines))


def _day(cell: Any) -> date | None:
    """A day, typed as a date or in words.

    Raises:
        UsageError: it is none.
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    written = _text(cell)
    for pattern in _DAYS if written else ():
        try:
            return datetime.strptime(written, pattern).date()
        except ValueError:
            continue
    if written:
        raise UsageError(f"{columns.START}, “On which day”: “{written}” is no day. Write 9/3/2027.")
    return None
