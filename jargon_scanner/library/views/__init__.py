"""What is made of a library's figures: files for people. One view, one file; views compute no figure."""

from __future__ import annotations

from functools import cache

from jargon_scanner.library.views.family import Shown, View
from jargon_scanner.plugins import discover

__all__ = ["Shown", "View", "installed"]


@cache
def installed() -> dict[str, View]:
    """Every view of a library by name: ours, then those of other installed packages."""
    return discover("jargon_scanner.library.views", View)
