"""What commands that scan documents share: the scan itself, and seeing that its choices can be made."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from jargon_scanner.cli import chosen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jargon_scanner.choices import Choices
    from jargon_scanner.report import Report
    from jargon_scanner.scan import Scanner
    from jargon_scanner.settings import Settings
    from jargon_scanner.workshop import Setup


def check_words(choices: Choices, settings: Settings) -> None:
    """See that what was chosen is there, before any document is read. Without choices, nothing is loaded."""
    if choices.categories:
        chosen.check_names("--category", choices.categories, categories(settings))
    if choices.ignored:
        chosen.tell_of_unknown_words(choices, chosen.lexicon_of(settings))


def categories(settings: Settings) -> list[str]:
    """Every category of the lexicon that was chosen."""
    known = chosen.lexicon_of(settings)
    return sorted({*known.categories, *(located.entry.category for located in known.entries.values())})


def scanner_of(
    model: str | None,
    settings: Settings,
    choices: Choices,
    *,
    with_text: bool = False,
    several: bool = False,
    template: Path | None = None,
) -> Callable[[Path], Report]:
    """A function that scans a document.

    Args:
        model: the name of an installed model; None for the default one.
        settings: what a team has chosen.
        choices: what is to be shown.
        with_text: whether reports carry the text of their documents.
        several: whether one document that cannot be read within the limits may cost only itself; a large
            one always does.
        template: the blank form that the documents were written in: its wording is told from what was typed.
    """
    from jargon_scanner.blank_form import with_owners
    from jargon_scanner.loaders.guarded import GuardedReader

    reader = GuardedReader(settings.limits, several=several)
    blank = reader.load(template) if template else None
    library = chosen.library_of(settings)

    @cache
    def scanner() -> Scanner:
        from jargon_scanner.scan import Scanner

        return Scanner.create(
            model=model, lexicon=settings.lexicon, words_we_use=settings.words_we_use, library=library
        )

    def scan_one(path: Path) -> Report:
        from jargon_scanner.scan import scan_document

        document = reader.load(path)
        if blank is not None:
            document = with_owners(document, blank)
        return scan_document(document, scanner=scanner(), with_text=with_text, choices=choices.beside(path))

    return scan_one


def setup_of(model: str | None, settings: Settings, choices: Choices) -> Setup:
    """The same for a program that runs for long, whose other processes make scanners of it."""
    from jargon_scanner.workshop import Setup

    library = chosen.library_of(settings)
    return Setup(model or settings.model, settings.lexicon, settings.words_we_use, choices, library)
