"""``check``: the main job. Documents go in; what a child would stumble over comes out."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jargon_scanner.cli import batch, chosen, destination, fail_on, scanning
from jargon_scanner.cli.chosen import (  # noqa: TC001 - typer reads them
    ConfigOption,
    LexiconOption,
    LibraryOption,
    ModelOption,
    OcrOption,
    WordsOption,
)
from jargon_scanner.cli.passed_over import tell_what_is_passed_over
from jargon_scanner.cli.speech import is_watched, look_of_stdout
from jargon_scanner.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jargon_scanner.errors import DocumentError
    from jargon_scanner.outputs import Output, Result


def check(
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
            help="How to show it: text, json (one document), jsonl, html or xlsx. "
            "Without it the ending of --output decides, or else text.",
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write to this file. For html it may be a folder: reports/"
        ),
    ] = None,
    with_text: Annotated[
        bool, typer.Option("--with-text", help="Put the document's text into json and jsonl.")
    ] = False,
    sentences: Annotated[
        bool,
        typer.Option(
            "--sentences",
            help="Show each sentence with all first choices made, and what then remains (text, json, jsonl).",
        ),
    ] = False,
    advice: Annotated[
        bool,
        typer.Option("--advice", help="Note sentences of over 25 words, and those that hide who did it."),
    ] = False,
    reader: Annotated[
        str | None,
        typer.Option(
            "--reader",
            metavar="WHO",
            help="Whom the document speaks to: child, parent or professional. Wordings are chosen for them.",
            show_default=False,
        ),
    ] = None,
    fail_names: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="NAMES",
            help="Leave with exit code 1 if there are findings of these kinds (acronym, jargon, blaming) "
            "or categories, or any. Separate names by commas.",
        ),
    ] = None,
    model: ModelOption = None,
    lexicon: LexiconOption = None,
    words_we_use: WordsOption = None,
    library: LibraryOption = None,
    ocr: OcrOption = False,
    kinds: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            metavar="NAMES",
            help="Show these kinds only: acronym, jargon, blaming.",
            show_default=False,
        ),
    ] = None,
    categories: Annotated[
        list[str] | None,
        typer.Option("--category", metavar="NAMES", help="Show these categories only.", show_default=False),
    ] = None,
    ignored: Annotated[
        list[str] | None,
        typer.Option(
            "--ignore",
            metavar="WORDS",
            help='Leave these words alone, in all their forms, and say why: "contact | we all say it". '
            "A file .jargon-scanner-ignore beside the documents may list more.",
            show_default=False,
        ),
    ] = None,
    template: Annotated[
        str | None,
        typer.Option(
            "--template",
            metavar="BLANK",
            help="The blank form that the documents were written in: tells its wording from what was typed.",
            show_default=False,
        ),
    ] = None,
    config: ConfigOption = None,
) -> None:
    """Check documents for acronyms, jargon and words that could hurt a child.

    Exit code: 0 everything was read; 1 a --fail-on name was found; 2 wrong usage, or a document could not
    be read.
    """
    from jargon_scanner.loaders import find_documents
    from jargon_scanner.outputs import find_output

    on_screen = is_watched(sys.stdout)
    passed_over: list[Path] = []
    view = find_output(format_name, output)
    output = None if output == "-" else output
    found = list(find_documents(paths, passed_over=passed_over.append))
    _check_usage(view, output, found)
    tell_what_is_passed_over(passed_over)
    settings = chosen.settings_of(config, lexicon, words_we_use, library, ocr=ocr)
    choices = replace(
        chosen.choices_of(settings, kinds, categories, ignored),
        sentences=sentences,
        advice=advice,
        reader=chosen.reader_of(reader),
    )
    scanning.check_words(choices, settings)
    scan = scanning.scanner_of(
        model or settings.model,
        settings,
        choices,
        with_text=with_text or not view.shows_text,
        several=len(found) > 1,
        template=Path(template) if template else None,
    )
    fails = fail_on.parse(fail_names, lambda: scanning.categories(settings))
    outcome = batch.Outcome(fails, aloud=output is not None or not on_screen)
    bar = output is not None or not on_screen or view.takes != "each"
    _show(view, outcome.watch(batch.scan_all(found, scan, bar=bar)), output)
    raise typer.Exit(outcome.exit_code)


def _check_usage(view: Output, output: str | None, found: list[Path | DocumentError]) -> None:
    """See that what was asked can be done, before the work is."""
    if view.takes == "one" and len(found) > 1:
        raise UsageError(
            f"The {view.name} format is for one document, and there are {len(found)}. "
            "Use --format jsonl for several."
        )
    if output is None:
        if not view.for_screen and is_watched(sys.stdout):
            raise UsageError(f"The {view.name} format is a file. Name it: --output report{view.suffix}")
        return
    if destination.is_folder(output) and view.pages is None:
        raise UsageError(f"{output} is a folder, and the {view.name} format is one file. Name a file.")
    destination.check_destination(output, [path for path in found if isinstance(path, Path)])


def _show(view: Output, results: Iterator[Result], output: str | None) -> None:
    """Write the view where it was asked for."""
    if output is not None and destination.is_folder(output) and view.pages is not None:
        destination.write_folder(output, view.pages(results))
        return
    from jargon_scanner.outputs import Look

    look = look_of_stdout() if output is None else Look()
    with destination.opened(output) as out:
        view.write(results, out, look)
