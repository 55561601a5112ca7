"""``lexicon export`` and ``lexicon import``: to spreadsheets and back, and out to TBX and Vale."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jargon_scanner.cli import destination
from jargon_scanner.cli.chosen import ConfigOption, LexiconOption, lexicon_of, settings_of
from jargon_scanner.cli.speech import say
from jargon_scanner.errors import LexiconError, UsageError
from jargon_scanner.outputs.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jargon_scanner.lexicon.faults import Fault


def export(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="Ends in .xlsx, .csv or .tbx; or a folder that ends in .vale."),
    ],
    layer: Annotated[
        str | None,
        typer.Option(
            "--layer", metavar="NAME", help="This layer only: bundled, council, reviewed or family."
        ),
    ] = None,
    lexicon: LexiconOption = None,
    config: ConfigOption = None,
) -> None:
    """Write the words for a spreadsheet (.xlsx, .csv), a terminology program (.tbx) or Vale (.vale).

    All layers are put together first: what is written is what is in force.
    """
    from jargon_scanner.lexicon.exchange.files import exported

    loaded = lexicon_of(settings_of(config, lexicon))
    if layer is not None:
        loaded = loaded.of_layer(layer)
    target = Path(file)
    content = exported(loaded, target.suffix.lower())
    if isinstance(content, bytes):
        destination.check_destination(file, [])
        with destination.opened(file) as out:
            out.write(content)
    else:
        _write_folder(target, content)
    say(f"{count(len(loaded.entries), 'entry', 'entries')} written to {file}.")


def _write_folder(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    for name, content in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with destination.opened(str(path)) as out:
            out.write(content)


def bring(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A spreadsheet, .xlsx or .csv, as export writes it.")
    ],
    to: Annotated[
        str,
        typer.Option("--to", metavar="FILE", help="The lexicon file to write, which must not be there yet."),
    ],
    lexicon: LexiconOption = None,
    config: ConfigOption = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Write every row, also those that are as they were.")
    ] = False,
) -> None:
    """Read a spreadsheet back, and write what is new or changed as a lexicon file.

    Nothing is written while a row is at fault.
    """
    from jargon_scanner.lexicon.exchange.files import changed, imported
    from jargon_scanner.lexicon.write import lexicon_text

    loaded = lexicon_of(settings_of(config, lexicon))
    found = imported(Path(file))
    _stop_at(found.faults)
    entries = list(found.entries) if everything else changed(found.entries, loaded)
    silences = [one for one in found.silences if everything or one.id not in loaded.silenced]
    if not entries and not silences:
        say(f"{file} says nothing new. Nothing was written.")
        return
    if Path(to).exists():
        raise UsageError(f"{to} is there already. Choose another name, so that nothing is lost.")
    text = lexicon_text(entries, silences, domain=f"From {Path(file).name}")
    _stop_at(_faults_in(text, to))
    destination.check_destination(to, [])
    with destination.opened(to) as out:
        out.write(text.encode("utf-8"))
    same = len(found.entries) - len(entries)
    say(
        f"{count(len(entries), 'entry', 'entries')} written to {to}; {count(same, 'row', 'rows')} as before. "
        f"Look at it with: jargon-scanner lexicon check {to}"
    )


def _faults_in(text: str, name: str) -> Sequence[Fault]:
    from jargon_scanner.lexicon.layers import stack
    from jargon_scanner.lexicon.load import read_entries

    layer, faults = read_entries(text, name, name)
    twice = [fault for fault in stack([layer]).faults if fault.code == "E003"]
    return [*faults, *twice]


def _stop_at(faults: Sequence[Fault]) -> None:
    if faults:
        raise LexiconError("Nothing was written. These rows are at fault:\n" + "\n".join(map(str, faults)))
