"""The files of a pack: what is printed, and the spreadsheet for what comes back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jargon_scanner.errors import UsageError
from jargon_scanner.outputs import Page
from jargon_scanner.review.packs.answers.sheet import answers_sheet
from jargon_scanner.review.packs.paper import on_paper
from jargon_scanner.review.packs.pdf import cards_pdf, tally_pdf
from jargon_scanner.review.packs.word import cards_word, tally_word

if TYPE_CHECKING:
    from collections.abc import Callable

    from jargon_scanner.review.cards import Pack
    from jargon_scanner.review.packs.paper import Paper
    from jargon_scanner.review.people import Group

#: What is printed, by the end of its file's name.
PRINTED: dict[str, Callable[[Paper], bytes]] = {
    "cards.pdf": cards_pdf,
    "cards.docx": cards_word,
    "tally.pdf": tally_pdf,
    "tally.docx": tally_word,
}
ANSWERS = "answers.xlsx"
NAMES = (*PRINTED, ANSWERS)


def one_file(pack: Pack, group: Group, name: str) -> Page:
    """One file of a pack.

    Args:
        pack: as it is now.
        group: who is asked.
        name: one of ``NAMES``.

    Raises:
        UsageError: there are no cards.
    """
    if not pack.cards:
        raise UsageError("There are no words in this pack yet, so there is nothing to print.")
    called = f"{_plain(pack.title)}-{name}"
    if name == ANSWERS:
        return Page(called, answers_sheet(pack))
    return Page(called, PRINTED[name](on_paper(pack, group)))


def _plain(title: str) -> str:
    """A title as every system takes it in a file's name."""
    return re.sub(r"[^\w-]+", "-", title.lower()).strip("-")[:60] or "words"
