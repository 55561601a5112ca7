"""Each character of a block is found again in the package, whatever wraps it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from jargon_scanner.errors import DocumentError
from jargon_scanner.word_file import find, open_package, read_word
from tests.word.builder import cell, control, package, paragraph, row, run, table, text_box

if TYPE_CHECKING:
    from jargon_scanner.document import Document

FORM = Path("form.docx")
T = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def check_addresses(document: Document, data: bytes) -> None:
    """Every block stands at its place in the text; every character stored as text is at its address."""
    opened = open_package(FORM, data)
    for block in document.blocks:
        assert document.text[block.start : block.end] == block.text
        root = opened.part(block.anchor.part).root
        for segment in block.anchor.segments:
            element = find(root, block.anchor.path + segment.path)
            if element.tag == T:
                assert element.text == block.text[segment.start : segment.end]


def test_a_character_is_found_by_its_offset() -> None:
    data = package(paragraph("x") + paragraph(run("safe") + "<w:r><w:tab/></w:r>" + control(run("guarding"))))
    block = read_word(FORM, data).blocks[1]
    address = block.anchor.address(7)
    assert address is not None
    element = find(open_package(FORM, data).part(address.part).root, address.path)
    assert (element.text, address.offset) == ("guarding", 2)
    assert block.anchor.address(len(block.text)) is None


def test_a_space_that_is_ours_has_no_address() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('b')}</w:rt><w:rubyBase>{run('a')}</w:rubyBase></w:ruby></w:r>"
    block = read_word(FORM, package(paragraph(ruby))).blocks[0]
    assert [block.anchor.address(at) is None for at in range(3)] == [False, True, False]


# A structure is a list of nodes; each says how what is inside is wrapped, and the last ones are runs.
INLINE = ["plain", "ins", "hyperlink", "smartTag", "fldSimple", "control", "field", "box"]
BLOCK = ["paragraph", "control", "customXml", "table", "wide"]
inline = st.recursive(
    st.just("run"),
    lambda inner: st.tuples(st.sampled_from(INLINE), st.lists(inner, min_size=1, max_size=3)),
    max_leaves=6,
)
blocks = st.recursive(
    st.tuples(st.just("paragraph"), st.lists(inline, min_size=1, max_size=4)),
    lambda inner: st.tuples(st.sampled_from(BLOCK[1:]), st.lists(inner, min_size=1, max_size=3)),
    max_leaves=12,
)


class Writer:
    """Writes a structure as XML, each run with a word of its own."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def inline(self, node: object) -> str:
        if node == "run":
            self.words.append(f"w{len(self.words)};")
            return run(self.words[-1])
        kind, inner = node
        content = "".join(self.inline(each) for each in inner)
        if kind == "box":
            return text_box(paragraph(content))
        if kind == "control":
            return control(content)
        if kind == "field":
            marks = [
                f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>' for mark in ("begin", "separate", "end")
            ]
            return f"{marks[0]}<w:r><w:instrText>code</w:instrText></w:r>{marks[1]}{content}{marks[2]}"
        return content if kind == "plain" else f"<w:{kind}>{content}</w:{kind}>"

    def block(self, node: object) -> str:
        kind, inner = node
        if kind == "paragraph":
            return paragraph("".join(self.inline(each) for each in inner))
        content = [self.block(each) for each in inner]
        if kind == "control":
            return control("".join(content))
        if kind == "customXml":
            return f"<w:customXml>{''.join(content)}</w:customXml>"
        cells = [f"<w:tc>{each}</w:tc>" for each in content]
        return table(row(*cells)) if kind == "wide" else table(*[row(each) for each in cells])


@given(st.lists(blocks, min_size=1, max_size=4))
def test_every_run_of_any_structure_is_found_once_at_its_place(nodes: list[object]) -> None:
    writer = Writer()
    data = package("".join(writer.block(node) for node in nodes))
    document = read_word(FORM, data)
    found = [word + ";" for word in document.text.replace("\n", "").split(";")[:-1]]
    assert sorted(found) == sorted(writer.words)
    check_addresses(document, data)


@given(st.binary(max_size=300), st.integers(0, 10_000))
def test_a_damaged_file_raises_nothing_but_our_errors(noise: bytes, at: int) -> None:
    data = package(table(row(cell("a"), "b")) + paragraph("c"))
    at %= len(data)
    with suppress(DocumentError):
        read_word(FORM, data[:at] + noise + data[at + len(noise) :])
