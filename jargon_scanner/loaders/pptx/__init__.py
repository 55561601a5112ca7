"""PowerPoint presentations: .pptx, .pptm, .ppsx, .ppsm, .potx, .potm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.loaders.family import Loader
from jargon_scanner.loaders.kinds import office_folder

if TYPE_CHECKING:
    from pathlib import Path

    from jargon_scanner.document import Document


def read(path: Path, data: bytes) -> Document:
    """Read a presentation.

    Raises:
        DocumentError: it cannot be read, in one of the ways of ``errors.py``.
    """
    from jargon_scanner.loaders.pptx.reading import read_presentation

    return read_presentation(path, data, PART.name)


PART = Loader(
    name="pptx",
    description="a PowerPoint presentation",
    suffixes=(".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm"),
    recognises=lambda head: office_folder(head) == "ppt/",
    read=read,
)
