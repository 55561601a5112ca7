"""Entries in file managers, written into a home of their own, read back by others and run for real."""

from __future__ import annotations

import configparser
import os
import shlex
import shutil
import subprocess
import sys

import pytest
from lxml import etree
from typer.testing import CliRunner

from jargon_scanner.cli.app import app
from jargon_scanner.errors import UsageError
from jargon_scanner.shortcuts import check_command, menus
from jargon_scanner.shortcuts.family import in_desktop_entry
from jargon_scanner.shortcuts.shell_link import shell_link

LINUX = ("dolphin", "nautilus", "nemo", "thunar")
NAMES = ["plan.docx", "Mum & Dad's plan.docx", "-draft.docx", 'a "quoted" $HOME `x` %F\\.docx']

posix = pytest.mark.skipif(os.name == "nt", reason="file managers of Linux")


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setenv("APPDATA", str(tmp_path / "home" / "AppData" / "Roaming"))
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


def run(*words):
    return CliRunner().invoke(app, ["install-shortcut", *words])


def files(home):
    return sorted(str(path.relative_to(home)) for path in home.rglob("*") if path.is_file())


@pytest.mark.parametrize("name", sorted(menus()))
def test_an_entry_is_shown_written_and_taken_away(name, home):
    shown = run("--for", name, "--show")
    assert shown.exit_code == 0, shown.output
    assert str(home) in shown.stdout
    assert files(home) == []
    done = run("--for", name)
    assert done.exit_code == 0, done.output
    assert menus()[name].where in done.stdout
    assert len(files(home)) == 1
    assert run("--for", name, "--remove").exit_code == 0
    assert all("jargon" not in (home / left).read_text("utf-8") for left in files(home))
    assert run("--for", name, "--remove").exit_code == 0, "to remove what is not there is no fault"


def test_without_a_file_manager_a_person_is_told_what_to_name(home, monkeypatch):
    monkeypatch.setenv("PATH", "")
    done = run()
    if sys.platform != "win32":
        assert done.exit_code == 2
        assert "--for dolphin" in done.stderr
    assert run("--for", "finder").exit_code == 2


@pytest.fixture
def recorder(tmp_path):
    """A program that writes down what it is given, as the command of an entry; and its notes."""
    notes = tmp_path / "notes.bin"
    program = tmp_path / "it's a %program $x"
    program.write_text(f"#!/bin/sh\nprintf '%s\\0' \"$@\" > '{notes}'\n")
    program.chmod(0o755)
    return (str(program), "--open", "--"), lambda: notes.read_bytes().decode().split("\0")[:-1]


@posix
def test_the_script_of_nautilus_hands_on_every_name(home, recorder):
    command, noted = recorder
    (placed,) = menus()["nautilus"].put(command)
    placed.path.parent.mkdir(parents=True)
    placed.path.write_bytes(placed.content)
    placed.path.chmod(0o755)
    assert placed.executable
    subprocess.run([placed.path, *NAMES], check=True)
    assert noted() == ["--open", "--", *NAMES]


def unescaped(text):
    """A string of a desktop entry, its first escaping undone."""
    return text.replace("\\\\", "\\")


@posix
@pytest.mark.parametrize(("name", "section"), [("dolphin", "Desktop Action check"), ("nemo", "Nemo Action")])
def test_the_command_of_an_entry_is_one_that_a_system_splits_as_we_meant(name, section, home, recorder):
    command, noted = recorder
    (placed,) = menus()[name].put(command)
    entry = configparser.RawConfigParser(strict=True)
    entry.optionxform = str
    entry.read_string(placed.content.decode())
    line = unescaped(entry[section]["Exec"])
    assert line.endswith(" %F")
    # Both split a line as a shell does, once the codes are filled in.
    filled = line.removesuffix("%F").replace("%%", "%") + shlex.join(NAMES)
    subprocess.run(["sh", "-c", filled], check=True)
    assert noted() == ["--open", "--", *NAMES]


