"""``lsp``: the same inside an editor, while a text is written."""

from __future__ import annotations

from jargon_scanner.cli import chosen, scanning
from jargon_scanner.cli.chosen import (  # noqa: TC001 - typer reads them
    ConfigOption,
    LexiconOption,
    ModelOption,
    WordsOption,
)
from jargon_scanner.errors import UsageError


def lsp(
    model: ModelOption = None,
    lexicon: LexiconOption = None,
    words_we_use: WordsOption = None,
    config: ConfigOption = None,
) -> None:
    """Talk with an editor that speaks the Language Server Protocol; the editor starts this, not a person.

    Words are underlined in text and Markdown as they are typed. Nothing is logged, and nothing leaves this
    computer.
    """
    settings = chosen.settings_of(config, lexicon, words_we_use)
    choices = chosen.choices_of(settings, None, None, None)
    scanning.check_words(choices, settings)
    try:
        from jargon_scanner.lsp.reading import Reader
        from jargon_scanner.lsp.server import serve
    except ModuleNotFoundError as error:
        raise UsageError(
            f"The language server needs {error.name}, which is not installed. Install it: "
            'python -m pip install "jargon-scanner[lsp]"'
        ) from None
    from jargon_scanner.scan import Scanner

    serve(Reader(Scanner.create(model or settings.model, settings.lexicon, settings.words_we_use), choices))
