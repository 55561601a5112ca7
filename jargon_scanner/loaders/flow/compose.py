"""From passages to blocks: what each passage is, whose words it holds, how a person finds it."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

from jargon_scanner.document import Block, Cell, Document, Problem, join_blocks
from jargon_scanner.errors import NoText
from jargon_scanner.loaders.flow.problems import problems_of
from jargon_scanner.loaders.flow.wording import Wording, looks_like_heading
from jargon_scanner.loaders.lines import Sections, shorten

if TYPE_CHECKING:
    from pathlib import Path

    from jargon_scanner.document import Role
    from jargon_scanner.loaders.flow.passages import Gathered, Passage
    from jargon_scanner.table_labels import Place

_ORDER = {"header": 1, "footer": 2, "footnote": 3, "endnote": 4, "comment": 5}
"""Parts that stand beside the text come after it; a text box stays where it is anchored."""


def document_of(
    path: Path,
    name: str,
    data: bytes,
    gathered: Gathered,
    *,
    title: str = "",
    pages: int | None = None,
    problems: tuple[Problem, ...] = (),
) -> Document:
    """The document of what a loader found.

    Args:
        path: the file.
        name: the format.
        data: its bytes.
        gathered: its passages.
        title: what its properties call it; its first heading when left out.
        pages: how many pages or slides it has.
        problems: what to tell beside what ``gathered`` counts.

    Raises:
        NoText: it holds only pictures.
    """
    text, blocks = join_blocks(compose(gathered))
    problems = (*problems, *problems_of(gathered.counts))
    if not blocks:
        if gathered.counts["picture"]:
            raise NoText(path, "it holds only pictures")
        problems = (*problems, Problem("no-words", "There are no words in this document."))
    first = next((block.text for block in blocks if block.role == "heading"), "")
    return Document(
        path=str(path),
        format=name,
        sha256=sha256(data).hexdigest(),
        text=text,
        blocks=blocks,
        title=" ".join((title or first).split()),
        pages=pages,
        problems=problems,
    )


def compose(gathered: Gathered) -> list[Block]:
    """One block of each passage with words, in reading order, still without ``index`` and ``start``."""
    builder = _Builder(gathered)
    passages = [passage for passage in gathered.passages if passage.text]
    passages.sort(key=lambda passage: _ORDER.get(passage.story.part, 0))
    return [builder.block(passage) for passage in passages]


class _Builder:
    """Makes blocks in reading order: labels and sections depend on what came before."""

    def __init__(self, gathered: Gathered) -> None:
        self._wording = Wording(gathered)
        tables = sorted(gathered.tables.values(), key=lambda table: _ORDER.get(table.story.part, 0))
        self._numbers = {table.number: number for number, table in enumerate(tables, start=1)}
        self._sections = Sections()
        self._styled = 0
        self._met: Counter[str] = Counter()
        self._paragraphs = 0

    def block(self, passage: Passage) -> Block:
        """The block of a passage."""
        flows = passage.story.part == "body" and passage.role != "caption"
        level = self._level(passage) if flows else passage.level
        role = self._role(passage, level)
        if flows and level:
            self._sections.leave(level)
        section = self._sections.path if passage.story.part in {"body", "textbox"} else ()
        block = Block(
            index=0,
            start=0,
            text=passage.text,
            label=passage.label or self._label(passage, role),
            part="table" if passage.place and passage.story.part == "body" else passage.story.part,
            role=role,
            section=section,
            cell=self._cell(passage.place),
            level=level,
            owner=passage.owner or ("template" if self._is_template(passage, role) else "author"),
        )
        if flows and level:
            self._sections.enter(level, passage.text)
            self._paragraphs = 0
        return block

    def _level(self, passage: Passage) -> int | None:
        """The level of a heading; of one that is only bold, one below those that have a style."""
        if passage.role == "heading":
            self._styled = passage.level or 1
            return self._styled
        may_head = passage.role == "paragraph" and passage.owner is None and not passage.is_unfilled
        if not may_head or (passage.place and self._wording.cells_in_row(passage.place) > 1):
            return None
        return self._styled + 1 if looks_like_heading(passage) else None

    def _role(self, passage: Passage, level: int | None) -> Role:
        if level:
            return "heading"
        if passage.place and passage.role == "paragraph":
            return "cell"
        return passage.role

    def _is_template(self, passage: Passage, role: Role) -> bool:
        return role == "heading" or passage.is_unfilled or self._wording.is_form_wording(passage)

    def _label(self, passage: Passage, role: Role) -> str:
        name = passage.story.name
        if passage.place:
            return self._wording.label(passage, passage.place)
        if name:
            self._met[name] += 1
            rank = self._met[name]
            return name if rank == 1 else f"{name}, paragraph {rank}"
        if role == "heading":
            return f'Heading "{shorten(" ".join(passage.text.split()))}"'
        self._paragraphs += 1
        place = f"paragraph {self._paragraphs}"
        section = self._sections.path
        return f'Section "{shorten(section[-1])}", {place}' if section else place.capitalize()

    def _cell(self, place: Place | None) -> Cell | None:
        return None if place is None else Cell(self._numbers[place.table], place.row, place.column)
