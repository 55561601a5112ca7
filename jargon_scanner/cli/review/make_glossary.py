"""``review glossary``: “Words we use”, for young people and for parents."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from jargon_scanner.cli.chosen import ConfigOption, LexiconOption, lexicon_of, settings_of
from jargon_scanner.cli.destination import check_destination, write_folder
from jargon_scanner.cli.review.opened import RecordOption, opened_record
from jargon_scanner.cli.review.print_pack import FolderOption  # noqa: TC001 - typer reads it
from jargon_scanner.cli.speech import tell
from jargon_scanner.errors import UsageError

if TYPE_CHECKING:
    from jargon_scanner.lexicon.entry import Reader

_FOR: dict[str, Reader] = {"young-people": "child", "parents": "parent"}


def make_glossary(
    output: FolderOption,
    reader: Annotated[
        str,
        typer.Option("--for", metavar="WHO", help="young-people or parents; both, if nothing is said."),
    ] = "",
    lexicon: LexiconOption = None,
    record: RecordOption = None,
    config: ConfigOption = None,
) -> None:
    """Write “Words we use”: what was decided, from A to Z, in large print and with pictures.

    A page for any browser, a PDF and a Word file. Each word says who chose it; numbers under five are not
    said.
    """
    if reader and reader not in _FOR:
        raise UsageError(f"--for {reader}: there are {' and '.join(_FOR)}.")
    folder = output.rstrip("/\\")
    check_destination(folder, [])
    with opened_record(record, config) as opened:
        from jargon_scanner.review.glossary.files import files_of
        from jargon_scanner.review.glossary.words import glossary_of
        from jargon_scanner.review.record import decisions, packs

        entries = lexicon_of(settings_of(config, lexicon)).entries
        today = datetime.now().astimezone().date()
        with opened.reading() as db:
            history, found = decisions.history(db), packs.all_packs(db)
    wanted = [_FOR[reader]] if reader else list(_FOR.values())
    made = [glossary_of(history, found, entries, one, today) for one in wanted]
    files = [file for one in made if one.words for file in files_of(one)]
    if not files:
        raise UsageError(
            "Nothing has been decided for these readers yet, so there are no words. Decide with: "
            "jargon-scanner review decide"
        )
    write_folder(output, files)
    tell("Written:\n" + "\n".join(f"  {folder}/{one.name}" for one in files))
