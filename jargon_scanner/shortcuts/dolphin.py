"""Dolphin, the file manager of KDE: a service menu in the person's folder of such menus."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from jargon_scanner.shortcuts.family import FILE_NAME, LABEL, Menu, Placed, data_home, in_desktop_entry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_OFFICE = "application/vnd.openxmlformats-officedocument"
_KINDS = (
    f"{_OFFICE}.wordprocessingml.document",
    f"{_OFFICE}.presentationml.presentation",
    f"{_OFFICE}.spreadsheetml.sheet",
    "application/msword",
    "application/vnd.ms-word.document.macroEnabled.12",
    "application/vnd.oasis.opendocument.text",
    "application/rtf",
    "application/pdf",
    "text/plain",
    "text/markdown",
    "text/html",
    "message/rfc822",
)


def put(command: Sequence[str]) -> tuple[Placed, ...]:
    """The menu. KDE runs one from a person's own folder only if the file may be run."""
    lines = (
        "[Desktop Entry]",
        "Type=Service",
        f"Name={LABEL}",
        "X-KDE-ServiceTypes=KonqPopupMenu/Plugin",
        f"MimeType={''.join(f'{kind};' for kind in _KINDS)}",
        "Actions=check;",
        "",
        "[Desktop Action check]",
        f"Name={LABEL}",
        "Icon=edit-find",
        f"Exec={in_desktop_entry(command)} %F",
    )
    return (Placed(_path(), "".join(f"{line}\n" for line in lines).encode(), executable=True),)


def take_away() -> tuple[Placed, ...]:
    """No menu."""
    return (Placed(_path(), None),)


def _path() -> Path:
    return data_home() / "kio" / "servicemenus" / f"{FILE_NAME}.desktop"


PART = Menu(
    name="dolphin",
    title="Dolphin",
    where=f"Right-click a document, then Actions, then “{LABEL}”.",
    is_here=lambda: shutil.which("dolphin") is not None,
    put=put,
    take_away=take_away,
    tried="The file was checked by desktop-file-validate, as far as it knows KDE’s keys, and its command was "
    "run by a test; the menu itself was not tried.",
)
