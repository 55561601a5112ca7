"""Guides for people: one page for each of the three users, and the data-protection note.

One guide, one Markdown file of this folder; its first line is its title. Its pictures show the real screens
and are made by ``python -m tests.pictures``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jargon_scanner.errors import UsageError

_FOLDER = Path(__file__).resolve().parent
#: Where the pictures lie, under the names by which guides show them: ``pictures/check.png``.
PICTURES = _FOLDER / "pictures"
#: The order in which they are listed; what is not named comes after, by name.
_ORDER = ("practitioner", "qa-team", "our-voice", "data-protection")


@dataclass(frozen=True, slots=True)
class Guide:
    """A guide.

    Attributes:
        name: what a person types: "practitioner".
        title: what it is called.
        text: all of it, in Markdown.
    """

    name: str
    title: str
    text: str


@cache
def guides() -> dict[str, Guide]:
    """Every guide by its name, in the order in which people should see them."""
    found = {path.stem: path.read_text("utf-8") for path in _FOLDER.glob("*.md")}
    names = sorted(found, key=lambda name: (_ORDER.index(name) if name in _ORDER else len(_ORDER), name))
    return {name: Guide(name, _title(found[name]), found[name]) for name in names}


def guide(name: str) -> Guide:
    """One guide.

    Raises:
        UsageError: there is none of this name.
    """
    try:
        return guides()[name]
    except KeyError:
        raise UsageError(f"There is no guide {name!r}. There are: {', '.join(guides())}.") from None


def _title(text: str) -> str:
    return text.partition("\n")[0].removeprefix("# ").strip()
