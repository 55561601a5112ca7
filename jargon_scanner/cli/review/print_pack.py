"""``review print PACK``: cards, a tally sheet, and the spreadsheet for what comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from jargon_scanner.cli.chosen import ConfigOption  # noqa: TC001 - typer reads it
from jargon_scanner.cli.destination import check_destination, write_folder
from jargon_scanner.cli.review.opened import RecordOption, opened_record
from jargon_scanner.cli.review.tick import PackArgument  # noqa: TC001 - typer reads it
from jargon_scanner.cli.speech import say, tell
from jargon_scanner.errors import UsageError

if TYPE_CHECKING:
    from jargon_scanner.review.people import Group

FolderOption: TypeAlias = Annotated[
    str, typer.Option("--output", "-o", metavar="FOLDER", help="The folder to write into; made if need be.")
]
_FOR: dict[str, Group] = {
    "young-people": "young person",
    "parents": "parent or carer",
    "professionals": "professional",
}


def print_pack(
    pack: PackArgument,
    output: FolderOption,
    reader: Annotated[
        str,
        typer.Option("--for", metavar="WHO", help="Who is asked: young-people, parents or professionals."),
    ] = "young-people",
    record: RecordOption = None,
    config: ConfigOption = None,
) -> None:
    """Write a pack for paper: cards and a tally sheet as PDF and Word, and a spreadsheet for the answers.

    Sentences that nobody has ticked are not on the cards.
    """
    group = _FOR.get(reader)
    if group is None:
        raise UsageError(f"--for {reader}: there are {', '.join(_FOR)}.")
    folder = output.rstrip("/\\")
    check_destination(folder, [])
    with opened_record(record, config) as opened:
        from jargon_scanner.review.editing import unticked
        from jargon_scanner.review.packs.files import NAMES, one_file
        from jargon_scanner.review.record import packs

        with opened.reading() as db:
            found = packs.get(db, pack)
        files = [one_file(found, group, name) for name in NAMES]
        write_folder(output, files)
    tell("Written:\n" + "\n".join(f"  {folder}/{one.name}" for one in files))
    waiting = len(list(unticked(found)))
    if waiting:
        left_out = "1 sentence is" if waiting == 1 else f"{waiting} sentences are"
        say(f"{left_out} left out, for want of a tick: jargon-scanner review tick {pack}")
