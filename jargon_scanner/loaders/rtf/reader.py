"""The reader of Rich Text: it keeps the state of each group and gives the words to the pen."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from jargon_scanner.loaders.rtf import words
from jargon_scanner.loaders.rtf.fields import Fields
from jargon_scanner.loaders.rtf.group import Group
from jargon_scanner.loaders.rtf.looks import Fonts, Styles
from jargon_scanner.loaders.rtf.stories import Stories
from jargon_scanner.loaders.rtf.tables import Tables
from jargon_scanner.word_file.glyphs import symbol

if TYPE_CHECKING:
    from collections.abc import Callable

    from jargon_scanner.loaders.flow import Gathered, Pen
    from jargon_scanner.loaders.rtf.group import Target
    from jargon_scanner.loaders.rtf.tokens import Token

_NOT_WORDS = re.compile("[\x00-\x08\x0b-\x1f]")
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)


class Reader:
    """Reads one file, token by token.

    Attributes:
        title: what the file's properties call it.
        is_done: true when the outermost group has ended.
    """

    def __init__(self, pen: Pen) -> None:
        """Begin before the first brace.

        Args:
            pen: what writes.
        """
        self._pen = pen
        self._tables = Tables(pen)
        self._groups: list[Group] = [Group()]
        self._fonts = Fonts()
        self._styles = Styles()
        self._bytes = bytearray()
        self._high = 0
        self._skip = 0
        self._written = 0
        self._fields = Fields()
        self._stories = Stories(pen, self._tables)
        self._shape = self._value = self._described = ""
        self.title = ""
        self.is_done = False
        self._begun = False
        self._actions = self._by_word()
        self._destinations = self._by_name()

    @property
    def gathered(self) -> Gathered:
        """What was read."""
        return self._pen.gathered

    @property
    def _group(self) -> Group:
        return self._groups[-1]

    def take(self, token: Token) -> None:
        """Take the next token."""
        if self._skip and self._passes_over(token):
            return
        if token.kind in {"text", "byte"}:
            self._group.is_fresh = False
            self._bytes += token.data
            return
        self._flush()
        if token.kind == "open":
            self._begun = True
            self._groups.append(replace(self._group, is_fresh=True, is_starred=False, leave=()))
        elif token.kind == "close":
            self._close()
        elif token.kind == "word":
            self._word(token.name, token.number)
        else:
            self._symbol(token.name)

    def _passes_over(self, token: Token) -> bool:
        """Pass over what stands for a Unicode character in old readers."""
        if token.kind in {"open", "close"}:
            self._skip = 0
            return False
        if token.kind == "text":
            taken = min(self._skip, len(token.data))
            self._skip -= taken
            self._bytes += token.data[taken:]
            return True
        if token.kind == "word" and token.name == "u":
            self._skip = 0
            return False
        self._skip -= 1
        return True

    def finish(self) -> None:
        """End everything that is still open: a file that was cut ends anywhere."""
        self._flush()
        if not self.is_done:
            self.gathered.counts["unfinished"] += 1
        while len(self._groups) > 1:
            self._close()
        self._tables.go_to(0)
        self._pen.end()

    def _close(self) -> None:
        if len(self._groups) == 1:
            return
        for leave in self._group.leave:
            leave()
        self._groups.pop()
        self.is_done = self._begun and len(self._groups) == 1

    def _flush(self) -> None:
        """Give the bytes that came in to where the group's characters go."""
        if not self._bytes:
            return
        group = self._group
        data = bytes(self._bytes)
        self._bytes.clear()
        if group.target == "nothing":
            return
        if group.font and group.target == "text":
            self._say("".join(symbol(group.font, f"{byte:x}") if byte > 0x20 else " " for byte in data))
        else:
            self._say(data.decode(group.codec, "replace"))

    def _say(self, text: str) -> None:
        group = self._group
        self._high = 0
        text = _NOT_WORDS.sub("", text)
        if group.target == "text":
            self._write(text, group)
        elif group.target == "fonts":
            self._fonts.name(text)
        elif group.target == "styles":
            self._styles.name(text)
        elif group.target == "title":
            self.title += text
        elif group.target == "instruction":
            self._fields.instruct(text)
        elif group.target == "choice":
            self._fields.name_choice(text)
        elif group.target == "shape-name":
            self._shape = text
        elif group.target == "shape-value":
            self._value += text

    def _write(self, text: str, group: Group) -> None:
        if not text or group.is_muted or group.deleted:
            return
        if not self._pen.is_open:
            if not text.strip(" \n"):
                return
            self._begin(group)
        self._pen.is_bold, self._pen.is_hidden = group.bold, group.hidden
        self._pen.say(text)
        self._written += len(text)

    def _begin(self, group: Group) -> None:
        """Begin a paragraph where its first words stand."""
        self._tables.go_to(max(group.depth, 1) if group.in_table else 0)
        level = self._styles.level(group)
        if level:
            self._pen.begin("heading", level)
        else:
            self._pen.begin("list-item" if group.in_list else "paragraph")

    def _symbol(self, name: str) -> None:
        group = self._group
        if name == "*":
            group.is_starred = True
            return
        group.is_fresh = False
        if name in "\r\n":
            self._end_paragraph()
        elif name in words.SYMBOLS and group.target != "nothing":
            self._say(words.SYMBOLS[name])

    def _word(self, name: str, number: int | None) -> None:
        """A control word: the name of its group, a character, or a change of state."""
        group = self._group
        is_first, group.is_fresh = group.is_fresh, False
        if is_first and self._names_group(name, group):
            return
        if name in words.CHARACTERS:
            if group.target != "nothing":
                self._say(words.CHARACTERS[name])
            return
        action = self._actions.get(name)
        if action is not None:
            action(number)

    def _names_group(self, name: str, group: Group) -> bool:
        """Whether a group's first word names it; then the group is what the name says."""
        if name == "ud":
            group.target = "text" if len(self._groups) < 3 else self._groups[-3].target
            return True
        if name in {"ffl", "fldinst", "formfield"} and self._fields:
            group.target = "choice" if name == "ffl" else "instruction"
            if name == "ffl":
                self._fields.begin_choice()
            return True
        if group.target not in {"text", "instruction"} and name not in {"title", "sn", "sv"}:
            return group.target == "nothing"
        if name in words.PASSED_OVER or (name.endswith("Pr") and name.startswith("m")):
            group.target = "nothing"
            return True
        opens = self._destinations.get(name)
        if opens is not None:
            opens(group)
            return True
        if group.is_starred and name not in words.SHOWN:
            group.target = "nothing"
        return name in words.SHOWN and name != "field"

    def _by_name(self) -> dict[str, Callable[[Group], None]]:
        """What a group becomes when it begins, by its name."""
        return {
            **{word: partial(self._story, word) for word in words.STORIES},
            "fonttbl": partial(_collect, "fonts", (self._fonts.end,)),
            "stylesheet": partial(_collect, "styles", (self._styles.end,)),
            "info": partial(_collect, "nothing", ()),
            "title": partial(_collect, "title", ()),
            "sn": partial(_collect, "shape-name", ()),
            "sv": self._shape_value,
            "field": self._field,
            "pict": self._picture,
            "object": self._object,
            "listtext": self._list_mark,
            "pntext": self._list_mark,
        }

    def _shape_value(self, group: Group) -> None:
        self._value = ""
        _collect("shape-value", (self._end_value,), group)

    def _end_value(self) -> None:
        """At the end of a shape's property: a description stands twice where there is a copy of the shape."""
        if self._shape == "wzDescription" and self._value != self._described:
            self._described = self._value
            self._pen.describe(self._value)

    def _picture(self, group: Group) -> None:
        group.target = "nothing"
        self.gathered.counts["picture"] += 1

    def _object(self, _group: Group) -> None:
        self.gathered.counts["embedded-file"] += 1

    def _list_mark(self, group: Group) -> None:
        """The bullet or number before an item, written out for old readers."""
        group.target = "nothing"
        if len(self._groups) > 1:
            self._groups[-2].in_list = True

    def _story(self, word: str, group: Group) -> None:
        self._groups[-1] = self._stories.enter(word, group)

    def _field(self, group: Group) -> None:
        self._fields.begin(self._written)
        group.leave = (self._leave_field,)

    def _leave_field(self) -> None:
        """At the end of a field: what it shows by itself, where it has no result."""
        found = self._fields.end()
        if self._group.target == "text" and self._written == found.length:
            self._say(found.shown())

    def _end_paragraph(self) -> None:
        if self._group.target == "text":
            self._pen.end()

    def _by_word(self) -> dict[str, Callable[[int | None], None]]:
        return {
            "par": lambda _: self._end_paragraph(),
            "sect": lambda _: self._end_paragraph(),
            "cell": lambda _: self._end_cell(1),
            "row": lambda _: self._end_row(1),
            "nestcell": lambda _: self._end_cell(max(self._group.depth, 2)),
            "nestrow": lambda _: self._end_row(max(self._group.depth, 2)),
            "trowd": lambda _: self._set_header(False),
            "trhdr": lambda _: self._set_header(True),
            "pard": lambda _: self._plain_paragraph(),
            "plain": lambda _: self._plain_text(),
            "intbl": lambda _: self._set("in_table", True),
            "itap": lambda number: self._set("depth", number or 0),
            "ls": lambda number: self._set("in_list", bool(number)),
            "s": lambda number: self._styles.choose(self._group, number),
            "outlinelevel": lambda number: self._styles.set_outline(self._group, number),
            "b": lambda number: self._set("bold", number != 0),
            "v": lambda number: self._set("hidden", number != 0),
            "deleted": self._set_deleted,
            "revised": self._set_revised,
            "htmlrtf": lambda number: self._set("is_muted", number != 0),
            "uc": lambda number: self._set("fallback", max(number or 0, 0)),
            "u": self._unicode,
            "f": lambda number: self._fonts.choose(self._group, number),
            "fcharset": self._fonts.set_charset,
            "cpg": self._fonts.set_font_page,
            "ansicpg": lambda number: self._fonts.set_page(self._group, number),
            "mac": lambda _: self._fonts.set_page(self._group, 10000),
            "pc": lambda _: self._fonts.set_page(self._group, 437),
            "deff": self._fonts.set_default,
            "ftnalt": lambda _: self._stories.make_endnote(),
            "ffres": self._fields.choose,
            "ffdefres": self._fields.choose_default,
        }

    def _set(self, name: str, value: object) -> None:
        setattr(self._group, name, value)

    def _end_cell(self, depth: int) -> None:
        if self._group.target == "text":
            self._tables.end_cell(depth)

    def _end_row(self, depth: int) -> None:
        if self._group.target == "text":
            self._tables.end_row(depth)

    def _set_header(self, is_header: bool) -> None:
        self._tables.heads_columns = is_header

    def _plain_paragraph(self) -> None:
        group = self._group
        group.in_table, group.depth, group.style, group.outline, group.in_list = False, 0, 0, None, False

    def _plain_text(self) -> None:
        group = self._group
        group.bold, group.hidden, group.deleted = False, False, False
        self._fonts.choose_default(group)

    def _set_deleted(self, number: int | None) -> None:
        self._group.deleted = number != 0
        self.gathered.counts["tracked-deletion"] += number != 0

    def _set_revised(self, number: int | None) -> None:
        self.gathered.counts["tracked-insertion"] += number != 0

    def _unicode(self, number: int | None) -> None:
        """A character by its number, which may be half of one."""
        self._skip = self._group.fallback
        unit = (number or 0) & 0xFFFF
        if unit in _HIGH:
            self._high = unit
            return
        if unit in _LOW:
            full = (
                0x10000 + ((self._high - _HIGH.start) << 10) + (unit - _LOW.start) if self._high else 0xFFFD
            )
            self._say(chr(full))
        elif self._group.font and 0xF000 <= unit < 0xF100:
            self._say(symbol(self._group.font, f"{unit:x}"))
        elif self._group.target != "nothing":
            self._say(chr(unit))


def _collect(target: Target, leave: tuple[Callable[[], None], ...], group: Group) -> None:
    """Begin one of the tables at the top of the file, or a named value."""
    group.target, group.leave = target, leave
