"""Makes a Word file (`.docx` or `.dotx`) from a text, the same bytes at every build."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from lxml import etree

from .blocks import TEXT_WIDTH, Body
from .inline import Writer, xml_of
from .marks import Marks, element, footnotes_part

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from .content import Form

FIXED_TIME = (2026, 1, 1, 0, 0, 0)
SPARE_STYLES = ("Light", "Medium", "Dark", "Colorful")
SPARE_PARTS = ("stylesWithEffects", "thumbnail", "customXml")
DOCUMENT_TYPE = CONTENT_TYPE.WML_DOCUMENT_MAIN.encode()
TEMPLATE_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"


def build_word(form: Form, target: Path) -> None:
    """Write the document that the text describes."""
    settings = form.settings
    document = docx.Document()
    _drop_spare(document)
    _page_and_styles(document, settings)
    marks = Marks(settings["author"], f"{settings['date']}T09:30:00+00:00")
    notes = settings.get("notes", {})
    writer = Writer(document, marks, notes, settings.get("comments", {}), settings.get("split", 0))
    body = Body(document, writer, settings["dark"], settings["light"], settings.get("tables", {}))
    if "title" in settings:
        writer.write(document.add_paragraph(style="Title"), settings["title"])
    body.add(form.blocks)
    _header_and_footer(document, writer, settings)
    if writer.used_notes:
        _add_footnotes(document, writer.used_notes)
    _properties(document, settings)
    etree.cleanup_namespaces(document.element, keep_ns_prefixes=["w", "r", "w14", "wp14", "mc", "wps"])
    packed = io.BytesIO()
    document.save(packed)
    target.write_bytes(_same_every_time(packed.getvalue(), template=target.suffix == ".dotx"))


def _drop_spare(document: Document) -> None:
    """Remove what python-docx's own template brings and no council file has."""
    for holder in (document.part, document.part.package):
        for number, relation in list(holder.rels.items()):
            if any(name in relation.reltype or name in relation.target_ref for name in SPARE_PARTS):
                del holder.rels[number]
    for style in list(document.styles):
        if style.name and style.name.startswith(SPARE_STYLES):
            style.delete()


def _page_and_styles(document: Document, settings: dict[str, Any]) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin, section.bottom_margin = Cm(2.6), Cm(2)
    styles = document.styles
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for place in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(place), settings.get("font", "Arial"))
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    dark = RGBColor.from_string(settings["dark"])
    for name, size in (("Title", 20), ("Heading 1", 14), ("Heading 2", 12)):
        styles[name].font.size, styles[name].font.color.rgb = Pt(size), dark
    styles["Normal"].font.size = Pt(settings.get("size", 10.5))
    styles["Normal"].paragraph_format.space_after = Pt(6)
    placeholder = styles.add_style("Placeholder Text", WD_STYLE_TYPE.CHARACTER, builtin=True)
    placeholder.font.color.rgb = RGBColor(0x80, 0x80, 0x80)
    note_mark = styles.add_style("FootnoteReference", WD_STYLE_TYPE.CHARACTER, builtin=True)
    note_mark.font.superscript, note_mark.name = True, "footnote reference"
    note_text = styles.add_style("FootnoteText", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    note_text.font.size, note_text.name = Pt(9), "footnote text"
    link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
    link.font.underline, link.font.color.rgb = True, RGBColor(0x05, 0x63, 0xC1)


def _header_and_footer(document: Document, writer: Writer, settings: dict[str, Any]) -> None:
    section = document.sections[0]
    section.header_distance = section.footer_distance = Cm(1)
    for number, line in enumerate(settings.get("header", [])):
        paragraph = section.header.paragraphs[0] if number == 0 else section.header.add_paragraph()
        _one_right_tab(paragraph)
        writer.write(paragraph, line.replace(" || ", "\t"))
    if "footer" in settings:
        paragraph = section.footer.paragraphs[0]
        _one_right_tab(paragraph)
        writer.write(paragraph, settings["footer"] + "\t")
        xml_of(paragraph).append(writer.marks.page_number())


def _one_right_tab(paragraph: Paragraph) -> None:
    stops = paragraph.style.paragraph_format.tab_stops if paragraph.style else ()
    for stop in list(stops):
        paragraph.paragraph_format.tab_stops.add_tab_stop(stop.position, WD_TAB_ALIGNMENT.CLEAR)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.paragraph_format.space_after = Pt(0)


def _add_footnotes(document: Document, notes: list[str]) -> None:
    name = PackURI("/word/footnotes.xml")
    part = Part(name, CONTENT_TYPE.WML_FOOTNOTES, footnotes_part(notes), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    separators = element('<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>')
    document.settings.element.find(qn("w:compat")).addprevious(separators)


def _properties(document: Document, settings: dict[str, Any]) -> None:
    properties, day = document.core_properties, datetime.fromisoformat(f"{settings['date']}T09:30:00")
    properties.title = settings.get("title", "")
    properties.author = properties.last_modified_by = settings["author"]
    properties.subject, properties.comments = settings.get("subject", ""), ""
    properties.created = properties.modified = day
    properties.language = "en-GB"


def _same_every_time(packed: bytes, *, template: bool) -> bytes:
    """Pack again with fixed times, and with the content type of a template where one is wanted."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if template and name == "[Content_Types].xml":
                content = content.replace(DOCUMENT_TYPE, TEMPLATE_TYPE)
            new.writestr(zipfile.ZipInfo(name, FIXED_TIME), content, zipfile.ZIP_DEFLATED)
    return result.getvalue()
