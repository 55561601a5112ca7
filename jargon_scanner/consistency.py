"""How a document treats its acronyms as a whole: explained late, twice, differently, or for one use only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.report import Note

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from jargon_scanner.definitions import Definition
    from jargon_scanner.findings import Finding


def acronym_notes(
    findings: Sequence[Finding], definitions: Sequence[Definition], label_at: Callable[[int], str]
) -> tuple[Note, ...]:
    """Notes about the document's acronyms, in reading order of the acronyms.

    Args:
        findings: all findings of the document.
        definitions: what it explains itself, in reading order.
        label_at: gives the label of the place at an offset of the document's text.
    """
    uses: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.kind == "acronym":
            uses.setdefault(_bare(finding.text), []).append(finding)
    explained: dict[str, list[Definition]] = {}
    for definition in definitions:
        explained.setdefault(definition.short, []).append(definition)
    notes: list[Note] = []
    for short, given in explained.items():
        if short in uses:
            notes += _notes_on(short, uses[short], given, label_at)
    return tuple(notes)


def _bare(text: str) -> str:
    return text[:-1] if text.endswith("s") and text[:-1].isupper() else text


def _notes_on(
    short: str, uses: list[Finding], given: list[Definition], label_at: Callable[[int], str]
) -> Iterator[Note]:
    places = tuple(dict.fromkeys(label_at(definition.start) for definition in given))
    longs = {definition.long.casefold() for definition in given}
    first_use = min(finding.start for finding in uses)
    if len(longs) > 1:
        yield Note("acronym-two-meanings", f"{short} is explained in two different ways. Choose one.", places)
    elif len(given) > 1:
        yield Note("acronym-explained-twice", f"{short} is explained more than once. Once is enough.", places)
    if given[0].start > first_use:
        message = f"{short} is used before it is explained. Explain it where it first stands."
        yield Note("acronym-explained-late", message, (label_at(first_use), places[0]))
    elif len(uses) == 1:
        yield Note(
            "acronym-used-once", f"{short} is explained but used only once. Just write it out.", places
        )
