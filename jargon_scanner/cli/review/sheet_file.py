"""A sheet of Our Voice, written where the command line says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.cli import destination

if TYPE_CHECKING:
    from jargon_scanner.review.sheets import Sheet


def write_sheet(sheet: Sheet, output: str, *formats: str) -> None:
    """Write a sheet into a file, in the format that its ending stands for; whole or not at all.

    Args:
        sheet: what is written.
        output: the file.
        formats: names of those there are to choose from; all of them where none is named.

    Raises:
        UsageError: none of them has this ending, or the folder is not there.
    """
    from jargon_scanner.review.sheets import find_format

    form = find_format(output, *formats)
    destination.check_destination(output, [])
    with destination.opened(output) as out:
        form.write(sheet, out)
