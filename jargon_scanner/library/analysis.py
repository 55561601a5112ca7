"""One document of a library, analysed: the plain facts that are kept of it. Runs in any process.

What is kept of a document's words is as little as the person chose. With ``keep_text`` it is the flagged
words and their sentences; without it no word that somebody typed is kept: terms are named as the lexicon
names them.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import asdict, dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from jargon_scanner.breakage import InternalError, where_it_broke
from jargon_scanner.choices import Choices
from jargon_scanner.document import Problem
from jargon_scanner.errors import AccessDenied, DocumentError, ScannerError, TooLarge
from jargon_scanner.lexicon.spoken import name_of
from jargon_scanner.library.as_written import as_written
from jargon_scanner.library.elsewhere import at_hand
from jargon_scanner.library.new_words.gather import gather, pack
from jargon_scanner.loaders import companion_of, load
from jargon_scanner.loaders.scanned import scans_are_read
from jargon_scanner.outputs.wording import approval
from jargon_scanner.scan import Scanner, scan_document
from jargon_scanner.statuses import bare

if TYPE_CHECKING:
    from pathlib import Path

    from jargon_scanner.document import Document
    from jargon_scanner.findings import Finding
    from jargon_scanner.report import Note, Report

#: How letters that no list knows are named where no text is kept: they may be somebody's initials.
UNKNOWN_LETTERS = "letters that no list knows"
_EVERYTHING = Choices()
_QUOTED = re.compile(r"[“'\"‘][^”'\"’]*[”'\"’]")


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to scan, so that any process can do it: what ``Scanner.create`` and ``scan_document`` are given.

    Attributes:
        model: an installed model's name; None for the one that comes with the tool.
        lexicon: files or folders of further layers.
        words_we_use: a list of the words that one family uses.
        choices: what is to be shown.
        keep_text: whether the flagged words and their sentences are kept.
        properties: names of what the files say of themselves that tell whose they are.
        salt: makes the hashes of paragraphs worthless outside the store that they were made for.
    """

    model: str | None = None
    lexicon: tuple[Path, ...] = ()
    words_we_use: Path | None = None
    choices: Choices = _EVERYTHING
    keep_text: bool = True
    properties: tuple[str, ...] = ()
    salt: bytes = b""

    def scanner(self) -> Scanner:
        """The scanner of this process, made once."""
        return _scanner(self.model, self.lexicon, self.words_we_use)

    def reading_of(self, path: Path) -> str:
        """A key that changes whenever the same bytes at this path could give other findings."""
        tool = self.scanner().tool
        rules = self.choices.beside(path)
        mapping = companion_of(path)
        parts = (
            tool.version,
            tool.lexicon.sha256,
            tool.model.name,
            tool.model.version,
            sorted(rules.kinds),
            sorted(rules.categories),
            [asdict(rule) for rule in rules.ignored],
            self.keep_text,
            self.properties,
            path.suffix.lower(),
            scans_are_read(),
            hashlib.sha256(mapping.read_bytes()).hexdigest() if mapping else "",
        )
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]


@cache
def _scanner(model: str | None, lexicon: tuple[Path, ...], words_we_use: Path | None) -> Scanner:
    return Scanner.create(model, lexicon, words_we_use)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One finding as it is kept. "" stands for what there is not, and for what is not kept.

    Attributes:
        entry: the lexicon entry's id; "" for letters that no lexicon knows.
        term: the entry's term or letters, as they are said.
        kind, category, treatment, owner: as in the report.
        text: the words as they stand.
        sentence: the sentence around them.
        label: the place, as in the report.
        part: the story of the document it stands in.
        section: the headings above it, outermost first, joined by " › ".
        block: a hash of the paragraph's words, the same in every document that has the same paragraph.
        suggestion: the first wording that is offered, as it drops in.
        approved: who chose that wording, in words; "" where nobody did.
        status, expansion, source: of an acronym, as in the report.
        wording: the suggestion as the lexicon writes it; "" where it is more than a form of that.
    """

    entry: str
    term: str
    kind: str
    category: str
    treatment: str
    owner: str
    text: str
    sentence: str
    label: str
    part: str
    section: str
    block: int
    suggestion: str
    approved: str
    status: str
    expansion: str
    source: str
    wording: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """What is kept of one document.

    Ages are in years, None where there is too little prose to say; ``phrases`` are the counted words and
    phrases outside the findings, packed, and b"" where no text is kept.
    """

    format: str
    title: str
    pages: int | None
    words: int
    child_words: int
    reading_age: float | None
    reading_age_after: float | None
    occurrences: tuple[Occurrence, ...]
    notes: tuple[Note, ...]
    problems: tuple[Problem, ...]
    phrases: bytes
    properties: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that could not be read: the error's code, and its sentence with what to do."""

    code: str
    message: str


