"""``jargon-scanner-forms.toml``: which values of a data file people read, what each is, and whose words.

It lies beside the data or in a folder above; the nearest one holds. A pattern of ``files`` without a folder
fits names; with folders, the end of the path below the mapping file.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from jargon_scanner.document import Owner  # noqa: TC001 - pydantic reads it at run time
from jargon_scanner.errors import FaultyMapping, MappingMissing
from jargon_scanner.lexicon.faults import did_you_mean

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

FILE_NAME = "jargon-scanner-forms.toml"


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


OneOrMore = Annotated[tuple[str, ...], BeforeValidator(_as_list)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Take(_Model):
    """One kind of value that people read.

    Attributes:
        path: where such values stand: a JSONPath (RFC 9535) or, for XML, an XPath 1.0.
        label: what a person calls one: "Question".
        of: the label of the values that these belong to: an answer of a question.
        owner: whose words they are.
        heading: the level of a heading (1 is the outermost); None for what is none.
    """

    path: str
    label: str = ""
    of: str = ""
    owner: Owner = "template"
    heading: Annotated[int, Field(ge=1, le=9)] | None = None

    @model_validator(mode="after")
    def _is_named(self) -> Take:
        if self.heading is None and not self.label.strip():
            raise ValueError("what is no heading needs a label: label = 'Question'")
        return self


class Form(_Model):
    """How one kind of data file is read.

    Attributes:
        files: patterns of file names: "referral*.json", "exports/*.xml".
        take: what is read. Where two lead to one value, the first holds.
        leave: paths of values that nobody reads, so that nothing is said of them.
        namespaces: prefixes of XML names in the paths.
    """

    files: Annotated[OneOrMore, Field(min_length=1)]
    take: Annotated[tuple[Take, ...], Field(min_length=1)]
    leave: OneOrMore = ()
    namespaces: dict[str, str] = {}

    @model_validator(mode="after")
    def _belongs_to_what_is_taken(self) -> Form:
        known = [one.label for one in self.take if one.label and not one.of]
        for one in self.take:
            if one.of and one.of not in known:
                raise ValueError(
                    f"of = {one.of!r} is the label of nothing else here.{did_you_mean(one.of, known)}"
                )
        return self


class _File(_Model):
    form: Annotated[tuple[Form, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class Mapping:
    """The part of a mapping file that one data file is read by.

    Attributes:
        source: the mapping file.
        number: which ``[[form]]`` of it, from 0.
        form: that form.
    """

    source: Path
    number: int
    form: Form

    def fault(self, path: Path, key: str, message: str) -> FaultyMapping:
        """What is said of a data file when a path of its form is none."""
        return FaultyMapping(path, f"{self.source}: form.{self.number}.{key}: {message}")


def covering(path: Path) -> Path | None:
    """The mapping file that says how to read a data file, or that has mistakes and so cannot say; or None."""
    source = _source(path)
    if source is None:
        return None
    try:
        return source if _matching(path, source) else None
    except FaultyMapping:
        return source


def mapping_of(path: Path, example: str) -> Mapping:
    """How a data file is read.

    Args:
        path: the data file.
        example: a path in the language of its format, for the message.

    Raises:
        MappingMissing: nothing says it.
        FaultyMapping: the mapping file holds mistakes.
    """
    source = _source(path)
    found = _matching(path, source) if source else None
    if found is None:
        raise MappingMissing(path, example)
    return found


def _source(path: Path) -> Path | None:
    return next((one for folder in path.absolute().parents if (one := folder / FILE_NAME).is_file()), None)


def _matching(path: Path, source: Path) -> Mapping | None:
    inside = PurePath(path.absolute().relative_to(source.parent))
    for number, form in enumerate(_forms(path, source)):
        if any(inside.match(pattern) for pattern in form.files):
            return Mapping(source, number, form)
    return None


def _forms(path: Path, source: Path) -> tuple[Form, ...]:
    try:
        return _read(source, source.stat().st_mtime_ns)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FaultyMapping(path, f"{source}: this is not TOML: {error}") from None
    except ValidationError as error:
        faults = "\n".join(f"{source}: {_fault(one)}" for one in error.errors())
        raise FaultyMapping(path, faults) from None


@lru_cache(maxsize=64)
def _read(source: Path, _changed: int) -> tuple[Form, ...]:
    return _File.model_validate(tomllib.loads(source.read_text(encoding="utf-8-sig"))).form


def _fault(one: ErrorDetails) -> str:
    key = ".".join(str(part) for part in one["loc"])
    if one["type"] == "extra_forbidden":
        models: dict[int, type[BaseModel]] = {1: _File, 3: Form}
        known = list(models.get(len(one["loc"]), Take).model_fields)
        return f"{key}: there is no such key.{did_you_mean(str(one['loc'][-1]), known)}"
    if one["type"] == "missing":
        return f"{key}: this is missing."
    return f"{key}: {one['msg'].removeprefix('Value error, ')}"
