"""Labels followed through a Word file as a person follows them: count paragraphs, tables, rows and cells."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from itertools import islice, pairwise
from pathlib import Path

from lxml import etree

Element = etree._Element
_UNSEEN = {"del", "moveFrom", "instrText", "delText", "Fallback", "rPr", "pPr", "txbxContent"}
_APART = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_PAGES = {"": "default", " of page 1": "first", " of even pages": "even"}

_MARGIN = re.compile(r"(Header|Footer)( of page 1| of even pages)?(?: \((\d+)\))?(?:, |$)")
_NOTE = re.compile(r"(Footnote|Endnote|Comment) (\d+)(?:, |$)")
_BOX = re.compile(r"[Tt]ext box (\d+)(?:, |$)")
_DESCRIBED = re.compile(r"(?:[Pp]icture description|[Ll]ettering) \d+$")
_DRAWN = re.compile(r"(?:[Cc]hart|[Dd]iagram) \d+$")
_DRAWINGS = re.compile(r"/(?:chart|data)\d*\.xml$")
_HEADING = re.compile(r'Heading (?:\S+ )?"(.+)"$')
_SECTION = re.compile(r'Section (?:\S+ )?"(.+)", paragraph (\d+)(?:, item \S+)?$')
_PARAGRAPH = re.compile(r"[Pp]aragraph (\d+)(?:, item \S+)?$")
_TABLE = re.compile(r"[Tt]able (\d+)(?: \(inside table \d+\))?, row (\d+), (.+?)(?:, paragraph (\d+))?$")


def squeezed(text: str) -> str:
    """Letters and digits alone: readers differ in symbols and in space."""
    return "".join(filter(str.isalnum, text)).casefold()


def name_of(element: Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def below(element: Element, *, into: Callable[[str], bool] = lambda _: True) -> Iterator[Element]:
    """Every element below one that a reader can see, in order; text boxes are stories of their own."""
    for one in element:
        if name_of(one) in _UNSEEN or not isinstance(one.tag, str):
            continue
        yield one
        if into(name_of(one)):
            yield from below(one, into=into)


def text_of(paragraph: Element) -> str:
    return "".join(_said(one) for one in below(paragraph))


def _said(element: Element) -> str:
    """What one element shows: letters, a symbol, or what was chosen in a form field."""
    name = name_of(element)
    if name in {"t", "v"}:
        return element.text or ""
    if name in {"sym", "checkBox"}:
        return "☐"
    if name == "ddList":
        entries = [_value(one, "val") for one in element if name_of(one) == "listEntry"]
        chosen = [int(_value(one, "val", "0")) for one in element if name_of(one) in {"result", "default"}]
        return "".join(entries[at] for at in chosen[:1] or [0] if at < len(entries))
    return _APART.get(name, "")


def paragraphs(story: Element) -> Iterator[Element]:
    """The paragraphs of a story that have words and stand in no table."""
    found = below(story, into=lambda name: name not in {"tbl", "p"})
    return (one for one in found if name_of(one) == "p" and text_of(one).strip())


def children(element: Element, name: str) -> list[Element]:
    """Rows of a table or cells of a row, whatever is wrapped around them."""
    found = below(element, into=lambda inside: inside not in {name, "p", "tbl"} or inside == "sdt")
    return [one for one in found if name_of(one) == name and not _is_deleted(one)]


def _is_deleted(row: Element) -> bool:
    return any(name_of(mark) in {"del", "cellDel"} for settings in row[:1] for mark in settings)


def nth(found: Iterator[Element], number: int) -> Iterator[Element]:
    return islice(found, number - 1, number)


class WordFile:
    """A Word file, opened to look for a place in it."""

    def __init__(self, path: Path) -> None:
        self._package = zipfile.ZipFile(path)
        self._names = {name.lower(): name for name in self._package.namelist()}
        links = self._links("")
        self._main = next((to for kind, _, to in links if kind == "officeDocument"), "word/document.xml")
        self._body = self._part(self._main)

    def texts_at(self, label: str) -> Iterator[str]:
        """The words at every place that a label can mean: two sections may have the same heading."""
        for story, rest in self._stories(label):
            yield from (text_of(one) for one in self._at(story, rest))

    def _stories(self, label: str) -> Iterator[tuple[Element, str]]:
        margin, note = _MARGIN.match(label), _NOTE.match(label)
        if margin:
            within, rest = self._margins(margin), label[margin.end() :]
        elif note:
            within, rest = self._notes(note[1].lower(), int(note[2])), label[note.end() :]
        else:
            within, rest = iter([self._body]), label
        for story in within:
            yield from _boxes(story, rest)

    def _at(self, story: Element, rest: str) -> Iterator[Element]:
        section, table = _SECTION.match(rest), _TABLE.match(rest)
        if _DRAWN.match(rest):
            yield from (self._part(name) for name in self._names if _DRAWINGS.search(name))
        elif _DESCRIBED.match(rest):
            yield from _described(story)
        elif heading := _HEADING.match(rest):
            yield from _headings(story, heading[1])
        elif section:
            for heading in _headings(story, section[1]):
                following = (one for one in paragraphs(story) if _comes_after(one, heading))
                yield from nth(following, int(section[2]))
        elif table:
            yield from _in_table(story, *table.groups())
        elif not rest or _PARAGRAPH.match(rest):
            number = int(_PARAGRAPH.match(rest)[1]) if rest else 1
            yield from nth(paragraphs(story), number)

    def _margins(self, label: re.Match[str]) -> Iterator[Element]:
        """A header or footer: those with words are numbered in the order of the sections, each part once."""
        kind, pages, rank = label.groups()
        targets = {link: to for _, link, to in self._links(self._main)}
        references = (one for one in self._body.iter() if name_of(one) == f"{kind.lower()}Reference")
        asked = [
            _value(one, "id") for one in references if _value(one, "type", "default") == _PAGES[pages or ""]
        ]
        parts = [
            self._part(to)
            for to in dict.fromkeys(map(targets.get, asked))
            if to and to.lower() in self._names
        ]
        worded = [part for part in parts if _has_letters(part)]
        yield from worded[int(rank or 1) - 1 : int(rank or 1)]
        if rank is None:
            yield from (part for part in parts if part not in worded)

    def _notes(self, kind: str, number: int) -> Iterator[Element]:
        """A note by its number: they are numbered as the text refers to them."""
        targets = [to for named, _, to in self._links(self._main) if named == f"{kind}s"]
        asked = [_value(one, "id") for one in self._body.iter() if name_of(one) == f"{kind}Reference"]
        order = {note: at for at, note in reversed(list(enumerate(asked)))}
        for target in targets:
            notes = [
                one
                for one in self._part(target)
                if name_of(one) == kind and _value(one, "type", "normal") == "normal"
            ]
            notes.sort(key=lambda one: order.get(_value(one, "id"), len(order)))
            yield from notes[number - 1 : number]

    def _part(self, name: str) -> Element:
        return etree.fromstring(
            self._package.read(self._names[name.lower()]), etree.XMLParser(huge_tree=True)
        )

    def _links(self, part: str) -> list[tuple[str, str, str]]:
        """The kind, the id and the target of each link of a part."""
        folder, base = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{base}.rels").lower()
        if name not in self._names:
            return []
        return [
            (
                link.get("Type", "").rsplit("/", 1)[-1],
                link.get("Id", ""),
                posixpath.normpath(posixpath.join("/", folder, link.get("Target", ""))).lstrip("/"),
            )
            for link in self._part(name)
        ]


def _has_letters(part: Element) -> bool:
    return any(name_of(one) == "t" and (one.text or "").strip() for one in part.iter())


def _value(element: Element, name: str, default: str = "") -> str:
    found = (value for key, value in element.attrib.items() if etree.QName(key).localname == name)
    return next(found, default)


def _boxes(story: Element, rest: str) -> Iterator[tuple[Element, str]]:
    """Go into the text boxes that a label names, one in another."""
    box = _BOX.match(rest)
    if not box:
        yield story, rest
        return
    boxes = (one for one in story.iter() if name_of(one) == "txbxContent" and _is_of(one, story))
    for one in nth(boxes, int(box[1])):
        yield from _boxes(one, rest[box.end() :])


def _is_of(box: Element, story: Element) -> bool:
    """Whether a box stands in a story and in no box of it, and is not the second copy of another."""
    for around in box.iterancestors():
        if around is story:
            return True
        if name_of(around) in {"Fallback", "txbxContent", "del", "moveFrom"}:
            return False
    return True


def _described(story: Element) -> Iterator[Element]:
    """Words that stand in an attribute or another part: the element that carries them, as a paragraph."""
    for one in story.iter():
        for words in filter(None, map(one.get, ("descr", "alt", "string"))):
            holder = etree.Element("p")
            etree.SubElement(holder, "t").text = words
            yield holder


def _headings(story: Element, text: str) -> Iterator[Element]:
    def is_it(paragraph: Element) -> bool:
        words = " ".join(text_of(paragraph).split())
        return words == text or (text.endswith("…") and words.startswith(text[:-1].rstrip()))

    return (one for one in below(story) if name_of(one) == "p" and is_it(one))


def _comes_after(one: Element, heading: Element) -> bool:
    return _steps(one) > _steps(heading)


def _steps(element: Element) -> tuple[int, ...]:
    way = [element, *element.iterancestors()]
    return tuple(around.index(one) for one, around in reversed(list(pairwise(way))))


def _in_table(story: Element, number: str, row: str, where: str, rank: str | None) -> Iterator[Element]:
    tables = (one for one in below(story) if name_of(one) == "tbl")
    for table in nth(tables, int(number)):
        rows = children(table, "tr")
        if int(row) > len(rows):
            return
        for cell in _cells(rows, int(row) - 1, where):
            yield from nth(paragraphs(cell), int(rank or 1))


def _cells(rows: list[Element], at: int, where: str) -> Iterator[Element]:
    """The cells of a row that a column or a prompt can mean."""
    cells = children(rows[at], "tc")
    under, column = re.match(r'under "(.+)"$', where), re.search(r"column (\d+)$", where)
    if under:
        if at and any(_says(cell, under[1]) for cell in children(rows[at - 1], "tc")):
            yield from cells
    elif column:
        prompt = re.match(r'"(.+)", column', where)
        if not prompt or _is_prompted(rows, at, prompt[1]):
            yield from cells[int(column[1]) - 1 : int(column[1])]
    elif prompt := re.match(r'"(.+)"$', where):
        places = [index for index, cell in enumerate(cells) if _says(cell, prompt[1])]
        if places:
            yield from (cells[place + 1] for place in places if place + 1 < len(cells))
        elif _is_prompted(rows, at, prompt[1]):
            yield from cells[1:2]


def _is_prompted(rows: list[Element], at: int, prompt: str) -> bool:
    """Whether a row has a label, or begins in a cell merged downwards that has it."""
    if any(_says(cell, prompt) for cell in children(rows[at], "tc")):
        return True
    first = (children(row, "tc")[:1] for row in reversed(rows[:at]))
    return any(_says(cell, prompt) for cells in first for cell in cells)


def _says(cell: Element, prompt: str) -> bool:
    words = [" ".join(text_of(one).split()) for one in paragraphs(cell)]
    return any(
        one.rstrip(":") == prompt or (squeezed(one) and squeezed(one) == squeezed(prompt)) for one in words
    )
