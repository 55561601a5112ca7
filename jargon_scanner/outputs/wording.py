"""The words that every view uses for the same thing, so that five faces speak with one voice."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from jargon_scanner.approvals import in_words
from jargon_scanner.findings import KINDS
from jargon_scanner.outputs.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jargon_scanner.findings import Acronym, Approval, Finding, FindingOwner, Kind, Suggestion, Treatment
    from jargon_scanner.outputs.folding import Term
    from jargon_scanner.report import Report


@dataclass(frozen=True, slots=True)
class KindWords:
    """A kind's letter and name, and what one and many of it are called after a number."""

    letter: str
    name: str
    one: str
    many: str


KIND_WORDS: dict[Kind, KindWords] = {
    "acronym": KindWords("A", "Acronym", "acronym", "acronyms"),
    "jargon": KindWords("J", "Jargon", "jargon word", "jargon words"),
    "blaming": KindWords("B", "Could hurt", "that could hurt", "that could hurt"),
}

OWNER_WORDS: dict[FindingOwner, str] = {
    "template": "printed in the form",
    "author": "typed in",
    "quote": "in the child's or family's own words",
}

#: What a person does with the words, in a view that names them alone.
TO_DO: dict[Treatment, str] = {
    "replace": "could be said another way",
    "explain": "keep it and explain it",
    "ask": "ask the child what they call it",
    "rethink": "think again who did what",
}

