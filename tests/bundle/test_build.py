"""A bundle built for real, and installed and run where there is no network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile

import pytest
from typer.testing import CliRunner

from jargon_scanner.bundle.build import this_python
from jargon_scanner.bundle.targets import TARGETS
from jargon_scanner.bundle.wheels import missing, read_wheel
from jargon_scanner.cli.app import app
from tests.conftest import ROOT


def run(*words):
    return CliRunner().invoke(app, ["bundle", *map(str, words)])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("FOLDER/new", "--for", "amiga"), "--for does not know 'amiga'"),
        (("FOLDER/new", "--python", "2.7"), "--python does not know '2.7'"),
        (("FOLDER/gone/new",), "is not there. Make it first"),
        (("FOLDER",), "is no empty folder"),
        (("FOLDER/there.zip",), "is there already"),
        (("FOLDER/new", "--wheel", "FOLDER/there.zip"), "is no wheel"),
    ],
)
def test_what_cannot_be_done_is_said_before_anything_is_fetched(words, said, tmp_path):
    (tmp_path / "there.zip").write_bytes(b"mine")
    done = run(*(word.replace("FOLDER", str(tmp_path)) for word in words))
    assert done.exit_code == 2
    assert said in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["there.zip"]
    assert (tmp_path / "there.zip").read_bytes() == b"mine"


def test_what_pip_could_not_do_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    wheel = tmp_path / "jargon_scanner-0.1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr(
            "jargon_scanner-0.1.0.dist-info/METADATA",
            "Metadata-Version: 2.1\nName: jargon-scanner\nVersion: 0.1.0\nRequires-Dist: not-to-be-had\n",
        )
        archive.writestr("jargon_scanner-0.1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        archive.writestr("jargon_scanner-0.1.0.dist-info/RECORD", "")
    done = run(tmp_path / "new", "--for", "linux", "--wheel", wheel)
    assert done.exit_code == 2
    assert "not-to-be-had" in done.stderr
    assert not (tmp_path / "new").exists()


def built(tmp_path, *words):
    """A bundle; where packages cannot be fetched, no test."""
    done = run(tmp_path / "bundle.zip", *words)
    if done.exit_code == 2 and "pip could not fetch" in done.stderr:
        pytest.skip("packages cannot be fetched here")
    assert done.exit_code == 0, done.output
    assert [path.name for path in tmp_path.iterdir()] == ["bundle.zip"]
    shutil.unpack_archive(tmp_path / "bundle.zip", tmp_path)
    return tmp_path / "jargon-scanner"


def can_be_alone():
    return (
        shutil.which("unshare") is not None
        and subprocess.run(["unshare", "-rn", "true"], check=False, capture_output=True).returncode == 0
    )


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="a bundle for Linux")
@pytest.mark.skipif(not can_be_alone(), reason="this system lets no one make an empty network namespace")
def test_a_bundle_installs_and_runs_without_a_network(tmp_path):
    folder = built(tmp_path, "--for", "linux")
    home = tmp_path / "home"
    home.mkdir()
    environment = {"HOME": str(home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    command = ["unshare", "-rn", "sh", folder / "start.sh"]
    for words in (["check", ROOT / "sample_docs" / "duty_notes.txt"], ["serve", "--help"]):
        done = subprocess.run(
            [*command, *words], capture_output=True, text=True, cwd=home, env=environment, check=False
        )
        assert done.returncode == 0, done.stderr
    assert (home / ".local/share/jargon-scanner/app-0.1.0/ready").exists()
    changed = next(folder.glob("wheels-*/rich-*.whl"))
    changed.write_bytes(changed.read_bytes() + b"x")
    shutil.rmtree(home / ".local")
    done = subprocess.run(
        [*command, "about"], capture_output=True, text=True, cwd=home, env=environment, check=False
    )
    assert done.returncode != 0, "a package that was changed on the way is not installed"
    assert "hash" in done.stderr.lower()


@pytest.mark.slow
def test_a_bundle_for_windows_lacks_nothing_that_windows_needs(tmp_path):
    folder = built(tmp_path, "--for", "windows", "--python", "3.12", "--python", this_python())
    for python in {"3.12", this_python()}:
        paths = sorted(folder.glob(f"wheels-{python}/*.whl"))
        assert all(path.stem.endswith(("win_amd64", "any")) for path in paths)
        wheels = {wheel.name: wheel for wheel in map(read_wheel, paths)}
        assert len(wheels) == len(paths)
        assert "colorama" in wheels
        environment = TARGETS["windows"].environment(python)
        assert list(missing(wheels["jargon-scanner"], ("web",), wheels, environment)) == []
        listed = (folder / f"requirements-{python}.txt").read_text().splitlines()
        assert listed[0].startswith("jargon-scanner[web]==")
        assert len(listed) == len(paths)
    start = (folder / "start.cmd").read_bytes()
    assert start.count(b"\n") == start.count(b"\r\n")
    assert b"call :try 3.12 py -3.12" in start
