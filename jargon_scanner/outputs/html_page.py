"""``html``: one page that reads without script, by eye, ear and keyboard, on paper and at 320 pixels.

Everything from a document goes through Jinja's escaping; the page's own policy forbids all but its one style.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, BinaryIO
from urllib.parse import quote

from jargon_scanner.errors import DocumentError
from jargon_scanner.findings import KINDS
from jargon_scanner.outputs import wording
from jargon_scanner.outputs.family import Look, Output, Page, Result
from jargon_scanner.outputs.folding import Place, fold
from jargon_scanner.outputs.sentences import Marked, mark_sentences, shorten
from jargon_scanner.outputs.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from jinja2 import Environment

    from jargon_scanner.findings import Finding
    from jargon_scanner.report import Report

_SENTENCE_LENGTH = 600
_INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Leaf:
    """One document as the templates read it: its report, and the folds and sentences of it."""

    report: Report
    places: tuple[Place, ...]
    sentences: Mapping[str, Marked]

    @property
    def name(self) -> str:
        """The file's own name."""
        return wording.document_name(self.report.document.path)

    @property
    def terms(self) -> int:
        """How many different terms were found."""
        return sum(len(place.terms) for place in self.places)

    def sentence(self, finding: Finding) -> Marked:
        """The finding's sentence with its words marked, cut only where it runs on for half a page."""
        return shorten(self.sentences[finding.id], _SENTENCE_LENGTH)


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that could not be read, as the templates read it."""

    error: DocumentError

    @property
    def name(self) -> str:
        """The file's own name."""
        return wording.document_name(self.error.path)


def write(results: Iterable[Result], out: BinaryIO, look: Look) -> None:  # noqa: ARG001 - a view's one signature
    """Write all documents on one page; for several, an overview first."""
    leaves = [_leaf(result) for result in results]
    out.write(render("page.html", leaves=leaves, links=[f"#document-{i}" for i in range(1, len(leaves) + 1)]))


def pages(results: Iterable[Result]) -> Iterator[Page]:
    """A page for each document that was read, and an index that names them all."""
    taken = {_INDEX}
    leaves: list[Leaf | Unread] = []
    links: list[str | None] = []
    for result in results:
        leaf = _leaf(result)
        leaves.append(leaf)
        links.append(None)
        if isinstance(leaf, Leaf):
            name = _free_name(leaf.name, taken)
            links[-1] = quote(name)
            yield Page(name, render("page.html", leaves=[leaf], links=[None]))
    yield Page(_INDEX, render("index.html", leaves=leaves, links=links))


def _leaf(result: Result) -> Leaf | Unread:
    return Unread(result) if isinstance(result, DocumentError) else leaf_of(result)


def leaf_of(report: Report) -> Leaf:
    """A report as the templates read it."""
    return Leaf(report, fold(report), mark_sentences(report))


def _free_name(document: str, taken: set[str]) -> str:
    """A file name for a document's page that no other page of the folder has, capitals or not."""
    safe = "".join(letter if letter.isalnum() or letter in "._- " else "_" for letter in document)[:120]
    name, again = f"{safe}.html", 1
    while name.casefold() in taken:
        again += 1
        name = f"{safe}-{again}.html"
    taken.add(name.casefold())
    return name


def render(template: str, **values: Any) -> bytes:
    """A page of one of our templates, in UTF-8."""
    page = _environment().get_template(template).render(**values)
    return page.encode("utf-8", "replace")


@cache
def _environment() -> Environment:
    return environment_of(("jargon_scanner.outputs",), ("style.css",))


def environment_of(packages: Sequence[str], styles: Sequence[str]) -> Environment:
    """How pages are made: everything escaped, and no style allowed but the given ones.

    Args:
        packages: whose folders ``templates`` are looked in, one after the other.
        styles: names of stylesheets in them, which become one.
    """
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=ChoiceLoader([PackageLoader(package, "templates") for package in packages]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        newline_sequence="\n",
        keep_trailing_newline=True,
    )
    style = "".join(environment.get_template(name).render() for name in styles)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment.globals.update(
        style=Markup(style),  # noqa: S704 - the stylesheet is ours and holds nothing of a document
        style_hash=f"sha256-{digest}",
        kinds=KINDS,
        words=wording,
    )
    environment.filters["visible"] = visible
    environment.filters["in_words"] = _in_words
    environment.tests["unread"] = lambda leaf: isinstance(leaf, Unread)
    return environment


def _in_words(slug: str) -> str:
    """A category's name as words: "system-word" is "System word"."""
    words = visible(slug).replace("-", " ")
    return words[:1].upper() + words[1:]


PART = Output(
    name="html",
    suffix=".html",
    description="a page to read in a browser or on paper",
    write=write,
    pages=pages,
)
