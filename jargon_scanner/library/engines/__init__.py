"""What a library's documents are analysed by: this computer, or others. One engine, one file."""

from __future__ import annotations

from functools import cache

from jargon_scanner.errors import UsageError
from jargon_scanner.library.engines.family import Engine
from jargon_scanner.plugins import discover

__all__ = ["Engine", "find_engine", "installed"]


@cache
def installed() -> dict[str, Engine]:
    """Every engine by name: ours, then those of other installed packages."""
    return discover("jargon_scanner.library.engines", Engine)


def find_engine(name: str) -> Engine:
    """The engine of a name.

    Raises:
        UsageError: there is none of that name.
    """
    engines = installed()
    if name not in engines:
        raise UsageError(f"There is no engine {name!r}. There are: {', '.join(engines)}.")
    return engines[name]
