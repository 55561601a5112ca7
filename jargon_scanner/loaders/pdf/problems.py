"""What a reader of a PDF could see and the loader could not read, and what it read that nobody sees."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from jargon_scanner.document import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jargon_scanner.loaders.pdf.page import Page

_MOSTLY = 0.5
_FEW_WORDS = 20
_MANY_DRAWINGS = 40
_ODD = 0.05
_NAMED = 5
_HIDDEN = {
    "invisible": "without colour",
    "white": "in white on white",
    "off-page": "outside the edges of the page",
    "tiny": "in tiny letters",
}


def find_problems(pages: list[Page]) -> Iterator[Problem]:
    """The problems of each page, in order."""
    for page in pages:
        where = f"Page {page.number}"
        yield from _scan(page, where)
        if page.odd_letters > _ODD:
            message = "Some letters of this page cannot be told from the file, so words may be missing."
            yield Problem("unreadable-letters", message, where)
        if page.too_complex:
            message = "The page has a drawing of very many lines. Tables on it were read as lines of text."
            yield Problem("table-not-read", message, where)
    yield from _hidden(pages)


def _scan(page: Page, where: str) -> Iterator[Problem]:
    """A page that is a picture: with no words, with few, or with words that a machine recognised."""
    unseen = sum(1 for word in page.words if word.unseen == "invisible")
    if page.recognised and not page.words:
        message = "The page is a picture in which no words were found. Look whether it has any."
        yield Problem("scanned-page", message, where)
    elif page.recognised:
        message = "The page is a scan. Its words were read from the picture, so some may be wrong."
        yield Problem("recognised-text", message, where)
    elif not page.words and (page.pictures > 0 or page.drawings >= _MANY_DRAWINGS):
        yield Problem(
            "scanned-page",
            "The page is a picture without text. Nothing on it was read. With Tesseract, --ocr reads it.",
            where,
        )
    elif page.pictures > _MOSTLY and unseen > len(page.words) / 2:
        message = "The page is a scan. Its text was recognised by a machine, so words may be wrong."
        yield Problem("recognised-text", message, where)
    elif page.pictures > _MOSTLY and len(page.words) < _FEW_WORDS:
        message = "Most of the page is a picture. Words in the picture were not read."
        yield Problem("scanned-page", message, where)


def _hidden(pages: list[Page]) -> Iterator[Problem]:
    """One problem for each way of hiding: what a printer's template hides stands on every page."""
    counts: Counter[str] = Counter()
    numbers: dict[str, list[int]] = defaultdict(list)
    for page in pages:
        here = Counter(word.unseen for word in page.words if word.unseen)
        if page.pictures > _MOSTLY:
            here.pop("invisible", None)  # the text of a scan, which is said above
        counts += here
        for kind in here:
            numbers[kind].append(page.number)
    for kind, count in sorted(counts.items()):
        words = "1 word" if count == 1 else f"{count} words"
        message = f"The document holds {words} {_HIDDEN[kind]}, which a reader does not see. It was read too."
        yield Problem("hidden-text", message, _pages(numbers[kind]))


def _pages(numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"Page {numbers[0]}"
    named = [str(number) for number in numbers[:_NAMED]]
    if len(numbers) > _NAMED:
        return f"Pages {', '.join(named)} and {len(numbers) - _NAMED} more"
    return f"Pages {', '.join(named[:-1])} and {named[-1]}"
