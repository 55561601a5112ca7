"""The report: everything one scan says about one document, to and from JSON.

Every output is a view of this object; none of them computes a finding of its own.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from jargon_scanner.document import Problem
from jargon_scanner.findings import KINDS, Finding, Kind, Treatment

if TYPE_CHECKING:
    from pydantic import TypeAdapter

SCHEMA: Literal["jargon-scanner/report/1"] = "jargon-scanner/report/1"


@dataclass(frozen=True, slots=True)
class LexiconInfo:
    """Which lexicon was loaded: its name, version and the hash of what was read."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """Which spaCy model answered the questions of grammar."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class ToolInfo:
    """What made the report."""

    version: str
    lexicon: LexiconInfo
    model: ModelInfo


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What was read. ``pages`` is None for formats without pages; ``words`` counts what a reader sees."""

    path: str
    format: str
    sha256: str
    title: str
    pages: int | None
    words: int


@dataclass(frozen=True, slots=True)
class Figures:
    """Readability figures over prose: age in years, words, and a share from 0 to 1.

    None where there is too little prose to say.
    """

    reading_age: float | None
    words_per_sentence: float | None
    hard_words_share: float | None


@dataclass(frozen=True, slots=True)
class Readability:
    """Figures now, and ``after``: if every first drop-in suggestion that needs no choice were accepted."""

    reading_age: float | None
    words_per_sentence: float | None
    hard_words_share: float | None
    after: Figures
    formula: str


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts. ``child_words`` are the words that are the child's or family's own."""

    findings: int
    by_kind: dict[str, int]
    by_category: dict[str, int]
    by_owner: dict[str, int]
    per_1000_words: float
    child_words: int


@dataclass(frozen=True, slots=True)
class Note:
    """Something about the document as a whole. ``places`` are labels that a person can follow."""

    code: str
    message: str
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remaining:
    """Words that are still found in a proposed sentence, and what is to be done with them."""

    text: str
    kind: Kind
    treatment: Treatment


@dataclass(frozen=True, slots=True)
class Proposal:
    """A sentence with every change made that needs no person to choose.

    Attributes:
        findings: ids of the findings that are answered.
        replaces: half-open range of the sentence in the document's text.
        sentence: as it stands.
        text: as it could stand.
        remains: what is still found when it is read again; empty when it is clean.
    """

    findings: tuple[str, ...]
    replaces: tuple[int, int]
    sentence: str
    text: str
    remains: tuple[Remaining, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One scan of one document. ``text`` and ``sentences`` are None unless they were asked for."""

    tool: ToolInfo
    document: DocumentInfo
    readability: Readability
    findings: tuple[Finding, ...]
    summary: Summary
    notes: tuple[Note, ...] = ()
    problems: tuple[Problem, ...] = ()
    text: str | None = None
    sentences: tuple[Proposal, ...] | None = None
    schema: Literal["jargon-scanner/report/1"] = SCHEMA

    def to_dict(self) -> dict[str, Any]:
        """The report as plain data, in the order of the contract; what was not asked for is left out."""
        data: dict[str, Any] = _adapter().dump_python(self, mode="json")
        for name in ("text", "sentences"):
            if data[name] is None:
                del data[name]
        order = (
            "schema",
            "tool",
            "document",
            "text",
            "readability",
            "findings",
            "sentences",
            "summary",
            "notes",
            "problems",
        )
        return {key: data[key] for key in order if key in data}

    @staticmethod
    def from_dict(data: dict[str, Any]) -> Report:
        """Read a report back.

        Raises:
            pydantic.ValidationError: the data does not follow the schema.
        """
        return _adapter().validate_python(data)

    def without_text(self) -> Report:
        """The same report without the document's extracted text."""
        return replace(self, text=None)


@cache
def _adapter() -> TypeAdapter[Report]:
    from pydantic import TypeAdapter

    return TypeAdapter(Report)


def json_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a report, made from the types."""
    schema = _adapter().json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "jargon-scanner report",
        **{key: value for key, value in schema.items() if key != "title"},
    }


def summarise(findings: tuple[Finding, ...], words: int, child_words: int) -> Summary:
    """Count findings by kind, category and owner, and per 1,000 of ``words``."""
    kinds = Counter(finding.kind for finding in findings)
    return Summary(
        findings=len(findings),
        by_kind={kind: kinds[kind] for kind in KINDS},
        by_category=dict(sorted(Counter(finding.category for finding in findings).items())),
        by_owner={
            owner: sum(finding.owner == owner for finding in findings)
            for owner in ("template", "author", "quote")
        },
        per_1000_words=round(1000 * len(findings) / words, 2) if words else 0.0,
        child_words=child_words,
    )
