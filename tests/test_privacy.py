"""The document never leaves the machine: no connection, no text in logs, no file left behind."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SECRET = "Zephyrine Quillfeather"
DENY = """
import sys
DENIED = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto",
          "urllib.Request", "http.client.connect", "ftplib.connect", "smtplib.connect", "webbrowser.open")
LOOPBACK = ("127.0.0.1", "::1", "localhost")
def deny(event, arguments):
    # A library that is imported binds a loopback address to learn whether the machine has IPv6.
    address = arguments[1] if event.startswith("socket.") and len(arguments) > 1 else ""
    if event in DENIED and not (isinstance(address, tuple) and address[0] in LOOPBACK):
        raise SystemExit(f"CONNECTION {event}")
sys.addaudithook(deny)
"""
RUN = DENY + "from jargon_scanner.cli import main\nsys.argv[0] = 'jargon-scanner'\nmain()\n"
COMMANDS = [
    ["--help"], ["--version"], ["about"], ["schema"],
    ["check", "FOLDER", "--format", "text"], ["check", "FOLDER", "--format", "jsonl", "--with-text"],
    ["check", "FOLDER", "--format", "html", "--output", "OUT/report.html"],
    ["check", "FOLDER/note.txt", "--format", "json", "--output", "OUT/report.json"],
    ["check", "FOLDER/missing.docx"],
    ["explain", "IRO"], ["lexicon", "show", "placement"], ["lexicon", "export", "OUT/words.csv"],
    ["lexicon", "check", "--no-examples"],
]  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("documents")
    (made / "note.txt").write_text(f"{SECRET} missed the ICPC and failed to engage.", encoding="utf-8")
    (made / "broken.docx").write_bytes(b"PK\x03\x04" + SECRET.encode())
    (made / "broken.pdf").write_bytes(b"%PDF-1.7\n" + SECRET.encode())
    for sample in ("review_minutes.docx", "court_statement.pdf"):
        shutil.copy(ROOT / "sample_docs" / sample, made / sample)
    return made


def run(
    command: list[str], folder: Path, out: Path, before: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[str]:
    arguments = [part.replace("FOLDER", str(folder)).replace("OUT", str(out)) for part in command]
    environment = {**os.environ, "TMPDIR": str(out), "PYTHONUTF8": "1"}
    return subprocess.run(
        [*before, sys.executable, "-c", RUN, *arguments],
        capture_output=True, text=True, encoding="utf-8", env=environment, cwd=out, check=False, timeout=300,
    )  # fmt: skip


def test_the_audit_hook_does_stop_a_connection(tmp_path: Path) -> None:
    code = DENY + "import socket\nsocket.create_connection(('192.0.2.1', 80), timeout=1)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "CONNECTION" in done.stderr


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_opens_a_connection(command: list[str], folder: Path, tmp_path: Path) -> None:
    done = run(command, folder, tmp_path)
    assert "CONNECTION" not in done.stderr + done.stdout
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 2)


@pytest.mark.skipif(
    subprocess.run(["unshare", "-rn", "true"], check=False, capture_output=True).returncode != 0
    if shutil.which("unshare")
    else True,
    reason="this system lets no one make an empty network namespace",
)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_works_in_an_empty_network(command: list[str], folder: Path, tmp_path: Path) -> None:
    alone = run(command, folder, tmp_path, ("unshare", "-rn"))
    assert "Traceback" not in alone.stderr
    assert alone.returncode in (0, 2)
    if command[0] == "check":
        assert alone.returncode == (2 if "note.txt" not in command[1] else 0)


def test_no_text_of_a_document_is_in_an_error(folder: Path, tmp_path: Path) -> None:
    done = run(["check", "FOLDER", "--format", "jsonl", "--output", "OUT/report.jsonl"], folder, tmp_path)
    assert SECRET not in done.stderr
    assert "broken.docx" in done.stderr


def test_no_temporary_file_is_left(folder: Path, tmp_path: Path) -> None:
    run(["check", "FOLDER", "--format", "html", "--output", "OUT/report.html"], folder, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_an_output_that_fails_leaves_nothing(folder: Path, tmp_path: Path) -> None:
    run(["check", "FOLDER", "--format", "json", "--output", "OUT/report.json"], folder, tmp_path)
    assert list(tmp_path.iterdir()) == []
