"""GNOME Files (Nautilus): a script in the person's folder of scripts. It is given the chosen files."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from jargon_scanner.shortcuts.family import LABEL, Menu, Placed, data_home, in_shell

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def put(command: Sequence[str]) -> tuple[Placed, ...]:
    """The script."""
    script = f'#!/bin/sh\nexec {in_shell(command)} "$@"\n'
    return (Placed(_path(), script.encode(), executable=True),)


def take_away() -> tuple[Placed, ...]:
    """No script."""
    return (Placed(_path(), None),)


def _path() -> Path:
    return data_home() / "nautilus" / "scripts" / LABEL


PART = Menu(
    name="nautilus",
    title="Files (Nautilus)",
    where=f"Right-click a document, then Scripts, then “{LABEL}”.",
    is_here=lambda: shutil.which("nautilus") is not None,
    put=put,
    take_away=take_away,
    tried="The script was run by a test; the menu itself was not tried.",
)
