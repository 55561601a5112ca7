"""The sheets of the workbook, each a table: its columns, and its rows made from the figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jargon_scanner.outputs.wording import count
from jargon_scanner.workbook import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from jargon_scanner.library.figures import AcronymMeaning
    from jargon_scanner.library.views.family import Shown


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, its columns, and its rows, made anew at each call."""

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[Shown], Iterable[Sequence[Any]]]


_TERMS = Sheet(
    "Terms",
    (
        Column("Rank", 6, "count"),
        Column("Term", 28),
        Column("Kind", 10),
        Column("Category", 16),
        Column("Treatment", 11),
        Column("Documents", 11, "count"),
        Column("Times", 9, "count"),
        Column("Of those in forms", 10, "count"),
        Column("In 1,000 words", 10, "rate"),
        Column("Met in a year", 10, "count"),
        Column("Services", 30),
        Column("First suggestion", 36),
        Column("Chosen by", 24),
        Column("Entry", 24),
    ),
    lambda shown: (
        (
            row.rank,
            row.term,
            row.kind,
            row.category,
            row.treatment,
            row.documents,
            row.occurrences,
            row.in_templates,
            row.per_1000_words,
            row.met,
            ", ".join(row.services),
            row.suggestion,
            row.approved,
            row.entry,
        )
        for row in shown.report.terms
    ),
)

_FIX_FIRST = Sheet(
    "Fix first",
    (
        Column("Change", 28),
        Column("To", 36),
        Column("Kind", 10),
        Column("Places to edit", 10, "count"),
        Column("Documents", 11, "count"),
        Column("Findings gone in a year", 12, "count"),
        Column("All findings gone, with those above", 14, "share"),
        Column("Begin with", 50, "file"),
    ),
    lambda shown: (
        (
            row.term,
            row.suggestion,
            row.kind,
            row.edits,
            len(row.documents),
            row.gone,
            row.share,
            row.documents[0] if row.documents else "",
        )
        for row in shown.report.changes
    ),
)


def _who_says(meaning: AcronymMeaning) -> str:
    """Where a meaning comes from: a document, and how many more, or our word list."""
    if not meaning.explained:
        return "the word list"
    more = count(meaning.explained - 1, "more document", "more documents")
    return meaning.first if meaning.explained == 1 else f"{meaning.first} and {more}"


_ACRONYMS = Sheet(
    "Acronyms",
    (
        Column("Letters", 14),
        Column("Documents", 11, "count"),
        Column("Times", 9, "count"),
        Column("Never explained in", 12, "count"),
        Column("Means", 50),
        Column("Who says so", 40),
        Column("Other meanings", 50),
        Column("Means different things", 12),
    ),
    lambda shown: (
        (
            row.short,
            row.documents,
            row.occurrences,
            row.unexplained,
            row.meanings[0].text if row.meanings else "nobody says",
            _who_says(row.meanings[0]) if row.meanings else "",
            "; ".join(f"{one.text} ({one.documents})" for one in row.meanings[1:]),
            "yes" if row.differs else "",
        )
        for row in shown.report.acronyms
    ),
)

_DOCUMENTS = Sheet(
    "Documents",
    (
        Column("Document", 50, "file"),
        Column("Service", 20),
        Column("Team", 16),
        Column("Type", 16),
        Column("Owner", 16),
        Column("Month", 9),
        Column("Words", 9, "count"),
        Column("Findings", 9, "count"),
        Column("Acronyms", 9, "count"),
        Column("Jargon", 9, "count"),
        Column("Could hurt", 9, "count"),
        Column("In 1,000 words", 10, "rate"),
        Column("Short forms not explained", 12, "count"),
        Column("Reading age", 9, "rate"),
        Column("With first suggestions", 12, "rate"),
        Column("Sections with most", 40),
        Column("Copies", 8, "count"),
        Column("Not read in it", 40),
    ),
    lambda shown: (
        (
            row.path,
            row.service,
            row.team,
            row.type,
            row.owner,
            row.month,
            row.words,
            row.findings,
            row.acronyms,
            row.jargon,
            row.blaming,
            row.per_1000_words,
            row.unexplained,
            row.reading_age,
            row.reading_age_after,
            "; ".join(f"{name} ({count})" for name, count in row.worst),
            row.copies,
            " ".join(row.problems),
        )
        for row in shown.report.documents
    ),
)

_PROMPTS = Sheet(
    "Headings and prompts",
    (
        Column("Wording", 70),
        Column("Words found in it", 40),
        Column("Documents", 11, "count"),
        Column("Findings", 9, "count"),
        Column("Printed in the form", 10),
        Column("For example in", 50, "file"),
    ),
    lambda shown: (
        (
            row.sentence,
            ", ".join(row.terms),
            row.documents,
            row.findings,
            "yes" if row.printed else "repeated",
            row.example,
        )
        for row in shown.report.prompts
    ),
)

WHERE = Sheet(
    "Where",
    (
        Column("Document", 40, "file"),
        Column("Service", 18),
        Column("Place", 34),
        Column("Words", 24),
        Column("Kind", 10),
        Column("Whose wording", 10),
        Column("Sentence", 70),
        Column("Could say", 36),
        Column("Stands for", 30),
        Column("Chosen by", 24),
        Column("Term", 24),
    ),
    lambda shown: (
        (
            row.path,
            row.service,
            row.label,
            row.text,
            row.kind,
            row.owner,
            row.sentence,
            row.suggestion,
            row.expansion,
            row.approved,
            row.term,
        )
        for row in shown.where()
    ),
)

_NEW_WORDS = Sheet(
    "New words",
    (
        Column("Word or phrase", 30),
        Column("Documents", 11, "count"),
        Column("Times", 9, "count"),
        Column("Times as frequent as in English", 13, "count"),
        Column("Perhaps a slip for", 18),
        Column("For example", 90),
    ),
    lambda shown: (
        (row.phrase, row.documents, row.times, row.ratio, row.meant, "\n".join(row.contexts))
        for row in shown.report.new_words
    ),
)

_UNREAD = Sheet(
    "Could not read",
    (Column("File", 60, "file"), Column("Code", 18), Column("Why, and what to do", 80)),
    lambda shown: (
        *((row.path, row.code, row.message) for row in shown.report.unread),
        *((path, "no-document", "It is no document.") for path in shown.report.passed_over),
    ),
)

SHEETS = (_FIX_FIRST, _TERMS, _ACRONYMS, _DOCUMENTS, _PROMPTS, _NEW_WORDS, WHERE, _UNREAD)
