"""``explain``: what a person at a desk would ask, such as "what is an IRO?"."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Annotated

import typer

from jargon_scanner.cli.chosen import ConfigOption, LexiconOption, WordsOption, lexicon_of, settings_of
from jargon_scanner.cli.speech import look_of_stdout, say
from jargon_scanner.outputs.visible import visible

if TYPE_CHECKING:
    from jargon_scanner.lexicon.explained import Line

NOT_KNOWN = 1
_COLUMN = 11


def explain(
    question: Annotated[
        list[str],
        typer.Argument(metavar="TERM...", help='A term in any form, or a question: "what is an IRO?"'),
    ],
    lexicon: LexiconOption = None,
    words_we_use: WordsOption = None,
    config: ConfigOption = None,
) -> None:
    """Tell what a word or a short form means, and what to say instead.

    Nothing is looked up outside this computer. Exit code: 0 it is known; 1 it is not.
    """
    from jargon_scanner.lexicon.explained import explain as explained
    from jargon_scanner.lexicon.find import Finder

    finder = Finder(lexicon_of(settings_of(config, lexicon, words_we_use)))
    asked = " ".join(question)
    found = finder.asked(asked)
    if not found:
        names = finder.like(asked)
        hint = f" Did you mean {', or '.join(names)}?" if names else ""
        say(f"We do not know “{asked}”.{hint}")
        raise typer.Exit(NOT_KNOWN)
    width = look_of_stdout().width
    entries = (explained(named.located.entry) for named in found)
    typer.echo("\n\n".join("\n".join(_folded(line, width) for line in lines) for lines in entries))


def _folded(line: Line, width: int) -> str:
    text = visible(line.text)
    if not line.label:
        return text
    margin = " " * (_COLUMN + 2)
    return textwrap.fill(
        text,
        width,
        initial_indent=f"  {line.label:<{_COLUMN}}",
        subsequent_indent=margin,
        break_on_hyphens=False,
    )
