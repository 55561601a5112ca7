"""A document as a page to read: in its own order, its changes shown, and a note behind each finding."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jargon_scanner.marking.advice import advice, offered
from jargon_scanner.marking.family import Done
from jargon_scanner.marking.passages import passages
from jargon_scanner.outputs.html_page import leaf_of, render

if TYPE_CHECKING:
    from jargon_scanner.marking.family import Work


def page(work: Work, note: str = "") -> bytes:
    """The page, as HTML in UTF-8.

    Args:
        work: what is to be marked.
        note: a sentence that stands above the document.
    """
    findings = tuple(offered(finding, work.wishes) for finding in work.report.findings)
    leaf = leaf_of(replace(work.report, findings=findings, text=work.document.text))
    terms = [term for place in leaf.places for term in place.terms]
    numbers = {
        finding.id: number
        for number, term in enumerate(terms, start=1)
        for finding in (term.finding, *term.repeats)
    }
    return render(
        "marked.html",
        leaf=leaf,
        passages=tuple(passages(work.document, work.report.findings, work.edits)),
        notes_of=lambda run: tuple(dict.fromkeys(numbers[name] for name in run.findings)),
        terms=terms,
        note=note,
    )


def done(work: Work) -> tuple[Done, ...]:
    """What a page shows, change by change and note by note, in reading order."""
    text = work.document.text
    changes = (
        (
            edit.start,
            Done(
                edit.finding.id,
                "changed",
                text[edit.start : edit.end],
                edit.text,
                edit.finding.location.label,
            ),
        )
        for edit in work.edits
    )
    comments = (
        (
            one.start,
            Done(one.id, "commented", one.text, "\n".join(advice(one, work.wishes)), one.location.label),
        )
        for one in work.comments
    )
    return tuple(entry for _, entry in sorted((*changes, *comments), key=lambda placed: placed[0]))
