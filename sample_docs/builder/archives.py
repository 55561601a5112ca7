"""Zip files that are the same, byte for byte, whenever they are made."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_DAY = (2026, 7, 1, 9, 0, 0)


def write_archive(target: Path, members: dict[str, bytes]) -> None:
    """Write members in order; a first one named `mimetype` is stored, as OpenDocument asks."""
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, _DAY)
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
