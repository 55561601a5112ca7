"""Tagged PDF: what the file says of its headings, lists, cells and order is heeded where it makes sense."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pikepdf
import typst
from pikepdf import Array, Dictionary, Name

from jargon_scanner.document import Cell
from jargon_scanner.loaders import load
from tests.loaders.shared import labels, texts

if TYPE_CHECKING:
    from pathlib import Path

    from jargon_scanner.document import Document

PLAIN = "#show heading: set text(size: 11pt, weight: 400)\n"


def printed(source: str, folder: Path) -> Document:
    (folder / "a.pdf").write_bytes(typst.compile(source.encode()))
    return load(folder / "a.pdf")


def tagged(paragraphs: list[tuple[str, list[str]]], folder: Path, upwards: bool = False) -> Document:
    """A page with these paragraphs: the tag of each, and its lines; drawn from the foot of the page, if wished."""
    pdf = pikepdf.new()
    numbers, heights = count(), count(760, -14)
    placed = [[(next(numbers), next(heights), line) for line in lines] for _, lines in paragraphs]
    drawn = sorted(
        (line for lines in placed for line in lines), key=lambda line: line[1] * (1 if upwards else -1)
    )
    content = "".join(
        f"/P <</MCID {number}>> BDC BT /F 11 Tf 72 {y} Td ({text}) Tj ET EMC\n" for number, y, text in drawn
    )
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page = pdf.add_blank_page(page_size=(595, 842))
    page.Resources = Dictionary(Font=Dictionary(F=font))
    page.Contents = pdf.make_stream(content.encode())
    page.StructParents = 0
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    parents: list[Dictionary] = []
    for (kind, _), lines in zip(paragraphs, placed, strict=True):
        marks = Array([number for number, _, _ in lines])
        element = Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), P=root, Pg=page.obj, K=marks)
        parents += [pdf.make_indirect(element)] * len(lines)
    root.K = Array([one for at, one in enumerate(parents) if one not in parents[:at]])
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array([0, pdf.make_indirect(Array(parents))])))
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.save(folder / "a.pdf")
    return load(folder / "a.pdf")


def test_headings_that_look_like_text_head_their_sections(tmp_path: Path) -> None:
    source = "= Analysis\nFirst we met.\n\n== Risks\nSecond we spoke.\n\n= Plan\nThird we agreed.\n"
    document = printed(PLAIN + source, tmp_path)
    assert [(block.text, block.level, block.section) for block in document.blocks] == [
        ("Analysis", 1, ()),
        ("First we met.", None, ("Analysis",)),
        ("Risks", 2, ("Analysis",)),
        ("Second we spoke.", None, ("Analysis", "Risks")),
        ("Plan", 1, ()),
        ("Third we agreed.", None, ("Plan",)),
    ]
    assert labels(document)[2] == 'Page 1, heading "Risks"'


def test_bold_words_are_no_heading_where_the_file_names_its_headings(tmp_path: Path) -> None:
    document = printed(f"{PLAIN}= Plan\n*Visit every week*\n\nWe agreed.\n", tmp_path)
    assert [block.role for block in document.blocks] == ["heading", "paragraph", "paragraph"]


def test_a_title_larger_than_every_heading_heads_them(tmp_path: Path) -> None:
    document = printed(f"{PLAIN}#text(size: 20pt)[Your care plan]\n\n= Health\nYou are well.\n", tmp_path)
    assert document.blocks[-1].section == ("Your care plan", "Health")


def test_cells_without_lines_around_them_are_counted(tmp_path: Path) -> None:
    source = (
        "#table(columns: (9cm, 6cm), stroke: none, [Name], [Wish], [Jay], [To see his nan], [Mia], [A dog])\n"
    )
    document = printed(source, tmp_path)
    assert {block.text: block.cell for block in document.blocks} == {
        "Name": Cell(1, 1, 1),
        "Wish": Cell(1, 1, 2),
        "Jay": Cell(1, 2, 1),
        "To see his nan": Cell(1, 2, 2),
        "Mia": Cell(1, 3, 1),
        "A dog": Cell(1, 3, 2),
    }
    assert labels(document)[3] == "Page 1, Table 1, row 2, column 2"


def test_items_without_a_known_mark_are_items(tmp_path: Path) -> None:
    document = printed('#set list(marker: "§")\n- First\n- Second\n', tmp_path)
    assert [block.role for block in document.blocks] == ["list-item", "list-item"]


def test_paragraphs_are_read_in_the_order_that_the_file_says(tmp_path: Path) -> None:
    said = ["Jay lives with his nan.", "He likes it there.", "He is seven."]
    assert texts(tagged([("P", [text]) for text in said], tmp_path, upwards=True)) == said


def test_a_tag_for_each_line_is_not_heeded(tmp_path: Path) -> None:
    lines = ["We met the", "family and their", "two dogs and we", "spoke of his", "school."]
    (block,) = tagged([("P", [line]) for line in lines], tmp_path).blocks
    assert block.text == "\n".join(lines)


def test_a_tag_for_the_whole_page_is_not_heeded(tmp_path: Path) -> None:
    lines = ["a word " * 8] * 20
    assert len(tagged([("P", [*lines, "", "", *lines])], tmp_path).blocks) == 2


def test_a_tree_without_end_is_left(tmp_path: Path) -> None:
    tagged([("P", ["Jay lives here."])], tmp_path)
    pdf = pikepdf.open(tmp_path / "a.pdf")
    element = pdf.Root.StructTreeRoot.K[0]
    element.K = Array([0, element])
    pdf.save(tmp_path / "b.pdf")
    assert texts(load(tmp_path / "b.pdf")) == ["Jay lives here."]
