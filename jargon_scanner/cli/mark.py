"""``mark``: a copy of a document, or of a whole folder, with the suggestions in it. Never the original."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jargon_scanner.cli import batch, chosen, copying, destination, scanning
from jargon_scanner.cli.chosen import (  # noqa: TC001 - typer reads them
    ConfigOption,
    LexiconOption,
    LibraryOption,
    ModelOption,
    OcrOption,
    WordsOption,
)
from jargon_scanner.cli.copying import AsOption, OnlyOption  # noqa: TC001 - as above
from jargon_scanner.cli.passed_over import tell_what_is_passed_over
from jargon_scanner.cli.speech import say, tell
from jargon_scanner.errors import FileMissing, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from jargon_scanner.marking import Marked
    from jargon_scanner.marking.library import Copy

_NOT_ALL_MARKED = 2


def mark(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A document, or a folder of documents.")],
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PLACE",
            help="The copy's name; of a folder, a folder. Without it, the copy stands beside its original.",
        ),
    ] = None,
    as_: AsOption = "changes",
    only: OnlyOption = None,
    again: Annotated[
        bool,
        typer.Option(
            "--again",
            help="Replace the copy that is there; of a folder, every copy that nobody has worked on since.",
        ),
    ] = False,
    model: ModelOption = None,
    lexicon: LexiconOption = None,
    words_we_use: WordsOption = None,
    library: LibraryOption = None,
    ocr: OcrOption = False,
    kinds: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="NAMES", help="Mark these kinds only.", show_default=False),
    ] = None,
    categories: Annotated[
        list[str] | None,
        typer.Option("--category", metavar="NAMES", help="Mark these categories only.", show_default=False),
    ] = None,
    ignored: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="WORDS", help="Leave these words alone.", show_default=False),
    ] = None,
    config: ConfigOption = None,
) -> None:
    """Make a copy with the suggestions in it: changes to accept or reject, and comments.

    Word gets tracked changes and comments, PDF highlights with notes; other files get a page to read. The
    original is never touched. A folder keeps its structure, and a list in it (.csv) names every change.

    Exit code: 0 everything was marked; 2 wrong usage, or a document could not be read or marked.
    """
    source = Path(path)
    copying.check_how(as_, only)
    settings = chosen.settings_of(config, lexicon, words_we_use, library, ocr=ocr)
    choices = chosen.choices_of(settings, kinds, categories, ignored)
    scanning.check_words(choices, settings)
    scan = scanning.scanner_of(
        model or settings.model, settings, choices, with_text=True, several=source.is_dir()
    )
    one = copying.copier_of(scan, as_, only, count=settings.count_choices)
    if source.is_dir():
        _mark_folder(source, output, one, again=again)
    else:
        _mark_file(source, output, one, again=again)


def _mark_file(path: Path, output: str | None, one: Callable[[Path], Copy], *, again: bool) -> None:
    if not path.exists():
        raise FileMissing(path)
    marked = one(path).marked
    target = _target(path, output, marked.suffix)
    files = [(target, marked.data)]
    files += [(target.with_suffix(more.suffix), more.data) for more in marked.beside]
    for file, _ in files:
        destination.check_destination(str(file), [path])
        if file.exists() and not again:
            raise UsageError(
                f"{file} is there already. Choose another --output, or add --again to replace it."
            )
    for file, data in files:
        with destination.opened(str(file)) as out:
            out.write(data)
    tell("\n".join([f"Written: {' and '.join(str(file) for file, _ in files)}", *_what_was_done(marked)]))


def _target(path: Path, output: str | None, suffix: str) -> Path:
    """Where the copy of a file goes: beside it, into a folder, or where it was asked for."""
    name = f"{path.stem}-marked{suffix}"
    if output is None:
        return path.with_name(name)
    if destination.is_folder(output):
        return Path(output, name)
    if Path(output).suffix.lower() != suffix:
        raise UsageError(
            f"The copy of {path} ends in {suffix}, and {output} does not. Choose a name that does."
        )
    return Path(output)


def _what_was_done(marked: Marked) -> list[str]:
    changes = sum(done.action == "changed" for done in marked.done)
    comments = len(marked.done) - changes
    lines = [f"{changes:,} changed, {comments:,} commented, {len(marked.left):,} left for you."]
    lines += marked.notes
    lines += (f"Left: {left.label}: “{left.words}”: {left.reason}." for left in marked.left)
    return lines


def _mark_folder(source: Path, output: str | None, one: Callable[[Path], Copy], *, again: bool) -> None:
    from jargon_scanner.loaders import find_documents
    from jargon_scanner.marking.library import MANIFEST, Library

    if output is None:
        raise UsageError(f"{source} is a folder. Say where its copies go: --output COPIES")
    library = Library.prepare(source, Path(output), again=again)
    passed_over: list[Path] = []
    found = list(find_documents([source], passed_over=passed_over.append))
    tell_what_is_passed_over(passed_over)
    library.write(batch.scan_all(found, one, bar=True), passed_over)
    for error in library.failed:
        say(str(error))
    total = len(found)
    tell(f"{library.written:,} of {total:,} documents marked. Every change: {Path(output) / MANIFEST}")
    if library.failed:
        raise typer.Exit(_NOT_ALL_MARKED)
