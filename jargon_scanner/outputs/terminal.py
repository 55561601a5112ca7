"""``text``: the view in a terminal, on paper or in a pipe. Nothing is said by colour alone."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO

from jargon_scanner.errors import DocumentError
from jargon_scanner.outputs.family import Look, Output, Result
from jargon_scanner.outputs.folding import Place, Term, fold
from jargon_scanner.outputs.sentences import Marked, mark_sentences, shorten
from jargon_scanner.outputs.visible import visible
from jargon_scanner.outputs.wording import (
    KIND_WORDS,
    OWNER_WORDS,
    TO_DO,
    Fact,
    closing,
    count,
    document_name,
    facts,
    kinds_in_words,
    some_places,
    times,
    what_was_read,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console
    from rich.text import Text

    from jargon_scanner.report import Report

_INDENT = 5
_LABEL = 11
_SENTENCE_LINES = 3
_PLACES_SHOWN = 6
_STYLES = {"acronym": "blue underline", "jargon": "green", "blaming": "bold magenta"}
_NARROWEST = 40
_GLUE = "\ue000"  # stands for a space that no line is folded at; a character of nobody's


def write(results: Iterable[Result], out: BinaryIO, look: Look) -> None:
    """Write the documents one after the other; for several, an overview first."""
    everything = list(results)
    sheet = Sheet(look)
    if len(everything) > 1:
        _overview(sheet, everything)
    for result in everything:
        if len(everything) > 1:
            sheet.rule()
        _result(sheet, result)
    out.write(sheet.text().encode("utf-8", "replace"))


class Sheet:
    """Lines of text as wide as the reader's screen, written one under the other."""

    def __init__(self, look: Look) -> None:
        """Begin an empty sheet for ``look``."""
        self.width = max(look.width, _NARROWEST)
        self._file = io.StringIO()
        self._console = _console(self._file, self.width, colour=look.colour)

    def line(
        self,
        text: str | Text = "",
        *,
        style: str = "",
        indent: int = 0,
        label: str | Text = "",
        column: int = _LABEL,
    ) -> None:
        """Write a paragraph, folded at the width, with a label hanging in a column before its first line."""
        from rich.text import Text

        body = Text(text, style=style) if isinstance(text, str) else text
        hanging = Text(label, style="dim") if isinstance(label, str) else label
        margin = indent + (column if label else 0)
        lines = body.wrap(self._console, self.width - margin, overflow="fold") if len(body) else [Text()]
        for row, part in enumerate(lines):
            line = Text(" " * indent)
            if row == 0:
                line.append_text(hanging)
            line.pad_right(margin - line.cell_len)
            part.plain = part.plain.replace(_GLUE, " ")
            line.append_text(part)
            line.rstrip()
            self._console.print(line, soft_wrap=True)

    def term(self, letter: Text, words: Text, remark: str) -> None:
        """Write a finding's letter and words, and a remark at the right end or, for want of room, below."""
        gap = self.width - _INDENT - words.cell_len - len(remark)
        if remark and gap > 1:
            words = words.copy().append(" " * gap + remark, style="dim")
            remark = ""
        self.line(words, indent=2, label=letter, column=_INDENT - 2)
        if remark:
            self.line(remark, style="dim", indent=_INDENT)

    def rule(self) -> None:
        """Write a line between two documents."""
        self.line()
        self.line("=" * self.width)

    def text(self) -> str:
        """Everything that was written."""
        return self._file.getvalue()


def _console(file: io.StringIO, width: int, *, colour: bool) -> Console:
    from rich.console import Console

    return Console(
        file=file,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
        force_interactive=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )


def _overview(sheet: Sheet, results: list[Result]) -> None:
    reports = [result for result in results if not isinstance(result, DocumentError)]
    found = sum(report.summary.findings for report in reports)
    sheet.line(
        f"{count(len(results), 'document', 'documents')}, {count(found, 'finding', 'findings')}", style="bold"
    )
    sheet.line()
    for result in results:
        if isinstance(result, DocumentError):
            sheet.line(visible(str(result)), indent=2, label="Not read")
        else:
            sheet.line(visible(result.document.path), indent=2)
            sheet.line(
                kinds_in_words(result) if result.findings else "nothing that a child would stumble over",
                indent=_INDENT,
            )


