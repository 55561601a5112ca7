"""Makes OpenDocument files: a text with header, footer, lists, tables and a footnote; a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from .archives import write_archive
from .passages import passages

if TYPE_CHECKING:
    from pathlib import Path

    from .content import Form
    from .passages import Passage

_KIND = "application/vnd.oasis.opendocument."
_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "manifest": "manifest",
        "meta": "meta",
    }.items()
)


def build_odt(form: Form, target: Path) -> None:
    """Write a text."""
    body = "".join(_block(passage) for passage in passages(form))
    master = (
        '<style:page-layout style:name="L"/></office:automatic-styles><office:master-styles>'
        '<style:master-page style:name="Standard" style:page-layout-name="L">'
        f"<style:header>{_p(form.settings['header'])}"
        f"</style:header><style:footer>{_p(form.settings['footer'])}</style:footer></style:master-page>"
    )
    styles = (
        f'<office:document-styles {_SPACES} office:version="1.3"><office:automatic-styles>{master}'
        "</office:master-styles></office:document-styles>"
    )
    _write(target, "text", f"<office:text>{body}</office:text>", styles)


def build_ods(content: dict[str, Any], target: Path) -> None:
    """Write a sheet."""
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string">{_p(str(cell))}</table:table-cell>' for cell in row
        )
        + "</table:table-row>"
        for row in content["rows"]
    )
    table = f'<table:table table:name="{escape(content["sheet"])}">{rows}</table:table>'
    _write(
        target,
        "spreadsheet",
        f"<office:spreadsheet>{table}</office:spreadsheet>",
        f'<office:document-styles {_SPACES} office:version="1.3"/>',
    )


def _write(target: Path, kind: str, body: str, styles: str) -> None:
    parts = {
        "mimetype": _KIND + kind,
        "content.xml": f'<office:document-content {_SPACES} office:version="1.3">'
        f"<office:body>{body}</office:body></office:document-content>",
        "styles.xml": styles,
        "META-INF/manifest.xml": f'<manifest:manifest {_SPACES} manifest:version="1.3">'
        + "".join(
            f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>'
            for path, media in {
                "/": _KIND + kind,
                "content.xml": "text/xml",
                "styles.xml": "text/xml",
            }.items()
        )
        + "</manifest:manifest>",
    }
    write_archive(target, {name: text.encode() for name, text in parts.items()})


def _block(passage: Passage) -> str:
    if passage.kind.startswith("heading"):
        return f'<text:h text:outline-level="{passage.kind[-1]}">{escape(passage.text)}</text:h>'
    if passage.kind == "bullet":
        return f"<text:list><text:list-item>{_p(passage.text)}</text:list-item></text:list>"
    if passage.kind == "note":
        inner = (
            f"<text:note-citation>1</text:note-citation><text:note-body>{_p(passage.text)}</text:note-body>"
        )
        note = f'<text:note text:note-class="footnote">{inner}</text:note>'
        return f"<text:p>Note{note}</text:p>"
    if passage.kind == "table":
        rows = [_row(row, heads=passage.heads and not at) for at, row in enumerate(passage.rows)]
        return f"<table:table>{''.join(rows)}</table:table>"
    return _p(passage.text)


def _row(cells: list[str], *, heads: bool) -> str:
    row = "".join(f"<table:table-cell>{_p(cell)}</table:table-cell>" for cell in cells)
    row = f"<table:table-row>{row}</table:table-row>"
    return f"<table:table-header-rows>{row}</table:table-header-rows>" if heads else row


def _p(text: str) -> str:
    return f"<text:p>{escape(text)}</text:p>"
