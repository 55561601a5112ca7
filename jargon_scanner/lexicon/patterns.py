"""A term as a curator writes it, turned into a pattern over words.

``put <self> at risk`` becomes words in all their forms, with slots between. Matching is a walk over the
words of a sentence from a given place; a tree of all patterns finds the few that are worth a walk there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise, product
from typing import TYPE_CHECKING, TypeAlias

from jargon_scanner.lexicon.forms import all_forms, noun_forms, verb_forms
from jargon_scanner.shelf import Shelf
from jargon_scanner.words import Words, split_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jargon_scanner.lexicon.entry import Term

PREPOSITIONS = frozenset(
    "of in into for to with at on by from under between about as within without through over upon around "
    "against towards across per than after before outside inside near during since until beside "
    "who whose that which and".split()
)
SELVES = frozenset(
    "myself yourself himself herself themselves themself itself ourselves yourselves oneself".split()
)
DETERMINERS = frozenset("a an the this that these those his her their its my our your any some no".split())
POSSESSIVES = frozenset("my your his her its our their whose".split())
ADVERBS = frozenset(
    "not never always often also still again ever rarely seldom sometimes both all just only even so very "
    "then now yet too quite rather soon almost already further well fully".split()
)
#: Small words of phrasal verbs, which are never inflected.
PARTICLES = frozenset("up out off down away back apart on over along forward through in".split())
_STOPS = frozenset('.!?;:,()[]"')
_SOMEONE_MAX = 4
_GAP_MAX = 3


@dataclass(frozen=True, slots=True)
class Word:
    """One word, in any of these forms."""

    forms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Slot:
    """A place that other words fill: self, someone, someone's, a, number, adverb or gap."""

    name: str


Element: TypeAlias = Word | Slot


@dataclass(frozen=True, slots=True)
class Pattern:
    """One wording of an entry.

    Attributes:
        entry: the entry's id.
        elements: words and slots in order; the first is a word.
        head: place among the elements of the word that is inflected.
        loose: whether an adverb may stand between its words.
        wording: the term or the one of ``also`` that it is made from, as the entry writes it.
    """

    entry: str
    elements: tuple[Element, ...]
    head: int
    loose: bool
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern met in a ``Words`` view. Numbers are word numbers, ranges half-open.

    ``captures`` holds what filled each slot, and as "between" an adverb that stood between two words.
    """

    pattern: Pattern
    start: int
    end: int
    head: int
    captures: tuple[tuple[str, int, int], ...]


@dataclass(slots=True)
class _Node:
    """A place in the tree of all patterns: those that begin with the same elements share the way to it.

    Attributes:
        ends: numbers of the patterns that are complete here.
        words: where a word leads, by each of its forms.
        slots: where a slot leads.
    """

    ends: list[int] = field(default_factory=list)
    words: dict[str, list[_Node]] = field(default_factory=dict)
    slots: list[tuple[str, _Node]] = field(default_factory=list)

    def grow(self, element: Element) -> _Node:
        """A new place behind an element."""
        node = _Node()
        if isinstance(element, Slot):
            self.slots.append((element.name, node))
        else:
            for form in element.forms:
                self.words.setdefault(form, []).append(node)
        return node

    def gather(self, norms: tuple[str, ...], at: int, limit: int, met: set[int]) -> None:
        """Add the numbers of the patterns that may go on with word ``at``, and perhaps some more."""
        met.update(self.ends)
        for place in (at, at + 1) if at < limit and is_adverb(norms[at]) else (at,):
            for node in self.words.get(norms[place], ()) if place < limit else ():
                node.gather(norms, place + 1, limit, met)
            for name, node in self.slots:
                for end in _SLOT_ENDS[name](norms, place, limit):
                    node.gather(norms, end, limit, met)


class PatternIndex:
    """All patterns as one tree: where many begin with the same words, these are looked at once for all."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        root = _Node()
        grown: dict[tuple[int, Element], _Node] = {}
        for number, pattern in enumerate(patterns):
            node = root
            for element in pattern.elements:
                way = (id(node), element)
                if way not in grown:
                    grown[way] = node.grow(element)
                node = grown[way]
            node.ends.append(number)
        self._patterns = Shelf(dict(enumerate(patterns)))
        self._by_first = Shelf(root.words)
        self._firsts = frozenset(root.words)

    def find(self, words: Words) -> Iterator[Match]:
        """Every pattern at every place, in reading order; overlaps are all given."""
        norms, ends = words.norms, words.ends
        for start, norm in enumerate(norms):
            if norm not in self._firsts:
                continue
            met: set[int] = set()
            for node in self._by_first[norm]:
                node.gather(norms, start + 1, ends[start], met)
            for number in sorted(met):
                match = match_at(self._patterns[number], words, start)
                if match is not None:
                    yield match


