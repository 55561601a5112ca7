"""A Word package: a zip of parts, opened with suspicion. Nothing is written, nothing outside is read."""

from __future__ import annotations

import posixpath
import re
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from jargon_scanner.errors import (
    DamagedFile,
    EmptyFile,
    PasswordProtected,
    TooLarge,
    UnsafeFile,
    UnsupportedFormat,
)
from jargon_scanner.word_file.names import RELATIONSHIPS, Vocabulary, vocabulary_of

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element as Element

OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP_SIGNATURE = b"PK"
_CUT_SHORT = "it is cut short, or its contents do not fit together"
_ENCRYPTED_MEMBER = 0x1
_READ_FAULTS = (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)
"""What reading a damaged member raises; NotImplementedError is a compression that Python does not know."""
_STARTS = re.compile(rb"(?:\xef\xbb\xbf)?\s*<[^\0]|\xff\xfe(?!\0\0)|\xfe\xff|<\0[^\0]|\0<\0")
"""How XML in those encodings can begin. Wider or older encodings would hide a document type from us."""
_DECLARED_ENCODING = re.compile(
    rb"""(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']"""
)
_ENCODINGS = {
    b"utf-8",
    b"utf8",
    b"utf-16",
    b"utf-16le",
    b"utf-16be",
    b"us-ascii",
    b"ascii",
    b"iso-8859-1",
    b"windows-1252",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a package may hold before it is refused.

    Attributes:
        total: bytes of all its members together, unpacked.
        part: bytes of one part that we read, unpacked.
        members: number of members.
        ratio: unpacked to packed size of one part that we read; applies to parts over ``ratio_from`` bytes.
        ratio_from: smaller parts may be packed as tightly as they like.
    """

    total: int = 200_000_000
    part: int = 100_000_000
    members: int = 10_000
    ratio: int = 300
    ratio_from: int = 10_000_000


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link from one part to another: its kind (the last word of its type) and the part's name."""

    id: str
    kind: str
    target: str


class PartUnreadable(Exception):  # names what happened, as the errors of errors.py do
    """One part of the package cannot be read. The caller decides whether that matters."""


@dataclass(slots=True)
class Part:
    """One XML part, parsed."""

    name: str
    root: Element
    names: Vocabulary


@dataclass(slots=True)
class Package:
    """The parts of a Word file, read when asked for and kept.

    Attributes:
        path: the file, for messages.
        duplicates: names that stand in the package twice; the last of each is read, as other programs do.
    """

    path: Path
    duplicates: tuple[str, ...]
    _zip: ZipFile
    _members: dict[str, ZipInfo]
    _limits: Limits
    _parts: dict[str, Part] = field(default_factory=dict)
    _links: dict[str, tuple[Relationship, ...]] = field(default_factory=dict)

    def __contains__(self, name: str) -> bool:
        return part_key(name) in self._members

    @property
    def part_names(self) -> list[str]:
        """Names of all members, as they stand in the zip."""
        return [info.filename for info in self._members.values()]

    @property
    def has_macros(self) -> bool:
        """Whether there is a program in the file, where Office keeps one."""
        return any(key.endswith("vbaproject.bin") for key in self._members)

    def bytes_of(self, name: str) -> bytes:
        """The unpacked bytes of a part.

        Raises:
            PartUnreadable: there is no such part, or it is damaged.
            TooLarge: it unpacks to more than the limits allow.
            PasswordProtected: the zip itself is encrypted.
        """
        info = self._members.get(part_key(name))
        if info is None:
            raise PartUnreadable(f"{name} is missing")
        if info.flag_bits & _ENCRYPTED_MEMBER:
            raise PasswordProtected(self.path)
        self._check_size(info)
        try:
            return self._zip.read(info)
        except _READ_FAULTS as fault:
            raise PartUnreadable(f"{name} is damaged") from fault

    def part(self, name: str) -> Part:
        """A part, parsed.

        Raises:
            PartUnreadable: it is missing, damaged or no XML.
            UnsafeFile: it declares a document type, the way to entity bombs and to files outside.
        """
        key = part_key(name)
        if key not in self._parts:
            self._parts[key] = self._parse(name, self.bytes_of(name))
        return self._parts[key]

    def readable(self, name: str | None) -> Part | None:
        """A part that can be done without: None where there is none, or where it cannot be read."""
        try:
            return None if name is None else self.part(name)
        except PartUnreadable:
            return None

    def relationships(self, name: str) -> tuple[Relationship, ...]:
        """The links of a part ("" for the package itself). Links to places outside the file are left out.

        A part without links has none; links that cannot be read count as none.
        """
        if name not in self._links:
            self._links[name] = tuple(self._read_links(name))
        return self._links[name]

    def linked(self, name: str, *kinds: str) -> str | None:
        """The first part of some kinds that a part links to ("" for the package itself), or None."""
        return next((link.target for link in self.relationships(name) if link.kind in kinds), None)

    def main_name(self, usual: str) -> str:
        """The part that holds the document, wherever it stands; the usual place where none is said."""
        named = self.linked("", "officeDocument")
        return named if named is not None and named in self else usual

    def target(self, name: str, relationship_id: str | None) -> str | None:
        """The part that a relationship id of another part leads to, or None."""
        return next((link.target for link in self.relationships(name) if link.id == relationship_id), None)

    def _read_links(self, name: str) -> list[Relationship]:
        folder, base = posixpath.split(name)
        where = posixpath.join(folder, "_rels", f"{base}.rels")
        if where not in self:
            return []
        try:
            root = self.part(where).root
        except PartUnreadable:
            return []
        return [
            Relationship(
                id=link.get("Id", ""),
                kind=link.get("Type", "").rsplit("/", 1)[-1],
                target=posixpath.normpath(
                    posixpath.join("/", folder, link.get("Target", "").replace("\\", "/"))
                ).lstrip("/"),
            )
            for link in root.iter(f"{RELATIONSHIPS}Relationship")
            if link.get("TargetMode") != "External"
        ]

    def _check_size(self, info: ZipInfo) -> None:
        limits = self._limits
        if info.file_size > limits.part:
            raise TooLarge(self.path, f"one part of it unpacks to {_megabytes(info.file_size)}")
        tight = info.file_size > limits.ratio * max(info.compress_size, 1)
        if tight and info.file_size > limits.ratio_from:
            raise TooLarge(
                self.path, f"one part of it unpacks to {_megabytes(info.file_size)}, far more than it should"
            )

    def _parse(self, name: str, data: bytes) -> Part:
        if _declares_type(data):
            raise UnsafeFile(self.path, "it declares a document type, which no office program does")
        declared = _DECLARED_ENCODING.match(data)
        if not _STARTS.match(data) or (declared and declared[1].lower() not in _ENCODINGS):
            raise PartUnreadable(f"{name} is in an encoding that Word does not write")
        try:
            root = etree.fromstring(data, parser())
        except (etree.XMLSyntaxError, ValueError) as fault:
            raise PartUnreadable(f"{name} is not well-formed") from fault
        return Part(name, root, vocabulary_of(str(root.tag)))


def parser() -> etree.XMLParser:
    """A parser that expands nothing and fetches nothing.

    ``huge_tree`` lifts libxml2's limits of depth and text length, so sizes are checked, and document types
    refused, before it. Comments and instructions go, as Word drops them too: a comment would split a text.
    """
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
    )


