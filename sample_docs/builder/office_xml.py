"""Makes small Excel and PowerPoint files, part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from .archives import write_archive
from .passages import passages

if TYPE_CHECKING:
    from pathlib import Path

    from .content import Form
    from .passages import Passage

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SLIDES = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    f'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="{_OFFICE}"'
)
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_POWERPOINT = "application/vnd.openxmlformats-officedocument.presentationml."


def build_xlsx(content: dict[str, Any], target: Path) -> None:
    """Write a workbook: a sheet with comments, and a hidden one."""
    hidden = content["hidden"]
    sheets = (
        f'<sheet name="{escape(content["sheet"])}" sheetId="1" r:id="r1"/>'
        f'<sheet name="{escape(hidden["name"])}" sheetId="2" state="hidden" r:id="r2"/>'
    )
    comments = "".join(
        f'<comment ref="{place}" authorId="0"><text><t>{escape(words)}</t></text></comment>'
        for place, words in content["comments"].items()
    )
    parts = {
        "xl/workbook.xml": (
            f'<workbook xmlns="{_SHEETS}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>',
            f"{_EXCEL}sheet.main+xml",
        ),
        "xl/sheet1.xml": (_sheet(content["rows"]), f"{_EXCEL}worksheet+xml"),
        "xl/sheet2.xml": (_sheet(hidden["rows"]), f"{_EXCEL}worksheet+xml"),
        "xl/comments1.xml": (
            f'<comments xmlns="{_SHEETS}"><authors><author>TM</author></authors>'
            f"<commentList>{comments}</commentList></comments>",
            f"{_EXCEL}comments+xml",
        ),
    }
    links = {
        "": [("officeDocument", "xl/workbook.xml")],
        "xl/workbook.xml": [("worksheet", "sheet1.xml"), ("worksheet", "sheet2.xml")],
        "xl/sheet1.xml": [("comments", "comments1.xml")],
    }
    _write(target, parts, links)


def _sheet(rows: list[list[Any]]) -> str:
    cells = "".join("<row>" + "".join(_cell(value) for value in row) + "</row>" for row in rows)
    return f'<worksheet xmlns="{_SHEETS}"><sheetData>{cells}</sheetData></worksheet>'


def _cell(value: Any) -> str:
    if isinstance(value, int):
        return f"<c><v>{value}</v></c>"
    return f'<c t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'


def build_pptx(form: Form, target: Path) -> None:
    """Write a presentation: a slide for each heading, with its notes."""
    slides: list[list[Passage]] = []
    for passage in passages(form):
        if passage.kind.startswith("heading"):
            slides.append([])
        slides[-1].append(passage)
    ids = "".join(f'<p:sldId id="{255 + number}" r:id="r{number}"/>' for number in range(1, len(slides) + 1))
    parts = {
        "ppt/presentation.xml": (
            f"<p:presentation {_SLIDES}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>",
            f"{_POWERPOINT}presentation.main+xml",
        )
    }
    links = {
        "": [("officeDocument", "ppt/presentation.xml")],
        "ppt/presentation.xml": [("slide", f"slide{number}.xml") for number in range(1, len(slides) + 1)],
    }
    for number, slide in enumerate(slides, start=1):
        shapes = "".join(_shape(passage) for passage in slide if passage.kind != "note")
        parts[f"ppt/slide{number}.xml"] = (_tree("sld", shapes), f"{_POWERPOINT}slide+xml")
        notes = [passage for passage in slide if passage.kind == "note"]
        if notes:
            body = "".join(_text_shape(note.text, "body") for note in notes)
            parts[f"ppt/notes{number}.xml"] = (_tree("notes", body), f"{_POWERPOINT}notesSlide+xml")
            links[f"ppt/slide{number}.xml"] = [("notesSlide", f"notes{number}.xml")]
    _write(target, parts, links)


def _tree(root: str, shapes: str) -> str:
    return f"<p:{root} {_SLIDES}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:{root}>"


def _shape(passage: Passage) -> str:
    if passage.kind == "table":
        rows = "".join(
            "<a:tr>" + "".join(f"<a:tc><a:txBody>{_p(cell)}</a:txBody></a:tc>" for cell in row) + "</a:tr>"
            for row in passage.rows
        )
        table = f'<a:tbl><a:tblPr firstRow="1"/>{rows}</a:tbl>'
        graphic = f"<a:graphic><a:graphicData>{table}</a:graphicData></a:graphic>"
        return f"<p:graphicFrame>{graphic}</p:graphicFrame>"
    return _text_shape(passage.text, "title" if passage.kind.startswith("heading") else "body")


def _text_shape(text: str, kind: str) -> str:
    name = f'<p:cNvPr id="2" name="{kind}"/><p:nvPr><p:ph type="{kind}"/></p:nvPr>'
    return f"<p:sp><p:nvSpPr>{name}</p:nvSpPr><p:txBody>{_p(text)}</p:txBody></p:sp>"


def _p(text: str) -> str:
    return f"<a:p><a:r><a:t>{escape(text)}</a:t></a:r></a:p>"


def _write(target: Path, parts: dict[str, tuple[str, str]], links: dict[str, list[tuple[str, str]]]) -> None:
    """Write parts with their content types and links."""
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, (_, kind) in parts.items()
    )
    default = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    )
    members = {"[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">{default}{types}</Types>'}
    for name, targets in links.items():
        folder, _, base = name.rpartition("/")
        inner = "".join(
            f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{place}"/>'
            for number, (kind, place) in enumerate(targets, start=1)
        )
        where = f"{folder}/_rels/{base}.rels".lstrip("/")
        members[where] = f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'
    members |= {name: text for name, (text, _) in parts.items()}
    write_archive(target, {name: text.encode() for name, text in members.items()})
