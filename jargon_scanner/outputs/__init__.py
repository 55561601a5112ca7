"""Views of a report: one module each with a ``PART``. They fold, group and count; they find nothing new."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from jargon_scanner.errors import UsageError
from jargon_scanner.outputs.family import Look, Output, Page, Result

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Look", "Output", "Page", "Result", "find_output", "installed"]


@cache
def installed() -> Mapping[str, Output]:
    """Every output by name: ours, and those that other installed packages add."""
    from jargon_scanner.plugins import discover

    return discover("jargon_scanner.outputs", Output)


def find_output(name: str | None, file: str | None = None) -> Output:
    """The output that was asked for by name, or that a file's ending stands for, or else ``text``.

    Raises:
        UsageError: there is no output of that name.
    """
    outputs = installed()
    if name is None:
        by_ending = (output for output in outputs.values() if file and file.lower().endswith(output.suffix))
        return next(by_ending, outputs["text"])
    if name not in outputs:
        raise UsageError(f"There is no format {name!r}. The formats are: {', '.join(outputs)}.")
    return outputs[name]
