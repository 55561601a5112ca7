"""When the fault is ours: what is said of it, which never quotes a document."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import ClassVar, Literal

from jargon_scanner.errors import DocumentError, TooLarge, TooSlow

_PACKAGE = Path(__file__).parent


class InternalError(DocumentError):
    """A document met a fault of ours. ``detail`` names the kind of fault and never the document's words."""

    code: ClassVar[str] = "internal"
    sentence: ClassVar[str] = (
        "{name} could not be checked because of a fault in jargon-scanner ({detail}). "
        "Please report it; the rest was not touched by it."
    )


def lost_over(
    path: Path | str, why: Literal["time", "memory", "death"], seconds: float, megabytes: int
) -> DocumentError:
    """What is said of a document whose process was lost over it.

    Args:
        path: the document.
        why: what ran out, or that the process ended by itself.
        seconds: how long it might have taken.
        megabytes: how much memory it might have taken.
    """
    errors: dict[str, DocumentError] = {
        "time": TooSlow(path, f"more than {seconds:g} seconds"),
        "memory": TooLarge(path, f"it needs more than {megabytes:,} MB of memory"),
        "death": InternalError(path, "the process that read it stopped"),
    }
    return errors[why]


def where_it_broke(error: BaseException) -> str:
    """The kind of an unexpected error and the last place of ours that it came through.

    Never its message: that can hold a document's words.
    """
    places = [
        f"{path.relative_to(_PACKAGE).as_posix()} line {frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)
        if (path := Path(frame.filename)).is_relative_to(_PACKAGE)
    ]
    return " at ".join([type(error).__name__, *places[-1:]])
