"""``scope theme``: one theme followed through a library, for a team's practice day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jargon_scanner.cli.chosen import ConfigOption, LexiconOption, lexicon_of, settings_of
from jargon_scanner.cli.destination import check_destination, opened
from jargon_scanner.cli.scope.chosen import FiguresArgument, opened_run
from jargon_scanner.cli.scope.hiding import redactor_of
from jargon_scanner.cli.speech import tell
from jargon_scanner.errors import UsageError

if TYPE_CHECKING:
    from jargon_scanner.library.store import Store
    from jargon_scanner.library.theme.sentences import Rewritten
    from jargon_scanner.library.theme.sheet import Sheet
    from jargon_scanner.report import Report
    from jargon_scanner.settings import Settings


def theme(
    figures: FiguresArgument,
    words: Annotated[
        list[str], typer.Argument(metavar="THEME", help="A term, a category, or words of sentences.")
    ],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="The Word document to write (.docx).")
    ],
    lexicon: LexiconOption = None,
    config: ConfigOption = None,
) -> None:
    """Follow one theme through a library: how each service writes of it, and a sheet for a practice day.

    In the sentences that it shows, names, places, dates and numbers are hidden. Tick each sentence before the
    document goes out: a program misses some.
    """
    settings = settings_of(config, lexicon)
    check_destination(output, [])
    with opened_run(figures) as (store, run):
        sheet = _sheet(store, run, " ".join(words), settings)
    _write(sheet, output)


def _sheet(store: Store, run: int, written: str, settings: Settings) -> Sheet:
    from jargon_scanner.choices import Choices
    from jargon_scanner.library.tally.copies import counting
    from jargon_scanner.library.theme.figures import company, frequencies
    from jargon_scanner.library.theme.find import hits, theme_of
    from jargon_scanner.library.theme.sentences import Rewritten, before_and_after, sentences
    from jargon_scanner.library.theme.sheet import Sheet
    from jargon_scanner.scan import Scanner, scan_text

    followed = theme_of(written, lexicon_of(settings))
    redactor = redactor_of(settings)
    with store.reading() as db, counting(db, run):
        found = hits(db, store, followed)
        if not found:
            raise UsageError(f"“{written}” was not found in these figures. Try another word, or a category.")
        often = frequencies(db, run, found)
        beside = company(db, followed, found, by_sentence=store.keeps_text)
        shown = None
        if store.keeps_text:
            shown = sentences(db, run, found, lambda text: redactor.redact(text).text)
    pairs: tuple[Rewritten, ...] = ()
    if shown:
        scanner = Scanner.create(settings.model, settings.lexicon)
        choices = Choices(sentences=True)
        invented = [Rewritten(*one, is_invented=True) for one in followed.invented]

        def read(text: str) -> Report:
            return scan_text(text, scanner=scanner, choices=choices)

        pairs = before_and_after(shown, invented, read)
    return Sheet(followed, often, beside, shown, pairs)


def _write(sheet: Sheet, output: str) -> None:
    from jargon_scanner.library.theme.sheet import write_sheet

    with opened(output) as out:
        write_sheet(sheet, out)
    tell(f"Written: {output}")
    if sheet.shown:
        tell("Names in it are hidden by a program, which misses some: tick each sentence before it goes out.")
