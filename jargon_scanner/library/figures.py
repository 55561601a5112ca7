"""What a library's scan says: frozen rows for every view, plain data that knows no store.

Shares run from 0 to 1, ages are in years, rates are per 1,000 words. Rows stand in the order in which a
person should read them.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jargon_scanner.intervals import Estimate


#: The tables of a report, each a tuple of rows.
TABLES = ("services", "terms", "acronyms", "documents", "prompts", "changes", "new_words", "unread")


#: What stands for documents that no folder and no list puts into a service.
NO_SERVICE = "No service named"


@dataclass(frozen=True, slots=True)
class TermRow:
    """One term in all documents.

    Attributes:
        entry: the lexicon entry's id; "" for letters that no lexicon knows.
        term, kind, category, treatment: as in the lexicon.
        documents: how many documents use it.
        occurrences: how often, in all of them.
        in_templates: how many of those stand in the forms' own wording.
        per_1000_words: of the whole library.
        met: occurrences times the uses of their documents in a year.
        services: those that use it.
        suggestion: the wording that is offered first most often, as the lexicon writes it.
        approved: who chose that wording; "" where nobody did.
        rank: 1 for the term that readers meet most.
    """

    entry: str
    term: str
    kind: str
    category: str
    treatment: str
    documents: int
    occurrences: int
    in_templates: int
    per_1000_words: float
    met: float
    services: tuple[str, ...]
    suggestion: str
    approved: str
    rank: int


@dataclass(frozen=True, slots=True)
class AcronymMeaning:
    """A long form of one short form in all documents.

    Attributes:
        text: the long form.
        documents: how many mean it.
        explained: how many say so themselves; in the others it is our word list's.
        first: the first document that says so; "" where none does.
    """

    text: str
    documents: int
    explained: int = 0
    first: str = ""


@dataclass(frozen=True, slots=True)
class AcronymRow:
    """One short form in all documents.

    Attributes:
        short: the letters.
        documents, occurrences: where and how often.
        unexplained: documents that never say what it stands for.
        meanings: long forms, what most documents mean first.
        differs: whether documents mean different things by it.
    """

    short: str
    documents: int
    occurrences: int
    unexplained: int
    meanings: tuple[AcronymMeaning, ...]
    differs: bool


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document.

    Attributes:
        path, format, service, team, type, owner, month, uses: what and whose it is.
        words: that a reader sees.
        findings: all of them; ``acronyms``, ``jargon`` and ``blaming`` of each kind.
        per_1000_words: findings.
        unexplained: short forms that it never explains.
        reading_age: now; ``reading_age_after`` with first suggestions accepted; None for too little prose.
        worst: sections with the most findings, most first.
        copies: how many documents of this run have the same bytes, itself counted.
        problems: sentences on what could not be read in it.
    """

    path: str
    format: str
    service: str
    team: str
    type: str
    owner: str
    month: str
    uses: float
    words: int
    findings: int
    acronyms: int
    jargon: int
    blaming: int
    per_1000_words: float
    unexplained: int
    reading_age: float | None
    reading_age_after: float | None
    worst: tuple[tuple[str, int], ...]
    copies: int
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PromptRow:
    """Wording that is printed in forms, or stands the same in several documents, and holds findings.

    Attributes:
        sentence: the wording; "" where no text is kept.
        terms: what is found in it.
        documents: how many documents have it.
        findings: in all of them.
        example: the path of one of those.
        printed: whether a form prints it; else it is repeated text.
    """

    sentence: str
    terms: tuple[str, ...]
    documents: int
    findings: int
    example: str
    printed: bool


