"""What a file is when no loader reads it: told by its bytes first, by its name's ending second."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from jargon_scanner.loaders.ole import SIGNATURE, top_streams

OLE = SIGNATURE
OLD_WORD = "a Word document of the old kind (.doc)"
OLD_EXCEL = "an Excel spreadsheet of the old kind (.xls)"
_EMPTY_ZIP = b"PK\x05\x06"
_ZIP_MARKS = (b"PK\x03\x04", _EMPTY_ZIP)
_NAME_AT, _TYPE_NAME = 30, b"mimetype"
_METHOD_AT, _UNPACKED = 8, b"\0\0"
_TELLING = (_TYPE_NAME.decode(), "META-INF/manifest.xml")
_MOST_SAID = 4096
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, RuntimeError)
_LOCAL_HEADER = re.compile(rb"PK\x03\x04.{22}(.{2}).{2}", re.DOTALL)

# Endings of documents that people keep about children and that no loader of ours reads (yet). A file with
# one of these in a folder is named, never passed over.
DOCUMENT_SUFFIXES: dict[str, str] = {
    ".wps": "a Works document",
    ".wpd": "a WordPerfect document",
    ".fodt": "an OpenDocument text in one piece (.fodt)",
    ".ppt": "a PowerPoint presentation of the old kind (.ppt)",
    ".pub": "a Publisher document",
    ".one": "a OneNote section",
    ".msg": "an Outlook e-mail (.msg)",
    ".mht": "a saved web page (.mht)",
    ".mhtml": "a saved web page (.mhtml)",
    ".xps": "an XPS document",
    ".oxps": "an XPS document",
    ".epub": "an electronic book (.epub)",
    ".pages": "a Pages document",
    ".numbers": "a Numbers spreadsheet",
    ".key": "a Keynote presentation",
}

# What to do with a document of such a kind; saving it as a Word document helps with the others.
ADVICE: dict[str, str] = {
    "an Outlook e-mail (.msg)": (
        "Open it in Outlook and save it as an e-mail file (.eml) or as text, or install a plug-in for it"
    ),
    "a PowerPoint presentation of the old kind (.ppt)": "Save it as a presentation (.pptx) and try again",
    "a saved web page (.mht)": "Save it as a web page (.html) and try again",
    "a Numbers spreadsheet": "Export it as a spreadsheet (.xlsx) and try again",
    "a Keynote presentation": "Export it as a presentation (.pptx) and try again",
}

# Endings of files that hold text for machines. Known by name so that a data file is not taken for prose.
DATA_SUFFIXES: dict[str, str] = {
    ".yaml": "a data file (.yaml)",
    ".yml": "a data file (.yml)",
    ".toml": "a data file (.toml)",
}

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%!PS", "a PostScript file"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"BM", "a picture (BMP)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"7z\xbc\xaf", "a compressed archive (7z)"),
    (b"Rar!", "a compressed archive (RAR)"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a sound recording"),
    (b"SQLite format 3", "a database"),
)
# Short marks that ordinary prose could begin with count only when the rest is no text.
_WEAK_MAGIC = (b"BM", b"MZ", b"ID3")

_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?>.*?-->)\s*+)*+<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)

_OLE_STREAMS: tuple[tuple[str, str], ...] = (
    ("__properties_version1.0", "an Outlook e-mail (.msg)"),
    ("__nameid_version1.0", "an Outlook e-mail (.msg)"),
    ("__substg1.0_", "an Outlook e-mail (.msg)"),
    ("WordDocument", OLD_WORD),
    ("PowerPoint Document", "a PowerPoint presentation of the old kind (.ppt)"),
    ("Workbook", OLD_EXCEL),
    ("Book", OLD_EXCEL),
    ("VisioDocument", "a Visio drawing"),
)

_ZIP_MEMBERS: tuple[tuple[str, str], ...] = (
    ("word/", "a Word document"),
    ("xl/", "an Excel spreadsheet (.xlsx)"),
    ("ppt/", "a PowerPoint presentation (.pptx)"),
    ("visio/", "a Visio drawing"),
    ("fixedrepresentation", "an XPS document"),
    ("index/document.iwa", "a Pages document"),
)

_OPEN_DOCUMENT: tuple[tuple[bytes, str], ...] = (
    (b"opendocument.text", "an OpenDocument text (.odt)"),
    (b"opendocument.spreadsheet", "an OpenDocument spreadsheet (.ods)"),
    (b"opendocument.presentation", "an OpenDocument presentation (.odp)"),
    (b"epub+zip", "an electronic book (.epub)"),
)


def describe(data: bytes) -> str:
    """What a person would call a file with these bytes, with an article; "" when its bytes do not tell."""
    if data.startswith(OLE):
        return _describe_ole(data)
    if data.startswith(_ZIP_MARKS):
        return describe_zip(data)
    if data[4:8] == b"ftyp":
        return "a picture or film"
    if data.startswith(b"RIFF"):
        return "a picture, sound or film"
    for mark, kind in _MAGIC:
        if data.startswith(mark) and (mark not in _WEAK_MAGIC or b"\x00" in data[:4096]):
            return kind
    return ""


def is_html(data: bytes) -> bool:
    """True for bytes that begin as a web page does."""
    return _HTML.match(data[:4096]) is not None


def is_old_word(data: bytes) -> bool:
    """True for a Word document of the old kind."""
    return data.startswith(OLE) and not is_encrypted_office(data) and _describe_ole(data) == OLD_WORD


def is_old_excel(data: bytes) -> bool:
    """True for a spreadsheet of the old kind."""
    return data.startswith(OLE) and not is_encrypted_office(data) and _describe_ole(data) == OLD_EXCEL


def is_encrypted_office(data: bytes) -> bool:
    """True for a modern Office file under a password: an OLE container around an encrypted package."""
    return data.startswith(OLE) and _utf16("EncryptedPackage") in data


def describe_zip(data: bytes) -> str:
    """What a zip file is, by its members; never unpacks one."""
    declared = declared_type(data)
    for mark, kind in _OPEN_DOCUMENT:
        if mark in declared:
            return kind
    names = zip_names(data)
    for prefix, kind in _ZIP_MEMBERS:
        if any(name.startswith(prefix) for name in names):
            return kind
    return "a zip archive" if names else "a damaged zip archive"


def office_folder(data: bytes) -> str:
    """The folder that tells which Office format a zip is; "?" for a zip of other things, "" for no zip."""
    if not data.startswith(_ZIP_MARKS) or declared_type(data):
        return ""
    names = zip_names(data)
    if data.startswith(_EMPTY_ZIP):
        return "?"
    for prefix, _ in _ZIP_MEMBERS:
        if any(name.startswith(prefix) for name in names):
            return prefix
    # Without a known folder, the list of types still says that it is an Office file; so may a damaged one be.
    return "word/" if not names or "[content_types].xml" in names else "?"


def declared_type(data: bytes) -> bytes:
    """What a zip says of itself, as OpenDocument files and electronic books do; b"" for others.

    It should stand in the first member, unpacked. Programs that pack such a file again lose that order, and
    what they leave still tells.
    """
    if data.startswith(_TYPE_NAME, _NAME_AT) and data.startswith(_UNPACKED, _METHOD_AT):
        return data[_NAME_AT + len(_TYPE_NAME) : 256]
    return next((said for name in _TELLING if name.encode() in data and (said := _told_by(name, data))), b"")


def _told_by(name: str, data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package, package.open(name) as member:
            said = member.read(_MOST_SAID)
    except (KeyError, *_UNREADABLE):
        return b""
    return next((mark for mark, _ in _OPEN_DOCUMENT if mark in said), b"")


def zip_names(data: bytes) -> list[str]:
    """The names of a zip's members, in small letters; of one that is cut, those that are still told."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
    except _UNREADABLE:
        names = [_local_name(match) for match in _LOCAL_HEADER.finditer(data)]
    return [name.lower().lstrip("/") for name in names]


def _local_name(match: re.Match[bytes]) -> str:
    length = int.from_bytes(match[1], "little")
    return match.string[match.end() : match.end() + length].decode("utf-8", "replace")


def _describe_ole(data: bytes) -> str:
    top = top_streams(data)
    for stream, kind in _OLE_STREAMS:
        if stream in top:
            return kind
    for stream, kind in _OLE_STREAMS:
        if _utf16(stream) in data:
            return kind
    return "an Office file of an old kind"


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")
