"""Saying which files of a folder were not read because they are no documents: by name, on standard error."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from jargon_scanner.cli.speech import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# More names than these on a screen are not read by anybody; what is beyond them is counted by its ending.
MOST_NAMES = 20


def tell_what_is_passed_over(files: Sequence[Path]) -> None:
    """Name the files that were passed over, in full up to ``MOST_NAMES``; nothing where there are none."""
    if files:
        say(passed_over(files))


def passed_over(files: Sequence[Path]) -> str:
    """What is said of files that are no documents: a sentence, then a line for each name.

    Args:
        files: at least one.
    """
    one = len(files) == 1
    what = "it is no document" if one else "they are no documents"
    sentence = f"Not read, because {what} (pictures, programs, data):"
    lines = [f"  {path}" for path in files[:MOST_NAMES]]
    rest = Counter(path.suffix.lower() or "no ending" for path in files[MOST_NAMES:])
    if rest:
        counts = ", ".join(f"{count} {ending}" for ending, count in rest.most_common())
        lines.append(f"  and {rest.total()} more ({counts})")
    return "\n".join([sentence, *lines])