@dataclass(frozen=True, slots=True)
class NewWordRow:
    """A word or phrase of the library that the lexicon does not know.

    Attributes:
        phrase: in small letters.
        documents, times: at least how many documents have it, and how often.
        ratio: how many times more frequent it is here than in general English.
        meant: the common word that is one slip of the fingers away; "" where it is no slip.
        contexts: up to three sentences, from different documents.
    """

    phrase: str
    documents: int
    times: int
    ratio: float
    meant: str
    contexts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """A file that was not read: why, in a code and a sentence."""

    path: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """One service, with its findings by category."""

    service: str
    documents: int
    words: int
    findings: int
    per_1000_words: float
    median_reading_age: float | None
    all_explained: float
    by_category: dict[str, int]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing to change: a term, in the documents that use it.

    Attributes:
        term, entry, kind, suggestion: what, and what to write instead.
        edits: distinct paragraphs in which it has to be changed once.
        documents: paths of the documents to change, those with the most effect first.
        gone: findings that this takes away, each as often as its document is used in a year.
        share: of all findings so weighted, with every change above it: 0.46 where all so far take 46%.
    """

    term: str
    entry: str
    kind: str
    suggestion: str
    edits: int
    documents: tuple[str, ...]
    gone: float
    share: float


@dataclass(frozen=True, slots=True)
class Where:
    """One occurrence, with what a person needs to find it and change it."""

    path: str
    service: str
    number: int
    term: str
    entry: str
    kind: str
    category: str
    treatment: str
    owner: str
    text: str
    label: str
    section: str
    sentence: str
    suggestion: str
    approved: str
    status: str
    expansion: str


@dataclass(frozen=True, slots=True)
class Totals:
    """The library in figures.

    Attributes:
        documents: that were found; ``read`` of them were read.
        distinct: documents with different bytes, of those read.
        words: that a reader sees; ``child_words`` are children's and families' own.
        findings: all; ``by_kind`` and ``by_category``.
        per_1000_words: findings.
        all_explained: share of the documents read that leave no short form unexplained.
        median_reading_age: of the documents with enough prose; None where there is none.
    """

    documents: int
    read: int
    distinct: int
    words: int
    child_words: int
    findings: int
    by_kind: dict[str, int]
    by_category: dict[str, int]
    per_1000_words: float
    all_explained: float
    median_reading_age: float | None


@dataclass(frozen=True, slots=True)
class Point:
    """One run, of one service or of all.

    Attributes:
        run: its id; ``day`` as an ISO date; ``sample`` whether it drew documents at random.
        lexicon: hash of the words that it used: runs with different words are not quite alike.
        service: its name; None for all services together.
        documents, words: that were read.
        per_1000_words, blaming_per_1000: findings, and those of wording that could hurt.
        all_explained: share of documents that explain every short form.
        reading_age: the median, in years.
        by_category: findings per 1,000 words.
    """

    run: int
    day: str
    sample: bool
    lexicon: str
    service: str | None
    documents: int
    words: int
    per_1000_words: Estimate
    blaming_per_1000: Estimate
    all_explained: Estimate
    reading_age: Estimate
    by_category: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LibraryReport:
    """Everything that views show of one run, but for the single occurrences, which ``tally.where`` streams.

    Attributes:
        run: its id in the store; ``started`` and ``finished`` as ISO times.
        name: of the library.
        tool, lexicon: version of the tool, and hash of the words it used.
        totals, services, terms, acronyms, documents, prompts, changes, new_words, unread: see their rows.
        passed_over: files of the folders that are no documents.
    """

    run: int
    name: str
    started: str
    finished: str
    tool: str
    lexicon: str
    totals: Totals
    services: tuple[ServiceRow, ...] = ()
    terms: tuple[TermRow, ...] = ()
    acronyms: tuple[AcronymRow, ...] = ()
    documents: tuple[DocumentRow, ...] = ()
    prompts: tuple[PromptRow, ...] = ()
    changes: tuple[Change, ...] = ()
    new_words: tuple[NewWordRow, ...] = ()
    unread: tuple[UnreadRow, ...] = ()
    passed_over: tuple[str, ...] = field(default=())

    def rows(self, table: str) -> list[dict[str, object]]:
        """One of the tables as plain rows, which pandas and Polars take as they are.

        ``polars.DataFrame(report.rows("terms"))``, ``pandas.DataFrame(report.rows("documents"))``.

        Args:
            table: one of ``TABLES``.

        Raises:
            ValueError: there is no such table.
        """
        if table not in TABLES:
            raise ValueError(f"There is no table {table!r}. There are: {', '.join(TABLES)}.")
        return [asdict(row) for row in getattr(self, table)]
