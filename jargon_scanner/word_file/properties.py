"""What a Word file says of itself: its title, its author, and what its makers named besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.word_file.names import DUBLIN_CORE

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml.etree import _Element as Element

    from jargon_scanner.word_file.package import Package

CORE = frozenset({"core-properties"})
EXTENDED = frozenset({"extended-properties", "extendedProperties"})
_CUSTOM = frozenset({"custom-properties", "customProperties"})
_NAMED = (
    ("author", CORE, f"{DUBLIN_CORE}creator"),
    ("subject", CORE, f"{DUBLIN_CORE}subject"),
    ("category", CORE, "{*}category"),
    ("keywords", CORE, "{*}keywords"),
    ("company", EXTENDED, "{*}Company"),
    ("manager", EXTENDED, "{*}Manager"),
)


def property_of(package: Package, kinds: Collection[str], name: str) -> str:
    """A property, by kinds of part and name of element; "" without it."""
    root = _root(package, kinds)
    return "" if root is None else next((_words(found) for found in root.iterchildren(name)), "")


def properties_of(package: Package) -> tuple[tuple[str, str], ...]:
    """Every property that has words, by name in small letters. Of two with one name, Word's own holds."""
    named = [(name, property_of(package, kinds, element)) for name, kinds, element in _NAMED]
    root = _root(package, _CUSTOM)
    own = [] if root is None else [(str(one.get("name", "")).lower(), _words(one)) for one in root]
    return tuple({name: words for name, words in (*own, *named) if name and words}.items())


def _root(package: Package, kinds: Collection[str]) -> Element | None:
    part = package.readable(package.linked("", *kinds))
    return None if part is None else part.root


def _words(element: Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split())
