from __future__ import annotations

from pathlib import Path

import pytest

from jargon_scanner.scan import Scanner
from tests.small_lexicons import whole_scanner

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def scanner() -> Scanner:
    return whole_scanner()


@pytest.fixture(scope="session")
def shared_documents() -> Path:
    folder = SHARED / "documents"
    if not folder.is_dir():
        pytest.skip("the shared collection of real documents is not beside this checkout")
    return folder
