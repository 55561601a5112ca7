"""Conditions made ready: the company a term keeps, as sets of word forms.

A curator's word stands for all its inflected forms; ``<class>`` for every word of the class. What needs the
statistical model is known here, before any document is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from jargon_scanner.lexicon.forms import all_forms, is_word
from jargon_scanner.lexicon.patterns import DETERMINERS, POSSESSIVES, SELVES, class_words, is_number
from jargon_scanner.words import Words, split_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from jargon_scanner.lexicon.entry import Condition

Forms: TypeAlias = frozenset[str]
Classes: TypeAlias = "Mapping[str, tuple[str, ...]]"

_GRAMMAR = ("pos", "subject", "subject_not", "object", "head", "modifier", "passive", "entity")


@dataclass(frozen=True, slots=True)
class WordList:
    """Words and wordings to look for, in any form.

    Attributes:
        singles: forms of the single words.
        longer: wordings of several words, each word as its forms.
        openings: forms of the first words of those: no other word begins one.
        longest: how many words the longest of those has.
        names: whether any name will do (``<name>``).
        numbers: whether any number will do (``<number>``).
    """

    singles: Forms = frozenset()
    longer: tuple[tuple[Forms, ...], ...] = ()
    names: bool = False
    numbers: bool = False
    openings: Forms = frozenset()
    longest: int = 0

    def __bool__(self) -> bool:
        return bool(self.singles or self.longer or self.names or self.numbers)

    def at(self, words: Words, start: int, limit: int) -> bool:
        """Whether one of them begins at word ``start`` and ends before ``limit``."""
        if start >= limit:
            return False
        if self.single(words, start):
            return True
        return words.norms[start] in self.openings and any(
            _stands(wording, words, start, limit) for wording in self.longer
        )

    def before(self, words: Words, end: int, floor: int) -> bool:
        """Whether one of them ends just before word ``end``, not beginning before ``floor``."""
        if end <= floor:
            return False
        if self.single(words, end - 1):
            return True
        return any(
            end - len(wording) >= floor and _stands(wording, words, end - len(wording), end)
            for wording in self.longer
        )

    def single(self, words: Words, place: int) -> bool:
        """Whether the word at ``place`` alone is one of them."""
        return (
            words.norms[place] in self.singles
            or (self.names and is_name(words, place))
            or (self.numbers and is_number(words.norms[place]))
        )

    def anywhere(self, words: Words, places: range, outside: range = range(0)) -> bool:
        """Whether one of them stands among these places, but not among ``outside``."""
        norms = words.norms[places.start : places.stop]
        if not (self.names or self.numbers or self._may_stand_among(norms)):
            return False
        return any(place not in outside and self.at(words, place, places.stop) for place in places)

    def _may_stand_among(self, norms: tuple[str, ...]) -> bool:
        return not (self.singles.isdisjoint(norms) and self.openings.isdisjoint(norms))

    def around(self, words: Words, start: int, end: int) -> bool:
        """Whether one of the wordings covers the words from ``start`` to ``end``."""
        if end - start == 1 and self.single(words, start):
            return True
        limit = words.ends[start]
        for first in range(max(words.starts[start], end - self.longest), start + 1):
            if words.norms[first] in self.openings and any(
                first + len(wording) >= end and _stands(wording, words, first, limit)
                for wording in self.longer
            ):
                return True
        return False

    def among(self, norms: Sequence[str]) -> bool:
        """Whether one of them stands in a text of these words."""
        return bool(self.singles.intersection(norms)) or any(
            all(norm in forms for norm, forms in zip(norms[first:], wording, strict=False))
            for wording in self.longer
            for first in range(len(norms) - len(wording) + 1)
        )

    def count(self, norms: Iterable[str]) -> int:
        """How many different single words of the list stand among ``norms``."""
        return len(self.singles.intersection(norms))


def _stands(wording: tuple[Forms, ...], words: Words, start: int, limit: int) -> bool:
    end = start + len(wording)
    return end <= limit and all(map(frozenset.__contains__, wording, words.norms[start:end]))


def is_name(words: Words, place: int) -> bool:
    """Whether a word looks like a name: capital first, and no common word unless inside a sentence."""
    text = words.texts[place]
    if not (text[:1].isupper() and (text[1:].islower() or len(text) == 1)):
        return False
    return place != words.starts[place] or not is_word(text)


def word_list(values: Iterable[str], classes: Classes) -> WordList:
    """Make a curator's list of words, wordings and ``<classes>`` ready.

    Raises:
        ValueError: a class is not defined.
    """
    singles: set[str] = set()
    longer: list[tuple[Forms, ...]] = []
    names = numbers = False
    for value in _spelled_out(values, classes):
        if value in ("<name>", "<number>"):
            names, numbers = names or value == "<name>", numbers or value == "<number>"
            continue
        parts = tuple(_parts(value, classes))
        if len(parts) == 1:
            singles |= parts[0]
        elif parts:
            longer.append(parts)
    openings = frozenset(form for wording in longer for form in wording[0])
    longest = max(map(len, longer), default=0)
    return WordList(frozenset(singles), tuple(longer), names, numbers, openings, longest)


def _parts(wording: str, classes: Classes) -> Iterator[Forms]:
    """The words of a wording, each as its forms; a ``<class>`` inside it is any single word of the class."""
    for chunk in wording.split():
        name = chunk[1:-1]
        if chunk in _CLOSED_CLASSES:
            yield frozenset(_CLOSED_CLASSES[chunk])
        elif chunk.startswith("<") and chunk.endswith(">") and name in classes:
            yield word_list(class_words(name, classes), classes).singles
        else:
            yield from (_any_form(norm) for norm in split_words(chunk)[1])


def _any_form(norm: str) -> Forms:
    return all_forms(norm) if norm.isalpha() else frozenset({norm})


#: Slots of a term that a condition may name too, as the closed classes they stand for.
_CLOSED_CLASSES = {"<self>": SELVES, "<someone's>": POSSESSIVES | {"'s"}, "<a>": DETERMINERS}


def _spelled_out(values: Iterable[str], classes: Classes) -> Iterator[str]:
    for written in values:
        value = written.replace("’", "'")
        if value in _CLOSED_CLASSES:
            yield from _CLOSED_CLASSES[value]
            continue
        if not (value.startswith("<") and value.endswith(">")) or value in ("<name>", "<number>"):
            yield value
        elif value[1:-1] in classes:
            yield from class_words(value[1:-1], classes)
        else:
            raise ValueError(f"{value} is not a class of word-classes.yaml")


def head_words(values: WordList) -> WordList:
    """The same list by the last word of each wording, as grammar names it ("social worker": worker)."""
    lasts = frozenset(form for wording in values.longer for form in wording[-1])
    return WordList(values.singles | lasts, (), values.names, values.numbers)


@dataclass(frozen=True, slots=True)
class Company:
    """One condition, ready to be asked. Empty lists and None ask nothing; fields as in ``Condition``."""

    phrase: WordList
    before: WordList
    after: WordList
    near: WordList
    document: WordList
    section: WordList
    part: frozenset[str]
    case: frozenset[str]
    pos: frozenset[str]
    subject: WordList
    subject_not: WordList
    object: WordList
    head: WordList
    modifier: WordList
    entity: frozenset[str]
    passive: bool | None
    negated: bool | None
    denied: bool | None
    quoted: bool | None
    here: bool
    needs_grammar: bool


def company(condition: Condition, classes: Classes) -> Company:
    """Make one condition ready.

    Raises:
        ValueError: it names a class that is not defined.
    """

    def listed(values: Iterable[str]) -> WordList:
        return word_list(values, classes)

    return Company(
        phrase=listed(condition.phrase),
        before=listed(condition.before),
        after=listed(condition.after),
        near=listed(condition.near),
        document=listed(condition.document),
        section=listed(condition.section),
        part=frozenset(condition.part),
        case=frozenset(condition.case),
        pos=frozenset(condition.pos),
        subject=head_words(listed(condition.subject)),
        subject_not=head_words(listed(condition.subject_not)),
        object=head_words(listed(condition.object)),
        head=head_words(listed(condition.head)),
        modifier=head_words(listed(condition.modifier)),
        entity=frozenset(condition.entity),
        passive=condition.passive,
        negated=condition.negated,
        denied=condition.denied,
        quoted=condition.quoted,
        here=bool(condition.here),
        needs_grammar=any(getattr(condition, key) not in ((), None) for key in _GRAMMAR),
    )
