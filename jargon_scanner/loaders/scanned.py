"""Whether the pictures of scanned pages are read.

The wish stands in the environment, so that every process that reads documents knows it.
"""

from __future__ import annotations

import os

WISH = "JARGON_SCANNER_OCR"


def read_scans(*, wanted: bool = True) -> None:
    """Have scans read from now on, or left alone."""
    os.environ[WISH] = "1" if wanted else "0"


def scans_are_read() -> bool:
    """Whether they are."""
    return os.environ.get(WISH) == "1"
