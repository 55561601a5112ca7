"""The form of an audit: one page for one document, written for the auditor and read back filled in.

One format, one module; what is on a form is in ``family``, what came back in ``filled``. A form is read as
any other document is: with every way in which people write in one, and every way in which a file breaks.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from jargon_scanner.errors import DocumentError
from jargon_scanner.library.audit.forms import word, workbook
from jargon_scanner.library.audit.forms.filled import Filled, filled
from jargon_scanner.loaders import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jargon_scanner.document import Document
    from jargon_scanner.library.audit.forms.family import FormFormat

__all__ = ["FORMATS", "Filled", "read_form"]

FORMATS: dict[str, FormFormat] = {one.suffix: one for one in (word.FORMAT, workbook.FORMAT)}


def read_form(path: Path) -> Filled:
    """What an auditor wrote on a form.

    A file that is none, or that cannot be read, is told as a fault of the form: the others go on.
    """
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        return Filled(path.name, faults=(f"it is no {' or '.join(FORMATS)} file",))
    try:
        document = form.read(path, read_bytes(path))
    except DocumentError as error:
        return Filled(path.name, faults=(f"it could not be opened: {str(error).removesuffix('.')}",))
    return filled(path.name, _rows(document))


def _rows(document: Document) -> Iterator[tuple[str, str]]:
    """The rows of its tables: what stands in the first column, and what in the others."""
    placed = ((block.cell, block.text) for block in document.blocks if block.cell)
    for _, row in groupby(placed, lambda one: (one[0].table, one[0].row)):
        asked: list[str] = []
        answered: list[str] = []
        for cell, text in row:
            (asked if cell.column == 1 else answered).append(text)
        yield "\n".join(asked), "\n".join(answered)
