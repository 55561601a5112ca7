"""What a walk's handlers take and give."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element as Element

Frame: TypeAlias = "tuple[Iterator[tuple[int, Element]], Callable[[], None] | None]"
"""Children to walk next, each with its index among its parent's children; and what to do after them."""

Handler: TypeAlias = "Callable[[Element, int], Frame | None]"
"""Handles an element, given its index among its parent's children; None when its children are not walked."""
