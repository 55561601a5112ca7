"""The wheels of a bundle: fetched by pip, then seen to be complete for the system that they are for.

pip chooses files for another system when it is told to, but it decides which requirements hold by the system
that it runs on. What only the other one needs is therefore looked up here, and asked for by name.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from email.parser import HeaderParser
from hashlib import sha256
from typing import TYPE_CHECKING
from zipfile import ZipFile

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from jargon_scanner.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from jargon_scanner.bundle.targets import Target


@dataclass(frozen=True, slots=True)
class Wheel:
    """A package in one file.

    Attributes:
        name: as packages are compared: small letters, single hyphens.
        version: of the package.
        needs: what it requires.
        sha256: of the file.
    """

    name: str
    version: str
    needs: tuple[Requirement, ...]
    sha256: str


def read_wheel(path: Path) -> Wheel:
    """What a wheel says of itself (PEP 427: one folder ``.dist-info`` with ``METADATA``)."""
    with ZipFile(path) as archive:
        (place,) = (
            name
            for name in archive.namelist()
            if name.endswith(".dist-info/METADATA") and name.count("/") == 1
        )
        said = HeaderParser().parsestr(archive.read(place).decode("utf-8"))
    needs = tuple(Requirement(line) for line in said.get_all("Requires-Dist", ()))
    return Wheel(
        canonicalize_name(said["Name"]), said["Version"], needs, sha256(path.read_bytes()).hexdigest()
    )


def fetch(own: Path, extras: Iterable[str], target: Target, python: str, folder: Path) -> tuple[Wheel, ...]:
    """Fetch a wheel with all that it needs.

    Args:
        own: our own wheel.
        extras: which of its extras are wanted.
        target: the system that it is for.
        python: the Python there: "3.12".
        folder: an empty folder where the wheels go.

    Returns:
        Those that belong together, ours first.

    Raises:
        UsageError: pip could not fetch them; what it said is in the message.
    """
    ours = read_wheel(own)
    wanted = [f"{own}[{','.join(extras)}]"]
    while True:
        for earlier in folder.iterdir():  # with one requirement more, pip may choose other versions
            earlier.unlink()
        _download(wanted, target, python, folder)
        wheels = {wheel.name: wheel for wheel in map(read_wheel, folder.glob("*.whl"))}
        lacking = sorted({str(one) for one in missing(ours, extras, wheels, target.environment(python))})
        if not lacking:
            return (ours, *(wheel for name, wheel in sorted(wheels.items()) if name != ours.name))
        if set(lacking) <= set(wanted):
            raise UsageError(f"pip did not fetch {', '.join(lacking)}. Nothing was bundled.")
        wanted += lacking


def missing(
    first: Wheel, extras: Iterable[str], wheels: dict[str, Wheel], environment: dict[str, str]
) -> Iterator[Requirement]:
    """What a wheel needs, by way of others too, and none of the wheels gives.

    Args:
        first: the wheel to begin with.
        extras: its extras that are wanted.
        wheels: those that are there, by name.
        environment: what the system that they are for says of itself.

    Yields:
        Requirements, without the conditions under which they hold.
    """
    seen: set[tuple[str, str]] = set()
    todo = [(first, extra) for extra in ("", *extras)]
    while todo:
        wheel, extra = todo.pop()
        if (wheel.name, extra) in seen:
            continue
        seen.add((wheel.name, extra))
        for need in wheel.needs:
            if need.marker and not need.marker.evaluate({**environment, "extra": extra}):
                continue
            found = wheels.get(canonicalize_name(need.name))
            if found is None or not need.specifier.contains(found.version, prereleases=True):
                yield Requirement(f"{need.name}{need.specifier}")
            else:
                todo += ((found, more) for more in ("", *need.extras))


def _download(wanted: list[str], target: Target, python: str, folder: Path) -> None:
    tag = f"cp{python.replace('.', '')}"
    fits = [f"--platform={platform}" for platform in (*target.platforms, "any")]
    abis = [f"--abi={abi}" for abi in (tag, "abi3", "none")]
    run_pip(
        "download",
        *("--dest", str(folder), "--only-binary=:all:", f"--python-version={python}", "--implementation=cp"),
        *(*fits, *abis, *wanted),
    )


def run_pip(*words: str) -> None:
    """Run pip.

    Raises:
        UsageError: it failed; the message ends with what it said.
    """
    quiet = ("--quiet", "--disable-pip-version-check", "--no-input")
    done = subprocess.run(  # noqa: S603 - our own Python, and a list of words
        [sys.executable, "-m", "pip", words[0], *quiet, *words[1:]],
        capture_output=True, text=True, encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip
    if done.returncode:
        raise UsageError(f"pip could not fetch the packages. It said:\n{done.stderr.strip()[-2000:]}")
