"""``about``: what is installed, which words and which model are used, and that nothing is sent."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Annotated

import typer

from jargon_scanner.cli.chosen import ConfigOption, LexiconOption, lexicon_of, settings_of
from jargon_scanner.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jargon_scanner.pipeline.model import ModelCheck
    from jargon_scanner.settings import Settings

# As in pyproject.toml.
_LIBRARIES = (
    *("spacy", "lemminflect", "lxml", "pypdfium2"),
    *("pydantic", "pyyaml", "rich", "typer", "jinja2"),
    *("xlsxwriter", "python-calamine"),
)
_MODEL_CHANGED = 2


def about(
    model: Annotated[
        str | None, typer.Option("--model", metavar="NAME", help="Tell about this spaCy model instead.")
    ] = None,
    lexicon: LexiconOption = None,
    config: ConfigOption = None,
) -> None:
    """Show what is installed: versions, words, model, formats.

    The files of the language model are compared with the published ones. Exit code 2 if they differ.
    """
    from jargon_scanner.pipeline.model import DEFAULT_MODEL, verify

    settings = settings_of(config, lexicon)
    check = verify(model or settings.model or DEFAULT_MODEL)
    parts = (_versions(), _model(check), _lexicon(settings), _formats(), _kept(), _privacy())
    typer.echo("\n\n".join("\n".join(part) for part in parts))
    raise typer.Exit(_MODEL_CHANGED if check.official is False else 0)


def _versions() -> Iterator[str]:
    yield f"jargon-scanner {__version__}"
    yield f"  Python {platform.python_version()} on {platform.system()}"
    for name in _LIBRARIES:
        try:
            yield f"  {name} {version(name)}"
        except PackageNotFoundError:
            yield f"  {name} is not installed"


def _model(check: ModelCheck) -> Iterator[str]:
    yield "Language model"
    yield f"  {check.name} {check.version}"
    if check.official:
        yield "  Its files are the official ones: every hash is as published."
    elif check.official is None:
        yield "  We hold no hashes for this model, so its files were not compared."
    else:
        yield "  Its files are not the official ones. Install the model again. These differ:"
        yield from (f"    {name}" for name in check.changed)


def _lexicon(settings: Settings) -> Iterator[str]:
    lexicon = lexicon_of(settings)
    if settings.path:
        yield f"Configuration: {settings.path}"
    yield "Words, the weakest layer first"
    yield from (f"  {layer}: {entries:,} entries" for layer, entries in lexicon.layers)
    yield f"  {lexicon.name} {lexicon.version}, SHA-256 {lexicon.sha256}"


def _formats() -> Iterator[str]:
    from jargon_scanner.loaders import loaders
    from jargon_scanner.outputs import installed

    yield "Reads"
    for loader in loaders().values():
        yield f"  {loader.name}: {loader.description} ({', '.join(loader.suffixes)})"
    yield ""
    yield "Shows"
    for output in installed().values():
        yield f"  {output.name}: {output.description} ({output.suffix})"


def _kept() -> Iterator[str]:
    from jargon_scanner.cache import cache_folder
    from jargon_scanner.data_folder import data_folder

    yield "Keeps on this computer"
    yield f"  what your team writes and decides: {data_folder()}"
    yield f"  word lists made ready, which can be deleted: {cache_folder()}"


def _privacy() -> Iterator[str]:
    yield "Nothing leaves this computer: documents are read here, and no connection is made."
