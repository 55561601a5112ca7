"""``serve``: the same on pages in the browser, for people who do not use a terminal."""

from __future__ import annotations

from typing import Annotated

import typer

from jargon_scanner.cli import chosen, scanning
from jargon_scanner.cli.chosen import (  # noqa: TC001 - typer reads them
    ConfigOption,
    LexiconOption,
    LibraryOption,
    ModelOption,
    WordsOption,
)
from jargon_scanner.cli.speech import tell
from jargon_scanner.errors import UsageError


def serve(
    host: Annotated[
        str,
        typer.Option(
            "--host", metavar="ADDRESS", help="Where to listen. Only this computer can reach the default."
        ),
    ] = "127.0.0.1",
    port: Annotated[
        int,
        typer.Option("--port", metavar="NUMBER", help="The port; 0 for any that is free.", min=0, max=65535),
    ] = 8720,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Only say the address; open no browser.")
    ] = False,
    model: ModelOption = None,
    lexicon: LexiconOption = None,
    words_we_use: WordsOption = None,
    library: LibraryOption = None,
    config: ConfigOption = None,
) -> None:
    """Open the tool in the browser: drop a document, choose wordings, take a marked copy away.

    Everything stays on this computer. A document stays in its memory, and is gone when the page is closed.
    Ctrl+C ends it.
    """
    settings = chosen.settings_of(config, lexicon, words_we_use, library)
    choices = chosen.choices_of(settings, None, None, None)
    scanning.check_words(choices, settings)
    try:
        from jargon_scanner.web.serve import serve as serve_app
    except ModuleNotFoundError as error:
        raise UsageError(
            f"The pages need {error.name}, which is not installed. Install them: "
            'python -m pip install "jargon-scanner[web]"'
        ) from None
    from jargon_scanner.acceptance import Counts
    from jargon_scanner.data_folder import own_words
    from jargon_scanner.web.taught import Taught

    taught = Taught(
        Counts() if settings.count_choices else None,
        settings.path,
        lexicon_file=chosen.own_file(settings) or own_words(),
    )
    tell("Getting ready …")
    serve_app(
        scanning.setup_of(model, settings, choices),
        host=host,
        port=port,
        browser=not no_browser,
        show=_say_where,
        record=settings.record,
        taught=taught,
    )


def _say_where(address: str, for_others: str | None) -> None:
    tell(f"Open {address} in your browser. Leave this window open; Ctrl+C ends it.")
    if for_others:
        tell(f"Others on your network can open {for_others} now. What they send is not encrypted on its way.")
