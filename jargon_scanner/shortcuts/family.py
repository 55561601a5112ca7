"""What an entry in a file manager's menu is: files to write, and what becomes of them when it goes."""

from __future__ import annotations

import os
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

#: What a person reads in the menu.
LABEL = "Check for jargon"
#: Files that carry the entry and nothing else have this name, with the ending that their system wants.
FILE_NAME = "jargon-scanner-check"
#: What the entry is offered for: what people write drafts in.
SUFFIXES = (
    ".docx",
    ".doc",
    ".docm",
    ".odt",
    ".rtf",
    ".pdf",
    ".txt",
    ".md",
    ".html",
    ".eml",
    ".pptx",
    ".xlsx",
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A file as it shall be.

    Attributes:
        path: where.
        content: its bytes; None where it shall not be there.
        executable: whether the person may run it.
    """

    path: Path
    content: bytes | None
    executable: bool = False


@dataclass(frozen=True, slots=True)
class Menu:
    """The menu of one file manager.

    Attributes:
        name: what a person types after ``--for``: "nautilus".
        title: what a person calls it: "Files (Nautilus)".
        where: how the entry is found, a sentence.
        is_here: whether this computer has it.
        put: the files of the entry, for a command that takes documents at its end.
        take_away: the same files without the entry. Neither writes anything.
        tried: how far this was tried, a sentence.
    """

    name: str
    title: str
    where: str
    is_here: Callable[[], bool]
    put: Callable[[Sequence[str]], tuple[Placed, ...]]
    take_away: Callable[[], tuple[Placed, ...]]
    tried: str


def check_command() -> tuple[str, ...]:
    """The command behind the entry; documents follow it. It needs no PATH: it names this Python."""
    return (sys.executable, "-m", "jargon_scanner", "quick", "--open", "--")


def data_home() -> Path:
    """Where programs keep what is the person's own (XDG Base Directory Specification)."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share")


def config_home() -> Path:
    """Where programs keep how the person wants them."""
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")


def in_shell(command: Sequence[str]) -> str:
    """A command as a POSIX shell reads it."""
    return shlex.join(command)


def in_desktop_entry(command: Sequence[str]) -> str:
    """A command as the key ``Exec`` holds it, escaped twice: as an argument, and as a string.

    Desktop Entry Specification 1.5, "The Exec key" and "Possible value types".
    """
    return " ".join(_quoted(word) for word in command)


def _quoted(word: str) -> str:
    for letter in '\\"`$':
        word = word.replace(letter, f"\\{letter}")
    return '"{}"'.format(word.replace("%", "%%").replace("\\", "\\\\"))