def is_encrypted(data: bytes) -> bool:
    """True for an Office file with a password: an OLE container with a stream named EncryptedPackage."""
    return data.startswith(OLE_SIGNATURE) and "EncryptedPackage".encode("utf-16-le") in data


def open_package(path: Path, data: bytes, limits: Limits | None = None) -> Package:
    """Open the bytes of a Word file.

    Args:
        path: the file, for messages; it is not opened.
        data: its bytes.
        limits: how much it may hold; ``Limits()`` when left out.

    Raises:
        EmptyFile: there are no bytes.
        PasswordProtected: the file is encrypted.
        UnsupportedFormat: it is an Office file of another kind.
        DamagedFile: it is no zip, or a broken one.
        TooLarge: it unpacks to more than the limits allow.
        UnsafeFile: a member's name leads out of the package.
    """
    limits = limits or Limits()
    _check_signature(path, data)
    try:
        archive = ZipFile(BytesIO(data))
    except _READ_FAULTS as fault:
        raise DamagedFile(path, _CUT_SHORT) from fault
    infos = archive.infolist()
    _check_members(path, infos, limits)
    members: dict[str, ZipInfo] = {}
    duplicates: list[str] = []
    for info in infos:
        if part_key(info.filename) in members:
            duplicates.append(info.filename)
        members[part_key(info.filename)] = info
    return Package(path, tuple(duplicates), archive, members, limits)


def _check_signature(path: Path, data: bytes) -> None:
    if not data:
        raise EmptyFile(path)
    if is_encrypted(data):
        raise PasswordProtected(path)
    if data.startswith(OLE_SIGNATURE):
        raise UnsupportedFormat(path, _ole_kind(data))
    if data.startswith(b"{\\rtf"):
        raise UnsupportedFormat(path, "a rich text document")
    if not data.startswith(_ZIP_SIGNATURE):
        raise DamagedFile(path, "it does not hold a Word document")


def _ole_kind(data: bytes) -> str:
    """What an old Office file is, by the name of its main stream."""
    kinds = {
        "WordDocument": "an older Word document",
        "Workbook": "an older spreadsheet",
        "__properties_version": "an e-mail",
    }
    return next(
        (said for name, said in kinds.items() if name.encode("utf-16-le") in data), "an older Office file"
    )


def _check_members(path: Path, infos: list[ZipInfo], limits: Limits) -> None:
    if len(infos) > limits.members:
        raise TooLarge(path, f"it is made of {len(infos):,} parts")
    total = sum(info.file_size for info in infos)
    if total > limits.total:
        raise TooLarge(path, f"it unpacks to {_megabytes(total)}")
    for info in infos:
        steps = info.filename.replace("\\", "/").split("/")
        if ".." in steps or ":" in steps[0]:
            raise UnsafeFile(path, "a part of it is named so as to be written outside its folder")


def _declares_type(data: bytes) -> bool:
    """True when a document type is declared, in any encoding that ``_STARTS`` lets through."""
    is_wide = b"\0" in data[:4]
    encodings = ("utf-16-le", "utf-16-be") if is_wide else ("ascii",)
    return any("<!DOCTYPE".encode(encoding) in data for encoding in encodings)


def part_key(name: str) -> str:
    """Part names have no case, and some zip writers turn the slash or put one in front."""
    return name.replace("\\", "/").lstrip("/").lower()


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.0f} MB"
