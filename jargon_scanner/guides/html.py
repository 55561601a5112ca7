"""A guide as HTML: a piece of a page, or one page with its pictures in it, to keep and to print."""

from __future__ import annotations

import base64
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from jargon_scanner.guides import PICTURES
from jargon_scanner.outputs.html_page import environment_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment

    from jargon_scanner.guides import Guide


def as_html(guide: Guide, picture: Callable[[str], str]) -> str:
    """The guide as a piece of a page. No HTML of its own is taken over from the Markdown.

    Args:
        guide: the guide.
        picture: the address of a picture, by the name of its file.
    """
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = parser.parse(guide.text)
    for token in (inner for outer in tokens for inner in outer.children or ()):
        if token.type == "image":
            token.attrs["src"] = picture(str(token.attrs["src"]).rpartition("/")[2])
    html: str = parser.renderer.render(tokens, parser.options, {})
    return html


def page(guide: Guide) -> bytes:
    """The guide as one page of HTML, in UTF-8, that needs no other file."""
    body = as_html(guide, _in_place)
    return _environment().get_template("guide.html").render(guide=guide, body=body).encode()


def _in_place(name: str) -> str:
    data = base64.b64encode((PICTURES / name).read_bytes()).decode()
    return f"data:image/png;base64,{data}"


@cache
def _environment() -> Environment:
    return environment_of(("jargon_scanner.guides", "jargon_scanner.outputs"), ("style.css", "guide.css"))
