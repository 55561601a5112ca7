"""Which format a file name asks for, and the whole way there and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.errors import LexiconError, UsageError
from jargon_scanner.lexicon.exchange.rows import Imported, read_rows, rows_of
from jargon_scanner.lexicon.exchange.sheets import read_csv, read_xlsx, write_csv, write_xlsx
from jargon_scanner.lexicon.exchange.tbx import write_tbx
from jargon_scanner.lexicon.exchange.vale import write_vale

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from jargon_scanner.lexicon.entry import AnyEntry
    from jargon_scanner.lexicon.load import Lexicon

OUT = (".xlsx", ".csv", ".tbx", ".vale")
BACK = (".xlsx", ".csv")


def exported(lexicon: Lexicon, suffix: str) -> bytes | Iterable[tuple[str, bytes]]:
    """A lexicon in another format: the bytes of a file, or for Vale the files of a folder.

    Raises:
        UsageError: no format has this ending.
    """
    if suffix == ".xlsx":
        return write_xlsx(rows_of(lexicon))
    if suffix == ".csv":
        return write_csv(rows_of(lexicon))
    if suffix == ".tbx":
        return write_tbx(lexicon)
    if suffix == ".vale":
        return write_vale(lexicon)
    raise UsageError(f"The name has to end in {', '.join(OUT)}, so that the format is known; not {suffix!r}.")


def imported(path: Path) -> Imported:
    """What a spreadsheet holds.

    Raises:
        UsageError: its name has another ending.
        LexiconError: it is not there, or no workbook.
    """
    if path.suffix.lower() not in BACK:
        raise UsageError(f"Only {' and '.join(BACK)} files are read back, not {path.name}.")
    if not path.is_file():
        raise LexiconError(f"{path} was not found. Check the spelling and the folder.")
    data = path.read_bytes()
    rows = read_csv(data) if path.suffix.lower() == ".csv" else read_xlsx(data, str(path))
    return read_rows(rows, str(path))


def changed(entries: Iterable[AnyEntry], lexicon: Lexicon) -> list[AnyEntry]:
    """The entries that are new, or other than the ones in force."""
    return [
        entry
        for entry in entries
        if entry.id not in lexicon.entries or lexicon.entries[entry.id].entry != entry
    ]
