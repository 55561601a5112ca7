"""The command as a process: pipes, signals, streams. With the real scan."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "jargon_scanner"]
ROOT = Path(__file__).parents[2]


def run(*words, **environment):
    return subprocess.run(
        [*COMMAND, *map(str, words)],
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "80", **environment},
        check=False,
    )


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_text("An ICPC was held on 3 May. The plan is to step down to early help.\n", "utf-8")
    return path


def test_piped_text_has_no_escape_codes_and_80_columns(draft):
    done = run("check", draft)
    assert done.returncode == 0
    assert done.stderr == b""
    assert b"\x1b" not in done.stdout
    shown = done.stdout.decode("utf-8")
    assert "[A ICPC]" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_output_is_utf8_whatever_the_computer_is_set_to(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_text("“An ICPC”, said Zoë.\n", "utf-8")
    done = run("check", path, "--format", "json", PYTHONIOENCODING="cp1252", PYTHONUTF8="0", LC_ALL="C")
    assert "“An ICPC”, said Zoë." in done.stdout.decode("utf-8")


@pytest.mark.slow
def test_exit_codes_are_0_1_and_2(draft, tmp_path):
    assert run("check", draft).returncode == 0
    assert run("check", draft, "--fail-on", "acronym").returncode == 1
    done = run("check", draft, tmp_path / "gone.docx", "--fail-on", "acronym")
    assert done.returncode == 2
    assert (
        done.stderr.decode().strip()
        == f"{tmp_path / 'gone.docx'} was not found. Check the spelling and the folder."
    )
    assert run("check", draft, "--nonsense").returncode == 2


@pytest.mark.skipif(os.name == "nt", reason="POSIX pipes")
def test_a_reader_that_leaves_is_no_error(draft):
    command = f"{sys.executable} -m jargon_scanner check {draft} --format html | head -c 1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, cwd=ROOT, check=False)
    assert done.stdout == b"<"
    assert done.stderr == b""


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_ctrl_c_is_quiet(tmp_path):
    for number in range(3000):
        (tmp_path / f"{number}.txt").write_text("An ICPC was held. " * 200, "utf-8")
    process = subprocess.Popen(
        [*COMMAND, "check", str(tmp_path), "--format", "jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert errors == b""


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="POSIX terminals")
@pytest.mark.parametrize("no_colour", [False, True])
def test_a_terminal_gets_colour_unless_it_asked_for_none(no_colour, draft):
    shown = in_terminal("check", draft, environment={"NO_COLOR": "1"} if no_colour else {})
    assert "[A ICPC]" in shown
    assert ("\x1b[" in shown) is not no_colour


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="POSIX terminals")
def test_a_workbook_is_not_written_to_a_terminal(draft):
    assert "The xlsx format is a file. Name it: --output report.xlsx" in in_terminal(
        "check", draft, "--format", "xlsx"
    )


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="POSIX terminals")
def test_a_person_sees_which_of_several_files_is_being_read(draft, tmp_path):
    (tmp_path / "second.txt").write_text("All is well.", "utf-8")
    shown = in_terminal("check", tmp_path, "--output", tmp_path / "out.jsonl")
    assert "plan.txt" in shown
    assert "second.txt" in shown


def in_terminal(*words, environment=None):
    import pty

    own, theirs = pty.openpty()
    clean = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    process = subprocess.Popen(
        [*COMMAND, *map(str, words)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=ROOT,
        env={**clean, "TERM": "xterm-256color", **(environment or {})},
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(own, 65536)
        except OSError:  # Linux says so when the other end is closed
            break
        if not part:
            break
        shown += part
    os.close(own)
    process.wait(timeout=60)
    return shown.decode("utf-8")
