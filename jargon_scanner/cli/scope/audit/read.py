"""``scope audit read``: filled forms read back into the figures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jargon_scanner.cli.scope.chosen import opened_store
from jargon_scanner.cli.speech import say, tell
from jargon_scanner.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jargon_scanner.library.audit.kept import Reading

NOT_ALL_READ = 2


def read(
    forms: Annotated[list[str], typer.Argument(metavar="FORMS", help="Filled forms, and folders of them.")],
    figures: Annotated[
        str, typer.Option("--figures", metavar="FOLDER", help="The folder of figures they were written for.")
    ],
) -> None:
    """Read filled forms, and keep their answers with the figures. The same form may be read again.

    Exit code: 0 every filled form was kept; 2 wrong usage, or a form could not be kept (it says why).
    """
    from jargon_scanner.library.audit.forms import FORMATS, read_form
    from jargon_scanner.library.audit.kept import keep

    paths = list(_files(forms, FORMATS))
    with opened_store(figures) as store:
        reading = keep(store, map(read_form, paths))
        if not store.keeps_text and reading.kept:
            say("These figures keep no text (--no-text), so the marks were kept and the words were not.")
    tell(_summary(reading))
    for name, faults in reading.faults:
        say("\n".join([f"Not kept: {name}", *(f"  {fault}." for fault in faults)]))
    raise typer.Exit(NOT_ALL_READ if reading.faults else 0)


def _files(forms: list[str], suffixes: Iterable[str]) -> Iterable[Path]:
    """The files that are meant, each once; of a folder, those that can be forms."""
    seen: dict[Path, None] = {}
    for path in map(Path, forms):
        if not path.exists():
            raise UsageError(f"{path} was not found. Check the spelling and the folder.")
        if path.is_dir():
            inside = (one for one in sorted(path.rglob("*")) if one.suffix.lower() in suffixes)
            seen |= dict.fromkeys(one for one in inside if not one.name.startswith((".", "~")))
        else:
            seen[path] = None
    return seen


def _summary(reading: Reading) -> str:
    from jargon_scanner.outputs.wording import count

    lines = [f"Kept: {count(len(reading.kept), 'form', 'forms')}."]
    if reading.known:
        lines.append(f"Known already, and not changed: {count(len(reading.known), 'form', 'forms')}.")
    if reading.blank:
        lines.append(f"Not filled in yet: {count(len(reading.blank), 'form', 'forms')}:")
        lines += [f"  {name}" for name in reading.blank]
    return "\n".join(lines)