def match_at(pattern: Pattern, words: Words, start: int) -> Match | None:
    """The shortest way to meet the pattern from this word on, inside one sentence; or None."""
    limit = words.ends[start]
    places = _walk(pattern, words.norms, 0, start, limit)
    if places is None:
        return None
    captures = [
        (element.name, place[0], place[1])
        for element, place in zip(pattern.elements, places, strict=True)
        if isinstance(element, Slot) and place[0] < place[1]
    ]
    captures += [("between", left[1], right[0]) for left, right in pairwise(places) if left[1] < right[0]]
    return Match(pattern, start, places[-1][1], places[pattern.head][0], tuple(captures))


def _walk(
    pattern: Pattern, norms: tuple[str, ...], element: int, at: int, limit: int
) -> list[tuple[int, int]] | None:
    """Places of the elements from number ``element`` on, met from word ``at`` on; None where they are not."""
    places: list[tuple[int, int]] = []
    for number in range(element, len(pattern.elements)):
        wanted = pattern.elements[number]
        if isinstance(wanted, Word):
            if at >= limit or norms[at] not in wanted.forms:
                return None
            if not (pattern.loose and _adverb_may_follow(pattern, norms, number, at + 1, limit)):
                places.append((at, at + 1))
                at += 1
                continue
        rest = _walk_on(pattern, norms, number, at, limit)
        return None if rest is None else places + rest
    return places


def _walk_on(
    pattern: Pattern, norms: tuple[str, ...], element: int, at: int, limit: int
) -> list[tuple[int, int]] | None:
    """The same from an element on that can end at several words, or that an adverb may follow."""
    for end in _ends(pattern.elements[element], norms, at, limit):
        skips = (end, end + 1) if _adverb_may_follow(pattern, norms, element, end, limit) else (end,)
        for follow in skips:
            rest = _walk(pattern, norms, element + 1, follow, limit)
            if rest is not None:
                return [(at, end), *rest]
    return None


def _adverb_may_follow(pattern: Pattern, norms: tuple[str, ...], element: int, end: int, limit: int) -> bool:
    last = element + 1 == len(pattern.elements)
    return pattern.loose and not last and end < limit and is_adverb(norms[end])


def is_adverb(norm: str) -> bool:
    """Whether a word can be read as an adverb without asking a model."""
    return norm in ADVERBS or (norm.endswith("ly") and len(norm) > 4)


def _ends(element: Element, norms: tuple[str, ...], at: int, limit: int) -> Iterator[int]:
    """Where the element can end if it begins at word ``at``; a word is known to stand there."""
    return iter((at + 1,)) if isinstance(element, Word) else _SLOT_ENDS[element.name](norms, at, limit)


def _self_ends(norms: tuple[str, ...], at: int, limit: int) -> Iterator[int]:
    if at < limit and norms[at] in SELVES:
        yield at + 1


def _someone_ends(norms: tuple[str, ...], at: int, limit: int) -> Iterator[int]:
    for end in range(at + 1, min(at + _SOMEONE_MAX, limit) + 1):
        if norms[end - 1] in _STOPS:
            return
        yield end


def _possessive_ends(norms: tuple[str, ...], at: int, limit: int) -> Iterator[int]:
    if at < limit and norms[at] in POSSESSIVES:
        yield at + 1
    for end in range(at + 2, min(at + _SOMEONE_MAX, limit) + 1):
        if norms[end - 1] in ("'s", "'"):
            yield end


def _determiner_ends(norms: tuple[str, ...], at: int, limit: int) -> Iterator[int]:
    if at < limit and norms[at] in DETERMINERS:
        yield at + 1
    yield at


def _number_ends(norms: tuple[str, ...], at: int, limit: int) -> Iterator[int]:
    if at < limit and is_number(norms[at]):
        yield at + 1


def _adverb_ends(norms: tuple[str, ...], at: int, limit: int) -> Iterator[int]:
    yield at
    if at < limit and is_adverb(norms[at]):
        yield at + 1


def _gap_ends(norms: tuple[str, ...], at: int, limit: int) -> Iterator[int]:
    yield at
    for end in range(at + 1, min(at + _GAP_MAX, limit) + 1):
        if norms[end - 1] in _STOPS:
            return
        yield end


_SLOT_ENDS = {
    "self": _self_ends,
    "someone": _someone_ends,
    "someone's": _possessive_ends,
    "a": _determiner_ends,
    "number": _number_ends,
    "adverb": _adverb_ends,
    "gap": _gap_ends,
}
_NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve several many".split())


def is_number(norm: str) -> bool:
    """Whether a word is a number in digits or a small one in letters."""
    return norm in _NUMBERS or norm.replace(",", "").replace(".", "").isdigit()


