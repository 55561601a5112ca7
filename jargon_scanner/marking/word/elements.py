"""New elements in the likeness of old ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def new(tag: str, near: Element, attributes: Mapping[str, str] | None = None) -> Element:
    """An element without parent, whose prefixes become those of the place that it is put in."""
    return near.makeelement(tag, dict(attributes or {}))


def like(element: Element) -> Element:
    """An empty element with the tag and the attributes of another."""
    return new(str(element.tag), element, {str(name): str(value) for name, value in element.items()})
