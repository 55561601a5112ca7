"""From what the walk found to blocks: what each paragraph is, whose words it holds, how a person finds it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from jargon_scanner.document import Block, Cell
from jargon_scanner.word_file.cells import Cells, is_unfilled
from jargon_scanner.word_file.headings import Section, Sections, looks_like_heading

if TYPE_CHECKING:
    from jargon_scanner.document import Owner, Role
    from jargon_scanner.document import Part as StoryKind
    from jargon_scanner.table_labels import Place
    from jargon_scanner.word_file.numbering import Numbering
    from jargon_scanner.word_file.records import Gathered, ListPlace, Paragraph
    from jargon_scanner.word_file.styles import Styles

_LONGEST_QUOTE = 60


def build_blocks(gathered: Gathered, styles: Styles, numbering: Numbering, w: str) -> list[Block]:
    """Make one block of each paragraph with text.

    Args:
        gathered: what the walk found.
        styles: the document's styles.
        numbering: its lists; each paragraph's number is asked for, in order, empty ones too.
        w: the namespace of the main part, in braces.

    Returns:
        Blocks in reading order, still without ``index`` and ``start``: ``join_blocks`` gives those.
    """
    builder = _Builder(gathered, styles, numbering, w)
    return [block for paragraph in gathered.paragraphs if (block := builder.block(paragraph)) is not None]


class _Builder:
    """Makes blocks in reading order: labels and sections depend on what came before."""

    def __init__(self, gathered: Gathered, styles: Styles, numbering: Numbering, w: str) -> None:
        worded = [paragraph for paragraph in gathered.paragraphs if paragraph.text.strip()]
        self._styles = styles
        self._numbering = numbering
        self._w = w
        self._cells = Cells(worded, gathered.tables, styles, w)
        self._sections = Sections(gathered.tables)
        self._met: Counter[str] = Counter()

    def block(self, paragraph: Paragraph) -> Block | None:
        """The block of a paragraph; None where it has no text."""
        list_place = self._list_place(paragraph)
        number = self._numbering.next_number(list_place, paragraph.style) if list_place else ""
        if not paragraph.text.strip():
            return None
        flows = paragraph.story.kind == "body" and not paragraph.story.aside
        if flows:
            self._sections.move_to(paragraph.place.table if paragraph.place else None)
        level, is_styled = self._heading_level(paragraph)
        role = self._role(paragraph, level, list_place)
        if flows and role == "heading":
            table = paragraph.place.table if paragraph.place else None
            section = Section(" ".join(paragraph.text.split()), number, level, is_styled, table)
            label = self._label(paragraph, section, number)
            above = self._begin(section)
        else:
            label = self._label(paragraph, None, number)
            above = self._sections.headings if paragraph.story.kind in {"body", "textbox"} else ()
        return Block(
            index=0,
            start=0,
            text=paragraph.text,
            label=label,
            part=_part(paragraph),
            role=role,
            section=above,
            cell=_cell(paragraph.place),
            level=level or None,
            owner=self._owner(paragraph, role),
            anchor=paragraph.anchor,
        )

    def _begin(self, section: Section) -> tuple[str, ...]:
        self._sections.begin(section)
        return self._sections.headings[:-1]

    def _list_place(self, paragraph: Paragraph) -> ListPlace | None:
        """The list of a paragraph: its own word, then its style's."""
        by_style = self._styles.list_place(paragraph.style or self._styles.default)
        own = paragraph.list_place
        if own is None:
            return by_style
        return (by_style[0], own[1]) if own[0] is None and by_style else own

    def _heading_level(self, paragraph: Paragraph) -> tuple[int, bool]:
        """The level of a heading, 0 for none; and whether a style or setting made it one."""
        if paragraph.story.aside:
            return 0, False
        level = paragraph.outline
        if level is None:
            level = self._styles.heading_level(paragraph.style or self._styles.default)
        if level:
            return level, True
        if self._may_be_bold_heading(paragraph) and looks_like_heading(paragraph, self._styles, self._w):
            return self._sections.level_below_styles, False
        return 0, False

    def _may_be_bold_heading(self, paragraph: Paragraph) -> bool:
        """Bold words head something in the body, but not in a cell beside others, and not placeholders."""
        if paragraph.story.kind != "body" or is_unfilled(paragraph):
            return False
        return paragraph.place is None or self._cells.cells_in_row(paragraph.place) == 1

    def _role(self, paragraph: Paragraph, level: int, list_place: ListPlace | None) -> Role:
        if paragraph.story.aside:
            return "caption"
        if level:
            return "heading"
        if self._numbering.is_list(list_place):
            return "list-item"
        return "cell" if paragraph.place else "paragraph"

    def _owner(self, paragraph: Paragraph, role: Role) -> Owner:
        is_template = role == "heading" or is_unfilled(paragraph) or self._cells.is_form_wording(paragraph)
        return "template" if is_template else "author"

    def _label(self, paragraph: Paragraph, heading: Section | None, number: str) -> str:
        story = paragraph.story
        if story.aside:
            return story.name
        if paragraph.place:
            return self._cells.label(paragraph, paragraph.place)
        if heading:
            return _named("Heading", heading)
        if story.name:
            self._met[story.name] += 1
            rank = self._met[story.name]
            return story.name if rank == 1 else f"{story.name}, paragraph {rank}"
        return self._in_section(number)

    def _in_section(self, number: str) -> str:
        section = self._sections.current
        section.paragraphs += 1
        item = f", item {number.strip('.()')}" if number.strip(".()") else ""
        if not section.heading:
            return f"Paragraph {section.paragraphs}{item}"
        return f"{_named('Section', section)}, paragraph {section.paragraphs}{item}"


def _named(kind: str, section: Section) -> str:
    number = section.number.strip(".()")
    return f"{kind} {number + ' ' if number else ''}{_quoted(section.heading)}"


def _quoted(text: str) -> str:
    return f'"{text}"' if len(text) <= _LONGEST_QUOTE else f'"{text[: _LONGEST_QUOTE - 1].rstrip()}…"'


def _part(paragraph: Paragraph) -> StoryKind:
    in_body_table = paragraph.story.kind == "body" and paragraph.place is not None
    return "table" if in_body_table else paragraph.story.kind


def _cell(place: Place | None) -> Cell | None:
    return None if place is None else Cell(place.table, place.row, place.column)
