"""Where a finding's words stand in its sentence, and the part of a long sentence that is worth showing.

The report gives a finding's place in the document and its sentence, but not where the sentence begins. Where
the words stand in the sentence only once there is nothing to ask. Where they stand more than once, the
document's text, the suggestions and the other findings of the sentence say which it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from jargon_scanner.outputs.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jargon_scanner.findings import Finding, Suggestion
    from jargon_scanner.report import Report

Range: TypeAlias = tuple[int, int]
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence in three parts, the words that were found in the middle; safe to look at."""

    before: str
    words: str
    after: str


def mark_sentences(report: Report) -> Mapping[str, Marked]:
    """Every finding's sentence with its words marked, by the finding's id."""
    begins = beginnings(report)
    return {finding.id: _mark(finding, begins[finding.id]) for finding in report.findings}


def beginnings(report: Report) -> Mapping[str, int | None]:
    """The offset in the document where each finding's sentence begins, by the finding's id.

    None where the sentence does not hold the words.
    """
    sentences: defaultdict[tuple[int, str], list[Finding]] = defaultdict(list)
    for finding in report.findings:
        sentences[finding.location.block, finding.sentence].append(finding)
    return {
        finding.id: beginning
        for together in sentences.values()
        for finding, beginning in _beginnings(together, report.text)
    }


def _beginnings(together: list[Finding], text: str | None) -> Iterator[tuple[Finding, int | None]]:
    """Each finding of a sentence with the offset in the document where the sentence begins."""
    possible = [_possible_beginnings(finding, text) for finding in together]
    votes = Counter(beginning for beginnings in possible for beginning in beginnings)
    for finding, beginnings in zip(together, possible, strict=True):
        yield finding, max(beginnings, key=lambda beginning: (votes[beginning], beginning), default=None)


def _possible_beginnings(finding: Finding, text: str | None) -> list[int]:
    sentence = finding.sentence
    possible = [finding.start - place for place in _occurrences(finding.text, sentence)]
    evidence: list[Callable[[int], bool]] = [
        lambda beginning, known=suggestion: _fits(known, sentence, beginning)  # type: ignore[misc]  # default binds
        for suggestion in finding.suggestions
        if suggestion.sentence is not None
    ]
    if text is not None:
        evidence.append(lambda beginning: text.startswith(sentence, beginning))
    for holds in evidence:
        possible = [beginning for beginning in possible if holds(beginning)] or possible
    return possible


def _occurrences(words: str, sentence: str) -> Iterator[int]:
    place = sentence.find(words) if words else -1
    while place >= 0:
        yield place
        place = sentence.find(words, place + 1)


def _fits(suggestion: Suggestion, sentence: str, beginning: int) -> bool:
    """True when the changed sentence differs from the sentence only in the range that was replaced."""
    start, end = (place - beginning for place in suggestion.replaces)
    changed = suggestion.sentence or ""
    return (
        0 <= start <= end <= len(sentence)
        and len(changed) >= start + len(sentence) - end
        and changed.startswith(sentence[:start])
        and changed.endswith(sentence[end:])
    )


def _mark(finding: Finding, beginning: int | None) -> Marked:
    """The sentence with its words marked; the words come first where the sentence does not hold them."""
    sentence = visible(finding.sentence)
    if beginning is None:
        return Marked("", visible(finding.text), f" {ELLIPSIS} {sentence}" if sentence else "")
    start = finding.start - beginning
    end = start + len(finding.text)
    return Marked(sentence[:start].lstrip(), sentence[start:end], sentence[end:].rstrip())


def shorten(sentence: Marked, room: int, measure: Callable[[str], int] = len) -> Marked:
    """The sentence cut between words to ``room`` columns, as much before the words as after them.

    The marked words are never cut, even where they alone are wider than the room.
    """
    left = room - measure(sentence.words)
    before, after = measure(sentence.before), measure(sentence.after)
    if before + after <= left:
        return sentence
    half = max(left // 2, 0)
    room_before = max(half, left - after)
    room_after = max(half, left - before)
    return Marked(
        _last_words(sentence.before, room_before, measure),
        sentence.words,
        _first_words(sentence.after, room_after, measure),
    )


def _first_words(text: str, room: int, measure: Callable[[str], int]) -> str:
    """The first words that fit; a word is only cut where it fills most of the room (as in Chinese)."""
    if measure(text) <= room:
        return text
    left = room - 2
    end = 0
    for letter in text:
        left -= measure(letter)
        if left < 0:
            break
        end += 1
    space = text.rfind(" ", 0, end + 1)
    kept = text[: space if space > end // 2 else end].rstrip()
    return f"{kept} {ELLIPSIS}" if kept else f" {ELLIPSIS}"


def _last_words(text: str, room: int, measure: Callable[[str], int]) -> str:
    return _first_words(text[::-1], room, measure)[::-1]
