"""What a format of the table is: one module of this package with a ``PART``, or an entry point elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Callable

    from jargon_scanner.abbreviations.table import Table
    from jargon_scanner.outputs import Look


@dataclass(frozen=True, slots=True)
class Format:
    """Shows a table of abbreviations in one way.

    Attributes:
        name: what a person types after ``--format``.
        suffix: the file ending that belongs to it, small letters, with the dot.
        write: shows the table on a binary stream; text is always UTF-8.
        for_screen: whether it makes sense on a screen; the others ask for ``--output``.
    """

    name: str
    suffix: str
    write: Callable[[Table, BinaryIO, Look], None]
    for_screen: bool = True
