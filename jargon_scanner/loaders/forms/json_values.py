"""JSON: read as it stands, and the values that the paths of a mapping lead to."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from jargon_scanner.document import Problem
from jargon_scanner.errors import DamagedFile, TooLarge
from jargon_scanner.loaders.forms.compose import Value

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jargon_scanner.loaders.forms.mapping import Mapping

#: The members and numbers that lead to a value.
Parts: TypeAlias = tuple[str | int, ...]

_DEEPEST = 90
"""Forms are ten deep. A path that looks everywhere (``$..``) stops at a hundred."""
_ESCAPE = re.compile(r'\\(["\\/bfnrt]|u[0-9a-fA-F]{4})|\\')
_FIELD = re.compile(r"[A-Za-z_$@][\w.-]{0,39}")
_ODD = "Invalid \\"


@dataclass(slots=True)
class Json:
    """JSON text, and what was odd in it. Numbers stay as they are written.

    Attributes:
        path: the file, for messages.
        odd: how often each oddity was met.
    """

    path: Path
    odd: Counter[str] = field(default_factory=Counter)

    def loads(self, text: str) -> Any:
        """The value of a text.

        Raises:
            DamagedFile: it is no JSON, even with stray backslashes taken as they stand.
            TooLarge: it is nested deeper than any form.
        """
        try:
            try:
                return self._loads(text)
            except json.JSONDecodeError as fault:
                if not fault.msg.startswith(_ODD):
                    raise
                self.odd["escape"] += 1
                return self._loads(_ESCAPE.sub(lambda match: match[0] if match[1] else r"\\", text))
        except json.JSONDecodeError as fault:
            raise DamagedFile(self.path, f"line {fault.lineno}, column {fault.colno}: {fault.msg}") from None
        except RecursionError:
            raise TooLarge(self.path, "its values stand too deep in one another") from None

    def problems(self) -> tuple[Problem, ...]:
        """What to say of what was odd."""
        told = {
            "escape": "It has backslashes that JSON does not allow. They were read as they stand.",
            "twice": "Some names stand twice in one object. Only the last of each was read.",
        }
        return tuple(Problem("odd-json", message) for kind, message in told.items() if self.odd[kind])

    def _loads(self, text: str) -> Any:
        return json.loads(
            text,
            strict=False,
            parse_int=str,
            parse_float=str,
            parse_constant=str,
            object_pairs_hook=self._object,
        )

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        self.odd["twice"] += len(pairs) - len(made)
        return made


@dataclass(slots=True)
class Taken:
    """What a mapping takes of a JSON value.

    Attributes:
        values: each text once, in no order.
        left: how many texts no path leads to, by the name that they stand under.
    """

    values: list[Value[Parts]]
    left: Counter[str]


def take(path: Path, data: Any, mapping: Mapping, lines: list[int] | None = None) -> Taken:
    """The texts that the paths of a mapping lead to; a path to what only holds others takes nothing.

    Args:
        path: the file, for messages.
        data: what ``Json.loads`` gave, or a list of such.
        mapping: which paths.
        lines: the line of each record of a list, where it was written a record a line.

    Raises:
        FaultyMapping: a path is no JSONPath.
        TooLarge: the values stand too deep in one another.
    """
    orders, texts = _walked(path, data)
    values: list[Value[Parts]] = []
    for number, one in enumerate(mapping.form.take):
        for parts in _matches(path, data, mapping, f"take.{number}.path", one.path):
            words = texts.pop(parts, "")
            if words:
                line = lines[int(parts[0])] if lines else None
                values.append(Value(one, words, orders[parts], parts[:-1], orders[parts[:-1]], line))
    for number, left in enumerate(mapping.form.leave):
        for parts in _matches(path, data, mapping, f"leave.{number}", left):
            texts.pop(parts, None)
    return Taken(values, Counter(_name(parts) for parts in texts))


def _matches(path: Path, data: Any, mapping: Mapping, key: str, query: str) -> Iterator[Parts]:
    from jsonpath import JSONPathEnvironment
    from jsonpath.exceptions import JSONPathError

    try:
        for match in JSONPathEnvironment(strict=True).compile(query).finditer(data):
            yield match.parts
    except JSONPathError as fault:
        reason = str(fault).partition("\n")[0]
        raise mapping.fault(path, key, f"{query!r} is no JSONPath (RFC 9535): {reason}.") from None


def _walked(path: Path, data: Any) -> tuple[dict[Parts, int], dict[Parts, str]]:
    """The place of everything in the order of the file, and each text and number."""
    orders: dict[Parts, int] = {}
    texts: dict[Parts, str] = {}
    waiting: list[tuple[Parts, Any]] = [((), data)]
    while waiting:
        parts, value = waiting.pop()
        orders[parts] = len(orders)
        if len(parts) > _DEEPEST:
            raise TooLarge(path, "its values stand too deep in one another")
        if isinstance(value, dict):
            waiting.extend(((*parts, key), inner) for key, inner in reversed(value.items()))
        elif isinstance(value, list):
            waiting.extend(((*parts, number), value[number]) for number in reversed(range(len(value))))
        elif isinstance(value, str) and value.strip():
            texts[parts] = value
    return orders, texts


def _name(parts: Parts) -> str:
    """The field that a text stands in; of a name that could be somebody's words, only that it is one."""
    name = next((part for part in reversed(parts) if isinstance(part, str)), "")
    return name if _FIELD.fullmatch(name) else "others"
