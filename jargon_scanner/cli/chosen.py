"""Options that several commands share, with the configuration file: the command line is stronger."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from jargon_scanner.cli.speech import say
from jargon_scanner.errors import UsageError
from jargon_scanner.findings import KINDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from jargon_scanner.choices import Choices
    from jargon_scanner.lexicon.entry import Reader
    from jargon_scanner.lexicon.load import Lexicon
    from jargon_scanner.settings import Settings
    from jargon_scanner.told import Library

LexiconOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--lexicon",
        metavar="PATH",
        help="A lexicon file or folder of your own. Each file says how strong it is; "
        "of two equally strong ones, the last is stronger.",
        show_default=False,
    ),
]
WordsOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--words-we-use",
        metavar="FILE",
        help="A list of the words that this family uses, stronger than every lexicon: contact = family time.",
    ),
]
LibraryOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--library",
        metavar="FOLDER",
        help="A folder of figures that scope wrote. A short form that a document leaves unexplained "
        "then means what the library's documents say.",
        show_default=False,
    ),
]
ModelOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME", help="Another spaCy model of English that is installed."),
]
ConfigOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="The configuration file. Without it, jargon-scanner.toml of this folder or of one above.",
    ),
]
OcrOption: TypeAlias = Annotated[
    bool,
    typer.Option("--ocr", help="Read the words in scanned pages too. Needs Tesseract; takes seconds a page."),
]


def settings_of(
    config: str | None = None,
    lexicon: Sequence[str] | None = None,
    words_we_use: str | None = None,
    library: str | None = None,
    *,
    ocr: bool = False,
) -> Settings:
    """The configuration, with the lexicons, the list of words and the library of the command line on top.

    The council's own words, and what was decided after asking young people and parents, are always among the
    lexicons: those of the data folder.
    """
    from dataclasses import replace

    from jargon_scanner.data_folder import kept_layers
    from jargon_scanner.loaders.scanned import read_scans
    from jargon_scanner.settings import read_settings

    settings = read_settings(Path(config) if config else None, Path.cwd())
    if ocr or settings.ocr:
        read_scans()
    paths = (*kept_layers(), *settings.lexicon, *(Path(path) for path in lexicon or ()))
    words = Path(words_we_use) if words_we_use else settings.words_we_use
    figures = Path(library) if library else settings.library
    return replace(settings, lexicon=paths, words_we_use=words, library=figures)


def own_file(settings: Settings) -> Path | None:
    """The lexicon file that a team has chosen first, to which its new words are added; None without any."""
    from jargon_scanner.data_folder import kept_layers

    kept = kept_layers()  # nobody has named those
    files = (one for one in settings.lexicon if one.suffix in (".yaml", ".yml") and one not in kept)
    return next(files, None)


def library_of(settings: Settings) -> Library:
    """What the documents of the library that was chosen say of short forms; without one, nothing.

    Raises:
        UsageError: there are no figures, or no finished scan.
    """
    if settings.library is None:
        return {}
    from jargon_scanner.cli.scope.chosen import opened_run
    from jargon_scanner.library.meanings import meanings_in

    with opened_run(str(settings.library)) as (store, run):
        if not store.keeps_text:
            say(f"{settings.library} keeps no words of documents, so it explains no short form.")
        return meanings_in(store, run)


def lexicon_of(settings: Settings) -> Lexicon:
    """The lexicon with all layers that were chosen."""
    from jargon_scanner.lexicon.load import load

    return load(paths_of(settings))


def paths_of(settings: Settings) -> list[Path]:
    """Every layer that was chosen, the family's last."""
    return [*settings.lexicon, *([settings.words_we_use] if settings.words_we_use else ())]


def choices_of(
    settings: Settings,
    kinds: Iterable[str] | None,
    categories: Iterable[str] | None,
    ignored: Iterable[str] | None,
) -> Choices:
    """What is to be shown.

    Raises:
        UsageError: a kind is none.
    """
    from jargon_scanner.choices import Choices, parse_ignore

    chosen = names_in(kinds) or settings.kinds
    check_names("--kind", chosen, KINDS)
    rules = [parse_ignore(line, "--ignore") for line in ignored or ()]
    if not all(rule.words for rule in rules):
        raise UsageError('--ignore needs words: --ignore "contact | the family says it".')
    return Choices(
        frozenset(chosen), frozenset(names_in(categories) or settings.categories), (*rules, *settings.ignored)
    )


def reader_of(name: str | None) -> Reader | None:
    """Whom the document speaks to.

    Raises:
        UsageError: nobody that wordings are chosen for.
    """
    from jargon_scanner.lexicon.entry import READERS

    if name is None:
        return None
    check_names("--reader", [name.strip().lower()], READERS)
    return next(one for one in READERS if one == name.strip().lower())


def names_in(values: Iterable[str] | None) -> tuple[str, ...]:
    """Names of an option that may be given again, and may hold several names between commas."""
    return tuple(name.strip().lower() for value in values or () for name in value.split(",") if name.strip())


def check_names(option: str, names: Iterable[str], known: Collection[str]) -> None:
    """See that every name is known.

    Raises:
        UsageError: one is not; the message says which are, and what was perhaps meant.
    """
    from jargon_scanner.lexicon.faults import did_you_mean

    for name in names:
        if name not in known:
            hint = did_you_mean(name, known)
            raise UsageError(f"{option} does not know {name!r}. It knows {', '.join(known)}.{hint}")


def tell_of_unknown_words(choices: Choices, lexicon: Lexicon) -> None:
    """Say which words to leave alone name nothing, so that a slip of the fingers is seen."""
    from jargon_scanner.choices import is_known, like

    for rule in choices.ignored:
        if not is_known(rule.words, lexicon) and not any(letter.isupper() for letter in rule.words):
            names = like(rule.words, lexicon)
            hint = f" Did you mean {names[0]!r}?" if names else ""
            say(f"{rule.origin}: the lexicon does not know {rule.words!r}, so nothing is left alone.{hint}")
