"""antiword: the text of an old Word file, with tables between bars, where LibreOffice is not installed."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from jargon_scanner.loaders.running import run


def program() -> str | None:
    """Where antiword is, or None."""
    return shutil.which("antiword")


def to_text(data: bytes, seconds: float) -> bytes | None:
    """The text of an old Word file in UTF-8; None where antiword cannot read it.

    Args:
        data: the bytes of the file.
        seconds: how long it may take.

    Raises:
        TimeOver: it took longer.
    """
    found = program()
    if found is None:
        return None
    with tempfile.TemporaryDirectory(prefix="jargon-scanner-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / "document.doc"
        source.write_bytes(data)
        return run([found, "-w", "0", "-m", "UTF-8.txt", str(source)], folder, seconds)
