"""``html``: a sheet as one page that needs nothing else, on a screen and on paper."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, BinaryIO

from jargon_scanner.outputs.visible import visible
from jargon_scanner.review.sheets.formats.family import Format
from jargon_scanner.review.sheets.sheet import shown

if TYPE_CHECKING:
    from jinja2 import Template

    from jargon_scanner.review.sheets.sheet import Sheet


def write(sheet: Sheet, out: BinaryIO) -> None:
    """Write the page."""
    out.write(_template().render(sheet=sheet).encode("utf-8", "replace"))


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("jargon_scanner.review.sheets", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"visible": visible, "shown": shown}
    return environment.get_template("sheet.html")


PART = Format("html", ".html", write)
