from __future__ import annotations

from pathlib import Path

import pytest

from tests.small_folders import bundled


@pytest.fixture
def few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The bundled lexicon is a folder of four entries: placement, contact, step down and IRO."""
    folder = bundled(tmp_path / "bundled")
    monkeypatch.setattr("jargon_scanner.lexicon.load.bundled_folder", lambda: folder)
    return folder
