"""Families of parts: our own modules first, then what other installed packages add by entry point."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules
from typing import Any, TypeVar

from jargon_scanner.errors import UsageError

Part = TypeVar("Part")


def discover(family: str, kind: type[Part]) -> dict[str, Part]:
    """Every part of a family, by name.

    A family is a package of ours (``jargon_scanner.loaders``) whose modules each hold one ``PART``, and an
    entry-point group of the same name (``jargon_scanner.loaders``) by which other packages add theirs.

    Args:
        family: dotted name of the package, which is also the entry-point group.
        kind: the class that every part is an instance of; it has a ``name``.

    Returns:
        Parts by name, ours first, in the order of their module names.

    Raises:
        UsageError: two parts share a name, or what a package offers is no such part.
    """
    package = import_module(family)
    offered: list[tuple[str, Any]] = [
        (f"{family}.{module.name}", getattr(import_module(f"{family}.{module.name}"), "PART", None))
        for module in iter_modules(package.__path__)
    ]
    offered = [(origin, part) for origin, part in offered if part is not None]
    offered += [(f"{point.value} (installed)", point.load()) for point in entry_points(group=family)]
    parts: dict[str, Part] = {}
    for origin, part in offered:
        if not isinstance(part, kind):
            raise UsageError(
                f"{origin} is no {kind.__name__}. Remove or update the package that it came from."
            )
        name: str = part.name  # type: ignore[attr-defined]  # every kind of part has a name
        if name in parts:
            raise UsageError(f"{origin} takes the name {name!r}, which is taken. Remove one of the two.")
        parts[name] = part
    return parts
