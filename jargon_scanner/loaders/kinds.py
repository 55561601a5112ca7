"""What a file is when no loader reads it: told by its bytes first, by its name's ending second."""

from __future__ import annotations

import io
import re
import zipfile

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# Endings of documents that people keep about children and that no loader of ours reads (yet). A file with
# one of these in a folder is named, never passed over.
DOCUMENT_SUFFIXES: dict[str, str] = {
    ".doc": "a Word document of the old kind (.doc)",
    ".dot": "a Word template of the old kind (.dot)",
    ".wps": "a Works document",
    ".wpd": "a WordPerfect document",
    ".odt": "an OpenDocument text (.odt)",
    ".ott": "an OpenDocument template (.ott)",
    ".ods": "an OpenDocument spreadsheet (.ods)",
    ".odp": "an OpenDocument presentation (.odp)",
    ".rtf": "a Rich Text document (.rtf)",
    ".xls": "an Excel spreadsheet of the old kind (.xls)",
    ".xlsx": "an Excel spreadsheet (.xlsx)",
    ".xlsm": "an Excel spreadsheet (.xlsm)",
    ".csv": "a table of values (.csv)",
    ".tsv": "a table of values (.tsv)",
    ".ppt": "a PowerPoint presentation of the old kind (.ppt)",
    ".pptx": "a PowerPoint presentation (.pptx)",
    ".pub": "a Publisher document",
    ".one": "a OneNote section",
    ".eml": "an e-mail (.eml)",
    ".msg": "an Outlook e-mail (.msg)",
    ".html": "a web page (.html)",
    ".htm": "a web page (.htm)",
    ".mht": "a saved web page (.mht)",
    ".mhtml": "a saved web page (.mhtml)",
    ".xps": "an XPS document",
    ".oxps": "an XPS document",
    ".epub": "an electronic book (.epub)",
    ".pages": "a Pages document",
    ".numbers": "a Numbers spreadsheet",
    ".key": "a Keynote presentation",
    ".zip": "a zip archive",
}

# Endings of files that hold text for machines. Known by name so that a data file is not taken for prose.
DATA_SUFFIXES: dict[str, str] = {
    ".json": "a data file (.json)",
    ".jsonl": "a data file (.jsonl)",
    ".xml": "a data file (.xml)",
    ".yaml": "a data file (.yaml)",
    ".yml": "a data file (.yml)",
    ".toml": "a data file (.toml)",
}

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "a Rich Text document (RTF)"),
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
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)

_OLE_STREAMS: tuple[tuple[str, str], ...] = (
    ("WordDocument", "a Word document of the old kind (.doc)"),
    ("__substg1.0_", "an Outlook e-mail (.msg)"),
    ("PowerPoint Document", "a PowerPoint presentation of the old kind (.ppt)"),
    ("Workbook", "an Excel spreadsheet of the old kind (.xls)"),
    ("Book", "an Excel spreadsheet of the old kind (.xls)"),
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
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return describe_zip(data)
    if data[4:8] == b"ftyp":
        return "a picture or film"
    if data.startswith(b"RIFF"):
        return "a picture, sound or film"
    for mark, kind in _MAGIC:
        if data.startswith(mark) and (mark not in _WEAK_MAGIC or b"\x00" in data[:4096]):
            return kind
    if _HTML.match(data[:4096]):
        return "a web page (HTML)"
    return ""


def is_encrypted_office(data: bytes) -> bool:
    """True for a modern Office file under a password: an OLE container around an encrypted package."""
    return data.startswith(OLE) and _utf16("EncryptedPackage") in data


def describe_zip(data: bytes) -> str:
    """What a zip file is, by its members; never unpacks one."""
    for mark, kind in _OPEN_DOCUMENT:
        if mark in data[:256]:
            return kind
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = [name.lower().lstrip("/") for name in package.namelist()]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return "a damaged zip archive"
    for prefix, kind in _ZIP_MEMBERS:
        if any(name.startswith(prefix) for name in names):
            return kind
    return "a zip archive"


def _describe_ole(data: bytes) -> str:
    for stream, kind in _OLE_STREAMS:
        if _utf16(stream) in data:
            return kind
    return "an Office file of an old kind"


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")
