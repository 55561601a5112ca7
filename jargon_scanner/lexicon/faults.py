"""Faults of what people write: a stable code, file, line, what is wrong, and what was perhaps meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeAlias

from jargon_scanner.lexicon.entry import (
    Category,
    Chosen,
    Condition,
    Decided,
    Examples,
    LexiconFile,
    OutsideSense,
    Sense,
    ShortForm,
    Silence,
    Term,
    Wording,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import BaseModel, ValidationError
    from pydantic_core import ErrorDetails

#: Line (from 1) of each place of a file, by the keys and numbers that lead to it.
Lines: TypeAlias = dict[tuple[str | int, ...], int]

_QUOTED = re.compile(r"'([^']*)'")
_MODELS: dict[str, tuple[type[BaseModel], ...]] = {
    "say": (Wording,),
    "only": (Condition,),
    "unless": (Condition,),
    "when": (Condition,),
    "examples": (Examples,),
    "senses": (Sense,),
    "outside": (OutsideSense,),
    "silence": (Silence,),
    "wordings": (Decided,),
    "decided": (Decided,),
    "chosen": (Chosen,),
    "categories": (Category,),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake in a lexicon file: a stable code, the file, its line (from 1) and what is wrong."""

    code: str
    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.code} {self.message}"

    @property
    def is_error(self) -> bool:
        """Whether the lexicon is wrong (E), and not only incomplete (W)."""
        return self.code.startswith("E")


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """A question about the likeliest of the known names, with a space before it; "" for none."""
    close = get_close_matches(written.casefold(), {name.casefold(): name for name in known}, n=1)
    return f" Did you mean {close[0]!r}?" if close else ""


def faults_of(
    error: ValidationError, file: str, lines: Lines, place: tuple[str | int, ...]
) -> Iterator[Fault]:
    """What pydantic found, as faults.

    Args:
        error: what was raised.
        file: the file's name.
        lines: the line of each of its places.
        place: where the data that was validated stands in the file.
    """
    for one in error.errors():
        where = (*place, *one["loc"])
        while where and where not in lines:
            where = where[:-1]
        key = ".".join(str(part) for part in one["loc"]) or ("entry" if place else "file")
        yield Fault("E002", file, lines.get(where, 1), f"{key}: {_message(one, place)}")


def _message(one: ErrorDetails, place: tuple[str | int, ...]) -> str:
    if one["type"] == "extra_forbidden":
        known = keys_at((*place, *one["loc"]))
        return f"there is no such key here.{did_you_mean(str(one['loc'][-1]), known)}"
    if one["type"] == "missing":
        return "this is missing."
    if one["type"] == "literal_error":
        expected = str(one["ctx"]["expected"])
        hint = did_you_mean(str(one["input"]), _QUOTED.findall(expected))
        return f"{one['input']!r} is none of {expected}.{hint}"
    if one["type"] == "string_pattern_mismatch":
        return f"{one['input']!r} is not written in small letters, digits and hyphens, such as care-plan."
    return one["msg"].removeprefix("Value error, ")


def keys_at(place: tuple[Any, ...]) -> set[str]:
    """The keys that may stand beside the one at this place of a lexicon file."""
    rooms = [part for part in place[:-1] if isinstance(part, str) and part in _MODELS]
    whole: tuple[type[BaseModel], ...] = (Term, ShortForm) if len(place) > 1 else (LexiconFile,)
    models = _MODELS[rooms[-1]] if rooms else whole
    return {field.alias or name for model in models for name, field in model.model_fields.items()}
