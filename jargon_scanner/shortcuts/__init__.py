"""“Check for jargon” in the menu of a file manager. One file manager, one module with a ``PART``.

Nothing needs an administrator: every file lies in the person's own folders.
"""

from __future__ import annotations

from functools import cache

from jargon_scanner.plugins import discover
from jargon_scanner.shortcuts.family import Menu, Placed, check_command

__all__ = ["Menu", "Placed", "check_command", "menus"]


@cache
def menus() -> dict[str, Menu]:
    """Every file manager that we know, by name."""
    return discover("jargon_scanner.shortcuts", Menu)
