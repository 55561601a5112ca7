"""``html``: a sheet as one page that needs nothing else, on a screen and on paper."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, BinaryIO

from jargon_scanner.outputs.html_page import environment_of
from jargon_scanner.review.sheets.formats.family import Format

if TYPE_CHECKING:
    from jinja2 import Template

    from jargon_scanner.review.sheets.sheet import Sheet


def write(sheet: Sheet, out: BinaryIO) -> None:
    """Write the page."""
    out.write(_template().render(sheet=sheet).encode("utf-8", "replace"))


@cache
def _template() -> Template:
    return environment_of(("jargon_scanner.review.sheets",), ()).get_template("sheet.html")


PART = Format("html", ".html", write)
