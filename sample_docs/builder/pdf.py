"""Makes a PDF from a Typst text with the fonts that come with Typst, the same bytes at every build."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typst

if TYPE_CHECKING:
    from pathlib import Path

FIXED_TIME = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp())


def build_pdf(source: Path, target: Path) -> None:
    """Compile one `.typ` file."""
    typst.compile(source, output=target, root=source.parent, ignore_system_fonts=True, timestamp=FIXED_TIME)
