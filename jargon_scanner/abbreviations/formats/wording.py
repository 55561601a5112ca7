"""The words that every format of the table uses for the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.outputs.visible import visible
from jargon_scanner.outputs.wording import count, document_name, some_documents

if TYPE_CHECKING:
    from jargon_scanner.abbreviations.table import Row, RowMeaning, RowStatus, Table

STATUS_WORDS: dict[RowStatus, str] = {
    "unknown": "not known",
    "elsewhere": "explained in other documents only",
    "several-meanings": "explained differently",
    "unexplained": "never explained",
    "partly": "not explained everywhere",
    "late": "explained too late",
    "explained": "explained",
}

#: The columns of the formats that have many, with a width in characters.
COLUMNS: dict[str, int] = {
    "Letters": 14,
    "Stands for": 46,
    "Status": 26,
    "Who says so": 34,
    "Times": 8,
    "Documents": 11,
    "First place": 44,
    "Also written": 18,
    "Used in": 60,
}


def cells(row: Row) -> tuple[str | int, ...]:
    """One row for a spreadsheet, in the order of ``COLUMNS``."""
    return (
        visible(row.short),
        "; or ".join(visible(one.text) for one in row.meanings),
        STATUS_WORDS[row.status],
        who_says(row),
        row.count,
        len(row.documents),
        first_place(row),
        ", ".join(map(visible, row.spellings[1:])),
        "; ".join(map(visible, row.documents)),
    )


def who_says(row: Row) -> str:
    """Where the meanings of a row come from: "plan.docx; or the lexicon"."""
    return "; or ".join(dict.fromkeys(map(_origin, row.meanings)))


def _origin(meaning: RowMeaning) -> str:
    if meaning.source == "lexicon":
        return "the word list"
    return some_documents(meaning.documents)


def first_place(row: Row) -> str:
    """The first document with its place: "plan.docx, page 2"."""
    return ", ".join(visible(part) for part in (document_name(row.documents[0]), row.first_place) if part)


def headline(table: Table) -> str:
    """How many short forms there are, and how many of them need a person."""
    read = count(table.documents, "document", "documents")
    if not table.rows:
        return f"No short forms that a child would not know, in {read}."
    forms = count(len(table.rows), "short form", "short forms")
    unknown = sum(row.status in ("unknown", "elsewhere") for row in table.rows)
    asked = f" {count(unknown, 'is', 'are')} not in the word list: these come first." if unknown else ""
    return f"{forms} in {read}.{asked}"
