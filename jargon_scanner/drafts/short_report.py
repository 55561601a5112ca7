"""The short report that stands beside a draft: how much, what first, and what the copy does not show."""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from jargon_scanner.outputs.html_page import environment_of, leaf_of
from jargon_scanner.outputs.wording import facts

if TYPE_CHECKING:
    from jinja2 import Environment

    from jargon_scanner.marking.library import Copy
    from jargon_scanner.outputs.folding import Term

#: So many terms are named: what fits on a page.
_MOST_TERMS = 12
#: Which line of a finding says best, in short, what to do about it.
_LABELS = ("Think", "Ask", "Say", "Keep", "Or say", "Reword")


def short_report(made: Copy, copy_name: str) -> bytes:
    """The report as one page of HTML, in UTF-8.

    Args:
        made: a draft, what a scan says of it, and its marked copy.
        copy_name: what the copy is called.
    """
    leaf = leaf_of(made.report)
    terms = sorted((term for place in leaf.places for term in place.terms), key=_weight)
    changed = sum(done.action == "changed" for done in made.marked.done)
    page = (
        _environment()
        .get_template("short.html")
        .render(
            leaf=leaf,
            copy=copy_name,
            changed=changed,
            commented=len(made.marked.done) - changed,
            marked=made.marked,
            terms=[(term, _in_short(term)) for term in islice(terms, _MOST_TERMS)],
            more=max(0, len(terms) - _MOST_TERMS),
        )
    )
    return page.encode("utf-8", "replace")


def _weight(term: Term) -> tuple[bool, int]:
    """What could hurt first, then what comes most often."""
    return term.finding.kind != "blaming", -term.times


def _in_short(term: Term) -> tuple[str, str]:
    """What to do about a term, in a line: its label, and what it says."""
    said = {fact.label: fact.texts for fact in facts(term)}
    label = next((label for label in _LABELS if label in said), "")
    return label, " · ".join(said.get(label, ())[:2])


@cache
def _environment() -> Environment:
    return environment_of(("jargon_scanner.drafts", "jargon_scanner.outputs"), ("style.css", "short.css"))