def patterns_of(term: Term, classes: Mapping[str, tuple[str, ...]]) -> list[Pattern]:
    """Every wording of a term as patterns.

    Raises:
        ValueError: a wording names an unknown slot or class, or begins with a slot.
    """
    return [pattern for _, patterns in wordings_of(term, classes) for pattern in patterns]


def wordings_of(term: Term, classes: Mapping[str, tuple[str, ...]]) -> list[tuple[str, tuple[Pattern, ...]]]:
    """Every wording of a term as it is written, with its patterns.

    Raises:
        ValueError: a wording names an unknown slot or class, or begins with a slot.
    """
    return [
        (
            wording,
            tuple(replace(_pattern(term, chunks, classes), wording=wording) for chunks in _options(wording)),
        )
        for wording in (term.term, *term.also)
    ]


@cache
def _options(wording: str) -> list[tuple[str, ...]]:
    """The wording with every ``(optional)`` word left out or put in."""
    choices = [
        ((chunk[1:-1], "") if chunk.startswith("(") and chunk.endswith(")") else (chunk,))
        for chunk in _chunks(wording)
    ]
    return [tuple(chunk for chunk in option if chunk) for option in product(*choices)]


def _chunks(wording: str) -> list[str]:
    return re.findall(r"<[^>]+>|\([^)]+\)|\S+", wording)


def _pattern(term: Term, chunks: tuple[str, ...], classes: Mapping[str, tuple[str, ...]]) -> Pattern:
    elements: list[tuple[Element, str]] = []
    for chunk in chunks:
        elements += _elements(chunk, classes)
    if not elements or not isinstance(elements[0][0], Word):
        raise ValueError(f"{' '.join(chunks)!r} has to begin with a word, not with a slot")
    head = _head(term, [text for _, text in elements])
    if term.pos == "verb" and head == 0:
        head = _inflected_part(chunks[0])
    if head is not None:
        elements[head] = (_inflected(term, elements[head][1]), elements[head][1])
    if head is None:
        head = len(elements) - 1 if term.pos == "noun" else 0
    loose = term.pos == "verb"
    return Pattern(term.id, tuple(element for element, _ in elements), head, loose)


def _elements(chunk: str, classes: Mapping[str, tuple[str, ...]]) -> list[tuple[Element, str]]:
    """What one chunk of a wording stands for; the text is "" for slots and classes."""
    if chunk == "...":
        return [(Slot("gap"), "")]
    if chunk.startswith("<") and chunk.endswith(">"):
        name = chunk[1:-1].replace("’", "'")
        if name in _SLOT_ENDS:
            return [(Slot(name), "")]
        if name in classes:
            members = (
                split_words(word)[1] for word in class_words(name, classes) if not word.startswith("<")
            )
            return [
                (Word(frozenset(form for norms in members if norms for form in all_forms(norms[-1]))), "")
            ]
        raise ValueError(f"{chunk} is neither a slot nor a class of word-classes.yaml")
    if "|" in chunk:
        norms = [norm for option in chunk.split("|") for norm in split_words(option)[1]]
        forms = frozenset(form for norm in norms for form in all_forms(norm))
        return [(Word(forms), chunk)]
    return [(Word(frozenset({norm})), norm) for norm in split_words(chunk)[1]]


def class_words(name: str, classes: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The words of a class, classes named inside it included; ``<name>`` and ``<number>`` stay."""
    found: list[str] = []
    for word in classes.get(name, ()):
        inner = word[1:-1] if word.startswith("<") else ""
        found += class_words(inner, classes) if inner in classes else [word]
    return found


def _head(term: Term, texts: list[str]) -> int | None:
    """Place of the word that is inflected, or None."""
    if term.inflect is False:
        return None
    if isinstance(term.inflect, str) and term.inflect.lower() in texts:
        return texts.index(term.inflect.lower())
    plain = [place for place, text in enumerate(texts) if text]
    if not plain:
        return None
    if term.pos == "verb":
        return plain[1] if texts[plain[0]] == "not" and len(plain) > 1 else plain[0]
    if term.pos != "noun":
        return None
    head = plain[0]
    for place in plain:
        if texts[place] in PREPOSITIONS and place != plain[0]:
            break
        head = place
    return head


def _inflected_part(chunk: str) -> int:
    """Which part of a hyphenated verb is inflected: "self-[regulate]", but "[step]-down"."""
    parts = split_words(chunk)[1] if "-" in chunk else (chunk,)
    return 0 if parts[-1] in PARTICLES else len(parts) - 1


def _inflected(term: Term, text: str) -> Word:
    make = noun_forms if term.pos == "noun" else verb_forms
    if isinstance(term.inflect, str):
        return Word(frozenset(form for option in text.split("|") for form in all_forms(option)))
    return Word(frozenset(form for option in text.split("|") for form in make(option.lower())))
