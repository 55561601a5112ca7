"""Makes a table of values, as a case system exports it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


def build_csv(content: dict[str, Any], target: Path) -> None:
    """Write rows with the line ends that the settings ask for."""
    out = io.StringIO()
    csv.writer(out, lineterminator=content["newline"]).writerows(content["rows"])
    target.write_bytes(out.getvalue().encode("utf-8-sig"))
