"""Nemo, the file manager of Linux Mint: an action in the person's folder of actions."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from jargon_scanner.shortcuts.family import (
    FILE_NAME,
    LABEL,
    SUFFIXES,
    Menu,
    Placed,
    data_home,
    in_desktop_entry,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def put(command: Sequence[str]) -> tuple[Placed, ...]:
    """The action."""
    lines = (
        "[Nemo Action]",
        f"Name={LABEL}",
        "Comment=Make a marked copy and a short report beside each document",
        f"Exec={in_desktop_entry(command)} %F",
        "Icon-Name=edit-find",
        "Selection=notnone",
        f"Extensions={''.join(f'{suffix[1:]};' for suffix in SUFFIXES)}",
        "Quote=double",
    )
    return (Placed(_path(), "".join(f"{line}\n" for line in lines).encode()),)


def take_away() -> tuple[Placed, ...]:
    """No action."""
    return (Placed(_path(), None),)


def _path() -> Path:
    return data_home() / "nemo" / "actions" / f"{FILE_NAME}.nemo_action"


PART = Menu(
    name="nemo",
    title="Nemo",
    where=f"Right-click a document, then “{LABEL}”.",
    is_here=lambda: shutil.which("nemo") is not None,
    put=put,
    take_away=take_away,
    tried="The action’s command was run by a test; the menu itself was not tried.",
)
