"""``jargon-scanner.toml``: what a team chooses once, so that nobody has to type it every time.

It lies in the folder where the command is run, in a folder above, or, where neither has one, in the data
folder of the person who runs it. The command line is stronger: lists of both are put together, of single
values the one on the command line holds.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from jargon_scanner.choices import Ignore, parse_ignore
from jargon_scanner.data_folder import data_folder
from jargon_scanner.errors import SettingsError
from jargon_scanner.findings import KINDS
from jargon_scanner.lexicon.faults import did_you_mean
from jargon_scanner.workers import Limits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic_core import ErrorDetails

FILE_NAME = "jargon-scanner.toml"


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Names = Annotated[tuple[str, ...], BeforeValidator(_as_list)]


class IgnoreRow(BaseModel):
    """A word to leave alone, written as a table."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    term: str
    reason: str = ""


class LimitRows(BaseModel):
    """What one document may take: ``[limits]``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    seconds: Annotated[float, Field(gt=0)] = Limits().seconds
    megabytes: Annotated[int, Field(ge=500)] = Limits().megabytes


class _File(BaseModel):
    """What a configuration file may say. Paths count from the folder of the file."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=lambda name: name.replace("_", "-")
    )

    lexicon: Names = ()
    words_we_use: str | None = None
    library: str | None = None
    model: str | None = None
    kinds: Names = ()
    categories: Names = ()
    ignore: Annotated[tuple[str | IgnoreRow, ...], BeforeValidator(_as_list)] = ()
    limits: LimitRows = LimitRows()
    record: str | None = None
    count_choices: bool = True
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """What a team has chosen.

    Attributes:
        lexicon: lexicon files and folders.
        words_we_use: a list of the words that a family uses.
        library: figures of a library (``scope``), whose documents explain short forms to others.
        model: an installed model's name.
        kinds: only these kinds are shown; empty for all.
        categories: only these categories are shown; empty for all.
        ignored: words that are left alone.
        limits: the time and the memory that one document may take.
        record: where the record of Our Voice is kept: a file or a database's address; None for the file in
            the council's data folder.
        count_choices: whether it is counted how often what an entry offers is used.
        ocr: whether the words in scanned pages are read.
        path: the file that says so; None where there is none.
    """

    lexicon: tuple[Path, ...] = ()
    words_we_use: Path | None = None
    library: Path | None = None
    model: str | None = None
    kinds: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    ignored: tuple[Ignore, ...] = ()
    limits: Limits = field(default_factory=Limits)
    record: str | None = None
    count_choices: bool = True
    ocr: bool = False
    path: Path | None = None


def find_settings(folder: Path) -> Path | None:
    """The configuration file of a folder, of the nearest folder above that has one, or the person's own."""
    places = (place / FILE_NAME for place in (folder, *folder.parents, data_folder()))
    return next((path for path in places if path.is_file()), None)


def read_settings(named: Path | None, folder: Path) -> Settings:
    """The settings of a file that was named, or else of the one that is found.

    Args:
        named: what ``--config`` names; None to look for a file.
        folder: where to begin to look.

    Raises:
        SettingsError: the file is missing or holds a mistake; the message says where and what was meant.
    """
    path = named or find_settings(folder)
    if path is None:
        return Settings()
    if not path.is_file():
        raise SettingsError(
            f"The configuration file {path} was not found. Check the spelling and the folder."
        )
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        written = _File.model_validate(data)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: this is not TOML: {error}") from None
    except ValidationError as error:
        faults = "\n".join(f"{path}: {_fault(one)}" for one in error.errors() if not _is_other_branch(one))
        raise SettingsError(f"The configuration has mistakes:\n{faults}") from None
    unknown = _unknown_kinds(written.kinds)
    if unknown:
        raise SettingsError(f"The configuration has mistakes:\n{path}: kinds: {unknown}")
    return _resolved(written, path)


def _resolved(written: _File, path: Path) -> Settings:
    def beside(name: str) -> Path:
        return path.parent / Path(name).expanduser()

    return Settings(
        lexicon=tuple(map(beside, written.lexicon)),
        words_we_use=beside(written.words_we_use) if written.words_we_use else None,
        library=beside(written.library) if written.library else None,
        model=written.model,
        kinds=written.kinds,
        categories=written.categories,
        ignored=tuple(
            Ignore(one.term, one.reason, path.name)
            if isinstance(one, IgnoreRow)
            else parse_ignore(one, path.name)
            for one in written.ignore
        ),
        limits=Limits(written.limits.seconds, written.limits.megabytes),
        count_choices=written.count_choices,
        record=_record(written.record, path.parent),
        ocr=written.ocr,
        path=path,
    )


def _record(written: str | None, folder: Path) -> str | None:
    """A database's address as it is, a file beside the configuration."""
    if written is None or "://" in written:
        return written
    return str(folder / Path(written).expanduser())


def _is_other_branch(one: ErrorDetails) -> bool:
    """Whether a fault is about the other way to write an ignored word: as a line, or as a table."""
    branch = one["loc"][2:]
    return (branch == ("str",) and isinstance(one["input"], dict)) or (
        branch == ("IgnoreRow",) and isinstance(one["input"], str)
    )


def _fault(one: ErrorDetails) -> str:
    key = ".".join(str(part) for part in one["loc"] if part not in ("str", "IgnoreRow"))
    if one["type"] == "extra_forbidden":
        names = [field.alias or name for name, field in _File.model_fields.items()]
        inner = LimitRows if one["loc"][0] == "limits" else IgnoreRow
        known = names if len(one["loc"]) == 1 else list(inner.model_fields)
        return f"{key}: there is no such key.{did_you_mean(str(one['loc'][-1]), known)}"
    if one["type"] == "missing":
        return f"{key}: this is missing."
    return f"{key}: {one['msg']}"


def _unknown_kinds(kinds: Iterable[str]) -> str:
    unknown = [kind for kind in kinds if kind not in KINDS]
    if not unknown:
        return ""
    return f"{unknown[0]!r} is none of {', '.join(KINDS)}.{did_you_mean(unknown[0], KINDS)}"
