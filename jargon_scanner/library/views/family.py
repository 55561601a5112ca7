"""What a view of a library is: a module of this package with a ``PART``, or an entry point elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jargon_scanner.library.figures import LibraryReport, Point, Where


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown.

    Attributes:
        name: of the library.
        counted: gives the figures of the run, and the points of this library's runs, the oldest first. They
            may be counted while ``where`` is read: a view that shows both asks for these last.
        where: every single occurrence, from the first at each call: there can be millions.
        keeps_text: whether the words and sentences of documents are there.
    """

    name: str
    counted: Callable[[], tuple[LibraryReport, tuple[Point, ...]]]
    where: Callable[[], Iterator[Where]]
    keeps_text: bool

    @property
    def report(self) -> LibraryReport:
        """The figures."""
        return self.counted()[0]

    @property
    def history(self) -> tuple[Point, ...]:
        """The points of this library's runs."""
        return self.counted()[1]


@dataclass(frozen=True, slots=True)
class View:
    """Shows a library.

    Attributes:
        name: what a person calls for it by.
        file: the file it makes in the folder of results.
        description: what it is, with an article: "a workbook".
        write: writes it on a binary stream.
    """

    name: str
    file: str
    description: str
    write: Callable[[Shown, BinaryIO], None]
