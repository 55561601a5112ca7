"""Whether the pictures of scanned pages are read.

The wish stands in the environment, so that every process that reads documents knows it.
"""

from __future__ import annotations

import os

WISH = "JARGON_SCANNER_OCR"


def read_scans() -> None:
    """Have scans read from now on."""
    os.environ[WISH] = "1"


def scans_are_read() -> bool:
    """Whether they are."""
    return os.environ.get(WISH) == "1"
