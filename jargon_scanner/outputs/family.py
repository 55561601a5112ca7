"""What an output is. One view, one module of this package with a ``PART``; or an entry point elsewhere.

A view is given results as they come, reports and the errors that stand in the place of a document that could
not be read, and writes bytes: text is always UTF-8, whatever the computer is set to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Literal, TypeAlias

from jargon_scanner.errors import DocumentError
from jargon_scanner.report import Report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Result: TypeAlias = Report | DocumentError

Takes: TypeAlias = Literal["one", "all", "each"]


@dataclass(frozen=True, slots=True)
class Look:
    """Who will look at a view: how many columns they see, and whether colours reach them."""

    width: int = 80
    colour: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One file of a view that fills a folder."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Output:
    """Shows reports in one way.

    Attributes:
        name: what a person types after ``--format``: "html".
        suffix: the file ending that belongs to it, small letters, with the dot.
        description: what a person calls it, with an article: "a page to read in a browser".
        write: shows the results, in their order, on a binary stream.
        takes: ``one`` document only; ``all`` of them before the first word is written; or ``each`` as it
            comes, written and flushed before the next is asked for.
        shows_text: true where the view writes all of ``Report.text``, which is then only left in on request.
        pages: the same results as a folder of files, the index last; None where that makes no sense.
        for_screen: whether it makes sense on a screen; the others ask for ``--output``.
    """

    name: str
    suffix: str
    description: str
    write: Callable[[Iterable[Result], BinaryIO, Look], None]
    takes: Takes = "all"
    shows_text: bool = False
    pages: Callable[[Iterable[Result]], Iterator[Page]] | None = None
    for_screen: bool = True
