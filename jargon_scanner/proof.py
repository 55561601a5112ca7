"""The lexicon proves itself: every example sentence is scanned, and what comes out is held against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.lexicon.examples import Example, examples_of
from jargon_scanner.lexicon.load import Fault, Located
from jargon_scanner.scan import Scanner, scan_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jargon_scanner.findings import Finding


def prove(scanner: Scanner, files: frozenset[str] = frozenset()) -> Iterator[Fault]:
    """Scan every example of the lexicon.

    Args:
        scanner: a scanner with the lexicon to prove.
        files: names of lexicon files to keep to; all of them where it is empty.

    Yields:
        A fault for each example that does not come out as it says:
        E301 the marked words are not what the entry flags; E302 a near miss is flagged; E303 the sentence is
        rewritten otherwise; E304 the expansion is another; W305 a known gap is closed: make it a test.
    """
    lexicon = scanner.lexicon.lexicon
    for identifier, located in lexicon.entries.items():
        if identifier not in lexicon.silenced and (not files or located.file in files):
            for example in examples_of(located.entry):
                yield from _faults(example, located, scanner)


def count_known_gaps(scanner: Scanner) -> int:
    """How many example sentences are known to come out wrong today."""
    entries = scanner.lexicon.lexicon.entries.values()
    return sum(len(located.entry.examples.known_gap) for located in entries)


def _faults(example: Example, located: Located, scanner: Scanner) -> Iterator[Fault]:
    findings = scan_text(example.text, scanner=scanner).findings
    own = [finding for finding in findings if finding.entry == example.entry]
    flagged = tuple((finding.start, finding.end) for finding in own)
    if example.expectation == "not_flagged":
        if own:
            yield _fault("E302", f"flags {_words(own)}", example, located)
    elif example.expectation == "known_gap":
        if flagged == example.marked and not example.outcome:
            yield _fault("W305", "now comes out right: move it to flagged or not_flagged", example, located)
    elif example.expectation == "rewritten":
        yield from _rewritten_faults(example, own, located)
    elif flagged != example.marked:
        others = [
            f"{finding.text!r} by {finding.entry}" for finding in findings if finding.entry != example.entry
        ]
        found = f"flags {_words(own) or 'nothing'}" + (f"; others flag {', '.join(others)}" if others else "")
        yield _fault("E301", found, example, located)
    elif example.outcome:
        yield from _expansion_faults(example, own, located)


def _rewritten_faults(example: Example, own: Sequence[Finding], located: Located) -> Iterator[Fault]:
    rewritten = rewrite(example.text, own)
    if rewritten != example.outcome:
        yield _fault("E303", f"becomes {rewritten!r}", example, located)


def _expansion_faults(example: Example, own: Sequence[Finding], located: Located) -> Iterator[Fault]:
    given = [finding.acronym.expansion if finding.acronym else None for finding in own]
    if any(expansion != example.outcome for expansion in given):
        yield _fault("E304", f"is expanded to {given}", example, located)


def rewrite(text: str, findings: Sequence[Finding]) -> str:
    """A text with the first drop-in suggestion of each finding made; of two that overlap, the first."""
    edits: list[tuple[int, int, str]] = []
    for finding in findings:
        first = next((one for one in finding.suggestions if one.mode == "replace"), None)
        if first is not None and (not edits or edits[-1][1] <= first.replaces[0]):
            edits.append((*first.replaces, first.text))
    for start, end, wording in reversed(edits):
        text = text[:start] + wording + text[end:]
    return text


def _words(findings: Sequence[Finding]) -> str:
    return ", ".join(repr(finding.text) for finding in findings)


def _fault(code: str, found: str, example: Example, located: Located) -> Fault:
    message = f"{example.entry}: {example.expectation} {example.text!r} {found}"
    if example.outcome:
        message += f", not {example.outcome!r}"
    return Fault(code, located.file, located.line, message)
