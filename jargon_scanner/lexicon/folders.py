"""Where the bundled lexicon lies: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def bundled_folder() -> Path:
    """Folder of the lexicon files that come with the tool."""
    installed = _PACKAGE / "_lexicons"
    return installed if installed.is_dir() else _PACKAGE.parent / "lexicons"
