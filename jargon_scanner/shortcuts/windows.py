"""Windows: a shortcut in the person's folder "Send to".

A shortcut and no .cmd file: Explorer hands a .cmd file's arguments to the command interpreter, which takes a
name such as ``Mum&Dad.docx`` apart.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from jargon_scanner.errors import UsageError
from jargon_scanner.shortcuts.family import LABEL, Menu, Placed
from jargon_scanner.shortcuts.shell_link import shell_link

if TYPE_CHECKING:
    from collections.abc import Sequence


def put(command: Sequence[str]) -> tuple[Placed, ...]:
    """The shortcut. Its window stays open where a person has to read what went wrong."""
    program, *arguments = command
    waiting = [*arguments[:-1], "--wait", *arguments[-1:]]
    link = shell_link(program, subprocess.list2cmdline(waiting), LABEL)
    return (Placed(_path(), link),)


def take_away() -> tuple[Placed, ...]:
    """No shortcut."""
    return (Placed(_path(), None),)


def _path() -> Path:
    roaming = os.environ.get("APPDATA")
    if not roaming:
        raise UsageError("This is no Windows account: APPDATA is not set. Choose another with --for.")
    return Path(roaming, "Microsoft", "Windows", "SendTo", f"{LABEL}.lnk")


PART = Menu(
    name="windows",
    title="Windows Explorer",
    where=f"Right-click a document, then Send to, then “{LABEL}”. (Windows 11: Show more options first.)",
    is_here=lambda: sys.platform == "win32",
    put=put,
    take_away=take_away,
    tried="The shortcut was read back by another program; it was not tried on Windows.",
)
