"""From the bytes of a Word file to a Document."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

from jargon_scanner.document import Document, Problem, join_blocks
from jargon_scanner.errors import DamagedFile, NoText, TooLarge, UnsupportedFormat
from jargon_scanner.word_file.blocks import build_blocks
from jargon_scanner.word_file.names import DUBLIN_CORE
from jargon_scanner.word_file.numbering import Numbering
from jargon_scanner.word_file.package import Limits, PartUnreadable, open_package
from jargon_scanner.word_file.pen import TooDeep
from jargon_scanner.word_file.problems import problems_of
from jargon_scanner.word_file.properties import CORE, EXTENDED, properties_of, property_of
from jargon_scanner.word_file.records import Gathered, Story
from jargon_scanner.word_file.styles import Styles
from jargon_scanner.word_file.values import whole
from jargon_scanner.word_file.walk import walk

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path as FilePath

    from lxml.etree import _Element as Element

    from jargon_scanner.document import Block
    from jargon_scanner.document import Part as StoryKind
    from jargon_scanner.word_file.anchor import Path
    from jargon_scanner.word_file.package import Package, Part

_USUAL_PLACE = "word/document.xml"
_OF_PAGES = {"first": " of page 1", "even": " of even pages"}
_OTHER_FILES = {"xl/": "a spreadsheet", "ppt/": "a presentation", "visio/": "a Visio drawing"}
_OPEN_DOCUMENTS = {
    b"opendocument.text": "an OpenDocument text",
    b"opendocument.spreadsheet": "an OpenDocument spreadsheet",
    b"opendocument.presentation": "an OpenDocument presentation",
    b"epub": "an e-book",
}


def read_word(path: FilePath, data: bytes, *, limits: Limits | None = None) -> Document:
    """Read a Word file: .docx, .docm, .dotx or .dotm, transitional or strict.

    Args:
        path: the file, for messages; it is not opened.
        data: its bytes.
        limits: how much it may hold; ``Limits()`` when left out.

    Raises:
        DocumentError: it cannot be read, in one of the ways of ``errors.py``.
    """
    package = open_package(path, data, limits)
    main = main_part(package)
    reading = _Reading(package, main)
    try:
        blocks = reading.blocks()
    except TooDeep as fault:
        raise TooLarge(path, "its tables or other parts stand too deep in one another") from fault
    reading.gathered.counts["macro"] += package.has_macros
    problems = problems_of(reading.gathered.counts, package.duplicates, reading.unreadable)
    if not blocks:
        if reading.gathered.counts["picture"]:
            raise NoText(path, "it holds only pictures")
        problems = (*problems, Problem("no-words", "There are no words in this document."))
    text, placed = join_blocks(blocks)
    return Document(
        path=str(path),
        format="docx",
        sha256=sha256(data).hexdigest(),
        text=text,
        blocks=placed,
        title=_title(package, placed),
        pages=_pages(package),
        problems=problems,
        properties=properties_of(package),
    )


class _Reading:
    """One reading of a package: its stories, in the order in which they become blocks."""

    def __init__(self, package: Package, main: Part) -> None:
        self._package = package
        self._main = main
        self._styles = Styles(self._helper("styles"))
        self.gathered = Gathered()
        self.unreadable: list[str] = []

    def blocks(self) -> list[Block]:
        """Walk over every story: the body, headers, footers, footnotes, endnotes, comments."""
        self._walk(self._main, [(Story("body"), (), self._main.root)])
        self._margins()
        self._notes("footnote")
        self._notes("endnote")
        self._notes("comment")
        numbering = Numbering(self._helper("numbering"))
        return build_blocks(self.gathered, self._styles, numbering, self._main.names.w)

    def _walk(self, part: Part, stories: Sequence[tuple[Story, Path, Element]]) -> None:
        self.gathered = walk(self._package, part, stories, self.gathered, self._styles.hidden)

    def _helper(self, kind: str) -> Part | None:
        """A part that holds no words of its own: without it headings are poorer, but no word is lost."""
        return self._package.readable(self._package.linked(self._main.name, kind))

    def _story_part(self, target: str, name: str) -> Part | None:
        part = self._package.readable(target)
        if part is None:
            self.unreadable.append(name)
        return part

    def _margins(self) -> None:
        """Headers and footers, each part once however many sections of the document share it."""
        names: Counter[str] = Counter()
        seen: set[str] = set()
        for kind, pages, relationship_id in sorted(
            self.gathered.sections, key=lambda found: found[0] == "footer"
        ):
            target = self._package.target(self._main.name, relationship_id)
            if target is None or target in seen:
                continue
            seen.add(target)
            name = f"{kind.capitalize()}{_OF_PAGES.get(pages, '')}"
            part = self._story_part(target, name)
            if part is not None:
                names[name] += _has_text(part)
                numbered = f"{name} ({names[name]})" if names[name] > 1 else name
                self._walk(part, [(Story(kind, numbered), (), part.root)])

    def _notes(self, kind: StoryKind) -> None:
        """Footnotes, endnotes or comments, in the order in which the text refers to them."""
        name = kind.capitalize()
        target = self._package.linked(self._main.name, f"{kind}s")
        part = None if target is None else self._story_part(target, f"{name}s")
        if part is None:
            return
        w = part.names.w
        order = {note_id: at for at, note_id in reversed(list(enumerate(self.gathered.notes.get(kind, []))))}
        notes = [
            (index, note)
            for index, note in enumerate(part.root)
            if note.tag == f"{w}{kind}" and note.get(f"{w}type", "normal") == "normal"
        ]
        notes.sort(key=lambda found: order.get(found[1].get(f"{w}id", ""), len(order)))
        stories = [
            (Story(kind, f"{name} {rank}"), (index,), note)
            for rank, (index, note) in enumerate(notes, start=1)
        ]
        self._walk(part, stories)


def main_part(package: Package) -> Part:
    """The part that holds the body, wherever it stands in the package.

    Raises:
        DamagedFile: it is missing or cannot be read.
        UnsupportedFormat: the package is no Word file.
    """
    target = package.main_name(_USUAL_PLACE)
    if target not in package:
        raise _not_word(package)
    try:
        main = package.part(target)
    except PartUnreadable as fault:
        raise DamagedFile(package.path, "its main text cannot be read") from fault
    if main.root.tag != f"{main.names.w}document":
        raise _not_word(package)
    return main


def _not_word(package: Package) -> DamagedFile | UnsupportedFormat:
    """What to say of a package that has no Word document in it."""
    names = [name.lower() for name in package.part_names]
    for folder, kind in _OTHER_FILES.items():
        if any(name.startswith(folder) for name in names):
            return UnsupportedFormat(package.path, kind)
    try:
        declared = package.bytes_of("mimetype")
    except PartUnreadable:
        declared = b""
    for mark, kind in _OPEN_DOCUMENTS.items():
        if mark in declared:
            return UnsupportedFormat(package.path, kind)
    if any(name.startswith("word/") or name.endswith("[content_types].xml") for name in names):
        return DamagedFile(package.path, "its main text is missing")
    return UnsupportedFormat(package.path, "a zip folder")


def _has_text(part: Part) -> bool:
    return any(element.text and not element.text.isspace() for element in part.root.iter(f"{part.names.w}t"))


def _title(package: Package, blocks: tuple[Block, ...]) -> str:
    given = property_of(package, CORE, f"{DUBLIN_CORE}title")
    return given or next((" ".join(block.text.split()) for block in blocks if block.role == "heading"), "")


def _pages(package: Package) -> int | None:
    """The number of pages when Word last saved the file."""
    return whole(property_of(package, EXTENDED, "{*}Pages")) or None
