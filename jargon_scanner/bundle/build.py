"""Putting a bundle together: wheels, a list of them with their hashes, a file to start, and what to read."""

from __future__ import annotations

import shutil
import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from zipfile import ZIP_STORED, ZipFile

from jargon_scanner.bundle.wheels import fetch, run_pip
from jargon_scanner.errors import UsageError
from jargon_scanner.version import __version__
from jargon_scanner.whole_file import replaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from jargon_scanner.bundle.targets import Target
    from jargon_scanner.bundle.wheels import Wheel

#: What people are given who cannot add anything later.
EXTRAS = ("web",)
_PACKAGE = Path(__file__).resolve().parent.parent


def build(
    output: Path, target: Target, pythons: Sequence[str], *, wheel: Path | None, tell: Callable[[str], None]
) -> None:
    """Build a bundle.

    Args:
        output: a folder that is not there or empty, or the name of a .zip file.
        target: the system that it is for.
        pythons: the versions of Python that it may meet there: "3.12".
        wheel: our own wheel; None to build it from the checkout that runs.
        tell: is told a sentence of what is being done.

    Raises:
        UsageError: there is no place for it, or the packages could not be had.
    """
    _see_that_it_can_be_written(output)
    with TemporaryDirectory(prefix="jargon-scanner-bundle-") as place:
        own = _own_wheel(Path(place), wheel)
        folder = Path(place, "jargon-scanner")
        for python in pythons:
            tell(f"Fetching the packages for {target.title}, Python {python} …")
            wheels = folder / f"wheels-{python}"
            wheels.mkdir(parents=True)
            listed = fetch(own, EXTRAS, target, python, wheels)
            (folder / f"requirements-{python}.txt").write_text(requirements(listed, EXTRAS), "utf-8")
        _write_texts(folder, target, pythons)
        _put(folder, output)


def requirements(wheels: Iterable[Wheel], extras: Sequence[str]) -> str:
    """A list that pip installs from these very files and no others.

    Args:
        wheels: ours first.
        extras: of ours.
    """
    lines = []
    for number, wheel in enumerate(wheels):
        more = f"[{','.join(extras)}]" if number == 0 and extras else ""
        lines.append(f"{wheel.name}{more}=={wheel.version} --hash=sha256:{wheel.sha256}\n")
    return "".join(lines)


def this_python() -> str:
    """The version of Python that runs: "3.12"."""
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def _own_wheel(folder: Path, given: Path | None) -> Path:
    if given is not None:
        if given.suffix != ".whl" or not given.is_file():
            raise UsageError(f"{given} is no wheel. Name the file jargon_scanner-….whl.")
        return given
    checkout = _PACKAGE.parent
    if not (checkout / "pyproject.toml").is_file():
        raise UsageError(
            "This jargon-scanner was installed, so name its own wheel: --wheel jargon_scanner-….whl"
        )
    run_pip("wheel", "--no-deps", "--wheel-dir", str(folder), str(checkout))
    (own,) = folder.glob("jargon_scanner-*.whl")
    return own


def _write_texts(folder: Path, target: Target, pythons: Sequence[str]) -> None:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    newest_first = sorted(pythons, key=lambda one: tuple(map(int, one.split("."))), reverse=True)
    templates = Environment(  # noqa: S701 - scripts and plain text; nothing of a person's goes into them
        loader=PackageLoader("jargon_scanner.bundle", "templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    values = {"version": __version__, "pythons": newest_first, "target": target}
    for name in (target.start, "README.txt"):
        text = templates.get_template(name).render(values)
        end = "\r\n" if target.name == "windows" else "\n"
        (folder / name).write_bytes(text.replace("\n", end).encode())
    if target.start.endswith(".sh"):
        (folder / target.start).chmod(0o755)


def _see_that_it_can_be_written(output: Path) -> None:
    if not output.absolute().parent.is_dir():
        raise UsageError(f"The folder {output.absolute().parent} is not there. Make it first.")
    if output.is_dir() and output.suffix == ".zip":
        raise UsageError(f"{output} is a folder. Choose another name.")
    if output.is_file() and output.suffix == ".zip":
        raise UsageError(f"{output} is there already. Choose another name, or remove it.")
    if output.is_file() or (output.is_dir() and any(output.iterdir())):
        raise UsageError(f"{output} is there already, and it is no empty folder. Choose another name.")


def _put(folder: Path, output: Path) -> None:
    if output.suffix != ".zip":
        with _made_beside(output) as part:
            shutil.copytree(folder, part)
        return
    with replaced(output) as file, ZipFile(file, "w", ZIP_STORED) as archive:  # wheels are packed already
        for path in sorted(folder.rglob("*")):
            archive.write(path, path.relative_to(folder.parent))


@contextmanager
def _made_beside(output: Path) -> Iterator[Path]:
    """A folder that takes the place of another, empty one when all of it is there."""
    part = output.with_name(f".{output.name}.part")
    try:
        yield part
        if output.exists():
            output.rmdir()
        part.rename(output)
    finally:
        shutil.rmtree(part, ignore_errors=True)
