"""The lexicon made ready for matching: patterns, spellings and company, built once per lexicon."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jargon_scanner.errors import LexiconError
from jargon_scanner.lexicon.company import Company, WordList, company, word_list
from jargon_scanner.lexicon.entry import AnyEntry, ShortForm, Term
from jargon_scanner.lexicon.forms import is_word
from jargon_scanner.lexicon.patterns import Pattern, PatternIndex, class_words, patterns_of
from jargon_scanner.lexicon.short_forms import Shape, ShortFormIndex, shapes_of
from jargon_scanner.lexicon.topics import TopicIndex, Topics
from jargon_scanner.shelf import Shelf
from jargon_scanner.words import split_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jargon_scanner.lexicon.entry import Condition, OutsideSense, Sense, Wording
    from jargon_scanner.lexicon.load import Lexicon

#: The class of words for what somebody is at work.
_JOB = "job"


@dataclass(frozen=True, slots=True)
class Rules:
    """When an entry is flagged: one of ``only`` holds (or there are none), and none of ``unless``.

    Conditions that no model is asked about stand first.
    """

    only: tuple[Company, ...]
    unless: tuple[Company, ...]


@dataclass(frozen=True, slots=True)
class Cues:
    """What speaks for one sense of a short form.

    Attributes:
        words: words around it.
        phrases: wordings that settle it.
        only: conditions of which one has to hold.
        topics: the fields it belongs to, with weights that sum to 1.
    """

    words: WordList
    phrases: WordList
    only: tuple[Company, ...]
    topics: Topics


@dataclass(frozen=True, slots=True)
class Senses:
    """Cues of a short form's senses and of its senses from outside the field, in the entry's order."""

    inside: tuple[Cues, ...]
    outside: tuple[Cues, ...]


@dataclass(frozen=True, slots=True)
class Listening:
    """Words anywhere in a document that bear on an entry, and whether the headings above do as they stand."""

    words: frozenset[str]
    to_headings: bool


class CompiledLexicon:
    """A lexicon with its indexes.

    Attributes:
        lexicon: the layers it was made from.
        terms: patterns of all terms.
        short_forms: spellings of all short forms.
        rules: by entry id.
        senses: of short forms, by entry id.
        topics: what words are about.
        markers: short forms that only a practitioner writes; several of them make a record.
        jobs: short forms of what somebody is at work.
        familiar: short forms that everybody knows, and what for.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        """Build the indexes.

        Raises:
            LexiconError: an entry names a class or slot that does not exist.
        """
        self.lexicon = replace(lexicon, entries=Shelf(lexicon.entries))
        self.topics = TopicIndex(lexicon.classes)
        patterns: list[Pattern] = []
        shapes: list[Shape] = []
        rules: dict[str, Rules] = {}
        senses: dict[str, Senses] = {}
        offered: dict[str, tuple[Company, ...]] = {}
        for located in lexicon.entries.values():
            entry = located.entry
            try:
                rules[entry.id] = Rules(self._ready(entry.only), self._ready(_unless(entry, lexicon)))
                offered |= {repr(one.when): self._ready(one.when) for one in wordings_of(entry) if one.when}
                if isinstance(entry, Term):
                    patterns += patterns_of(entry, lexicon.classes)
                else:
                    shapes += shapes_of(entry)
                    senses[entry.id] = self._senses(entry)
                    if len(entry.senses) == 1 and not entry.outside:
                        self.topics.learn(entry.short, senses[entry.id].inside[0].topics)
            except ValueError as error:
                place = f"{located.file}:{located.line}: {entry.id}"
                raise LexiconError(f"The lexicon has a mistake:\n{place}: {error}") from error
        self.rules = Shelf(rules)
        self.senses = Shelf(senses)
        self._offered_when = Shelf(offered)
        self._called = _by_name(lexicon)
        self.markers = frozenset(
            shape.texts[0]
            for shape in shapes
            if len(shape.texts) == 1 and not shape.plural and not shape.past and self._marks_a_record(shape)
        )
        short_forms = [one.entry for one in lexicon.entries.values() if isinstance(one.entry, ShortForm)]
        self.familiar = {
            entry.short: tuple(sense.long for sense in entry.senses)
            for entry in short_forms
            if entry.familiar
        }
        jobs = frozenset(class_words(_JOB, lexicon.classes))
        self.jobs = frozenset(
            entry.short for entry in short_forms if entry.senses[0].long.split()[-1] in jobs
        )
        self._listening: dict[str, Listening] = {}
        self.terms = PatternIndex(patterns)
        self.short_forms = ShortFormIndex(shapes)

    def __getitem__(self, identifier: str) -> AnyEntry:
        """The entry of this id."""
        return self.lexicon[identifier]

    def saying(self, lexicon: Lexicon) -> CompiledLexicon:
        """The same with entries that say something else, and are found as before."""
        changed = copy(self)
        changed.lexicon = lexicon
        return changed

    def offered_when(self, wording: Wording) -> tuple[Company, ...]:
        """The conditions of which one has to hold for a wording to be offered; empty where it always is."""
        return self._offered_when[repr(wording.when)] if wording.when else ()

    def term_called(self, words: str) -> tuple[Term, str] | None:
        """The one term entry of some words, and how it writes them; None where there is none, or several."""
        identifier, written = self._called.get(_key(words), (None, ""))
        entry = self.lexicon.entries.get(identifier) if identifier else None
        return (entry.entry, written) if entry is not None and isinstance(entry.entry, Term) else None

    def listens_to(self, identifier: str) -> Listening:
        """What beyond its own sentence bears on what an entry says."""
        if identifier not in self._listening:
            entry = self[identifier]
            rules = self.rules[identifier]
            conditions = [*rules.only, *rules.unless]
            conditions += [one for wording in wordings_of(entry) for one in self.offered_when(wording)]
            heard: set[str] = set()
            if isinstance(entry, ShortForm):
                senses = self.senses[identifier]
                conditions += [one for cues in senses.inside for one in cues.only]
                heard.update(*(cues.words.singles for cues in (*senses.inside, *senses.outside)))
            heard.update(*(one.document.singles for one in conditions))
            to_headings = any(one.section for one in conditions)
            self._listening[identifier] = Listening(frozenset(heard), to_headings)
        return self._listening[identifier]

    def _marks_a_record(self, shape: Shape) -> bool:
        """Whether a short form is the field's own: in capitals, not widely known, and no word or name."""
        entry = self.lexicon[shape.entry]
        familiar = isinstance(entry, ShortForm) and (entry.familiar or bool(entry.outside))
        return not familiar and shape.texts[0][:2].isupper() and not is_word(shape.texts[0])

    def _ready(self, conditions: tuple[Condition, ...]) -> tuple[Company, ...]:
        ready = (company(condition, self.lexicon.classes) for condition in conditions)
        return tuple(sorted(ready, key=lambda one: one.needs_grammar))

    def _senses(self, entry: ShortForm) -> Senses:
        return Senses(
            tuple(self._cues(sense, self._ready(sense.only)) for sense in entry.senses),
            tuple(self._cues(sense, ()) for sense in entry.outside),
        )

    def _cues(self, sense: Sense | OutsideSense, only: tuple[Company, ...]) -> Cues:
        classes = self.lexicon.classes
        topics = self.topics.of_sense(sense)
        cues = word_list((*sense.cues, *self.topics.telling_words(sense)), classes)
        return Cues(cues, word_list(sense.phrases, classes), only, topics)


def _by_name(lexicon: Lexicon) -> dict[str, tuple[str, str]]:
    """The id of each term that no other entry finds, and its words as written, by those words as compared."""
    found: dict[str, tuple[str, str] | None] = {}
    for located in lexicon.entries.values():
        if isinstance(located.entry, Term):
            named = {_key(written): written for written in (located.entry.term, *located.entry.also)}
            for key, written in named.items():
                found[key] = None if key in found else (located.entry.id, written)
    return {key: name for key, name in found.items() if name is not None}


def _key(words: str) -> str:
    return " ".join(split_words(words)[1])


def _unless(entry: AnyEntry, lexicon: Lexicon) -> tuple[Condition, ...]:
    """When an entry is left alone, and when its whole category is."""
    category = lexicon.categories.get(entry.category)
    return (*entry.unless, *(category.unless if category else ()))


def wordings_of(entry: AnyEntry) -> Iterator[Wording]:
    """Every wording that an entry offers, those of its senses included."""
    yield from entry.say
    if isinstance(entry, ShortForm):
        for sense in entry.senses:
            yield from sense.say
