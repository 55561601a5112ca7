"""What a format of a sheet is: one module of this package with a ``PART``, or an entry point elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Callable

    from jargon_scanner.review.sheets.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Format:
    """Writes a sheet in one way.

    Attributes:
        name: what it is called.
        suffix: the file ending that belongs to it, small letters, with the dot.
        write: writes on a binary stream that need not be able to go back; text is always UTF-8.
    """

    name: str
    suffix: str
    write: Callable[[Sheet, BinaryIO], None]
