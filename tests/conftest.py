from __future__ import annotations

from pathlib import Path

import pytest

from jargon_scanner.loaders.scanned import WISH
from jargon_scanner.scan import Scanner
from tests.small_lexicons import whole_scanner

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own: no test reads or changes what a team has decided."""
    folder = tmp_path / "data"
    monkeypatch.setenv("JARGON_SCANNER_DATA", str(folder))
    monkeypatch.setenv(WISH, "0")  # --ocr of one test reads no scan of another
    return folder


@pytest.fixture(scope="session")
def scanner() -> Scanner:
    return whole_scanner()


@pytest.fixture(scope="session")
def shared_documents() -> Path:
    folder = SHARED / "documents"
    if not folder.is_dir():
        pytest.skip("the shared collection of real documents is not beside this checkout")
    return folder
