"""Values of elements and attributes, read without trust."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LONGEST_NUMBER = 9


def child(element: Element | None, tag: str) -> Element | None:
    """The first child with a tag, or None. Properties stand first, so looking is faster than a search."""
    for one in () if element is None else element:
        if one.tag == tag:
            return one
    return None


def value(element: Element | None, name: str, w: str) -> str | None:
    """The ``w:val`` of a child by its local name, or None."""
    found = child(element, f"{w}{name}")
    return None if found is None else found.get(f"{w}val")


def is_on(switch: Element | None, w: str) -> bool:
    """Whether an on-off property is on: there, and not switched off by its value."""
    return switch is not None and switch.get(f"{w}val", "1") not in {"0", "false", "off"}


def whole(text: str | None, default: int = 0) -> int:
    """A whole number of zero or more; the default where the text is none."""
    if text is None or len(text) > _LONGEST_NUMBER or not text.isascii() or not text.isdigit():
        return default
    return int(text)
