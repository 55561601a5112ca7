"""``bundle``: a folder to carry to a computer that has no network and gives no administrator's rights."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from jargon_scanner.cli import chosen
from jargon_scanner.cli.speech import tell
from jargon_scanner.errors import UsageError


def bundle(
    output: Annotated[str, typer.Argument(metavar="OUTPUT", help="A new folder, or a file: bundle.zip.")],
    system: Annotated[str, typer.Option("--for", metavar="SYSTEM", help="windows or linux.")] = "windows",
    pythons: Annotated[
        list[str] | None,
        typer.Option(
            "--python",
            metavar="VERSION",
            help="The Python on that computer: 3.12. May be given again. Without it, the one that runs here.",
            show_default=False,
        ),
    ] = None,
    wheel: Annotated[
        str | None,
        typer.Option(
            "--wheel", metavar="FILE", help="Our own wheel; without it, it is built from the source."
        ),
    ] = None,
) -> None:
    """Build a folder that installs this tool without network and without an administrator.

    This is the only command that fetches anything: pip asks your package index for the packages. Run it where
    that is allowed, then carry the folder. It holds a file to start, and a README.
    """
    from jargon_scanner.bundle import TARGETS, build
    from jargon_scanner.bundle.build import this_python

    chosen.check_names("--for", [system], TARGETS)
    versions = chosen.names_in(pythons) or (this_python(),)
    for version in versions:
        if not re.fullmatch(r"3\.\d\d", version):
            raise UsageError(f"--python does not know {version!r}. Write it like 3.12.")
    target = TARGETS[system]
    build(Path(output), target, versions, wheel=Path(wheel) if wheel else None, tell=tell)
    tell(f"Written: {output}, for {target.title}. Open {target.start} in it. {target.tried}")
