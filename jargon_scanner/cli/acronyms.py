"""``acronyms``: the table of abbreviations of a document or a whole library."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jargon_scanner.cli import batch, chosen, destination, scanning
from jargon_scanner.cli.chosen import (  # noqa: TC001 - typer reads them
    ConfigOption,
    LexiconOption,
    LibraryOption,
    ModelOption,
    OcrOption,
    WordsOption,
)
from jargon_scanner.cli.fail_on import Condition
from jargon_scanner.cli.passed_over import tell_what_is_passed_over
from jargon_scanner.cli.speech import is_watched, look_of_stdout
from jargon_scanner.errors import DocumentError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jargon_scanner.abbreviations import Table
    from jargon_scanner.abbreviations.formats import Format
    from jargon_scanner.outputs import Result


def acronyms(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Documents, and folders of documents.", show_default=False),
    ],
    format_name: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            help="How to show it: text, csv, xlsx, docx (a list to paste) or json. "
            "Without it the ending of --output decides, or else text.",
        ),
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")
    ] = None,
    model: ModelOption = None,
    lexicon: LexiconOption = None,
    words_we_use: WordsOption = None,
    library: LibraryOption = None,
    ocr: OcrOption = False,
    config: ConfigOption = None,
) -> None:
    """List every short form: what it stands for, who says so, how often and where it stands.

    Those that nobody explains and the word list does not know come first. What one document explains is
    offered where others use it without a word.

    Exit code: 0 everything was read; 2 wrong usage, or a document could not be read.
    """
    from jargon_scanner.abbreviations.formats import find_format
    from jargon_scanner.loaders import find_documents

    passed_over: list[Path] = []
    shown = find_format(format_name, output)
    output = None if output == "-" else output
    found = list(find_documents(paths, passed_over=passed_over.append))
    _check_usage(shown, output, found)
    tell_what_is_passed_over(passed_over)
    settings = chosen.settings_of(config, lexicon, words_we_use, library, ocr=ocr)
    outcome = batch.Outcome(Condition(), aloud=output is not None or not shown.for_screen)
    choices = chosen.choices_of(settings, None, None, None)
    scan = scanning.scanner_of(model or settings.model, settings, choices, several=len(found) > 1)
    table = _table(outcome.watch(batch.scan_all(found, scan, bar=True)))
    with destination.opened(output) as out:
        shown.write(table, out, look_of_stdout())
    raise typer.Exit(outcome.exit_code)


def _check_usage(shown: Format, output: str | None, found: list[Path | DocumentError]) -> None:
    """See that what was asked can be done, before the work is."""
    if output is None:
        if not shown.for_screen and is_watched(sys.stdout):
            raise UsageError(
                f"The {shown.name} format is a file. Name it: --output abbreviations{shown.suffix}"
            )
        return
    if destination.is_folder(output):
        raise UsageError(f"{output} is a folder, and the table is one file. Name a file.")
    destination.check_destination(output, [path for path in found if isinstance(path, Path)])


def _table(results: Iterable[Result]) -> Table:
    """The table; of each report only what it needs is kept."""
    from jargon_scanner.abbreviations import Unread, mentions_of, table_of

    documents, unread = [], []
    for result in results:
        if isinstance(result, DocumentError):
            unread.append(Unread(result.path, result.code, str(result)))
        else:
            documents.append(mentions_of(result))
    return table_of(documents, unread)
