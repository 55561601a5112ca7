from __future__ import annotations

import sys
from pathlib import Path

import pytest

from jargon_scanner.cache import cache_folder, key_of, remembered


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JARGON_SCANNER_CACHE", str(tmp_path / "kept"))
    return tmp_path / "kept"


def made(calls: list[str], value: object = "made") -> object:
    calls.append("made")
    return value


def test_a_thing_is_made_once_for_a_key(folder: Path) -> None:
    calls: list[str] = []
    assert [remembered("thing", "1", lambda: made(calls)) for _ in range(3)] == ["made"] * 3
    assert calls == ["made"]
    remembered("thing", "2", lambda: made(calls))
    assert calls == ["made", "made"]


def test_a_damaged_file_is_made_anew(folder: Path) -> None:
    remembered("thing", "1", lambda: "first")
    (folder / "thing-1.pickle").write_bytes(b"\x80\x05 broken")
    assert remembered("thing", "1", lambda: "second") == "second"


def test_a_folder_that_cannot_be_written_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("JARGON_SCANNER_CACHE", str(tmp_path / "file"))
    assert remembered("thing", "1", lambda: "made") == "made"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_a_file_that_others_can_write_is_not_trusted(folder: Path) -> None:
    remembered("thing", "1", lambda: "first")
    (folder / "thing-1.pickle").chmod(0o666)
    assert remembered("thing", "1", lambda: "second") == "second"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "thing-1.pickle").stat().st_mode & 0o077 == 0


def test_old_files_are_forgotten(folder: Path) -> None:
    for number in range(8):
        remembered("thing", str(number), lambda: "made")
    assert len(list(folder.iterdir())) == 4


def test_the_key_changes_with_contents_and_code() -> None:
    keys = {
        key_of([b"a"]),
        key_of([b"b"]),
        key_of([b"a", b""]),
        key_of([b"a"], ["words.py"]),
        key_of([b"a"], ["lexicon"]),
    }
    assert len(keys) == 5
    assert key_of([b"a"], ["lexicon"]) == key_of([b"a"], ["lexicon"])


def test_the_cache_is_in_the_persons_own_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JARGON_SCANNER_CACHE", raising=False)
    assert "jargon-scanner" in str(cache_folder())