#: A long form with less than this share of what speaks for any is not worth a busy reader's time.
_LIKELY = 0.15
#: So many places of a note are named in a view for people.
_PLACES = 5
_FORMATS = {
    "docx": "Word document",
    "doc": "old Word document",
    "pdf": "PDF",
    "txt": "text file",
    "md": "Markdown file",
    "text": "text",
    "odt": "OpenDocument text",
    "rtf": "Rich Text document",
    "html": "web page",
    "eml": "e-mail",
    "xlsx": "Excel spreadsheet",
    "xls": "old Excel spreadsheet",
    "ods": "OpenDocument spreadsheet",
    "csv": "table of values",
    "pptx": "PowerPoint presentation",
    "zip": "zip archive",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A line under a finding: its label, what it says (one or several to choose from), and a remark.

    ``drops_in`` is true of wordings that a person can put in the place of the words as they are.
    """

    label: str
    texts: tuple[str, ...]
    remark: str = ""
    drops_in: bool = False


def number(value: float) -> str:
    """A number as a person writes it: 1,234 or 9.7."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"


def count(value: int, one: str, many: str) -> str:
    """A number and its noun: "1 word", "2 words", "no words"."""
    return f"{number(value) if value else 'no'} {one if value == 1 else many}"


def document_name(path: str) -> str:
    """The file's own name, safe to look at."""
    return visible(PurePath(path).name or path)


def what_was_read(report: Report) -> str:
    """Kind of file, pages and words: "Word document, 4 pages, 1,234 words"."""
    document = report.document
    parts = [_FORMATS.get(document.format, f"{document.format} file")]
    if document.pages is not None:
        parts.append(count(document.pages, "page", "pages"))
    parts.append(count(document.words, "word", "words"))
    return visible(", ".join(parts))


def kinds_in_words(report: Report) -> str:
    """Counts by kind: "5 acronyms, 4 jargon words, none that could hurt"."""
    parts = []
    for kind in KINDS:
        words, found = KIND_WORDS[kind], report.summary.by_kind.get(kind, 0)
        none = f"none {words.many}" if kind == "blaming" else f"no {words.many}"
        parts.append(count(found, words.one, words.many) if found else none)
    return ", ".join(parts)


def headline(report: Report, terms: int) -> str:
    """How much there is, in one sentence; good news where there is nothing."""
    found = report.summary.findings
    if not found:
        readable = " in what could be read" if report.problems else ""
        return f"Good news: nothing{readable} that a child would stumble over."
    different = "" if terms == found else f" ({count(terms, 'different term', 'different terms')})"
    places = count(found, "place", "places")
    return f"{places} where a child could stumble{different}: {kinds_in_words(report)}."


def reading_age(report: Report) -> str:
    """The reading age now and with the first suggestions taken."""
    now, after = report.readability.reading_age, report.readability.after.reading_age
    if now is None:
        return "Reading age: there is too little running text to say."
    formula = visible(report.readability.formula)
    method = f" ({formula}, running text only)" if formula else " (running text only)"
    if after is None or not report.findings:
        return f"Reading age: {now:.1f}{method}."
    if f"{after:.1f}" == f"{now:.1f}":
        return f"Reading age: {now:.1f} now, and the same with the first suggestions taken{method}."
    return f"Reading age: {now:.1f} now, {after:.1f} with the first suggestions taken{method}."


def words_read(report: Report) -> str:
    """How many words were read, how many are the child's own, and how thick the findings stand."""
    summary = report.summary
    own = "none" if not summary.child_words else number(summary.child_words)
    read = f"{count(report.document.words, 'word', 'words')} read, {own} of them the child's or family's own"
    if not summary.findings:
        return f"{read}."
    return f"{read}; {number(round(summary.per_1000_words, 1))} findings in every 1,000 words."


def owners_in_words(report: Report) -> str | None:
    """What is not the writer's to change alone; None where all of it was typed in."""
    parts = [
        f"{number(report.summary.by_owner[owner])} {OWNER_WORDS[owner]}"
        for owner in ("template", "quote")
        if report.summary.by_owner.get(owner)
    ]
    return f"Of these, {' and '.join(parts)}." if parts else None


def closing(report: Report, terms: int) -> tuple[str, ...]:
    """The summary, a sentence a line."""
    sentences = (headline(report, terms), owners_in_words(report), reading_age(report), words_read(report))
    return tuple(sentence for sentence in sentences if sentence)


def times(term: Term) -> str:
    """How often the document uses a term: "3 times here"; nothing for once."""
    if term.times == 1:
        return ""
    return "twice here" if term.times == 2 else f"{term.times} times here"


def some_places(places: Sequence[str], things: str = "places") -> str:
    """The first places of a note, and how many more there are: a long list of places helps nobody."""
    more = len(places) - _PLACES
    if more <= 1:
        return "; ".join(places)
    return f"{'; '.join(places[:_PLACES])}; and {number(more)} more {things}"


def some_documents(paths: Iterable[str]) -> str:
    """The first of some documents by name, and how many more there are."""
    return some_places(list(dict.fromkeys(map(document_name, paths))), "documents")


def approval(review: Approval) -> str:
    """Who approved a wording, when, and how many were asked: "by 14 of 17 young people, March 2027"."""
    return visible(in_words(review))


def facts(term: Term) -> tuple[Fact, ...]:
    """What is said about a finding under its sentence, always in this order."""
    finding = term.finding
    return tuple(
        fact
        for part in (_short_for(term), _means(finding), _instead(finding), _why(finding), _chosen(finding))
        for fact in part
    )


def _short_for(term: Term) -> Iterator[Fact]:
    acronym = term.finding.acronym
    if acronym is None:
        return
    remark = _status(acronym, term.explained_at)
    chosen = acronym.expansion
    if acronym.expansions and acronym.expansions[0].source == "library":
        remark = f"{remark}, but in {some_documents(acronym.expansions[0].documents)}"
    others = tuple(
        visible(other.text) for other in acronym.expansions if other.text != chosen and other.score >= _LIKELY
    )
    if chosen:
        yield Fact("Short for", (visible(chosen),), remark)
        if others and acronym.status != "defined":
            yield Fact("Or for", others)
    elif others:
        yield Fact("Could be", others, remark)
    else:
        yield Fact("Short for", (remark,))


def _status(acronym: Acronym, explained_at: str | None) -> str:
    if acronym.status == "defined-later":
        return f"explained later, at {visible(explained_at)}" if explained_at else "explained later"
    return {
        "undefined": "not explained here",
        "defined": "explained here",
        "redefined": "two meanings in this document",
        "unknown": "we do not know this one",
    }[acronym.status]


def _means(finding: Finding) -> Iterator[Fact]:
    if finding.meaning:
        yield Fact("Means", (visible(finding.meaning),))


def _instead(finding: Finding) -> Iterator[Fact]:
    """What to do instead: a question first where a swap would be wrong, then wordings to choose from."""
    label = {"replace": "Say", "explain": "Or say", "ask": "Or say", "rethink": "Such as"}[finding.treatment]
    question = visible(finding.question or "")
    if finding.acronym and finding.acronym.status == "unknown" and not finding.suggestions:
        yield Fact("Say", (question or "what the letters stand for, written out",))
    elif finding.treatment == "explain":
        yield Fact("Keep", (question or "the word, and say beside it what it means",))
    elif finding.treatment == "ask":
        yield Fact("Ask", (question or "What does this child call it?",))
    elif question:
        yield Fact("Think", (question,))
    advice = tuple(Fact("Reword", (text,)) for text in _texts(finding.suggestions, "rephrase"))
    wordings = _texts(finding.suggestions, "replace")
    swaps = (Fact(label, wordings, drops_in=True),) if wordings else ()
    advice_first = bool(finding.suggestions) and finding.suggestions[0].mode == "rephrase"
    yield from (*advice, *swaps) if advice_first else (*swaps, *advice)


def _texts(suggestions: tuple[Suggestion, ...], mode: str) -> tuple[str, ...]:
    return tuple(visible(suggestion.text) for suggestion in suggestions if suggestion.mode == mode)


def _why(finding: Finding) -> Iterator[Fact]:
    if finding.why:
        yield Fact("Why", (visible(finding.why),))


def _chosen(finding: Finding) -> Iterator[Fact]:
    if finding.review is not None:
        yield Fact("Kept", (f"to be explained, as chosen {approval(finding.review)}",))
    for suggestion in finding.suggestions:
        if suggestion.review is not None:
            yield Fact("Chosen", (f"“{visible(suggestion.text)}” {approval(suggestion.review)}",))
