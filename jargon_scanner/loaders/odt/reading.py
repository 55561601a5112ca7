"""From the bytes of an OpenDocument file to a Document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.errors import DamagedFile, PasswordProtected
from jargon_scanner.loaders.flow import Pen, Story, document_of, walk
from jargon_scanner.loaders.odt.names import DRAW, DUBLIN_CORE, OFFICE, SCRIPT, STYLE
from jargon_scanner.loaders.odt.styles import Styles
from jargon_scanner.loaders.odt.visitor import Visitor
from jargon_scanner.word_file import PartUnreadable, open_package

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element as Element

    from jargon_scanner.document import Document
    from jargon_scanner.loaders.flow import Gathered
    from jargon_scanner.word_file import Package

_MARGINS = {
    "header": ("header", "Header"),
    "header-first": ("header", "Header of page 1"),
    "header-left": ("header", "Header of even pages"),
    "footer": ("footer", "Footer"),
    "footer-first": ("footer", "Footer of page 1"),
    "footer-left": ("footer", "Footer of even pages"),
}


def read_text(path: Path, data: bytes, name: str) -> Document:
    """Read an OpenDocument text or presentation.

    Args:
        path: the file, for messages.
        data: its bytes.
        name: the name of the format.

    Raises:
        DocumentError: it cannot be read, in one of the ways of ``errors.py``.
    """
    package = open_package(path, data)
    body, sheet = open_parts(package)
    pen = Pen()
    if sheet is None:
        pen.gathered.counts["part-unreadable"] += 1
    styles = Styles(root for root in (sheet, body) if root is not None)
    visitor = Visitor(pen, styles)
    for content in body.iterchildren(f"{OFFICE}body"):
        walk(content, visitor)
    if sheet is not None:
        _margins(sheet, pen, styles)
    pen.gathered.counts["macro"] += has_macros(package, body)
    slides = sum(1 for _ in body.iter(f"{DRAW}page"))
    return document_of(path, name, data, pen.gathered, title=title_of(package), pages=slides or None)


def open_parts(package: Package) -> tuple[Element, Element | None]:
    """The roots of the body and of the style sheet, which may be missing.

    Raises:
        PasswordProtected: the body is encrypted.
        DamagedFile: the body cannot be read.
    """
    try:
        manifest = package.bytes_of("META-INF/manifest.xml")
    except PartUnreadable:
        manifest = b""
    if b"encryption-data" in manifest:
        raise PasswordProtected(package.path)
    try:
        body = package.part("content.xml").root
    except PartUnreadable as fault:
        raise DamagedFile(package.path, "its main text cannot be read") from fault
    styles = package.readable("styles.xml")
    return body, None if styles is None else styles.root


def title_of(package: Package) -> str:
    """The title in the file's properties, or ""."""
    part = package.readable("meta.xml")
    titles = () if part is None else part.root.iter(f"{DUBLIN_CORE}title")
    return next((found.text or "" for found in titles), "")


def has_macros(package: Package, body: Element) -> bool:
    """Whether there are programs in the file: Basic in a folder of its own, or scripts in the body."""
    folders = any(part.lower().startswith(("basic/", "scripts/")) for part in package.part_names)
    return folders or next(body.iter(f"{OFFICE}script", f"{SCRIPT}module"), None) is not None


def _margins(sheet: Element, pen: Pen, styles: Styles) -> None:
    """Headers and footers of the page styles; the same words under several page styles are read once."""
    seen: set[tuple[str, ...]] = set()
    named: dict[str, int] = {}
    for master in sheet.iter(f"{STYLE}master-page"):
        for margin in master:
            kind = str(margin.tag).removeprefix(STYLE)
            if kind not in _MARGINS or margin.get(f"{STYLE}display") == "false":
                continue
            part, name = _MARGINS[kind]
            words = (part, *"".join(str(text) for text in margin.itertext()).split())
            if len(words) == 1 or words in seen:
                continue
            seen.add(words)
            named[name] = named.get(name, 0) + 1
            told = name if named[name] == 1 else f"{name} ({named[name]})"
            _story(margin, Story("header" if part == "header" else "footer", told), pen.gathered, styles)


def _story(root: Element, story: Story, gathered: Gathered, styles: Styles) -> None:
    walk(root, Visitor(Pen(story, gathered), styles))
