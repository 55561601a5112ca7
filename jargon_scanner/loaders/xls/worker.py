"""Reads the cells of one spreadsheet in a process of its own, and writes them as lines of JSON.

The library is fast and reads every kind of spreadsheet, but a damaged file can make it panic or ask for all
the memory there is; neither may end the scan of a batch. Started by its path, so it imports nothing of ours.

Usage: worker.py FOLDER_OF_THE_LIBRARY FILE
"""

from __future__ import annotations

import json
import sys
from datetime import date, datetime, time

MEMORY = 2_000_000_000
MOST_CELLS = 1_000_000


def main() -> int:
    """Write a line for each sheet, ``{"sheet": name}``, and for each cell, ``[row, column, words, is_text]``.

    Returns:
        0, and 1 where the file cannot be read; the last line then says why.
    """
    _limit_memory()
    sys.path.append(sys.argv[1])
    from python_calamine import CalamineError, PasswordError

    try:
        _write(sys.argv[2])
    except PasswordError:
        _say({"error": "password"})
    except CalamineError:
        _say({"error": "damaged"})
    except MemoryError:
        _say({"error": "large"})
    return 0


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _write(name: str) -> None:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(name)
    count = 0
    for title in book.sheet_names:
        _say({"sheet": title})
        sheet = book.get_sheet_by_name(title)
        first = 1 + (sheet.start[1] if sheet.start else 0)
        for row, values in enumerate(sheet.iter_rows(), start=1):
            for column, value in enumerate(values, start=first):
                words = _words(value)
                if words:
                    count += 1
                    _say([row, column, words, isinstance(value, str)])
            if count > MOST_CELLS:
                raise MemoryError
    _say({"end": count})


def _say(line: object) -> None:
    sys.stdout.write(json.dumps(line) + "\n")


def _words(value: object) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return f"{value:.0f}" if float(value).is_integer() and abs(value) < 1e15 else f"{value:.10g}"
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y}" if value.time() == time() else f"{value:%d/%m/%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return str(value).strip()


if __name__ == "__main__":
    sys.exit(main())
