"""What the files beside a draft are called, and the files by which other programs say that they hold one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_OURS = re.compile(r".+-marked(?:-\d+)?\.\w+|.+-jargon(?:-\d+)?\.html", re.IGNORECASE)
#: Word's owner file takes the place of up to so many first letters of the name.
_LETTERS_LOST = 2


def is_ours(name: str) -> bool:
    """Whether a name is one that we give to a copy or a report: such a file is never taken for a draft."""
    return _OURS.fullmatch(name) is not None


def copy_name(draft: Path, suffix: str, number: int) -> str:
    """The name of a draft's marked copy: "plan-marked.docx", then "plan-marked-2.docx"."""
    return f"{draft.stem}-marked{_again(number)}{suffix}"


def report_name(draft: Path, number: int) -> str:
    """The name of its short report: "plan-jargon.html"."""
    return f"{draft.stem}-jargon{_again(number)}.html"


def held_by(draft: Path) -> Path | None:
    """The lock file that says that a program has a file open; None where there is none.

    Word puts ``~$`` before a short name and over the first letters of a longer one; LibreOffice writes
    ``.~lock.plan.docx#``.
    """
    return next((lock for lock in _locks(draft) if lock.exists()), None)


def _locks(draft: Path) -> Iterator[Path]:
    yield draft.with_name(f".~lock.{draft.name}#")
    for lost in range(_LETTERS_LOST + 1):
        if draft.name[lost:]:
            yield draft.with_name(f"~${draft.name[lost:]}")


def _again(number: int) -> str:
    return f"-{number}" if number > 1 else ""
