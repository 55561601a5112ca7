"""``scope audit results``: what the forms say, in numbers and in the auditors' own words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jargon_scanner.cli.chosen import ConfigOption, settings_of
from jargon_scanner.cli.destination import check_destination, opened
from jargon_scanner.cli.scope.chosen import opened_store
from jargon_scanner.cli.scope.hiding import redactor_of
from jargon_scanner.cli.speech import tell
from jargon_scanner.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jargon_scanner.library.audit.results import Results


def results(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="A folder of figures.")],
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="A .docx or .xlsx file; else it is shown."),
    ] = None,
    config: ConfigOption = None,
) -> None:
    """Show what auditors say, month by month and service by service: marks with 95 % intervals, and words.

    Names, places, dates and numbers in their words are hidden. Read them before you pass them on.
    """
    from jargon_scanner.library.audit.results import results as count
    from jargon_scanner.library.audit.told import WRITERS

    suffix = Path(output).suffix.lower() if output else ""
    if output and suffix not in WRITERS:
        raise UsageError(f"{output} cannot be written: name a file that ends in {' or '.join(WRITERS)}.")
    redactor = redactor_of(settings_of(config))
    with opened_store(folder) as store:
        found = count(store, lambda words: redactor.redact(words).text)
    if not found.rows:
        raise UsageError(f"{folder} holds no audit. Begin one with: scope sample --auditors PEOPLE.csv.")
    if output is None:
        tell("\n".join(_lines(found)))
        return
    check_destination(output, [])
    with opened(output) as out:
        WRITERS[suffix](found, out)
    tell(f"Written: {output}")


def _lines(found: Results) -> Iterator[str]:
    from jargon_scanner.library.audit.told import COLUMNS, HOW_SURE, TO_CHECK, cells

    for row in found.rows:
        month, service, back, *marks = cells(row)
        yield f"{month}  {service}: {back} forms back"
        if row.returned:
            yield from (f"    {name}: {mark}" for name, mark in zip(COLUMNS[3:], marks, strict=True))
    yield from ("", HOW_SURE)
    if found.said:
        yield from ("", TO_CHECK)
    for one in found.said:
        yield f"  {one.month}  {one.service}  {one.question} {one.words}"
