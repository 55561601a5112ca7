"""``lexicon show``: an entry in full, from which layer, file and line, and what it takes the place of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jargon_scanner.cli.chosen import ConfigOption, LexiconOption, WordsOption, lexicon_of, settings_of
from jargon_scanner.cli.speech import say
from jargon_scanner.outputs.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jargon_scanner.lexicon.layers import Located
    from jargon_scanner.lexicon.load import Lexicon

NOT_KNOWN = 1


def show(
    term: Annotated[
        list[str], typer.Argument(metavar="TERM...", help="Words in any form, or an entry's id.")
    ],
    lexicon: LexiconOption = None,
    words_we_use: WordsOption = None,
    config: ConfigOption = None,
) -> None:
    """Show entries in full, where each comes from, and what it takes the place of.

    Exit code: 0 found; 1 not found.
    """
    from jargon_scanner.lexicon.find import Finder

    loaded = lexicon_of(settings_of(config, lexicon, words_we_use))
    finder = Finder(loaded.with_silenced())
    words = " ".join(term)
    found = finder.named(words)
    if not found:
        names = finder.like(words)
        hint = f" Did you mean {', or '.join(names)}?" if names else ""
        say(f"No layer has an entry for “{words}”.{hint}")
        raise typer.Exit(NOT_KNOWN)
    typer.echo("\n".join(visible_lines(_shown(named.located, loaded)) for named in found))


def visible_lines(lines: Iterator[str]) -> str:
    """Lines that are safe to look at."""
    return "\n".join(visible(part) for line in lines for part in line.splitlines())


def _shown(located: Located, lexicon: Lexicon) -> Iterator[str]:
    from jargon_scanner.approvals import in_words
    from jargon_scanner.lexicon.decided import approval_of
    from jargon_scanner.lexicon.shown import forms_of, yaml_of

    entry = located.entry
    category = lexicon.categories.get(entry.category)
    yield f"# {entry.id}, from the {located.layer} layer: {located.file}:{located.line}"
    for weaker in lexicon.overridden.get(entry.id, ()):
        yield f"# It takes the place of the one of the {weaker.layer} layer: {weaker.file}:{weaker.line}"
    silenced = lexicon.silenced.get(entry.id)
    if silenced is not None:
        yield f"# It is not flagged. {silenced.layer}, {silenced.file}:{silenced.line}: {silenced.reason}"
    for kept in lexicon.kept:
        if kept.words.casefold() in (form.casefold() for form in forms_of(entry, lexicon.classes)):
            yield f"# This family uses the words “{kept.words}” themselves: {kept.file}:{kept.line}"
    for one in entry.decided:
        said = f"say “{one.say}”" if one.say else "keep the word and explain it"
        yield f"# Decided: {said}, chosen {in_words(approval_of(one.chosen))}"
    if category is not None:
        yield f"# {category.name}: {category.what} {category.why}"
    yield f"# It finds: {', '.join(forms_of(entry, lexicon.classes))}"
    yield yaml_of(entry)
