"""``lexicon list``: every entry on a line, so that a team sees at once what is looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, get_args

import typer

from jargon_scanner.cli.chosen import (
    ConfigOption,
    LexiconOption,
    WordsOption,
    check_names,
    lexicon_of,
    names_in,
    settings_of,
)
from jargon_scanner.cli.speech import say
from jargon_scanner.findings import KINDS, Treatment
from jargon_scanner.outputs.visible import visible
from jargon_scanner.outputs.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jargon_scanner.lexicon.entry import AnyEntry
    from jargon_scanner.lexicon.layers import Located

_HEAD = ("id", "term", "kind", "category", "treatment", "from")


def list_entries(
    words: Annotated[
        str | None,
        typer.Argument(
            metavar="WORDS", help="Only entries with these words in their id or term.", show_default=False
        ),
    ] = None,
    kind: Annotated[
        list[str] | None, typer.Option(help="Only these kinds: acronym, jargon, blaming.")
    ] = None,
    category: Annotated[list[str] | None, typer.Option(help="Only these categories.")] = None,
    treatment: Annotated[
        list[str] | None, typer.Option(help="Only these treatments: replace, explain, ask, rethink.")
    ] = None,
    lexicon: LexiconOption = None,
    words_we_use: WordsOption = None,
    config: ConfigOption = None,
) -> None:
    """List what is looked for: id, term, kind, category, treatment and file, with tabs between.

    Exit code: 0, also where nothing fits.
    """
    loaded = lexicon_of(settings_of(config, lexicon, words_we_use))
    wanted = {
        "kind": _checked("--kind", kind, KINDS),
        "category": _checked("--category", category, tuple(loaded.categories)),
        "treatment": _checked("--treatment", treatment, get_args(Treatment)),
    }
    rows = sorted(_rows(loaded.entries.values(), wanted, (words or "").casefold()))
    typer.echo("\n".join("\t".join(map(visible, row)) for row in (_HEAD, *rows)))
    say(f"{count(len(rows), 'entry', 'entries')} of {len(loaded.entries):,}.")


def _checked(option: str, values: list[str] | None, known: tuple[str, ...]) -> tuple[str, ...]:
    names = names_in(values)
    check_names(option, names, known)
    return names


def _rows(
    entries: Iterable[Located], wanted: dict[str, tuple[str, ...]], words: str
) -> Iterator[tuple[str, ...]]:
    for located in entries:
        entry = located.entry
        names = _names(entry)
        fits = all(not chosen or getattr(entry, field) in chosen for field, chosen in wanted.items())
        if fits and any(words in name.casefold() for name in (entry.id, *names)):
            yield (entry.id, names[0], entry.kind, entry.category, entry.treatment, located.file)


def _names(entry: AnyEntry) -> tuple[str, ...]:
    """What an entry finds, as a curator wrote it."""
    from jargon_scanner.lexicon.entry import Term

    return (entry.term if isinstance(entry, Term) else entry.short, *entry.also)
