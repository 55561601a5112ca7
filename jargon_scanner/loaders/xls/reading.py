"""From the bytes of an old or binary spreadsheet to a Document, by a worker that may fall over alone."""

from __future__ import annotations

import json
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jargon_scanner.document import Problem
from jargon_scanner.errors import DamagedFile, PasswordProtected, TooLarge, TooSlow
from jargon_scanner.loaders.inside import Collection
from jargon_scanner.loaders.running import TimeOver, run
from jargon_scanner.loaders.sheets import MOST_CELLS, Sheet

if TYPE_CHECKING:
    from jargon_scanner.document import Document
    from jargon_scanner.errors import DocumentError

SECONDS = 60.0
_WORKER = Path(__file__).with_name("worker.py")
_LIBRARY = "python_calamine"
_CELLS_ONLY = Problem(
    "cells-only",
    "Only the cells of this spreadsheet were read: comments, text boxes, headers and pictures were not. Save "
    "it as .xlsx to have them read.",
)


def read_cells(path: Path, data: bytes, name: str, *, seconds: float = SECONDS) -> Document:
    """Read the cells of a spreadsheet of the old or of the binary kind.

    Args:
        path: the file, for messages; it is not opened.
        data: its bytes.
        name: the name of the format.
        seconds: how long it may take.

    Raises:
        PasswordProtected: it is encrypted.
        DamagedFile: it cannot be read.
        TooLarge: it has more cells than we read.
        TooSlow: it took too long.
    """
    collection = Collection(path)
    sheets: list[Sheet] = []
    for line in _lines(path, data, seconds):
        if isinstance(line, list):
            row, column, words, is_text = line
            sheets[-1].put(row, column, words, is_text=is_text)
        elif "sheet" in line:
            sheets.append(Sheet(line["sheet"], len(sheets) + 1))
        elif "error" in line:
            raise _error(path, line["error"])
    for sheet in sheets:
        collection.blocks += sheet.blocks()
    collection.problems.append(_CELLS_ONLY)
    return collection.document(name, data)


def _lines(path: Path, data: bytes, seconds: float) -> list[Any]:
    """What the worker wrote: lists for cells, objects for sheets and errors."""
    found = find_spec(_LIBRARY)
    library = Path(found.origin).parent.parent if found and found.origin else Path()
    with tempfile.TemporaryDirectory(prefix="jargon-scanner-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / "sheets"
        source.write_bytes(data)
        try:
            written = run([sys.executable, "-I", str(_WORKER), str(library), str(source)], folder, seconds)
        except TimeOver as fault:
            raise TooSlow(path, f"it was stopped after {seconds:g} seconds") from fault
    if written is None:
        raise DamagedFile(path, "its sheets cannot be read")
    return [json.loads(line) for line in written.splitlines()]


def _error(path: Path, kind: str) -> DocumentError:
    if kind == "password":
        return PasswordProtected(path)
    if kind == "large":
        return TooLarge(path, f"it has more than {MOST_CELLS:,} cells with something in them")
    return DamagedFile(path, "its sheets cannot be read")
