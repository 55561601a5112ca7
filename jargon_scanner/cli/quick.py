"""``quick``: one click in a file manager. A marked copy and a short report beside each document."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jargon_scanner.cli import batch, chosen, copying, scanning
from jargon_scanner.cli.chosen import ConfigOption, LexiconOption, WordsOption  # noqa: TC001 - typer reads them
from jargon_scanner.cli.copying import AsOption, OnlyOption  # noqa: TC001 - as above
from jargon_scanner.cli.speech import is_watched, say, tell
from jargon_scanner.errors import DocumentError

if TYPE_CHECKING:
    from jargon_scanner.drafts.beside import Beside
    from jargon_scanner.marking.library import Copy

_NOT_ALL_MARKED = 2


def quick(
    paths: Annotated[list[str], typer.Argument(metavar="FILE...", help="Documents.")],
    as_: AsOption = "changes",
    only: OnlyOption = None,
    open_: Annotated[bool, typer.Option("--open", help="Open each report when it is there.")] = False,
    wait: Annotated[
        bool, typer.Option("--wait", help="Where something went wrong, wait until Enter is pressed.")
    ] = False,
    lexicon: LexiconOption = None,
    words_we_use: WordsOption = None,
    config: ConfigOption = None,
) -> None:
    """Put a marked copy and a short report beside each document, and open the report if you like.

    This is what “Check for jargon” in the menu of a file manager does. Nothing that is there is replaced:
    where a copy stands already, the new one gets a number.

    Exit code: 0 everything was marked; 2 wrong usage, or a document could not be read or marked.
    """
    copying.check_how(as_, only)
    settings = chosen.settings_of(config, lexicon, words_we_use)
    choices = chosen.choices_of(settings, None, None, None)
    scanning.check_words(choices, settings)
    scan = scanning.scanner_of(settings.model, settings, choices, with_text=True, several=True)
    copy = copying.copier_of(scan, as_, only, count=settings.count_choices)
    failed = []
    for made in batch.scan_all([Path(path) for path in paths], copy, bar=False):
        done = made if isinstance(made, DocumentError) else _put(made)
        if isinstance(done, DocumentError):
            failed.append(done)
        elif open_:
            typer.launch(str(done.report))
    if failed:
        _make_heard([str(error) for error in failed], wait=wait)
        raise typer.Exit(_NOT_ALL_MARKED)


def _put(made: Copy) -> Beside | DocumentError:
    from jargon_scanner.drafts.beside import put_beside
    from jargon_scanner.drafts.watch import what_was_done

    try:
        beside = put_beside(made, {})
    except DocumentError as error:
        return error
    tell(what_was_done(made, beside))
    return beside


def _make_heard(sentences: list[str], *, wait: bool) -> None:
    """Say what went wrong so that it is seen: a file manager shows nobody what a command says."""
    for sentence in sentences:
        say(sentence)
    if wait and is_watched(sys.stdin):
        input("Press Enter to close this window. ")
    elif not is_watched(sys.stderr) and shutil.which("notify-send"):
        subprocess.run(  # noqa: S603 - a program of the desktop, and sentences of our own
            ["notify-send", "Jargon scanner", "\n".join(sentences)],  # noqa: S607 - wherever the system has it
            check=False,
        )
