"""Readability figures over prose, before and with the first suggestions accepted.

Reading age is the Coleman-Liau index plus five years: M. Coleman and T. L. Liau, "A computer readability
formula designed for machine scoring", Journal of Applied Psychology 60 (1975): grade = 0.0588 L - 0.296 S -
15.8, with L letters and S sentences per 100 words. It counts letters, which can be counted exactly, not
syllables, which can not. Only sentences that end like sentences are counted: the prompts and labels of forms
are long words without full stops, and would make them look like scholarly books. An acronym counts as the
words it stands for, before and after, so that spelling it out never looks like a loss. It is a rough guide,
two years either way, and says nothing of short texts.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.edits import plan
from jargon_scanner.recall import remembering
from jargon_scanner.report import Figures, Readability

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc

    from jargon_scanner.document import Block
    from jargon_scanner.edits import Edit
    from jargon_scanner.findings import Finding

FORMULA = "Coleman-Liau index plus 5 years, acronyms counted as their words"
_GRADE_TO_AGE = 5
#: Fewer words of prose than this give no figure.
LEAST_WORDS = 100
#: Fewer words than this are a label or a short answer, however they end.
_PROSE_WORDS = 6
#: How a sentence ends; prompts, labels, addresses and lists of people do not.
_ENDS = re.compile(r"[.!?…][\"'”’)\]*_]*\s*$")
#: Zipf frequency (log10 of uses per thousand million words) below which a word is hard for a 12-year-old.
_HARD_BELOW = 3.5
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")
_BRITISH = (
    (re.compile(r"our"), "or"),
    (re.compile(r"is(e|ed|es|ing|ation)\b"), r"iz\1"),
    (re.compile(r"ll"), "l"),
)


def prose_sentences(block: Block, doc: Doc) -> list[tuple[int, int]]:
    """Half-open ranges, in the document's text, of a block's sentences that a reader reads as prose."""
    if block.role == "heading" or block.part in ("header", "footer"):
        return []
    return [(block.start + start, block.start + end) for start, end in _prose(block.text, doc)]


def _prose(text: str, doc: Doc) -> tuple[tuple[int, int], ...]:
    from jargon_scanner.pipeline.state import state_of  # figures are also taken where spaCy is not loaded

    answers = state_of(doc).answers
    if "prose" not in answers:
        answers["prose"] = tuple(
            (start, end)
            for start, end in ((sentence.start_char, sentence.end_char) for sentence in doc.sents)
            if _ENDS.search(text[start:end]) and len(_WORD.findall(text[start:end])) >= _PROSE_WORDS
        )
    found: tuple[tuple[int, int], ...] = answers["prose"]
    return found


def measure(
    text: str,
    sentences: Sequence[tuple[int, int]],
    findings: Iterable[Finding],
    edits: Iterable[Edit] | None = None,
) -> Readability:
    """Figures of the sentences now, and after some changes.

    Letters that stay in brackets behind their words are left out of both: see the module's first words.

    Args:
        text: of the document.
        sentences: half-open ranges of it.
        findings: of the document.
        edits: the changes, in reading order; None for every one that needs no choice.
    """
    listed = list(findings)
    spelled = _spelled_out(listed)
    changes = plan(listed).edits if edits is None else edits
    accepted = [(edit.start, edit.end, edit.text) for edit in changes]
    rest = [edit for edit in spelled if not _touched(edit, accepted)]
    now = figures([_edited(text, start, end, spelled) for start, end in sentences])
    after = figures([_edited(text, start, end, sorted([*accepted, *rest])) for start, end in sentences])
    return Readability(now.reading_age, now.words_per_sentence, now.hard_words_share, after, FORMULA)


def _touched(edit: tuple[int, int, str], others: list[tuple[int, int, str]]) -> bool:
    """Whether an edit shares characters with one of the others, which are in order and apart."""
    place = bisect_left(others, edit[:1])
    return any(one[0] < edit[1] and edit[0] < one[1] for one in others[max(0, place - 1) : place + 2])


def _spelled_out(findings: Iterable[Finding]) -> list[tuple[int, int, str]]:
    """Acronyms as the words they stand for: four letters hide hard words, and are no easy word themselves."""
    return [
        (finding.start, finding.end, finding.acronym.expansion)
        for finding in findings
        if finding.acronym is not None and finding.acronym.expansion and len(finding.text.split()) == 1
    ]


def _edited(text: str, start: int, end: int, edits: list[tuple[int, int, str]]) -> str:
    inside = []
    for edit in edits[bisect_left(edits, (start,)) :]:
        if edit[0] >= end:
            break
        if edit[1] <= end:
            inside.append(edit)
    sentence = text[start:end]
    for first, last, wording in reversed(inside):
        sentence = sentence[: first - start] + wording + sentence[last - start :]
    return sentence


def figures(sentences: Sequence[str]) -> Figures:
    """Reading age, words per sentence and the share of hard words; None each under 100 words."""
    counts = list(map(_count, sentences))
    words = sum(one.words for one in counts)
    if words < LEAST_WORDS:
        return Figures(None, None, None)
    letters = sum(one.letters for one in counts)
    grade = 0.0588 * (100 * letters / words) - 0.296 * (100 * len(sentences) / words) - 15.8
    return Figures(
        reading_age=round(max(grade + _GRADE_TO_AGE, _GRADE_TO_AGE), 1),
        words_per_sentence=round(words / len(sentences), 1),
        hard_words_share=round(sum(map(_hard_words, sentences)) / words, 3),
    )


@dataclass(frozen=True, slots=True)
class _Count:
    """What one sentence adds to the figures."""

    words: int
    letters: int


@remembering(20_000)
def _count(sentence: str) -> _Count:
    words = _WORD.findall(sentence)
    letters = sum(len(word.replace("'", "").replace("’", "")) for word in words)
    return _Count(len(words), letters)


@remembering(20_000)
def _hard_words(sentence: str) -> int:
    return sum(map(is_hard, _WORD.findall(sentence)))


@remembering(50_000)
def is_hard(word: str) -> bool:
    """Whether a word is rare in general English, in its British and its American spelling. Names are not."""
    from wordfreq import zipf_frequency

    if word[:1].isupper():
        return False
    spellings = {word.lower(), *(pattern.sub(other, word.lower()) for pattern, other in _BRITISH)}
    return max(zipf_frequency(spelling, "en", wordlist="small") for spelling in spellings) < _HARD_BELOW
