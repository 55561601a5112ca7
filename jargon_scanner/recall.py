"""Texts that a process remembers so that it reads none of them twice, and how they are forgotten.

Where a page promises that a document is gone when it is closed, this is what makes it true.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

Given = ParamSpec("Given")
Made = TypeVar("Made")

_KEPT: list[Callable[[], None]] = []


def remembering(most: int) -> Callable[[Callable[Given, Made]], Callable[Given, Made]]:
    """Have a function remember what it made of texts, of so many at most, until they are forgotten."""

    def keep(function: Callable[Given, Made]) -> Callable[Given, Made]:
        remembered = lru_cache(maxsize=most)(function)
        _KEPT.append(remembered.cache_clear)
        return cast("Callable[Given, Made]", remembered)

    return keep


def forget_texts() -> None:
    """Forget every text that functions of this process remember."""
    for clear in _KEPT:
        clear()
