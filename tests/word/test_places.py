"""Where each word stands: story, role, owner, section, and a label that a person can follow."""

from __future__ import annotations

import pytest

from jargon_scanner.document import Cell
from tests.word.builder import (
    bold,
    cell,
    control,
    heading,
    labels,
    paragraph,
    read,
    row,
    run,
    table,
    text_box,
    texts,
)

PLACEHOLDER = "<w:showingPlcHdr/>"


def owners(document: object) -> list[str]:
    return [block.owner for block in document.blocks]


def test_sections_are_the_headings_above() -> None:
    body = heading("Analysis") + heading("Risks", 2) + paragraph("One.") + heading("Plan") + paragraph("Two.")
    document = read(body)
    assert [block.section for block in document.blocks] == [
        (),
        ("Analysis",),
        ("Analysis", "Risks"),
        (),
        ("Plan",),
    ]
    assert labels(document) == [
        'Heading "Analysis"',
        'Heading "Risks"',
        'Section "Risks", paragraph 1',
        'Heading "Plan"',
        'Section "Plan", paragraph 1',
    ]


def test_paragraphs_before_the_first_heading_are_counted() -> None:
    assert labels(read(paragraph("One.") + paragraph("") + paragraph("Two."))) == [
        "Paragraph 1",
        "Paragraph 2",
    ]


def test_heading_levels_come_down_the_chain_of_styles() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Mine"><w:basedOn w:val="Base"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Round"><w:basedOn w:val="Round"/></w:style>'
    )
    body = paragraph("A", '<w:pStyle w:val="Mine"/>') + paragraph("B", '<w:outlineLvl w:val="2"/>')
    body += paragraph("C", '<w:pStyle w:val="Mine"/><w:outlineLvl w:val="9"/>')
    document = read(body + paragraph("D", '<w:pStyle w:val="Round"/>'), parts={"styles": styles})
    assert [(block.role, block.level) for block in document.blocks] == [
        ("heading", 2),
        ("heading", 3),
        ("paragraph", None),
        ("paragraph", None),
    ]


@pytest.mark.parametrize(
    ("content", "role"),
    [
        (bold("Child’s views"), "heading"),
        (bold("Child’s ") + bold("views"), "heading"),
        (bold("What are we worried about?"), "heading"),
        (bold("Sam must be safe."), "paragraph"),
        (bold("Sam") + run(" is safe"), "paragraph"),
        (bold("<![CDATA[<<childName>>]]>"), "paragraph"),
        (bold("word " * 30), "paragraph"),
        (bold("2024"), "paragraph"),
    ],
)
def test_a_short_bold_paragraph_is_a_heading(content: str, role: str) -> None:
    assert read(paragraph(content)).blocks[0].role == role


def test_bold_in_a_cell_is_a_heading_only_alone_in_its_row() -> None:
    document = read(table(row(cell(paragraph(bold("Health")))), row(cell(paragraph(bold("GP"))), "Dr No")))
    assert [block.role for block in document.blocks] == ["heading", "cell", "cell"]


def test_a_heading_in_a_table_heads_nothing_after_it() -> None:
    body = heading("Top") + table(row(cell(paragraph(bold("Health")))), row("Well.")) + paragraph("After.")
    document = read(body)
    assert [block.section for block in document.blocks] == [(), ("Top",), ("Top", "Health"), ("Top",)]
    assert document.blocks[-1].label == 'Section "Top", paragraph 1'


def test_cells_are_counted_and_prompts_named() -> None:
    document = read(
        table(
            row("Parenting capacity:", "Good enough."),
            row("Name:", "Sam", "Date of birth:", "1 May"),
            row(cell("What works?")),
            row(cell("Bedtime.")),
        )
    )
    assert labels(document) == [
        "Table 1, row 1, column 1",
        'Table 1, row 1, "Parenting capacity"',
        "Table 1, row 2, column 1",
        'Table 1, row 2, "Name"',
        "Table 1, row 2, column 3",
        'Table 1, row 2, "Date of birth"',
        "Table 1, row 3, column 1",
        'Table 1, row 4, under "What works?"',
    ]
    assert document.blocks[5].cell == Cell(1, 2, 4)
    assert {block.part for block in document.blocks} == {"table"}


def test_a_prompt_is_found_through_cells_merged_downwards() -> None:
    body = table(
        row(cell("Health", '<w:vMerge w:val="restart"/>'), "Well."), row(cell("", "<w:vMerge/>"), "Asthma.")
    )
    assert labels(read(body))[-1] == 'Table 1, row 2, "Health"'


def test_a_table_inside_a_table_has_a_number_of_its_own() -> None:
    document = read(table(row(cell(paragraph("outer") + table(row("inner")) + paragraph("outer again")))))
    assert labels(document) == [
        "Table 1, row 1, column 1",
        "Table 2 (inside table 1), row 1, column 1",
        "Table 1, row 1, column 1, paragraph 2",
    ]


def test_labels_and_column_headings_are_the_forms_and_answers_the_writers() -> None:
    shaded = '<w:shd w:fill="D9D9D9"/>'
    body = table(
        row(cell(paragraph(bold("Who"))), cell(paragraph(bold("When")))), row("Sam’s aunt", "Weekly")
    )
    body += table(row("Name:", "Sam"), row(cell("Address", shaded), "Here"), row("Phone", ""))
    assert owners(read(body)) == [
        "template", "template", "author", "author", "template", "author", "template", "author", "template",
    ]  # fmt: skip


