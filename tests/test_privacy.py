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
    ["lexicon", "check", "--no-examples"], ["lexicon", "health"], ["guide", "data-protection"],
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


WATCH_WRITES = """
import os, sys, threading
ALLOWED = tuple(os.path.realpath(place) for place in os.environ["MAY_WRITE"].split(os.pathsep))
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
told = threading.local()
def watch(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        writes = any(letter in mode for letter in "wax+") if mode else bool((flags or 0) & WRITING)
    elif event in ("os.mkdir", "sqlite3.connect"):
        path, writes = arguments[0], True
    else:
        return
    if not writes or isinstance(path, int) or getattr(told, "busy", False):
        return
    told.busy = True
    real = os.path.realpath(os.fsdecode(path))
    if real != os.devnull and not real.startswith(ALLOWED):
        os.write(2, f"WROTE {real}\\n".encode())
    told.busy = False
sys.addaudithook(watch)
"""
WRITING = [
    (["check", "OUT/note.txt"], set()),
    (["check", "OUT", "--format", "html", "--output", "OUT/report.html"], {"report.html"}),
    (["acronyms", "OUT"], set()),
    (["explain", "IRO"], set()),
    (["mark", "OUT/note.txt"], {"note-marked.html", "note-marked.diff"}),
    (["quick", "OUT/court_statement.pdf"], {"court_statement-marked.pdf", "court_statement-jargon.html"}),
    (["lexicon", "show", "placement"], set()),
    (["about"], set()),
    (["guide", "practitioner", "--output", "OUT/guide.html"], {"guide.html"}),
]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.mark.slow
@pytest.mark.parametrize(("command", "made"), WRITING, ids=[" ".join(command) for command, _ in WRITING])
def test_commands_write_where_the_note_says_and_nowhere_else(
    command: list[str], made: set[str], folder: Path, cache: Path, tmp_path: Path
) -> None:
    """Files opened for writing, in the command's process and in every one that it starts."""
    out, data, hooks, scratch = (tmp_path / name for name in ("out", "data", "hooks", "scratch"))
    shutil.copytree(folder, out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    hooks.mkdir()
    scratch.mkdir()
    (hooks / "sitecustomize.py").write_text(WATCH_WRITES, encoding="utf-8")
    places = {"JARGON_SCANNER_CACHE": cache, "JARGON_SCANNER_DATA": data, "TMPDIR": scratch}
    done = subprocess.run(
        [sys.executable, "-m", "jargon_scanner", *(part.replace("OUT", str(out)) for part in command)],
        capture_output=True, text=True, encoding="utf-8", check=False, timeout=300, cwd=scratch,
        env={
            **os.environ, **{name: str(place) for name, place in places.items()},
            "PYTHONPATH": f"{hooks}{os.pathsep}{ROOT}", "PYTHONDONTWRITEBYTECODE": "1",
            "MAY_WRITE": os.pathsep.join(map(str, (out, cache, data, scratch))),
        },
    )  # fmt: skip
    assert "WROTE" not in done.stderr
    assert done.returncode in (0, 2), done.stderr
    assert {path.name for path in out.iterdir()} == set(before) | made
    assert all((out / name).read_bytes() == content for name, content in before.items())
    assert list(scratch.iterdir()) == []
    kept = [path for place in (cache, data) if place.exists() for path in place.rglob("*") if path.is_file()]
    assert {path.suffix for path in kept} <= {".pickle", ".sqlite"}
    assert not any(SECRET.encode() in path.read_bytes() for path in kept)
    assert [path.name for path in kept if data in path.parents] in ([], ["choices.sqlite"])


def test_the_watch_over_files_does_see_a_write(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(WATCH_WRITES, encoding="utf-8")
    code = f"open({str(tmp_path / 'x')!r}, 'w').close()"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path), "MAY_WRITE": str(tmp_path / "elsewhere")}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=environment
    )
    assert f"WROTE {tmp_path / 'x'}" in done.stderr
