"""Web pages: .html, .htm. What a browser shows, with the words of pictures and form fields."""

from __future__ import annotations

import codecs
import re
from functools import partial
from typing import TYPE_CHECKING

from jargon_scanner.errors import EmptyFile, TooLarge
from jargon_scanner.loaders.decoding import decode
from jargon_scanner.loaders.family import Loader
from jargon_scanner.loaders.flow import Pen, document_of, pass_through, walk
from jargon_scanner.loaders.kinds import is_html

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lxml.etree import _Element as Element

    from jargon_scanner.document import Document, Owner, Problem, Role
    from jargon_scanner.loaders.flow import Leave

_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WESTERN = {"iso8859-1", "ascii", "latin-1"}
"""What browsers read as Windows-1252 when a page declares it."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset footer form "
    "header hgroup hr html main menu nav ol p section summary ul".split()
)
_PASSED_OVER = frozenset("head script style template noscript datalist colgroup link meta base".split())
_EMBEDDED = frozenset("applet audio canvas embed iframe object video".split())
_BUTTONS = {"submit", "button", "reset"}
_NO_TEXT = {"hidden", "password", "image", "file", "color", "range"}
_LEVELS = {f"h{level}": level for level in range(1, 7)}


def read(path: Path, data: bytes) -> Document:
    """Read a web page.

    Raises:
        UnknownEncoding: it is no text.
        EmptyFile: there is nothing in it.
        NoText: it holds only pictures.
        TooLarge: its parts stand too deep in one another.
    """
    from lxml import etree, html

    text, problems = _decode(path, data)
    if not text.strip():
        raise EmptyFile(path)
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    pen = Pen()
    title = ""
    try:
        root = html.document_fromstring(text.replace("\x00", "").encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return document_of(path, PART.name, data, pen.gathered, problems=problems)
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise TooLarge(path, "its parts stand too deep in one another")
    walk(root, Page(pen))
    pen.end()
    title = next((found.text or "" for found in root.iter("title")), "")
    return document_of(path, PART.name, data, pen.gathered, title=title, problems=problems)


def _decode(path: Path, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """The text of a page, by its mark, by what it declares, or by what its bytes look like."""
    declared = None if data.startswith(_MARKS) else _DECLARED.search(data[:4096])
    if declared:
        try:
            name = codecs.lookup(declared[1].decode("ascii")).name
            if name.startswith("utf-16"):
                return decode(path, data)
            return data.decode("cp1252" if name in _WESTERN else name), ()
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(path, data)


class Page:
    """The walk over a page."""

    def __init__(self, pen: Pen) -> None:
        """Begin.

        Args:
            pen: what writes.
        """
        self._pen = pen
        self._role: Role = "paragraph"
        self._level: int | None = None
        self._is_plain = False
        self._handlers: dict[str, Callable[[Element], Leave | None]] = {
            "li": partial(self._styled, "list-item", None),
            "caption": partial(self._styled, "caption", None),
            "figcaption": partial(self._styled, "caption", None),
            "legend": partial(self._styled, "field", None),
            "pre": self._preformatted,
            "table": self._table,
            "thead": self._head,
            "tr": self._row,
            "td": self._cell,
            "th": self._cell,
            "b": self._bold,
            "strong": self._bold,
            "br": self._break,
            "img": self._picture,
            "input": self._input,
            "textarea": self._text_area,
            "option": self._option,
        }
        for tag, level in _LEVELS.items():
            self._handlers[tag] = partial(self._styled, "heading", level)

    def enter(self, element: Element) -> Leave | None:
        """Meet an element."""
        tag = str(element.tag).lower()
        if tag in _PASSED_OVER:
            return None
        if tag in _EMBEDDED:
            self._pen.gathered.counts["embedded-file"] += 1
        handler = self._handlers.get(tag, self._block if tag in _BLOCKS else _inline)
        leave = handler(element)
        if leave is None or not _is_hidden(element) or self._pen.is_hidden:
            return leave
        self._pen.is_hidden = True
        return partial(self._leave_hidden, leave)

    def _leave_hidden(self, leave: Leave) -> None:
        leave()
        self._pen.is_hidden = False

    def say(self, text: str) -> None:
        """Read text: outside a paragraph it begins one."""
        if not self._pen.is_open:
            if not text.strip(" \t\r\n\f"):
                return
            self._pen.begin(self._role, self._level)
        if self._is_plain:
            self._pen.say(text)
        else:
            self._pen.flow(text)

    def _block(self, _element: Element) -> Leave:
        self._pen.end()
        return self._pen.end

    def _styled(self, role: Role, level: int | None, _element: Element) -> Leave:
        self._pen.end()
        before = self._role, self._level
        self._role, self._level = role, level
        return partial(self._leave_styled, before)

    def _leave_styled(self, before: tuple[Role, int | None]) -> None:
        self._pen.end()
        self._role, self._level = before

    def _preformatted(self, _element: Element) -> Leave:
        self._pen.end()
        self._is_plain = True
        return self._leave_preformatted

    def _leave_preformatted(self) -> None:
        self._pen.end()
        self._is_plain = False

    def _table(self, _element: Element) -> Leave:
        before = self._role, self._level
        self._role, self._level = "paragraph", None
        self._pen.begin_table()
        return partial(self._leave_table, before)

    def _leave_table(self, before: tuple[Role, int | None]) -> None:
        self._pen.end_table()
        self._role, self._level = before

    def _head(self, element: Element) -> Leave:
        for row in element.iterchildren("tr"):
            row.set("heads-columns", "true")
        return pass_through

    def _row(self, element: Element) -> Leave:
        cells = [child.tag for child in element if child.tag in {"td", "th"}]
        is_header = element.get("heads-columns") == "true" or (len(cells) > 1 and set(cells) == {"th"})
        self._pen.begin_row(is_header=is_header)
        return self._pen.end_cell

    def _cell(self, element: Element) -> Leave:
        before = self._pen.is_bold
        self._pen.begin_cell()
        self._pen.is_bold = element.tag == "th"
        return partial(self._leave_cell, before)

    def _leave_cell(self, before: bool) -> None:
        self._pen.end_cell()
        self._pen.is_bold = before

    def _bold(self, _element: Element) -> Leave:
        before = self._pen.is_bold
        self._pen.is_bold = True
        return partial(self._leave_bold, before)

    def _leave_bold(self, before: bool) -> None:
        self._pen.is_bold = before

    def _break(self, _element: Element) -> Leave:
        if self._pen.is_open:
            self._pen.say("\n")
        return pass_through

    def _picture(self, element: Element) -> Leave:
        self._pen.describe(element.get("alt", ""))
        if element.get("width") != "1":
            self._pen.gathered.counts["picture"] += 1
        return pass_through

    def _input(self, element: Element) -> Leave:
        kind = element.get("type", "text").lower()
        value, prompt = element.get("value", ""), element.get("placeholder", "")
        if kind in {"checkbox", "radio"}:
            self.say("☒ " if element.get("checked") is not None else "☐ ")
        elif kind not in _NO_TEXT:
            self._field(prompt, owner_is_form=True)
            self._field(value, owner_is_form=kind in _BUTTONS)
        return pass_through

    def _field(self, words: str, *, owner_is_form: bool) -> None:
        if words.strip():
            self._pen.end()
            owner: Owner = "template" if owner_is_form else "author"
            self._pen.add(words, "field", owner=owner, label=self._pen.name("Form field"))

    def _text_area(self, element: Element) -> None:
        self._field(element.get("placeholder", ""), owner_is_form=True)
        self._field(element.text or "", owner_is_form=False)

    def _option(self, element: Element) -> None:
        """A choice of a list: what was chosen is an answer, the rest is the form's."""
        words = "".join(str(text) for text in element.itertext())
        self._field(words, owner_is_form=element.get("selected") is None)


def _inline(_element: Element) -> Leave:
    return pass_through


def _is_hidden(element: Element) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))


PART = Loader(
    name="html",
    description="a web page",
    suffixes=(".html", ".htm", ".xhtml"),
    recognises=is_html,
    read=read,
    plain_text=True,
)