def test_a_desktop_entry_escapes_what_its_specification_names():
    assert in_desktop_entry(("a b", "$x`y`", 'q"', "\\", "50%")) == (
        '"a b" "\\\\$x\\\\`y\\\\`" "q\\\\"" "\\\\\\\\" "50%%"'
    )


@pytest.mark.skipif(
    not shutil.which("desktop-file-validate"), reason="desktop-file-validate is not installed"
)
def test_the_service_menu_is_a_valid_desktop_file_but_for_what_is_kdes_own(home):
    assert run("--for", "dolphin").exit_code == 0
    (path,) = home.rglob("*.desktop")
    assert os.access(path, os.X_OK)
    done = subprocess.run(["desktop-file-validate", path], capture_output=True, text=True, check=False)
    # Service menus of KDE have these two keys under a type that the common specification gives neither.
    kdes = ('key "MimeType" is present', 'key "Actions" is present')
    errors = [line for line in done.stdout.splitlines() if "error" in line]
    assert [line for line in errors if not any(one in line for one in kdes)] == []


OTHERS = b"""<?xml version="1.0" encoding="UTF-8"?>
<!-- mine --><actions>
<action><name>Open Terminal Here</name><unique-id>1</unique-id><command>exo-open %f</command></action>
</actions>"""


@posix
def test_thunar_keeps_the_other_actions_and_has_ours_once(home, recorder):
    command, noted = recorder
    path = home / ".config/Thunar/uca.xml"
    path.parent.mkdir(parents=True)
    path.write_bytes(OTHERS)
    for _ in range(2):
        (placed,) = menus()["thunar"].put(command)
        path.write_bytes(placed.content)
    actions = etree.fromstring(path.read_bytes())
    assert [action.findtext("name") for action in actions] == ["Open Terminal Here", "Check for jargon"]
    line = actions[1].findtext("command")
    assert line.endswith(" %F")
    quoted = shlex.join(NAMES)
    subprocess.run(["sh", "-c", line.removesuffix("%F").replace("%%", "%") + quoted], check=True)
    assert noted() == ["--open", "--", *NAMES]
    (placed,) = menus()["thunar"].take_away()
    left = etree.fromstring(placed.content)
    assert [action.findtext("name") for action in left] == ["Open Terminal Here"]


def test_a_damaged_file_of_actions_is_left_alone(home):
    path = home / ".config/Thunar/uca.xml"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"<actions><action>")
    done = run("--for", "thunar")
    assert done.exit_code == 2
    assert "is damaged" in done.stderr
    assert path.read_bytes() == b"<actions><action>"


def test_a_windows_shortcut_is_read_back_by_another_program():
    reader = pytest.importorskip("LnkParse3", reason="LnkParse3 is not installed")
    program = r"C:\Users\Zoë Smith\jargon\Scripts\python.exe"
    data = shell_link(program, "-m jargon_scanner quick --open --wait --", "Check for jargon")
    link = reader.lnk_file(indata=data)
    read = link.get_json()
    assert read["header"]["windowstyle"] == "SW_SHOWNORMAL"
    assert read["data"] == {
        "description": "Check for jargon",
        "command_line_arguments": "-m jargon_scanner quick --open --wait --",
    }
    (block,) = [
        read["extra"][name] for name in read["extra"] if name == "ENVIRONMENTAL_VARIABLES_LOCATION_BLOCK"
    ]
    assert block["target_unicode"] == program


def test_a_path_that_no_shortcut_holds_is_wrong_usage():
    with pytest.raises(UsageError, match="too long"):
        shell_link("C:\\" + "x" * 300, "", "")


def test_the_command_is_this_python_and_needs_no_path():
    done = subprocess.run(
        [*check_command()[:-2], "--help"],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PATH": ""},
    )
    assert done.returncode == 0
    assert "Check for jargon" in done.stdout
