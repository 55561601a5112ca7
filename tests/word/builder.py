"""Word packages made by hand: a few lines of XML become a file."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from jargon_scanner.word_file import read_word

if TYPE_CHECKING:
    from jargon_scanner.document import Document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{RELATIONSHIPS}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"


def run(text: str, properties: str = "") -> str:
    before = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{before}<w:t xml:space="preserve">{text}</w:t></w:r>'


def bold(text: str) -> str:
    return run(text, "<w:b/>")


def paragraph(content: str, properties: str = "") -> str:
    inner = content if content.startswith("<") else run(content) if content else ""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def heading(text: str, level: int = 1) -> str:
    return paragraph(text, f'<w:pStyle w:val="Heading{level}"/>')


def cell(content: str, properties: str = "") -> str:
    inner = content if content.startswith(("<w:p>", "<w:tbl>", "<w:sdt>")) else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(each if each.startswith('<w:tc>') else cell(each) for each in cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def form_field(data: str, instruction: str, result: str = "") -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def text_box(content: str) -> str:
    """A text box as Word writes it: told twice, once for new programs and once for old."""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
        f"<w:txbxContent>{content}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def picture(description: str = "") -> str:
    return f'<w:r><w:drawing><wp:docPr id="1" descr="{description}"/><pic:pic/></w:drawing></w:r>'


def package(
    body: str, *, parts: dict[str, str] | None = None, strict: bool = False, main: str = "word/document.xml"
) -> bytes:
    """A file with a body and other parts.

    Args:
        body: XML inside ``w:body``.
        parts: XML of further parts by relationship kind, with a number where there are several
            ("header1"): its root's name is worked out from the kind.
        strict: write in the strict vocabulary.
        main: name of the main part.
    """
    folder, base = main.rsplit("/", 1)
    files = {main: f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"}
    links = []
    for name, content in (parts or {}).items():
        kind = name.rstrip("0123456789")
        links.append(f'<Relationship Id="{name}" Type="{RELATIONSHIPS}/{kind}" Target="{name}.xml"/>')
        files[f"{folder}/{name}.xml"] = _part(kind, content)
    files[f"{folder}/_rels/{base}.rels"] = f'<Relationships xmlns="{_LINKS}">{"".join(links)}</Relationships>'
    files["_rels/.rels"] = (
        f'<Relationships xmlns="{_LINKS}">'
        f'<Relationship Id="rId1" Type="{RELATIONSHIPS}/officeDocument" Target="{main}"/></Relationships>'
    )
    if strict:
        files = {name: _in_strict(content) for name, content in files.items()}
    return zipped({name: content.encode() for name, content in files.items()})


def zipped(files: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def read(body: str, **options: object) -> Document:
    return read_word(Path("form.docx"), package(body, **options))


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def labels(document: Document) -> list[str]:
    return [block.label for block in document.blocks]


def codes(document: Document) -> set[str]:
    return {problem.code for problem in document.problems}


def _part(kind: str, content: str) -> str:
    root = {"header": "w:hdr", "footer": "w:ftr", "chart": "c:chartSpace"}.get(kind, f"w:{kind}")
    return f"<{root} {NAMESPACES}>{content}</{root}>"


def _in_strict(content: str) -> str:
    base = "http://purl.oclc.org/ooxml"
    return (
        content.replace(W, f"{base}/wordprocessingml/main")
        .replace(RELATIONSHIPS, f"{base}/officeDocument/relationships")
        .replace("http://schemas.openxmlformats.org/drawingml/2006", f"{base}/drawingml")
        .replace("http://schemas.openxmlformats.org/officeDocument/2006/math", f"{base}/officeDocument/math")
    )