def _result(sheet: Sheet, result: Result) -> None:
    if isinstance(result, DocumentError):
        sheet.line(visible(str(result)), label="Not read")
        return
    _heading(sheet, result)
    places = fold(result)
    sentences = mark_sentences(result)
    for place in places:
        _place(sheet, place, {key: sentences[key] for key in (term.finding.id for term in place.terms)})
    _proposals(sheet, result)
    _list(sheet, "About the document as a whole", [(note.message, note.places) for note in result.notes])
    problems = [(problem.message, (problem.where,) if problem.where else ()) for problem in result.problems]
    _list(sheet, "What could not be read, or was read in a way that matters", problems)
    _summary(sheet, result, sum(len(place.terms) for place in places))


def _heading(sheet: Sheet, report: Report) -> None:
    sheet.line(document_name(report.document.path), style="bold")
    if report.document.title:
        sheet.line(visible(report.document.title))
    sheet.line(what_was_read(report), style="dim")


def _place(sheet: Sheet, place: Place, sentences: dict[str, Marked]) -> None:
    """The terms of a place; a sentence that was just shown is cut to a line the next time."""
    sheet.line()
    sheet.line(visible(place.label), style="bold")
    shown = None
    for term in place.terms:
        sheet.line()
        lines = 1 if term.finding.sentence == shown else _SENTENCE_LINES
        _term(sheet, term, sentences[term.finding.id], lines)
        shown = term.finding.sentence


def _term(sheet: Sheet, term: Term, sentence: Marked, lines: int) -> None:
    from rich.text import Text

    finding = term.finding
    style = _STYLES[finding.kind]
    letter = Text(KIND_WORDS[finding.kind].letter, style=style)
    words = Text().append(visible(finding.text), style="bold")
    owner = "" if finding.owner == "author" else OWNER_WORDS[finding.owner]
    sheet.term(letter, words, ", ".join(part for part in (owner, times(term)) if part))
    sheet.line(_sentence(sheet, term, sentence, lines), indent=_INDENT)
    for fact in facts(term):
        sheet.line(_fact(fact), indent=_INDENT, label=fact.label)
    if term.repeats:
        sheet.line(_elsewhere(term), indent=_INDENT, label="Also")


def _sentence(sheet: Sheet, term: Term, sentence: Marked, lines: int) -> Text:
    """The sentence, or what of it fits in some lines, with its words between brackets and their letter."""
    from rich.cells import cell_len
    from rich.text import Text

    column = sheet.width - _INDENT
    letter = KIND_WORDS[term.finding.kind].letter
    ragged = 12 * (lines - 1)
    room = lines * column - ragged - len(f"[{letter} ]")
    part = shorten(sentence, room, cell_len)
    marked = Text(part.before)
    marked.append(f"[{letter}{_GLUE}{part.words}]", style=_STYLES[term.finding.kind])
    return marked.append(part.after)


def _fact(fact: Fact) -> str:
    remark = f" ({fact.remark})" if fact.remark else ""
    return "  ·  ".join(fact.texts) + remark


def _elsewhere(term: Term) -> str:
    places = [
        visible(label) + (f" ({often} times)" if often > 1 else "") for label, often in term.elsewhere.items()
    ]
    shown, more = places[:_PLACES_SHOWN], len(places) - _PLACES_SHOWN
    rest = [f"and {count(more, 'more place', 'more places')}"] if more > 0 else []
    return "; ".join(shown + rest)


def _proposals(sheet: Sheet, report: Report) -> None:
    """Whole sentences as they could stand, and what a person still has to decide in them."""
    if report.sentences is None:
        return
    sheet.line()
    sheet.line("Whole sentences, with every first choice made", style="bold")
    if not report.sentences:
        sheet.line("No sentence changes without a person to choose.", indent=2)
    for one in report.sentences:
        sheet.line()
        sheet.line(visible(one.sentence), indent=2, label="Now")
        sheet.line(visible(one.text), indent=2, label="Could be")
        remains = dict.fromkeys(f"{visible(left.text)} ({TO_DO[left.treatment]})" for left in one.remains)
        if remains:
            sheet.line("  ·  ".join(remains), indent=2, label="Remains")


def _list(sheet: Sheet, heading: str, items: Sequence[tuple[str, tuple[str, ...]]]) -> None:
    if not items:
        return
    sheet.line()
    sheet.line(heading, style="bold")
    for message, places in items:
        where = f" ({some_places(places)})" if places else ""
        sheet.line(visible(message + where), indent=2, label="-", column=2)


def _summary(sheet: Sheet, report: Report, terms: int) -> None:
    sheet.line()
    sheet.line("In short", style="bold")
    for sentence in closing(report, terms):
        sheet.line(sentence, indent=2)


PART = Output(
    name="text",
    suffix=".txt",
    description="a view to read in the terminal or on paper",
    write=write,
)
