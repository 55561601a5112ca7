"""The walk over an OpenDocument's stories: each element does one thing to the pen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jargon_scanner.loaders.flow import Story, pass_through
from jargon_scanner.loaders.odt import names
from jargon_scanner.loaders.odt.names import (
    DRAW,
    LIBREOFFICE,
    OFFICE,
    PRESENTATION,
    STYLE,
    SVG,
    TABLE,
    TEXT,
)
from jargon_scanner.word_file.glyphs import TICKED, UNTICKED
from jargon_scanner.word_file.values import whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

    from jargon_scanner.loaders.flow import Leave, Pen
    from jargon_scanner.loaders.odt.styles import Styles

_MOST_SPACES = 1000
_SHAPES = (
    "custom-shape",
    "rect",
    "ellipse",
    "circle",
    "line",
    "polygon",
    "polyline",
    "path",
    "connector",
    "caption",
)
_HEADINGS = {"title": 1, "subtitle": 2}
_PASSED_OVER = {
    f"{OFFICE}scripts",
    f"{OFFICE}font-face-decls",
    f"{OFFICE}automatic-styles",
    f"{OFFICE}annotation-end",
    f"{OFFICE}event-listeners",
    f"{OFFICE}dde-source",
    f"{TEXT}note-citation",
    f"{TEXT}number",
    f"{TEXT}label",
    f"{TEXT}sequence-decls",
    f"{TEXT}variable-decls",
    f"{TEXT}user-field-decls",
    f"{TEXT}dde-connection-decls",
    f"{TEXT}alphabetical-index-auto-mark-file",
    f"{TEXT}script",
    f"{TEXT}table-of-content-source",
    f"{TEXT}illustration-index-source",
    f"{TEXT}table-index-source",
    f"{TEXT}object-index-source",
    f"{TEXT}user-index-source",
    f"{TEXT}alphabetical-index-source",
    f"{TEXT}bibliography-source",
    f"{TABLE}table-source",
    f"{TABLE}scenario",
    f"{names.META}creator-initials",
    f"{names.META}date-string",
    f"{names.DUBLIN_CORE}creator",
    f"{names.DUBLIN_CORE}date",
    f"{LIBREOFFICE}sender-initials",
    f"{LIBREOFFICE}list-item",
    f"{SVG}title",
    f"{SVG}desc",
    f"{TABLE}title",
    f"{TABLE}desc",
    f"{DRAW}enhanced-geometry",
    f"{DRAW}glue-point",
    f"{PRESENTATION}footer-decl",
    f"{PRESENTATION}header-decl",
    f"{PRESENTATION}date-time-decl",
}
"""Elements without words that a reader sees, or whose words are shown elsewhere."""


class Visitor:
    """Walks over the stories of one file."""

    def __init__(self, pen: Pen, styles: Styles) -> None:
        """Begin.

        Args:
            pen: what writes.
            styles: the styles of the file.
        """
        self._pen = pen
        self._styles = styles
        self._lists = 0
        self._covered = 0
        self._on_slide = False
        self._heading: int | None = None
        self._seen_slides = 0
        self._handlers = self._by_tag()

    def _by_tag(self) -> dict[str, Callable[[Element], Leave | None]]:
        handlers: dict[str, Callable[[Element], Leave | None]] = dict.fromkeys(_PASSED_OVER, _pass_over)
        handlers |= {f"{DRAW}{shape}": self._shape for shape in _SHAPES}
        return handlers | {
            f"{TEXT}p": self._paragraph,
            f"{TEXT}h": self._paragraph,
            f"{TEXT}span": self._span,
            f"{TEXT}s": self._spaces,
            f"{TEXT}tab": partial(self._write, "\t"),
            f"{TEXT}line-break": partial(self._write, "\n"),
            f"{TEXT}ruby-text": partial(self._write, " "),
            f"{TEXT}list": self._list,
            f"{TEXT}placeholder": self._prompt,
            f"{TEXT}note": self._note,
            f"{names.FIELD}fieldmark": self._field,
            f"{names.FIELD}fieldmark-start": _pass_over,
            f"{TEXT}tracked-changes": self._changes,
            f"{OFFICE}annotation": self._comment,
            f"{OFFICE}forms": self._forms,
            f"{TABLE}table": self._table,
            f"{TABLE}table-header-rows": self._header_rows,
            f"{TABLE}table-row": self._row,
            f"{TABLE}table-cell": self._cell,
            f"{TABLE}covered-table-cell": self._covered_cell,
            f"{DRAW}frame": self._frame,
            f"{DRAW}g": self._group,
            f"{DRAW}text-box": self._text_box,
            f"{DRAW}image": self._picture,
            f"{DRAW}object": self._object,
            f"{DRAW}object-ole": self._object,
            f"{DRAW}plugin": self._object,
            f"{DRAW}floating-frame": self._object,
            f"{DRAW}page": self._slide,
            f"{PRESENTATION}notes": self._slide_notes,
        }

    def enter(self, element: Element) -> Leave | None:
        """Meet an element."""
        handler = self._handlers.get(str(element.tag))
        return pass_through if handler is None else handler(element)

    def say(self, text: str) -> None:
        """Write text, which stands only in paragraphs: between them there is only layout."""
        if self._pen.is_open:
            self._pen.flow(text)

    def _write(self, text: str, _element: Element) -> Leave:
        self._pen.say(text)
        return pass_through

    def _spaces(self, element: Element) -> Leave:
        count = element.get(f"{TEXT}c", "1")
        self._pen.say(" " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES))
        return pass_through

    def _paragraph(self, element: Element) -> Leave:
        pen, name = self._pen, element.get(f"{TEXT}style-name")
        before = pen.is_bold, pen.is_hidden
        level = self._level(element, name)
        if level:
            pen.begin("heading", level)
        else:
            pen.begin("list-item" if self._lists else "paragraph")
        pen.is_bold = bool(self._styles.is_bold("paragraph", name))
        pen.is_hidden = pen.is_hidden or self._styles.is_hidden("paragraph", name)
        return partial(self._leave_paragraph, before)

    def _leave_paragraph(self, before: tuple[bool, bool]) -> None:
        self._pen.end()
        self._pen.is_bold, self._pen.is_hidden = before

    def _level(self, element: Element, style: str | None) -> int | None:
        if element.tag == f"{TEXT}h":
            given = element.get(f"{TEXT}outline-level", "1")
            return int(given) if given.isdecimal() and 0 < int(given) < 100 else 1
        return 1 if self._styles.is_title(style) else self._heading

    def _span(self, element: Element) -> Leave:
        pen, name = self._pen, element.get(f"{TEXT}style-name")
        before = pen.is_bold, pen.is_hidden
        bold = self._styles.is_bold("text", name)
        pen.is_bold = pen.is_bold if bold is None else bold
        pen.is_hidden = pen.is_hidden or self._styles.is_hidden("text", name)
        return partial(self._leave_span, before)

    def _leave_span(self, before: tuple[bool, bool]) -> None:
        self._pen.is_bold, self._pen.is_hidden = before

    def _prompt(self, _element: Element) -> Leave:
        before = self._pen.is_prompt
        self._pen.is_prompt = True
        return partial(self._leave_prompt, before)

    def _leave_prompt(self, before: bool) -> None:
        self._pen.is_prompt = before

    def _field(self, element: Element) -> None:
        """A form field that has no text: what its box or list shows."""
        values: dict[str, list[str]] = {}
        for setting in element.iterchildren(f"{names.FIELD}param"):
            name = setting.get(f"{names.FIELD}name", "")
            values.setdefault(name, []).append(setting.get(f"{names.FIELD}value", ""))
        if element.get(f"{names.FIELD}type", "").endswith("CHECKBOX"):
            ticked = values.get("Checkbox_Checked", [""])[0] == "true"
            self._pen.say(TICKED if ticked else UNTICKED)
        items = values.get("Dropdown_ListEntry", [])
        chosen = whole(values.get("Dropdown_Selected", ["0"])[0])
        if chosen < len(items):
            self._pen.say(items[chosen])

    def _list(self, _element: Element) -> Leave:
        self._lists += 1
        return self._leave_list

    def _leave_list(self) -> None:
        self._lists -= 1

    def _changes(self, element: Element) -> None:
        """The list of tracked changes: what was deleted stands here and nowhere else."""
        counts = self._pen.gathered.counts
        for region in element:
            for change in region:
                if change.tag == f"{TEXT}deletion":
                    counts["tracked-deletion"] += 1
                elif change.tag == f"{TEXT}insertion":
                    counts["tracked-insertion"] += 1

    def _story(self, story: Story) -> Leave:
        pen = self._pen
        before = self._lists, self._covered, self._heading, pen.is_bold, pen.is_hidden
        self._lists, self._covered, self._heading = 0, 0, None
        pen.is_bold = pen.is_hidden = False
        pen.enter_story(story)
        return partial(self._leave_story, before)

    def _leave_story(self, before: tuple[int, int, int | None, bool, bool]) -> None:
        pen = self._pen
        pen.leave_story()
        self._lists, self._covered, self._heading, pen.is_bold, pen.is_hidden = before

    def _note(self, element: Element) -> Leave:
        if element.get(f"{TEXT}note-class") == "endnote":
            return self._story(Story("endnote", self._pen.name("Endnote")))
        return self._story(Story("footnote", self._pen.name("Footnote")))

    def _comment(self, _element: Element) -> Leave:
        return self._story(Story("comment", self._pen.name("Comment")))

    def _text_box(self, _element: Element) -> Leave:
        if self._on_slide:
            return pass_through
        part = self._pen.story.part
        return self._story(Story("textbox" if part == "body" else part, self._pen.name("Text box")))

    def _shape(self, element: Element) -> Leave:
        self._describe(element)
        if not self._on_slide and any(child.tag in {f"{TEXT}p", f"{TEXT}list"} for child in element):
            return self._text_box(element)
        return pass_through

    def _group(self, element: Element) -> Leave:
        self._describe(element)
        return pass_through

    def _frame(self, element: Element) -> Leave:
        self._describe(element)
        before = self._heading
        self._heading = _HEADINGS.get(element.get(f"{PRESENTATION}class", ""))
        return partial(self._leave_frame, before)

    def _leave_frame(self, before: int | None) -> None:
        self._heading = before

    def _describe(self, element: Element) -> None:
        """The alternative text of a picture or shape."""
        for tag in (f"{SVG}title", f"{SVG}desc"):
            for found in element.iterchildren(tag):
                words = "".join(str(text) for text in found.itertext())
                self._pen.describe(words)

    def _picture(self, element: Element) -> None:
        """A picture; one beside an object only shows what the object is."""
        parent = element.getparent()
        siblings = () if parent is None else (child.tag for child in parent)
        if not any(tag in {f"{DRAW}object", f"{DRAW}object-ole"} for tag in siblings):
            self._pen.gathered.counts["picture"] += 1

    def _object(self, _element: Element) -> None:
        self._pen.gathered.counts["embedded-file"] += 1

    def _forms(self, element: Element) -> None:
        """Form controls: the label is the form's, the value is what was filled in."""
        for control in element.iter():
            label = control.get(f"{names.FORM}label", "")
            self._pen.add(label, "field", owner="template", label=self._field_label(label))
            if not str(control.tag).endswith(("}text", "}textarea", "}combobox", "}formatted-text")):
                continue
            value = control.get(f"{names.FORM}current-value") or control.get(f"{names.FORM}value") or ""
            self._pen.add(value, "field", label=self._field_label(value))

    def _field_label(self, words: str) -> str:
        return self._pen.name("Form field") if words.strip() else ""

    def _table(self, element: Element) -> Leave:
        before = self._lists, self._covered
        self._lists, self._covered = 0, 0
        if element.get(f"{TABLE}is-sub-table") == "true" and self._pen.in_table:
            return partial(self._leave_sub_table, before)
        self._pen.begin_table()
        return partial(self._leave_table, before)

    def _leave_table(self, before: tuple[int, int]) -> None:
        self._pen.end_table()
        self._lists, self._covered = before

    def _leave_sub_table(self, before: tuple[int, int]) -> None:
        self._lists, self._covered = before

    def _header_rows(self, element: Element) -> Leave:
        for row in element.iterchildren(f"{TABLE}table-row"):
            row.set("heads-columns", "true")
        return pass_through

    def _row(self, element: Element) -> Leave:
        self._covered = 0
        self._pen.begin_row(is_header=element.get("heads-columns") == "true")
        return pass_through

    def _cell(self, element: Element) -> Leave:
        span = element.get(f"{TABLE}number-columns-spanned", "1")
        self._covered = int(span) - 1 if span.isdecimal() and len(span) < 6 else 0
        self._pen.begin_cell()
        before = self._lists, self._covered
        self._lists = 0
        return partial(self._leave_cell, before)

    def _leave_cell(self, before: tuple[int, int]) -> None:
        self._pen.end_cell()
        self._lists, self._covered = before

    def _covered_cell(self, _element: Element) -> Leave | None:
        """A cell under a merged one: a column of its own where the merge goes down, none where it goes on."""
        if self._covered > 0:
            self._covered -= 1
            return None
        self._pen.begin_cell()
        self._pen.end_cell()
        return None

    def _slide(self, element: Element) -> Leave:
        self._seen_slides += 1
        self._on_slide = True
        name = element.get(f"{STYLE}name", "")
        return self._story(Story("body", name or f"Slide {self._seen_slides}"))

    def _slide_notes(self, _element: Element) -> Leave:
        return self._story(Story("body", f"{self._pen.story.name}, notes"))


def _pass_over(_element: Element) -> None:
    """Pass over an element and all that is in it."""
