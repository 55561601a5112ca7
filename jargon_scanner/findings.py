"""Findings: what a child would stumble over, where it stands and what it could say instead.

Plain frozen data, as the report shows it. Later rooms return a changed copy; nothing is changed in place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from jargon_scanner.document import Part

Kind: TypeAlias = Literal["acronym", "jargon", "blaming"]
Treatment: TypeAlias = Literal["replace", "explain", "ask", "rethink"]
FindingOwner: TypeAlias = Literal["template", "author", "quote"]
Status: TypeAlias = Literal["undefined", "defined", "defined-later", "redefined", "unknown"]
ExpansionSource: TypeAlias = Literal["document", "library", "lexicon"]

KINDS: tuple[Kind, ...] = ("acronym", "jargon", "blaming")
#: The source of a suggestion that explains a short form where the document first uses it.
FIRST_USE = "explained at its first use"
#: Source of a suggestion that is the long form of letters: as the lexicon, the document or others have it.
LONG_FORM = "long form"
IN_DOCUMENT = "this document"
IN_LIBRARY = "other documents"
LONG_FORMS = frozenset({LONG_FORM, IN_DOCUMENT, IN_LIBRARY})

TREATMENTS: tuple[Treatment, ...] = ("replace", "explain", "ask", "rethink")


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a document. ``start`` and ``end`` are the range in block number ``block``."""

    label: str
    page: int | None
    part: Part
    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Expansion:
    """One long form that an acronym can have here.

    Attributes:
        text: the long form.
        score: how much speaks for it, from 0 to 1.
        source: who gives it.
        documents: where that is the library, the documents of it that do.
    """

    text: str
    score: float
    source: ExpansionSource
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Acronym:
    """What is known of a short form at this place.

    Attributes:
        status: how well the document explains it.
        expansion: the long form that is meant here, of the letters alone.
        expansions: all that it can mean here, best first.
        short: the letters alone as written: of "CP plan", "CP"; "" where nobody said.
    """

    status: Status
    expansion: str | None
    expansions: tuple[Expansion, ...] = ()
    short: str = ""


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved a wording, or decided to keep a word.

    Attributes:
        group: who, several of them: "young people".
        date: when, as 2027-03 or 2027-03-14.
        responses: how many were asked; 0 where that is not said.
        chose: how many of them chose it; None where that is not said.
    """

    group: str
    date: str
    responses: int
    chose: int | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One wording to choose.

    Attributes:
        mode: ``replace`` when the words drop in, ``rephrase`` when the sentence must be written anew.
        text: what stands there instead, or the advice.
        replaces: half-open range in the document's text that ``text`` takes the place of.
        sentence: the whole sentence with the change made; None for ``rephrase``.
        source: where the wording comes from.
        review: who approved it, or None.
    """

    mode: Literal["replace", "rephrase"]
    text: str
    replaces: tuple[int, int]
    sentence: str | None
    source: str
    review: Approval | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One place in a document that a child would stumble over. Fields as in the report's contract.

    ``review`` says who decided that the words are kept and explained; None where nobody did.

    ``start`` and ``end`` are a half-open range of code points in ``Document.text``, and
    ``document.text[start:end] == text`` always holds.
    """

    id: str
    kind: Kind
    category: str
    treatment: Treatment
    owner: FindingOwner
    question: str | None
    entry: str | None
    text: str
    start: int
    end: int
    location: Location
    sentence: str
    meaning: str | None
    why: str | None
    acronym: Acronym | None
    suggestions: tuple[Suggestion, ...]
    confidence: float
    review: Approval | None = None

    @property
    def first_use(self) -> Suggestion | None:
        """The suggestion that writes a short form out where it is first used, its letters behind it."""
        return next((one for one in self.suggestions if one.source == FIRST_USE), None)

    @property
    def letters(self) -> str:
        """The short form that it is about, as written: of "CP plan", "CP"; its text where it has none."""
        return (self.acronym.short if self.acronym else "") or self.text
