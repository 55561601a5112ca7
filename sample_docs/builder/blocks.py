"""Puts the blocks of a text into the body of a Word document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_BREAK
from docx.shared import Cm, Pt, RGBColor
from lxml import etree

from .inline import Writer, xml_of
from .marks import element

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

    from .content import Block, Row

TEXT_WIDTH = 17.0
WHOLE_CONTROL = re.compile(r"\{\{(?P<level>cell|block):(?P<title>[^|]+)\|(?P<text>.*)\}\}$")
STYLES = {
    "heading 1": "Heading 1",
    "heading 2": "Heading 2",
    "bullet": "List Bullet",
    "number": "List Number",
}
WHITE = RGBColor(0xFF, 0xFF, 0xFF)


@dataclass
class Body:
    """Adds blocks to a document."""

    document: Document
    writer: Writer
    dark: str
    light: str
    inner_tables: dict[str, list[list[str]]]

    def add(self, blocks: list[Block]) -> None:
        """Add every block; lines of one text box go in together."""
        box: list[str] = []
        for block in blocks:
            if box and block.kind != "box":
                self._box(box)
                box = []
            if block.kind == "box":
                box.append(block.text)
            elif block.kind in {"form", "grid"}:
                self._table(block)
            elif block.kind == "page":
                self.document.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)
            else:
                self._paragraph(block)
        if box:
            self._box(box)

    def _paragraph(self, block: Block) -> None:
        paragraph = self.document.add_paragraph(style=STYLES.get(block.kind))
        whole = WHOLE_CONTROL.match(block.text)
        text = whole["text"] if whole else block.text
        self.writer.write(paragraph, text, bold=block.kind == "bold")
        if whole:
            self._wrap(xml_of(paragraph), [paragraph], whole["title"])

    def _box(self, lines: list[str]) -> None:
        xml_of(self.document.add_paragraph()).append(self.writer.marks.text_box(lines, self.light))

    def _wrap(self, inner: Any, paragraphs: list[Paragraph], title: str) -> None:
        """Put a content control round a paragraph or a cell whose text is a placeholder."""
        for paragraph in paragraphs:
            for run in paragraph.runs:
                run.style = self.document.styles["Placeholder Text"]
        spot, parent = inner.getnext(), inner.getparent()
        content = etree.tostring(inner, encoding="unicode")
        control = self.writer.marks.control("rich", title, "", content)
        if spot is None:
            parent.append(control)
        else:
            spot.addprevious(control)
        parent.remove(inner)

    def _table(self, block: Block) -> None:
        table = self.document.add_table(0, len(block.widths), style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        for column, percent in zip(table.columns, block.widths, strict=True):
            column.width = Cm(TEXT_WIDTH * percent / sum(block.widths))
        for number, row in enumerate(block.rows):
            self._row(table, row, block, head=block.kind == "grid" and number == 0)
        self.document.add_paragraph().paragraph_format.space_after = Pt(2)

    def _row(self, table: Table, row: Row, block: Block, *, head: bool) -> None:
        cells = list(table.add_row().cells)
        for cell, percent in zip(cells, block.widths, strict=True):
            cell.width = Cm(TEXT_WIDTH * percent / sum(block.widths))
        if row.kind != "cells":
            cells = [cells[0].merge(cells[-1])]
        elif len(row.cells) < len(cells):
            cells[len(row.cells) - 1 :] = [cells[len(row.cells) - 1].merge(cells[-1])]
        if head:
            xml_of(table.rows[-1]).get_or_add_trPr().append(element("<w:tblHeader/>"))
        for number, (cell, paragraphs) in enumerate(zip(cells, row.cells, strict=True)):
            label = (
                head
                or row.kind == "bar"
                or (block.kind == "form" and number % 2 == 0 and row.kind == "cells")
            )
            if label:
                fill = self.dark if row.kind == "bar" else self.light
                xml_of(cell).get_or_add_tcPr().append(
                    element(f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>')
                )
            self._cell(cell, paragraphs, bold=label, white=row.kind == "bar")

    def _cell(self, cell: _Cell, paragraphs: list[str], *, bold: bool, white: bool) -> None:
        whole = WHOLE_CONTROL.match(paragraphs[0])
        if whole:
            paragraphs = [whole["text"]]
        for number, text in enumerate(paragraphs):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            if text.startswith("table:"):
                self._inner_table(cell, text.removeprefix("table:"))
                continue
            if text.startswith("- "):
                paragraph.style = self.document.styles["List Bullet"]
            paragraph.paragraph_format.space_after = Pt(2)
            self.writer.write(paragraph, text.removeprefix("- "), bold=bold)
            if white:
                _colour(paragraph)
        if whole:
            self._wrap(xml_of(cell), cell.paragraphs, whole["title"])

    def _inner_table(self, cell: _Cell, name: str) -> None:
        rows = self.inner_tables[name]
        inner = cell.add_table(0, len(rows[0]))
        inner.style = self.document.styles["Table Grid"]
        for number, row in enumerate(rows):
            for inner_cell, text in zip(inner.add_row().cells, row, strict=True):
                self.writer.write(inner_cell.paragraphs[0], text, bold=number == 0)
        cell.add_paragraph()


def _colour(paragraph: Paragraph) -> None:
    for run in paragraph.runs:
        run.font.color.rgb = WHITE
