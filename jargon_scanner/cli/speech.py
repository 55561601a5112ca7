"""What the command says to a person: plain sentences on standard error, safe to look at, in UTF-8."""

from __future__ import annotations

import io
import os
import shutil
import sys
from typing import TYPE_CHECKING, TextIO

from jargon_scanner.outputs.visible import visible

if TYPE_CHECKING:
    from jargon_scanner.outputs import Look


def speak_utf8() -> None:
    """Have both streams write UTF-8, on Windows too, and never fail over a letter."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(sentence: str) -> None:
    """Say a sentence, or a list with one on each line, on standard error."""
    print("\n".join(map(visible, sentence.splitlines())), file=sys.stderr, flush=True)  # noqa: T201 - the one place that prints to people


def tell(sentence: str) -> None:
    """Say on standard output what a command has done, a sentence on each line."""
    print("\n".join(map(visible, sentence.splitlines())), flush=True)  # noqa: T201 - as above


def is_watched(stream: TextIO) -> bool:
    """True when a person looks at the stream: it is a terminal."""
    return stream.isatty()


def look_of_stdout() -> Look:
    """How wide standard output is, and whether colours reach the person who reads it."""
    from jargon_scanner.outputs import Look

    width = shutil.get_terminal_size((80, 24)).columns
    return Look(width=min(width, 100), colour=is_watched(sys.stdout) and _wants_colour())


def _wants_colour() -> bool:
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    if os.name != "nt":
        return True
    from rich.console import detect_legacy_windows

    return not detect_legacy_windows()
