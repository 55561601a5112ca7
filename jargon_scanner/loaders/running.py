"""Another program, run with little: a folder of its own, a time limit, no network where that can be had."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_KEPT = ("PATH", "SYSTEMROOT", "WINDIR", "COMSPEC", "PATHEXT", "PROGRAMFILES", "LD_LIBRARY_PATH")
_LARGEST = 200_000_000


class TimeOver(Exception):
    """The program was stopped at its time limit."""


def run(command: list[str], folder: Path, seconds: float) -> bytes | None:
    """Run a program to its end.

    Args:
        command: the program and its arguments.
        folder: its home, its place for temporary files and where it stands.
        seconds: how long it may take; then it and all that it started are stopped.

    Returns:
        What it wrote, or None when it failed.

    Raises:
        TimeOver: it was stopped.
    """
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
    place = str(folder)
    environment |= {"HOME": place, "USERPROFILE": place, "APPDATA": place, "LOCALAPPDATA": place}
    environment |= {"TMPDIR": place, "TEMP": place, "TMP": place, "LANG": "C.UTF-8"}
    environment |= {"SAL_USE_VCLPLUGIN": "svp"}
    output = folder / "output"
    with output.open("wb") as file:
        try:
            process = subprocess.Popen(  # noqa: S603  # no shell; a program found by its name, our own arguments
                [*_without_network(), *command],
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError:
            return None
        try:
            code = process.wait(seconds)
        except subprocess.TimeoutExpired as fault:
            raise TimeOver from fault
        finally:
            _stop(process)
    if code != 0 or output.stat().st_size > _LARGEST:
        return None
    return output.read_bytes()


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End a program and what it started: the office's starter leaves the office itself behind."""
    try:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    except (ProcessLookupError, PermissionError):
        pass
    process.wait()


@cache
def _without_network() -> tuple[str, ...]:
    """What to put before a command so that it has no network; nothing where the system has no such means."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return ()
    before = (unshare, "--user", "--map-root-user", "--net", "--")
    try:
        done = subprocess.run(  # noqa: S603  # no shell; a trial of a program that does nothing
            [*before, unshare, "--version"], capture_output=True, timeout=10, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return before if done.returncode == 0 else ()
