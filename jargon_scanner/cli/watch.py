"""``watch``: a folder in which every draft that is saved gets a marked copy and a short report beside it."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Annotated

import typer

from jargon_scanner.cli import batch, chosen, copying, scanning
from jargon_scanner.cli.chosen import (  # noqa: TC001 - typer reads them
    ConfigOption,
    LexiconOption,
    ModelOption,
    WordsOption,
)
from jargon_scanner.cli.copying import AsOption, OnlyOption  # noqa: TC001 - as above
from jargon_scanner.cli.speech import say, tell
from jargon_scanner.errors import UsageError
from jargon_scanner.outputs.wording import count

if TYPE_CHECKING:
    from jargon_scanner.errors import DocumentError
    from jargon_scanner.marking.library import Copy


def watch(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="The folder where drafts are saved.")],
    as_: AsOption = "changes",
    only: OnlyOption = None,
    all_: Annotated[
        bool, typer.Option("--all", help="Check the drafts that are there already, too.")
    ] = False,
    model: ModelOption = None,
    lexicon: LexiconOption = None,
    words_we_use: WordsOption = None,
    config: ConfigOption = None,
) -> None:
    """Keep a folder: save or drop a draft there, and its marked copy and a short report stand beside it.

    A draft is checked when it was saved and the program that has it open lets go of it, and again whenever
    it is saved anew. The draft itself is never touched, nor a copy that somebody has worked on: the next one
    gets a number. Folders in the folder are left alone. Ctrl+C ends it.
    """
    from jargon_scanner.drafts.folder import Drafts
    from jargon_scanner.drafts.watch import Keeper, keep

    place = Path(folder)
    if not place.is_dir():
        raise UsageError(f"{place} is no folder. Make it first, or name the folder where drafts are saved.")
    copying.check_how(as_, only)
    settings = chosen.settings_of(config, lexicon, words_we_use)
    choices = chosen.choices_of(settings, None, None, None)
    scanning.check_words(choices, settings)
    drafts = Drafts(place)
    there = 0 if all_ else drafts.leave_as_they_are()
    tell("Getting ready …")
    scan = scanning.scanner_of(
        model or settings.model, settings, choices, with_text=True, several=True, at_once=True
    )
    copy = copying.copier_of(scan, as_, only, count=settings.count_choices)

    def make(path: Path) -> Copy | DocumentError:
        return next(batch.scan_all([path], copy, bar=False))

    tell(f"Watching {place}. Save a draft there; its copy comes when it is closed. Ctrl+C ends it.")
    if there:
        tell(f"{count(there, 'draft was', 'drafts were')} there before: save one again, or start with --all.")
    try:
        keep(Keeper(drafts, make, tell, say), Event())
    except KeyboardInterrupt:
        tell(f"\nStopped. {place} is not watched any more.")
