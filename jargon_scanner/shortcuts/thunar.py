"""Thunar, the file manager of Xfce: one action in the person's file of actions, which may hold others."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from jargon_scanner.errors import UsageError
from jargon_scanner.shortcuts.family import FILE_NAME, LABEL, SUFFIXES, Menu, Placed, config_home, in_shell

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The actions that Thunar shows as long as the person has no file of their own.
_SYSTEM = Path("/etc/xdg/Thunar/uca.xml")


def put(command: Sequence[str]) -> tuple[Placed, ...]:
    """The person's actions, ours among them."""
    actions = _without_ours(_read(_path() if _path().exists() else _SYSTEM))
    action = etree.SubElement(actions, "action")
    for name, text in (
        ("icon", "edit-find"),
        ("name", LABEL),
        ("unique-id", FILE_NAME),
        ("command", f"{in_shell(command).replace('%', '%%')} %F"),
        ("description", "Make a marked copy and a short report beside each document"),
        ("patterns", ";".join(f"*{suffix}" for suffix in SUFFIXES)),
    ):
        etree.SubElement(action, name).text = text
    for kind in ("text-files", "other-files"):
        etree.SubElement(action, kind)
    return (Placed(_path(), _write(actions)),)


def take_away() -> tuple[Placed, ...]:
    """The person's actions without ours; none where they have no file of their own."""
    if not _path().exists():
        return ()
    return (Placed(_path(), _write(_without_ours(_read(_path())))),)


def _read(path: Path) -> etree._Element:
    if not path.exists():
        return etree.Element("actions")
    try:
        return etree.fromstring(path.read_bytes(), etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError as error:
        raise UsageError(f"{path} is damaged, so nothing was added to it: {error}") from None


def _without_ours(actions: etree._Element) -> etree._Element:
    for action in actions.findall("action"):
        if action.findtext("unique-id") == FILE_NAME:
            actions.remove(action)
    return actions


def _write(actions: etree._Element) -> bytes:
    etree.indent(actions)
    return etree.tostring(actions, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _path() -> Path:
    return config_home() / "Thunar" / "uca.xml"


PART = Menu(
    name="thunar",
    title="Thunar",
    where=f"Right-click a document, then “{LABEL}”. A Thunar that is open shows it when it is started again.",
    is_here=lambda: shutil.which("thunar") is not None,
    put=put,
    take_away=take_away,
    tried="The file was read back and its command was run by a test; the menu itself was not tried.",
)
