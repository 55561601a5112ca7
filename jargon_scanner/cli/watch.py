"""``watch``: a folder in which every draft that is saved gets a marked copy and a short report beside it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Annotated

import typer

from jargon_scanner.cli import chosen, copying, scanning
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
    from concurrent.futures import Future

    from jargon_scanner.marking.library import Copy
    from jargon_scanner.report import Report
    from jargon_scanner.workshop import Tools

#: Drafts that are read at once: one that takes long holds up no other.
_AT_ONCE = 2


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
    from jargon_scanner.workshop import GetReady, Workshop

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
    setup = scanning.setup_of(model, settings, choices)
    workshop = Workshop(setup, processes=_AT_ONCE, limits=settings.limits)
    mistakes: set[str] = set()

    def make(path: Path) -> Future[Copy]:
        making = workshop.submit(_MakeCopy(path, as_, only, settings.count_choices))
        making.add_done_callback(lambda _: tell_of_mistakes())
        return making

    def tell_of_mistakes() -> None:
        if workshop.fault and workshop.fault not in mistakes:
            mistakes.add(workshop.fault)
            say(f"Until this is mended, the words from before it are used. {workshop.fault}")

    try:
        workshop.submit(GetReady()).result()
        tell(f"Watching {place}. Save a draft there; its copy comes when it is closed. Ctrl+C ends it.")
        if there:
            were = count(there, "draft was", "drafts were")
            tell(f"{were} there before: save one again, or start with --all.")
        keep(Keeper(drafts, make, tell, say), Event())
    except KeyboardInterrupt:
        tell(f"\nStopped. {place} is not watched any more.")
    finally:
        workshop.close()


@dataclass(frozen=True, slots=True)
class _MakeCopy:
    """Scan a draft and make its marked copy, in another process."""

    path: Path
    as_: str
    only: str | None
    count: bool

    @property
    def name(self) -> str:
        return str(self.path)

    def do(self, tools: Tools) -> Copy:
        from jargon_scanner.scan import scan

        def scanned(path: Path) -> Report:
            choices = tools.choices.beside(path)
            return scan(path, scanner=tools.scanner, with_text=True, choices=choices)

        return copying.copier_of(scanned, self.as_, self.only, count=self.count)(self.path)
