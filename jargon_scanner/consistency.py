"""How a document treats its short forms as a whole, as careful editors check it.

Each check is one function over everything that a document does with one short form. What a family says in its
own words is no fault of the writer's, and a printed line that comes again on every page is one place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal, TypeAlias

from jargon_scanner.report import Note
from jargon_scanner.statuses import bare, by_short_form, same_letters, same_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from jargon_scanner.definitions import Definition
    from jargon_scanner.document import Block, Document
    from jargon_scanner.findings import Finding

Code: TypeAlias = Literal[
    "acronym-never-explained",
    "acronym-explained-late",
    "acronym-explained-twice",
    "acronym-two-meanings",
    "acronym-used-once",
    "acronym-long-form-again",
    "acronym-two-spellings",
]

_UNEXPLAINED = frozenset({"undefined", "unknown"})
#: A list of abbreviations beside an explanation in the text is good practice, not an explanation too many.
_LISTS = frozenset({"table", "short: long"})
#: A long form of one word ("guardian") is an ordinary word where it stands alone.
_WORDS_OF_A_TERM = 2
_WORD = re.compile(r"[^\W_]+")
#: A long form's first word is looked for by its first letters, so that its plural is found too.
_LEAST_OPENING, _LONGEST_ENDING = 3, 3


@dataclass(frozen=True, slots=True)
class Conduct:
    """What a document does with one short form.

    Attributes:
        short: the short form as it is first written.
        uses: where it stands, in reading order; the places that explain it are uses too.
        given: its explanations, in reading order.
        where: gives the place of an offset in words.
        spelled_out: gives the offsets at which its long form stands without it, in reading order: it looks
            through the whole text.
    """

    short: str
    uses: tuple[Finding, ...]
    given: tuple[Definition, ...]
    where: Callable[[int], str]
    spelled_out: Callable[[], Iterator[int]]

    def places(self, offsets: Iterable[int]) -> tuple[str, ...]:
        """Labels of offsets, each once."""
        return tuple(dict.fromkeys(map(self.where, offsets)))


def acronym_notes(
    document: Document, findings: Sequence[Finding], definitions: Sequence[Definition]
) -> tuple[Note, ...]:
    """Notes about the document's short forms: what is explained nowhere, what late, then each in order.

    Args:
        document: what was read.
        findings: all findings of the document.
        definitions: every explanation in it.
    """
    conducts = _conducts(document, findings, definitions)
    notes = [note for conduct in conducts for check in _CHECKS for note in check(conduct)]
    return (*_never_explained(conducts), *_explained_late(conducts), *notes)


def _conducts(
    document: Document, findings: Sequence[Finding], definitions: Sequence[Definition]
) -> list[Conduct]:
    quoted = {finding.start for finding in findings if finding.owner == "quote"}
    pages = _Pages(document.blocks, {one.start for one in definitions})
    said = [one for one in definitions if one.start not in quoted and pages.is_first_print(one.start)]
    explained = by_short_form(said)
    uses: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.kind == "acronym" and finding.start not in quoted and pages.is_first_print(finding.start):
            uses.setdefault(same_letters(finding.letters), []).append(finding)
    small = _in_small_letters(document.text)
    return [
        Conduct(
            bare(met[0].letters),
            tuple(met),
            given := tuple(explained.get(key, ())),
            pages.label,
            partial(_spelled_out, small, given, definitions),
        )
        for key, met in uses.items()
    ]


class _Pages:
    """The blocks of a document by offset, and which of them are the same print again."""

    def __init__(self, blocks: Sequence[Block], explanations: set[int]) -> None:
        self._blocks = blocks
        self._starts = [block.start for block in blocks]
        explaining = {self._at(start).index for start in explanations}
        seen: set[str] = set()
        self._again: set[int] = set()
        for block in blocks:
            if block.part in ("header", "footer") or block.role == "heading" or block.index in explaining:
                words = " ".join(block.text.split()).casefold()
                if words in seen:
                    self._again.add(block.index)
                seen.add(words)

    def _at(self, offset: int) -> Block:
        return self._blocks[max(0, bisect_right(self._starts, offset) - 1)]

    def label(self, offset: int) -> str:
        return self._at(offset).label

    def is_first_print(self, offset: int) -> bool:
        return self._at(offset).index not in self._again


def _spelled_out(text: str, given: Sequence[Definition], definitions: Sequence[Definition]) -> Iterator[int]:
    """Where the long form stands again after its first explanation, one or many, outside every explanation.

    Args:
        text: the document's, in small letters.
        given: the explanations of one short form, one at least.
        definitions: every explanation.
    """
    first, *others = _WORD.findall(_in_small_letters(given[0].long))
    if len(others) + 1 < _WORDS_OF_A_TERM:
        return
    # It begins with plain letters, which are found fast; whether a word begins there is asked afterwards.
    opening = re.escape(first[: max(_LEAST_OPENING, len(first) - _LONGEST_ENDING)])
    wording = re.compile(rf"{opening}[^\W_]*(?:[\W_]{{1,3}}[^\W_]+){{{len(others)}}}")
    wanted = same_words(given[0].long)
    for match in wording.finditer(text, given[0].start):
        start, end = match.span()
        if (
            not text[start - 1 : start].isalnum()
            and same_words(match[0]) == wanted
            and not any(one.long_start <= start and end <= one.long_end for one in definitions)
        ):
            yield start


def _in_small_letters(text: str) -> str:
    """The text in small letters, every letter in its place."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(one.lower()[:1] for one in text)


