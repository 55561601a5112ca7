"""Real and crafted files, where they are at hand: none is lost in silence, none ends in a traceback."""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jargon_scanner.errors import DocumentError, TooLarge, UnsafeFile
from jargon_scanner.word_file import read_word
from tests.word.test_anchors import check_addresses

if TYPE_CHECKING:
    from jargon_scanner.document import Document

DOCUMENTS = Path(__file__).resolve().parents[2].parent / "shared" / "documents"
pytestmark = pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the shared documents are not at hand")
LONGEST_SECONDS = 20


def files() -> list[Path]:
    return sorted(
        path for path in DOCUMENTS.glob("*/*") if path.suffix.lower() in {".docx", ".docm", ".dotx", ".dotm"}
    )


@pytest.fixture(scope="module")
def locations() -> Document:
    path = DOCUMENTS / "crafted" / "all_locations.docx"
    return read_word(path, path.read_bytes())


def test_every_place_is_reached_once(locations: Document) -> None:
    expected = json.loads((DOCUMENTS / "crafted" / "all_locations.expected.json").read_text())
    found = Counter(re.findall(r"LOC\w+", locations.text.replace("LOCsplitword", "LOCsplit")))
    assert {word: found[word] for word in expected["present_if_changes_accepted"]} == dict.fromkeys(
        expected["present_if_changes_accepted"], 1
    )
    assert not any(word in locations.text for word in expected["present_only_if_changes_rejected"])
    assert found["LOCffdropMedium"] == 1
    assert locations.text.count("☒") == 2
    assert locations.text.count("☑") == 1
    assert {problem.code for problem in locations.problems} == {
        "tracked-insertion",
        "tracked-deletion",
        "hidden-text",
    }


@pytest.mark.parametrize(
    ("word", "part"),
    [
        ("LOCbody", "body"),
        ("LOCsdtblock", "body"),
        ("LOCcellmergedcols", "table"),
        ("LOCnestedcell", "table"),
        ("LOCrowinsdt2", "table"),
        ("LOCtableinsdt", "table"),
        ("LOCheaderdefault", "header"),
        ("LOCheaderfirst", "header"),
        ("LOCheadertable", "header"),
        ("LOCfootersdt", "footer"),
        ("LOCfooterdefault", "footer"),
        ("LOCfootnote", "footnote"),
        ("LOCendnote", "endnote"),
        ("LOCcomment", "comment"),
        ("LOCtextbox", "textbox"),
        ("LOCtextboxsdt", "textbox"),
    ],
)
def test_every_place_has_its_part(locations: Document, word: str, part: str) -> None:
    assert [block.part for block in locations.blocks if re.search(rf"{word}\b", block.text)] == [part]


@pytest.mark.parametrize("path", files(), ids=lambda path: path.name)
def test_every_file_is_read_or_refused_with_reason(path: Path) -> None:
    data = path.read_bytes()
    began = time.monotonic()
    with suppress(DocumentError):
        document = read_word(path, data)
        assert document.blocks or document.problems
        check_addresses(document, data)
    assert time.monotonic() - began < LONGEST_SECONDS


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("zip_bomb_300MB", TooLarge),
        ("zip_bomb_document_xml_100MB", TooLarge),
        ("entity_bomb", UnsafeFile),
        ("xxe_entity", UnsafeFile),
        ("path_traversal", UnsafeFile),
    ],
)
def test_bombs_are_refused(name: str, error: type[DocumentError]) -> None:
    path = DOCUMENTS / "crafted" / f"{name}.docx"
    with pytest.raises(error):
        read_word(path, path.read_bytes())
