"""``install-shortcut``: “Check for jargon” in the menu of the file manager."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jargon_scanner.cli import chosen
from jargon_scanner.cli.speech import tell
from jargon_scanner.errors import UsageError

if TYPE_CHECKING:
    from jargon_scanner.shortcuts import Menu, Placed


def install_shortcut(
    names: Annotated[
        list[str] | None,
        typer.Option(
            "--for",
            metavar="NAME",
            help="Only this file manager: dolphin, nautilus, nemo, thunar, windows. Without it, each that "
            "this computer has.",
            show_default=False,
        ),
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Take the entry away again.")] = False,
    show: Annotated[bool, typer.Option("--show", help="Only show what would be written, and where.")] = False,
) -> None:
    """Put “Check for jargon” into the menu of the file manager: a marked copy, a report, one click.

    It is written into your own folders and needs no administrator.
    """
    from jargon_scanner.shortcuts import check_command

    for menu in _chosen(chosen.names_in(names)):
        files = menu.take_away() if remove else menu.put(check_command())
        for file in files:
            if show:
                _show(file)
            else:
                _write(file)
        if not show:
            tell(
                f"{menu.title}: the entry is gone." if remove else f"{menu.title}: {menu.where} {menu.tried}"
            )


def _chosen(names: tuple[str, ...]) -> list[Menu]:
    from jargon_scanner.shortcuts import menus

    known = menus()
    chosen.check_names("--for", names, known)
    found = [known[name] for name in names] or [menu for menu in known.values() if menu.is_here()]
    if not found:
        raise UsageError(
            f"No file manager that we know was found here. Name yours: --for {', --for '.join(known)}."
        )
    return found


def _show(file: Placed) -> None:
    if file.content is None:
        tell(f"{file.path}: removed")
        return
    tell(f"{file.path}{', may be run' if file.executable else ''}:")
    try:
        tell(file.content.decode())
    except UnicodeDecodeError:
        tell(f"({len(file.content):,} bytes)")


def _write(file: Placed) -> None:
    from jargon_scanner.whole_file import replaced

    if file.content is None:
        file.path.unlink(missing_ok=True)
        return
    file.path.parent.mkdir(parents=True, exist_ok=True)
    with replaced(file.path) as out:
        out.write(file.content)
    if file.executable:
        file.path.chmod(file.path.stat().st_mode | 0o111)
