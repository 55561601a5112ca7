"""``lexicon check``: every mistake a curator makes, with file, line, and what was perhaps meant."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jargon_scanner.cli.chosen import ConfigOption, paths_of, settings_of
from jargon_scanner.cli.speech import say
from jargon_scanner.outputs.visible import visible
from jargon_scanner.outputs.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jargon_scanner.lexicon.faults import Fault
    from jargon_scanner.lexicon.load import Lexicon

FAULTY = 1
#: Faults that keep an entry from being used at all.
_UNUSABLE = ("E103", "E104")


def check(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH...",
            help="Lexicon files and folders. Without any: the bundled words and the layers you have chosen.",
            show_default=False,
        ),
    ] = None,
    no_examples: Annotated[
        bool, typer.Option("--no-examples", help="Do not run the example sentences: much faster.")
    ] = False,
    config: ConfigOption = None,
) -> None:
    """Check lexicon files: keys, categories, conditions, wordings and example sentences.

    Exit code: 0 no mistake, perhaps something that is not complete (W); 1 a mistake (E).
    """
    from jargon_scanner.lexicon.load import read

    settings = settings_of(config)
    files, own = _files(paths or [])
    lexicon = read([*paths_of(settings), *own])
    faults = []
    for fault in _faults(lexicon, files, examples=not no_examples):
        faults.append(fault)
        typer.echo(visible(str(fault)))
    errors = sum(fault.is_error for fault in faults)
    checked = sum(not files or located.file in files for located in lexicon.entries.values())
    examples = " The example sentences were not run." if no_examples else ""
    say(
        f"{count(checked, 'entry', 'entries')} checked: {count(errors, 'mistake', 'mistakes')}, "
        f"{count(len(faults) - errors, 'warning', 'warnings')}.{examples}"
    )
    raise typer.Exit(FAULTY if errors else 0)


def _files(paths: list[str]) -> tuple[frozenset[str], list[Path]]:
    """Names of the files to check as faults call them, and the layers to read beside the bundled one."""
    from jargon_scanner.lexicon.folders import bundled_folder

    names: set[str] = set()
    own: list[Path] = []
    for path in map(Path, paths):
        if path.resolve().is_relative_to(bundled_folder().resolve()):
            inside = path.glob("*.yaml") if path.is_dir() else [path]
            names.update(one.name for one in inside)
        else:
            own.append(path)
            names.update(map(str, path.glob("*.yaml")) if path.is_dir() else [str(path)])
    return frozenset(names), own


def _faults(lexicon: Lexicon, files: frozenset[str], *, examples: bool) -> Iterator[Fault]:
    from jargon_scanner.lexicon import checks

    unusable: set[tuple[str, int]] = set()
    for fault in checks.check(lexicon, files):
        if fault.code in _UNUSABLE:
            unusable.add((fault.file, fault.line))
        yield fault
    if not examples:
        return
    from jargon_scanner.proof import prove
    from jargon_scanner.scan import Scanner

    broken = unusable if not files else unusable | _unusable_elsewhere(lexicon)
    sound = {
        key: located for key, located in lexicon.entries.items() if (located.file, located.line) not in broken
    }
    yield from prove(Scanner.of(replace(lexicon, entries=sound, faults=())), files)


def _unusable_elsewhere(lexicon: Lexicon) -> set[tuple[str, int]]:
    from jargon_scanner.lexicon import checks

    fatal = {code: checks.CHECKS[code] for code in _UNUSABLE}
    return {
        (fault.file, fault.line)
        for located in lexicon.entries.values()
        for fault in checks.errors_of(located, lexicon, fatal)
    }
