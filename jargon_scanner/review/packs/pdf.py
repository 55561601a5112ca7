"""Tagged PDF (PDF/UA-1): what a screen reader reads is what an eye sees, in the same order.

Typst sets the pages. What people wrote goes to it as JSON and never into its markup, so that no word of
theirs is a command.
"""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jargon_scanner.review import typesetting
from jargon_scanner.review.drawings import svg

if TYPE_CHECKING:
    from jargon_scanner.review.packs.paper import Paper

_TEMPLATES = files("jargon_scanner.review.packs") / "typst"


def cards_pdf(paper: Paper) -> bytes:
    """The cards, one word on a page of A4."""
    return typeset("cards", asdict(paper) | {"drawings": _drawings(paper)})


def tally_pdf(paper: Paper) -> bytes:
    """The tally sheet, on A4 lying down, with what each word means for the team."""
    return typeset("tally", asdict(paper) | {"drawings": {}})


def typeset(template: str, data: dict[str, Any]) -> bytes:
    """A PDF from one of our templates.

    Args:
        template: its name, in the folder ``typst``.
        data: what it shows, as JSON has it.
    """
    source = "\n".join(
        (_TEMPLATES / f"{name}.typ").read_text(encoding="utf-8") for name in ("common", template)
    )
    return typesetting.typeset(source.encode(), "data", typesetting.all_visible(data))


@cache
def picture(name: str, pixels_per_inch: float = 300) -> bytes:
    """A drawing as PNG, 18 mm wide, for files that hold no SVG."""
    source = (
        "#set page(width: 18mm, height: 18mm, margin: 0pt, fill: none)\n"
        '#image(bytes(sys.inputs.svg), format: "svg", width: 18mm)'
    )
    made: bytes = typesetting.compiler().compile(
        source.encode(), format="png", ppi=pixels_per_inch, sys_inputs={"svg": svg(name)}
    )
    return made


def _drawings(paper: Paper) -> dict[str, str]:
    names = {choice.drawing for choice in (*paper.feelings, *paper.sorts)}
    return {name: svg(name) for name in sorted(names)}