def analyse(recipe: Recipe, path: Path) -> Analysis | Unread:
    """Read and scan one document, whatever happens to it.

    Raises:
        ScannerError: the lexicon, the model or the command is at fault: no document would fare better.
    """
    try:
        with at_hand(path) as file:
            return _analysed(recipe, path, file)
    except DocumentError as error:
        return Unread(error.code, str(error))
    except ScannerError:
        raise
    except OSError as error:  # a document from elsewhere that does not come
        denied = AccessDenied(path, (error.strerror or "it could not be fetched").lower())
        return Unread(denied.code, str(denied))
    except MemoryError:
        full = TooLarge(path, "it needs more memory than there is")
        return Unread(full.code, str(full))
    except Exception as error:  # noqa: BLE001 - told in the document's place; its message could quote it
        broken = InternalError(path, where_it_broke(error))
        return Unread(broken.code, str(broken))


def _analysed(recipe: Recipe, path: Path, file: Path) -> Analysis | Unread:
    try:
        document = load(file)
    except DocumentError as error:
        return Unread(error.code, str(error).replace(str(file), str(path)))
    report = scan_document(document, scanner=recipe.scanner(), choices=recipe.choices.beside(path))
    return facts_of(document, report, recipe)


def facts_of(document: Document, report: Report, recipe: Recipe) -> Analysis:
    """What is kept of a document and its report."""
    kept = recipe.keep_text
    occurrences = tuple(_occurrence(finding, document, recipe) for finding in report.findings)
    return Analysis(
        format=document.format,
        title=document.title if kept else "",
        pages=document.pages,
        words=report.document.words,
        child_words=report.summary.child_words,
        reading_age=report.readability.reading_age,
        reading_age_after=report.readability.after.reading_age,
        occurrences=occurrences if kept else tuple(map(_without_text, occurrences)),
        notes=report.notes if kept else (),
        problems=tuple(
            Problem(problem.code, problem.message, problem.where if kept else _bare(problem.where))
            for problem in report.problems
        ),
        phrases=pack(gather(document, ((one.start, one.end) for one in report.findings))) if kept else b"",
        properties=tuple(one for one in document.properties if one[0] in recipe.properties),
    )


def _occurrence(finding: Finding, document: Document, recipe: Recipe) -> Occurrence:
    scanner = recipe.scanner()
    block = document.blocks[finding.location.block]
    first = finding.suggestions[0] if finding.suggestions else None
    review = first.review if first else None
    acronym = finding.acronym
    chosen = acronym.expansions[0] if acronym and acronym.expansions else None
    return Occurrence(
        entry=finding.entry or "",
        term=_term_of(finding, scanner),
        kind=finding.kind,
        category=finding.category,
        treatment=finding.treatment,
        owner=finding.owner,
        text=finding.text,
        sentence=finding.sentence,
        label=finding.location.label,
        part=finding.location.part,
        section=" › ".join(block.section),
        block=paragraph_key(block.text, recipe.salt),
        suggestion=first.text if first else "",
        approved=approval(review).removeprefix("by ") if review else "",
        status=acronym.status if acronym else "",
        expansion=(acronym.expansion or "") if acronym else "",
        source=chosen.source if chosen else "",
        wording=as_written(first.text, scanner.lexicon[finding.entry]) if first and finding.entry else "",
    )


def _term_of(finding: Finding, scanner: Scanner) -> str:
    if finding.entry is None:
        return bare(finding.letters).replace(".", "")
    return name_of(scanner.lexicon[finding.entry])


def paragraph_key(text: str, salt: bytes) -> int:
    """A number that paragraphs of the same words share, whatever their spaces and capitals; 63 bits."""
    words = " ".join(text.casefold().split())
    return int.from_bytes(hashlib.blake2b(words.encode(), digest_size=8, key=salt).digest(), "big") >> 1


def _without_text(one: Occurrence) -> Occurrence:
    """What may be kept where no word of a document may: nothing that its writer can have typed."""
    return replace(
        one,
        term=one.term if one.entry else UNKNOWN_LETTERS,
        text="",
        sentence="",
        label=_bare(one.label),
        section="",
        suggestion="",
        expansion=one.expansion if one.source == "lexicon" else "",
    )


def _bare(label: str) -> str:
    """A place without the words of the document in it."""
    return _QUOTED.sub("…", label)
