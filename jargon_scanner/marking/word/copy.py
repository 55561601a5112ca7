"""The copy that is being made: parts to edit, parts to add, and all others as they are."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from jargon_scanner.errors import CannotMark
from jargon_scanner.word_file import main_part, open_package, part_key
from jargon_scanner.word_file.names import RELATIONSHIPS

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from lxml.etree import _Element as Element

    from jargon_scanner.word_file.package import Package, Part

_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_TYPES_PART = "[Content_Types].xml"
_EARLIEST_ZIP_YEAR = 1980


class Copy:
    """A Word package that is being changed.

    Attributes:
        path: the original, for messages.
        package: its parts. They may be changed in place; ``edit`` says which are.
        main: the part that holds the body.
    """

    def __init__(self, path: Path, data: bytes) -> None:
        self.path = path
        self.package: Package = open_package(path, data)
        self.main: Part = main_part(self.package)
        self._data = data
        self._edited: dict[str, Part] = {}
        self._added: dict[str, bytes] = {}

    def edit(self, name: str) -> Part:
        """A part that is going to be changed in place."""
        part = self.package.part(name)
        self._edited[part_key(name)] = part
        return part

    def linked(self, kind: str) -> str | None:
        """The name of the part that the main part links to by a kind: "comments"."""
        name = self.package.linked(self.main.name, kind)
        return name if name is not None and name in self.package else None

    def helper(self, kind: str) -> Part | None:
        """The part that the main part links to by a kind, parsed; None where there is none to read."""
        return self.package.readable(self.linked(kind))

    def add(self, base: str, root: Element, kind: str, content_type: str) -> None:
        """Add a part beside the main part, with its link and its content type.

        Args:
            base: the name that it should have in its folder; a number follows where the name is taken.
            root: its content.
            kind: what the link is called.
            content_type: what it is.
        """
        folder, _, main = self.main.name.rpartition("/")
        before = f"{folder}/" if folder else ""
        stem = base.removesuffix(".xml")
        names = (f"{before}{stem}{number or ''}.xml" for number in range(1000))
        name = next(name for name in names if name not in self.package)
        self._added[name] = _as_bytes(root)
        self._link(f"{before}_rels/{main}.rels", kind, name[len(before) :])
        self._declare(f"/{name}", content_type)

    def to_bytes(self, date: datetime) -> bytes:
        """The copy as a file: members in their old order, those that are not edited byte for byte.

        Args:
            date: what new members are dated by.

        Raises:
            CannotMark: a member of the original is damaged.
        """
        out = BytesIO()
        try:
            with ZipFile(BytesIO(self._data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
                new.comment = old.comment
                last = {part_key(info.filename): info for info in old.infolist()}
                for info in old.infolist():
                    if last[part_key(info.filename)] is not info:
                        continue  # the earlier of two members with one name, which no program reads
                    edited = self._edited.get(part_key(info.filename))
                    new.writestr(_like(info), old.read(info) if edited is None else _as_bytes(edited.root))
                for name, content in self._added.items():
                    new.writestr(_dated(name, date), content)
        except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as fault:
            raise CannotMark(self.path, "one of its parts is damaged and could not be copied") from fault
        return out.getvalue()

    def _link(self, where: str, kind: str, target: str) -> None:
        is_new = where not in self.package
        root = etree.Element(f"{RELATIONSHIPS}Relationships") if is_new else self.edit(where).root
        taken = {link.get("Id") for link in root}
        free = next(name for number in range(1, 100_000) if (name := f"rId{number}") not in taken)
        link = etree.SubElement(root, f"{RELATIONSHIPS}Relationship", Id=free, Target=target)
        link.set("Type", f"{self.main.names.r.strip('{}')}/{kind}")
        if is_new:
            self._added[where] = _as_bytes(root)

    def _declare(self, name: str, content_type: str) -> None:
        """Say what a new part is. A file that says nothing of its parts opens nowhere, and stays as it is."""
        if _TYPES_PART not in self.package:
            return
        root = self.edit(_TYPES_PART).root
        etree.SubElement(root, f"{_TYPES}Override", PartName=name, ContentType=content_type)


def _as_bytes(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _like(info: ZipInfo) -> ZipInfo:
    """A member with the name, date and compression of another; sizes and places are worked out anew."""
    same = ZipInfo(info.filename, info.date_time)
    same.compress_type = info.compress_type if info.compress_type in {0, ZIP_DEFLATED} else ZIP_DEFLATED
    same.external_attr, same.create_system = info.external_attr, info.create_system
    same.comment, same.internal_attr = info.comment, info.internal_attr
    return same


def _dated(name: str, date: datetime) -> ZipInfo:
    info = ZipInfo(name, max(date, date.replace(year=_EARLIEST_ZIP_YEAR)).timetuple()[:6])
    info.compress_type = ZIP_DEFLATED
    return info
