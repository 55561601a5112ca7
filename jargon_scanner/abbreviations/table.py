"""The table of abbreviations: one row for each short form, what needs a person first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from jargon_scanner.statuses import same_words
from jargon_scanner.told import library_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jargon_scanner.abbreviations.mentions import Mention
    from jargon_scanner.findings import ExpansionSource
    from jargon_scanner.told import Library, Told

RowStatus: TypeAlias = Literal[
    "unknown",  # nobody says what it stands for
    "elsewhere",  # unknown to the lexicon; other documents explain it than those that use it without a word
    "several-meanings",  # documents, or places of one, explain it differently
    "unexplained",  # the lexicon knows it; no document explains it
    "partly",  # the lexicon knows it; not every document that uses it explains it
    "late",  # explained, in some document only after its first use
    "explained",
]
STATUSES: tuple[RowStatus, ...] = (
    "unknown", "elsewhere", "several-meanings", "unexplained", "partly", "late", "explained",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RowMeaning:
    """A long form in a row, who gives it, and which documents say it or, where the lexicon does, mean it."""

    text: str
    source: ExpansionSource
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One short form.

    Attributes:
        short: its commonest spelling.
        spellings: all of them, the commonest first.
        count: how often it stands in all documents.
        documents: those that use it, in the order they were read.
        first_place: a label of where it first stands, in the first of them.
        meanings: best first: what documents explain, then what the lexicon offers.
        status: what is to be done about it.
    """

    short: str
    spellings: tuple[str, ...]
    count: int
    documents: tuple[str, ...]
    first_place: str
    meanings: tuple[RowMeaning, ...]
    status: RowStatus


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that could not be read, and why."""

    path: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Table:
    """All rows, what needs a person first; how many documents were read; and which could not be."""

    rows: tuple[Row, ...]
    documents: int
    unread: tuple[Unread, ...] = ()


def table_of(documents: Iterable[Sequence[Mention]], unread: Iterable[Unread] = ()) -> Table:
    """The table over many documents.

    Args:
        documents: the mentions of each document that was read, in reading order.
        unread: the documents that were not.
    """
    listed = list(documents)
    by_key: dict[str, list[Mention]] = {}
    for mention in (mention for document in listed for mention in document):
        by_key.setdefault(mention.key, []).append(mention)
    library = told_by(mention for document in listed for mention in document)
    rows = [_row(met, library.get(key, ())) for key, met in by_key.items()]
    rows.sort(key=lambda row: (STATUSES.index(row.status), -row.count, row.short.casefold()))
    return Table(tuple(rows), len(listed), tuple(unread))


def told_by(mentions: Iterable[Mention]) -> Library:
    """What documents explain, so that others can learn from it."""
    return library_of(
        (mention.spellings[0], meaning.text, mention.path)
        for mention in mentions
        for meaning in mention.explained
    )


def _row(met: Sequence[Mention], told: Sequence[Told]) -> Row:
    spellings = Counter[str]()
    for mention in met:
        spellings.update({mention.spellings[0]: mention.count})
        spellings.update(mention.spellings[1:])
    written = tuple(spelling for spelling, _ in spellings.most_common())
    return Row(
        short=written[0],
        spellings=written,
        count=sum(mention.count for mention in met),
        documents=tuple(mention.path for mention in met),
        first_place=met[0].place,
        meanings=(*(RowMeaning(one.text, "document", one.documents) for one in told), *_offered(met, told)),
        status=_status(met, told),
    )


def _offered(met: Sequence[Mention], told: Sequence[Told]) -> list[RowMeaning]:
    """What is meant in documents that explain nothing, where no other document says it; commonest first."""
    known = {same_words(one.text) for one in told}
    found: dict[str, RowMeaning] = {}
    counts: Counter[str] = Counter()
    for mention in met:
        for meaning in mention.meanings if not mention.explained else ():
            key = same_words(meaning.text)
            if key not in known:
                before = found.get(key, RowMeaning(meaning.text, meaning.source, ()))
                says = meaning.documents or (mention.path,)
                documents = tuple(dict.fromkeys((*before.documents, *says)))
                found[key] = RowMeaning(before.text, before.source, documents)
                counts[key] += meaning.count
    return [found[key] for key, _ in counts.most_common()]


def _status(met: Sequence[Mention], told: Sequence[Told]) -> RowStatus:
    silent = [mention for mention in met if not mention.explained]
    if len(told) > 1:
        return "several-meanings"
    if not told:
        given = {meaning.source for mention in met for meaning in mention.meanings}
        return "unexplained" if "lexicon" in given else "elsewhere" if given else "unknown"
    if silent:
        return "partly" if all(mention.meanings for mention in silent) else "elsewhere"
    return "late" if any(mention.status == "defined-later" for mention in met) else "explained"
