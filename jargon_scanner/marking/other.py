"""Formats that are read and cannot be marked: a page instead, and what to do to get more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jargon_scanner.errors import CannotMark
from jargon_scanner.loaders import loaders
from jargon_scanner.marking.family import Marked
from jargon_scanner.marking.page import done, page

if TYPE_CHECKING:
    from jargon_scanner.marking.family import Work

# What Word opens and saves as a document of its own.
_WORD_OPENS = frozenset({"doc", "rtf", "odt", "html"})


def mark(work: Work) -> Marked:
    """A page with the changes and notes in place; a sentence says what it stands for."""
    described = loaders()[work.document.format].description
    return page_instead(work, f"it is {described}", wordable=work.document.format in _WORD_OPENS)


def page_instead(work: Work, reason: str, *, wordable: bool = False) -> Marked:
    """A page to read in the place of a marked copy.

    Args:
        work: what was to be marked.
        reason: why it cannot be, a clause: "it is an Excel spreadsheet".
        wordable: whether Word can save it as a document that can be marked.

    Raises:
        CannotMark: a clean copy is wanted, for which a page is no substitute.
    """
    advice = "save it as a Word document (.docx) and mark that"
    if work.wishes.as_ == "clean":
        raise CannotMark(
            Path(work.report.document.path), f"{reason}, which cannot be changed{f'; {advice}' * wordable}"
        )
    more = f" To get changes that you can accept, {advice}." if wordable else ""
    note = f"No marks can be put into it, because {reason}: this is a page to read beside it.{more}"
    return Marked(page(work, note), ".html", done(work), notes=(note,))