def test_placeholder_text_is_the_forms() -> None:
    shown = control(run("Click here to enter text."), PLACEHOLDER)
    body = (
        paragraph(shown) + paragraph(run("Name: ") + shown) + paragraph(run("Name: ") + control(run("Sam")))
    )
    assert owners(read(body + paragraph("{{ name }}") + paragraph("Sam {{ name }}"))) == [
        "template",
        "template",
        "author",
        "template",
        "author",
    ]


@pytest.mark.parametrize("blank", ["________", "...........", "…", "[name]", "«Name» «Surname»"])
def test_a_line_to_write_on_is_the_forms(blank: str) -> None:
    assert owners(read(paragraph(blank))) == ["template"]


def test_headings_are_the_forms() -> None:
    assert owners(read(heading("Analysis") + paragraph("Sam is well."))) == ["template", "author"]


def test_headers_and_footers_are_read_once_each_and_named() -> None:
    reference = (
        '<w:headerReference w:type="default" r:id="header1"/>'
        '<w:headerReference w:type="first" r:id="header2"/>'
        '<w:footerReference w:type="default" r:id="footer1"/>'
    )
    body = paragraph("Body.", f"<w:sectPr>{reference}</w:sectPr>") + f"<w:sectPr>{reference}</w:sectPr>"
    parts = {"header1": paragraph("Case"), "header2": table(row("First")), "footer1": paragraph("Page")}
    document = read(body, parts=parts)
    assert [(block.text, block.part, block.label) for block in document.blocks] == [
        ("Body.", "body", "Paragraph 1"),
        ("Case", "header", "Header"),
        ("First", "header", "Header of page 1, table 1, row 1, column 1"),
        ("Page", "footer", "Footer"),
    ]


def test_notes_and_comments_are_numbered_as_the_text_refers_to_them() -> None:
    body = paragraph(
        '<w:r><w:t>x</w:t><w:footnoteReference w:id="7"/><w:footnoteReference w:id="2"/>'
        '<w:commentReference w:id="0"/></w:r>'
    )
    notes = (
        '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="2">{paragraph("later")}</w:footnote>'
        f'<w:footnote w:id="7">{paragraph("first")}{paragraph("more")}</w:footnote>'
    )
    comment = f'<w:comment w:id="0">{paragraph("Says who?")}</w:comment>'
    document = read(body, parts={"footnotes": notes, "comments": comment})
    assert [(block.text, block.part, block.label) for block in document.blocks[1:]] == [
        ("first", "footnote", "Footnote 1"),
        ("more", "footnote", "Footnote 1, paragraph 2"),
        ("later", "footnote", "Footnote 2"),
        ("Says who?", "comment", "Comment 1"),
    ]


def test_a_comment_on_deleted_words_keeps_its_number() -> None:
    deleted = '<w:del><w:r><w:delText>x</w:delText><w:commentReference w:id="1"/></w:r></w:del>'
    body = paragraph(deleted + '<w:r><w:t>y</w:t><w:commentReference w:id="0"/></w:r>')
    comments = "".join(
        f'<w:comment w:id="{at}">{paragraph(said)}</w:comment>' for at, said in enumerate("ba")
    )
    document = read(body, parts={"comments": comments})
    assert {block.text: block.label for block in document.blocks[1:]} == {"a": "Comment 1", "b": "Comment 2"}


def test_text_boxes_are_numbered() -> None:
    body = paragraph(text_box(paragraph("a") + paragraph("b"))) + paragraph(text_box(paragraph("c")))
    assert labels(read(body)) == ["Text box 1", "Text box 1, paragraph 2", "Text box 2"]


def test_what_stands_in_a_header_is_counted_there() -> None:
    reference = '<w:headerReference w:type="default" r:id="header1"/>'
    body = table(row("Body.")) + paragraph(text_box(paragraph("a") + table(row("b")))) + table(row("Last."))
    header = table(row("Case")) + paragraph(text_box(paragraph("c")))
    document = read(f"{body}<w:sectPr>{reference}</w:sectPr>", parts={"header1": header})
    assert labels(document) == [
        "Table 1, row 1, column 1",
        "Text box 1",
        "Text box 1, table 1, row 1, column 1",
        "Table 2, row 1, column 1",
        "Header, table 1, row 1, column 1",
        "Header, text box 1",
    ]


def test_list_numbers_are_in_the_label_and_not_in_the_text() -> None:
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
    levels = level.format(0, "decimal", "%1.") + level.format(1, "lowerLetter", "%1.%2)")
    numbering = (
        f'<w:abstractNum w:abstractNumId="5">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="5"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>'
    )

    def item(text: str, at: int, number: int = 1) -> str:
        return paragraph(text, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>')

    body = (
        item("a", 0)
        + item("b", 1)
        + item("", 1)
        + item("c", 1)
        + item("d", 0)
        + item("e", 1)
        + item("f", 0, 2)
    )
    document = read(body + item("g", 0, 0) + item("h", 0, 99), parts={"numbering": numbering})
    assert texts(document) == ["a", "b", "c", "d", "e", "f", "g", "h"]
    assert [label.partition(", item ")[2] for label in labels(document)] == [
        "1",
        "1.a",
        "1.c",
        "2",
        "2.a",
        "4",
        "",
        "",
    ]
    assert [block.role for block in document.blocks] == ["list-item"] * 6 + ["paragraph", "list-item"]


def test_the_title_is_the_files_or_the_first_heading() -> None:
    assert read(paragraph("x") + heading("Assessment")).title == "Assessment"
