"""Makes a web page as a portal saves it: a field, tables, a picture, and what is not for reading."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from .passages import passages

if TYPE_CHECKING:
    from pathlib import Path

    from .content import Form
    from .passages import Passage


def build_html(form: Form, target: Path) -> None:
    """Write a page in Windows-1252, which it declares as Latin-1."""
    settings = form.settings
    body = "\n".join(_block(passage) for passage in passages(form))
    page = (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="iso-8859-1">'
        f"<title>{escape(settings['title'])}</title>\n"
        "<style>td { border: 1px solid }</style><script>window.session = 'LAC CIN PEP';</script></head>\n"
        f"<body><header>{escape(settings['header'])}</header><main>\n{body}\n</main>"
        '<img src="logo.png" alt="Council crest">'
        f"<footer>{escape(settings['footer'])}</footer></body></html>\n"
    )
    target.write_bytes(page.encode("cp1252"))


def _block(passage: Passage) -> str:
    text = escape(passage.text, quote=False)
    if passage.kind.startswith("heading"):
        return f"<h{passage.kind[-1]}>{text}</h{passage.kind[-1]}>"
    if passage.kind == "bullet":
        return f"<ul><li>{text}</ul>"
    if passage.kind == "note":
        return f'<label for="note">Note</label><textarea id="note">{text}</textarea>'
    if passage.kind == "table":
        rows = [_row(row, "th" if passage.heads and not at else "td") for at, row in enumerate(passage.rows)]
        return f"<table>{''.join(rows)}</table>"
    return f"<p>{text}"


def _row(cells: list[str], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(cell, quote=False)}</{tag}>" for cell in cells) + "\n"
