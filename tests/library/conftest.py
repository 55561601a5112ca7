from pathlib import Path

import pytest

from jargon_scanner.library.analysis import Recipe
from jargon_scanner.library.engines.family import Setup
from jargon_scanner.library.scope import Wishes, scan_library
from jargon_scanner.library.store import Store

LETTER = "An ICPC was held. Mum failed to engage with us, and contact with dad stopped.\n"
PLAN = "# Plan\n\nThe IRO (independent reviewing officer) will come. The placement is good.\n"
SHARED = "The purpose of this statutory visit is to see the child alone.\n"


@pytest.fixture
def library(tmp_path):
    """A folder of two services: letters of one wording, plans with a paragraph in common, a scan, a picture."""
    root = tmp_path / "library"
    for path, text in {
        "Children in care/East/letter.txt": LETTER,
        "Children in care/East/copy of letter.txt": LETTER,
        "Children in care/West/plan a.md": f"{PLAN}\n{SHARED}",
        "Early help/plan b.md": f"{PLAN}\nShe likes swimming.\n\n{SHARED}",
        "Early help/plan c.md": f"He likes running.\n\n{SHARED}",
    }.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (root / "Early help" / "empty.docx").write_bytes(b"")
    (root / "Early help" / "photo.png").write_bytes(b"\x89PNG\r\n")
    return root


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "figures.sqlite") as opened:
        yield opened


@pytest.fixture
def scanned(store):
    """A function that scans a folder in this process and gives the run's id."""

    def scan(root: Path, recipe: Recipe | None = None, **wishes):
        chosen = Wishes(setup=Setup(processes=0), **wishes)
        return scan_library([root], store, recipe or Recipe(), chosen)

    return scan
