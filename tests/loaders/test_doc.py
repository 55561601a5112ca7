"""Old Word documents, read through another program."""

from __future__ import annotations

import json
import re
import shutil
import socketserver
import stat
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

import pytest

from jargon_scanner.errors import DamagedFile, PasswordProtected, ProgramMissing, TooSlow
from jargon_scanner.loaders import load, read, running
from jargon_scanner.loaders.doc import antiword, libreoffice, reading
from jargon_scanner.loaders.kinds import OLE
from tests.loaders.shared import DOCUMENTS, LOST_BY_LIBREOFFICE, check_places, codes, needs_documents

OLD = OLE + bytes(1016) + "WordDocument".encode("utf-16-le") + bytes(600)
needs_libreoffice = pytest.mark.skipif(libreoffice.program() is None, reason="LibreOffice is not installed")
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in programs are shell scripts")


def program(folder: Path, name: str, script: str) -> Path:
    """A stand-in for an installed program."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.fixture
def without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)


@needs_documents
@needs_libreoffice
def test_every_place_of_a_real_file_is_reached_once() -> None:
    document = load(DOCUMENTS / "crafted" / "all_locations_libreoffice.doc")
    check_places(document)
    assert document.format == "doc"
    expected = json.loads((DOCUMENTS / "crafted" / "all_locations.expected.json").read_text())
    found = Counter(re.findall(r"LOC\w+", document.text.replace("LOCsplitword", "LOCsplit")))
    wanted = set(expected["present_if_changes_accepted"]) - LOST_BY_LIBREOFFICE
    assert {word: found[word] for word in wanted} == dict.fromkeys(wanted, 1)
    assert {block.part for block in document.blocks} >= {
        "table",
        "header",
        "footer",
        "footnote",
        "endnote",
        "comment",
        "textbox",
    }


@needs_documents
@needs_libreoffice
@pytest.mark.slow
@pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("doc/*.doc")), ids=lambda path: path.stem[-20:])
def test_real_forms_are_read(path: Path) -> None:
    document = load(path)
    check_places(document)
    assert len(document.text.split()) > 30


def test_without_any_program_a_person_is_told_what_to_do(
    monkeypatch: pytest.MonkeyPatch, without_libreoffice: None
) -> None:
    monkeypatch.setattr(antiword, "program", lambda: None)
    with pytest.raises(
        ProgramMissing, match=r"Install LibreOffice, or save it as a Word document \(\.docx\)"
    ):
        read(Path("plan.doc"), OLD)


@posix_only
def test_antiword_gives_the_text_and_the_loss_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, without_libreoffice: None
) -> None:
    found = program(tmp_path, "antiword", "echo 'She is safe.'; echo; echo '|Name|Amy|'; echo '|Need|PEP|'")
    monkeypatch.setattr(antiword, "program", lambda: str(found))
    document = read(Path("plan.doc"), OLD)
    check_places(document)
    assert [block.text for block in document.blocks] == ["She is safe.", "Name", "Amy", "Need", "PEP"]
    assert (document.format, codes(document)) == ("doc", {"text-only"})


@posix_only
def test_a_program_that_fails_means_a_damaged_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, without_libreoffice: None
) -> None:
    found = program(tmp_path, "antiword", "exit 1")
    monkeypatch.setattr(antiword, "program", lambda: str(found))
    with pytest.raises(DamagedFile):
        read(Path("plan.doc"), OLD)


@posix_only
def test_a_program_and_what_it_started_are_stopped_in_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "still-there"
    found = program(tmp_path, "soffice", f"(sleep 2; touch {mark}) & sleep 60")
    monkeypatch.setattr(libreoffice, "program", lambda: str(found))
    began = time.monotonic()
    with pytest.raises(TooSlow, match="stopped after"):
        reading.read_old_word(Path("plan.doc"), OLD, "doc", seconds=0.5)
    assert time.monotonic() - began < 10
    time.sleep(2.2)
    assert not mark.exists()


@posix_only
def test_programs_run_in_a_private_folder_that_is_gone_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, without_libreoffice: None
) -> None:
    found = program(tmp_path, "antiword", 'pwd; echo "$HOME"; echo "$SECRET"')
    monkeypatch.setattr(antiword, "program", lambda: str(found))
    monkeypatch.setenv("SECRET", "token")
    text = read(Path("plan.doc"), OLD).text.split()
    assert text[0] == text[1]
    assert "token" not in text
    assert not Path(text[0]).exists()


def test_an_encrypted_file_is_said_before_any_program_is_asked() -> None:
    head = bytearray(512)
    head[:2], head[10:12] = b"\xec\xa5", b"\x00\x01"
    data = OLE + bytes(504) + bytes(head) + "WordDocument".encode("utf-16-le") + bytes(600)
    with pytest.raises(PasswordProtected):
        read(Path("plan.doc"), data)


@needs_libreoffice
@pytest.mark.slow
def test_no_link_to_a_place_outside_is_followed(tmp_path: Path) -> None:
    asked: list[str] = []

    class Watch(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            asked.append("a connection")

    server = socketserver.TCPServer(("127.0.0.1", 0), Watch)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_address[1]}/picture.png"
    source = tmp_path / "linked.rtf"
    field = r'{\field{\*\fldinst INCLUDEPICTURE "ADDRESS" \\d}{\fldrslt }}'.replace("ADDRESS", url)
    source.write_text(r"{\rtf1 She is safe.\par" + field + r"\par}")
    office = libreoffice.program() or ""
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [
            office,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "doc:MS Word 97",
            "--outdir",
            str(tmp_path),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    asked.clear()
    document = load(tmp_path / "linked.doc")
    server.shutdown()
    assert "She is safe." in document.text
    assert asked == []


@pytest.mark.skipif(shutil.which("unshare") is None, reason="no means to take the network away here")
def test_where_the_system_can_it_takes_the_network_away() -> None:
    before = running._without_network()
    assert before == () or "--net" in before