def _never_explained(conducts: Sequence[Conduct]) -> Iterator[Note]:
    """One note for all of them: each use is a finding of its own already."""
    never = [conduct for conduct in conducts if _is_unexplained(conduct)]
    if never:
        are = "is" if len(never) == 1 else "are"
        message = (
            f"{_listed([one.short for one in never])} {are} never explained here. Write the words instead."
        )
        yield _note("acronym-never-explained", message, _first_places(never))


def _is_unexplained(conduct: Conduct) -> bool:
    return all(use.acronym is not None and use.acronym.status in _UNEXPLAINED for use in conduct.uses)


def _explained_late(conducts: Sequence[Conduct]) -> Iterator[Note]:
    """One note for all that one place explains: a list of abbreviations at the end."""
    late: dict[str, list[Conduct]] = {}
    for conduct in filter(_is_explained_late, conducts):
        late.setdefault(conduct.where(conduct.given[0].start), []).append(conduct)
    for place, those in late.items():
        are, they, each = ("is", "it is", "it") if len(those) == 1 else ("are", "they are", "each")
        names = _listed([conduct.short for conduct in those])
        message = f"{names} {are} used before {they} explained. Explain {each} at its first use."
        yield _note("acronym-explained-late", message, tuple(dict.fromkeys((*_first_places(those), place))))


def _is_explained_late(conduct: Conduct) -> bool:
    known_from = min((one.known_from for one in conduct.given), default=0)
    return conduct.uses[0].start < known_from


def _first_places(conducts: Iterable[Conduct]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.where(one.uses[0].start) for one in conducts))


def _two_meanings(conduct: Conduct) -> Iterator[Note]:
    if len(meanings := _meanings(conduct)) > 1:
        told = _listed([f"“{long}”" for long in meanings])
        message = f"{conduct.short} is explained differently in different places: {told}. Choose one."
        yield _note("acronym-two-meanings", message, conduct.places(one.start for one in conduct.given))


def _meanings(conduct: Conduct) -> list[str]:
    """The long forms it is given that differ, as first written."""
    return list({same_words(one.long): one.long for one in reversed(conduct.given)}.values())[::-1]


def _explained_twice(conduct: Conduct) -> Iterator[Note]:
    told = Counter(same_words(one.long) for one in conduct.given if one.pattern not in _LISTS)
    if any(count > 1 for count in told.values()):
        message = f"{conduct.short} is explained more than once. Once, where it first stands, is enough."
        yield _note("acronym-explained-twice", message, conduct.places(one.start for one in conduct.given))


def _used_once(conduct: Conduct) -> Iterator[Note]:
    sites = {one.start for one in conduct.given}
    others = [use.start for use in conduct.uses if use.start not in sites]
    if len(others) > 1 or len(_meanings(conduct)) != 1 or _is_explained_late(conduct):
        return
    if others:
        message = f"{conduct.short} is explained and then used only once. Write the words out both times."
    else:
        message = f"{conduct.short} is explained but never used after that. Leave the letters out."
    yield _note("acronym-used-once", message, conduct.places(sorted((*sites, *others))))


def _spelled_out_again(conduct: Conduct) -> Iterator[Note]:
    sites = {one.start for one in conduct.given}
    later = [use for use in conduct.uses if sites and use.start not in sites and use.start > min(sites)]
    again = list(conduct.spelled_out()) if len(later) > 1 else []
    if again:
        both = f"both {conduct.short} and “{conduct.given[0].long}” are used"
        message = f"After the explanation, {both}. The words alone are easier."
        yield _note("acronym-long-form-again", message, conduct.places(again))


def _two_spellings(conduct: Conduct) -> Iterator[Note]:
    met: dict[str, Finding] = {}
    for use in conduct.uses:
        met.setdefault(_spelling(use.letters), use)
    if len(met) > 1:
        written = _listed([bare(use.letters) for use in met.values()])
        message = f"One short form is written in different ways: {written.removesuffix('.')}. Choose one."
        yield _note("acronym-two-spellings", message, conduct.places(use.start for use in met.values()))


def _spelling(letters: str) -> str:
    """A spelling as it is compared: the capital of "Mgm" or "S47" makes no other spelling."""
    short = " ".join(bare(letters).split()).removesuffix(".")
    return short if any(map(str.isupper, short[1:])) else short[:1].lower() + short[1:]


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _note(code: Code, message: str, places: tuple[str, ...]) -> Note:
    return Note(code, message, places)


_CHECKS = (_two_meanings, _explained_twice, _used_once, _spelled_out_again, _two_spellings)
