"""A PostgreSQL of the tests' own: started from the system's packages, in a temporary folder, without a port."""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

_PLACES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
_DIES_WITH_PARENT = 1  # PR_SET_PDEATHSIG of Linux


def _program(name: str) -> str:
    found = shutil.which(name, path=os.pathsep.join([*map(str, _PLACES), os.environ.get("PATH", "")]))
    if found is None:
        pytest.skip("PostgreSQL is not installed (Debian's package postgresql)")
    return found


@contextmanager
def running() -> Iterator[str]:
    """A server; gives the address of its socket's folder."""
    initdb, postgres = _program("initdb"), _program("postgres")
    user = _somebody()
    with tempfile.TemporaryDirectory(prefix="jargon-pg-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        if user:
            shutil.chown(folder, user)
        data = folder / "data"
        made = [
            initdb,
            "--pgdata",
            data,
            "--username",
            "team",
            "--auth",
            "trust",
            "--encoding",
            "UTF8",
            "--no-sync",
        ]
        subprocess.run(made, check=True, capture_output=True, user=user, cwd=folder)
        command = [
            postgres,
            "-D",
            data,
            "-k",
            folder,
            "-c",
            "listen_addresses=",
            "-c",
            "max_connections=60",
            "-F",
        ]
        with subprocess.Popen(
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            user=user,
            cwd=folder,
            preexec_fn=_end_with_us,
        ) as server:
            try:
                _wait(folder)
                yield str(folder)
            finally:
                server.send_signal(signal.SIGQUIT)  # at once: nothing in it is wanted again


def fresh(folder: str, name: str) -> str:
    """The address of a new, empty schema: as good as a database of its own, and made at once."""
    with psycopg.connect(f"host={folder} user=team dbname=postgres", autocommit=True) as db:
        db.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(name)))
    return f"postgresql://team@/postgres?host={folder}&options=-csearch_path%3D{name}"


def _somebody() -> str | None:
    """Who runs it: PostgreSQL refuses to be run by root."""
    if os.geteuid() != 0:
        return None
    import pwd

    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name).pw_name
        except KeyError:
            continue
    pytest.skip("PostgreSQL does not run as root, and there is no other user")


def _end_with_us() -> None:
    """Also when the tests are killed, nothing stays behind."""
    ctypes.CDLL(None).prctl(_DIES_WITH_PARENT, signal.SIGQUIT)


def _wait(folder: Path) -> None:
    for _ in range(200):
        try:
            psycopg.connect(f"host={folder} user=team dbname=postgres").close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError("PostgreSQL did not start")
