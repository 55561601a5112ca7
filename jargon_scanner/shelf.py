"""A table kept packed: each value is unpacked when it is first asked for.

A lexicon has thousands of entries and a document meets a few of them. Pickled as a shelf, the table is read
from disk as so many strings of bytes, in the time it takes to copy them.
"""

from __future__ import annotations

import pickle
from collections.abc import Hashable, Iterator, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Shelf(Mapping[Key, Value]):
    """A read-only table in the order it was made in. In memory it holds what it was made from."""

    __slots__ = ("_packed", "_values")

    def __init__(self, values: Mapping[Key, Value]) -> None:
        self._values = dict(values)
        self._packed: dict[Key, bytes] = {}

    def __getitem__(self, key: Key) -> Value:
        """The value, the same object each time.

        Raises:
            KeyError: there is none of this key.
        """
        try:
            return self._values[key]
        except KeyError:
            value: Value = pickle.loads(self._packed[key])  # noqa: S301  (bytes of our own cache: see ``cache``)
            self._values[key] = value
            return value

    def replacing(self, changes: Mapping[Key, Value]) -> Shelf[Key, Value]:
        """A shelf like this one with other values for some of its keys; nothing is unpacked for it."""
        changed: Shelf[Key, Value] = Shelf({**self._values, **changes})
        if self._packed:
            changed._packed = {**self._packed, **{key: pickle.dumps(one) for key, one in changes.items()}}
        return changed

    def __contains__(self, key: object) -> bool:
        return key in self._values or key in self._packed

    def __iter__(self) -> Iterator[Key]:
        return iter(self._packed or self._values)

    def __len__(self) -> int:
        return len(self._packed or self._values)

    def __getstate__(self) -> dict[Key, bytes]:
        return self._packed or {key: pickle.dumps(value) for key, value in self._values.items()}

    def __setstate__(self, packed: dict[Key, bytes]) -> None:
        self._values, self._packed = {}, packed
