"""The lexicon's schema: what a curator may write. ``lexicons/FORMAT.md`` says it for people.

Validated with pydantic because here the fault messages matter; compiled into plain data by ``forms``.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from jargon_scanner.findings import Kind, Treatment

Pos: TypeAlias = Literal[
    "noun", "verb", "adjective", "adverb", "preposition", "conjunction", "phrase", "interjection"
]
UPos: TypeAlias = Literal[
    "NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADV", "ADP", "NUM", "PRON", "DET", "SCONJ", "X"
]
Reader: TypeAlias = Literal["child", "parent", "professional"]
READERS: tuple[Reader, ...] = ("child", "parent", "professional")


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _yes_or_no(value: Any) -> Any:
    return {"yes": True, "true": True, "no": False, "false": False}.get(value, value)


def _none_yet(value: Any) -> Any:
    """A key without anything behind it is an empty list."""
    return () if value == "" else value


Words: TypeAlias = Annotated[tuple[str, ...], BeforeValidator(_as_list)]
Slug: TypeAlias = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class Model(BaseModel):
    """Base of everything a curator writes: unknown keys are faults, nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Condition(Model):
    """Company a term may keep. All keys given must hold; within a key, one of the words is enough."""

    phrase: Words = ()
    before: Words = ()
    after: Words = ()
    near: Words = ()
    document: Words = ()
    section: Words = ()
    part: Words = ()
    case: Annotated[tuple[Literal["lower", "title", "upper"], ...], BeforeValidator(_as_list)] = ()
    pos: Annotated[tuple[UPos, ...], BeforeValidator(_as_list)] = ()
    subject: Words = ()
    subject_not: Words = ()
    object: Words = ()
    head: Words = ()
    modifier: Words = ()
    entity: Words = ()
    passive: bool | None = None
    negated: bool | None = None
    denied: bool | None = None
    quoted: bool | None = None
    here: bool | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Condition:
        if not self.model_fields_set:
            raise ValueError("a condition needs at least one key, such as phrase, before or pos")
        return self


Conditions: TypeAlias = tuple[Condition, ...]


class Chosen(Model):
    """On whose say-so: a group of people, when, and how many of those who were asked."""

    group: Annotated[str, Field(min_length=1)]
    date: Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])(-\d{2})?$")]
    chose: Annotated[int, Field(ge=0)] | None = None
    of: Annotated[int, Field(ge=1)] | None = None

    @model_validator(mode="after")
    def _counts_together(self) -> Chosen:
        if (self.chose is None) != (self.of is None):
            raise ValueError("give both 'chose' and 'of', or neither")
        if self.chose is not None and self.of is not None and self.chose > self.of:
            raise ValueError("no more can have chosen it than were asked")
        return self


class Wording(Model):
    """What could stand there instead: ``replace`` drops in, ``rephrase`` is advice to the writer.

    ``of`` names terms of ``also`` that it is for: those take no wording that is for the others. ``takes`` is
    the verb of a noun wording, in the place of *make* and its like: a disclosure is made, a thing is said.
    ``chosen`` says who asked for it.
    """

    replace: str | None = None
    rephrase: str | None = None
    number: Literal["singular", "plural", "mass", "name"] | None = None
    voice: Literal["active"] | None = None
    takes: str | None = None
    of: Words = ()
    when: Conditions = ()
    reader: Annotated[tuple[Reader, ...], BeforeValidator(_as_list)] = Field(default=(), alias="for")
    source: str | None = None
    chosen: Chosen | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> Wording:
        if (self.replace is None) == (self.rephrase is None):
            raise ValueError(
                "give either 'replace' (drops in) or 'rephrase' (advice), not both and not neither"
            )
        return self


class Decided(Model):
    """What a team decided about an entry of a weaker layer: say this instead, or keep and explain the word.

    The entry is named by its ``id``, or by its words, ``term``; words that no entry finds become one. ``of``
    names the long form of a short form, or one of an entry's terms that has wordings of its own.
    """

    id: Slug | None = None
    term: str | None = None
    outcome: Literal["adopt", "keep"]
    say: str | None = None
    meaning: str | None = None
    number: Literal["singular", "plural", "mass", "name"] | None = None
    of: str | None = None
    reader: Annotated[tuple[Reader, ...], BeforeValidator(_as_list)] = Field(default=(), alias="for")
    chosen: Chosen
    reason: str | None = None

    @model_validator(mode="after")
    def _says_what(self) -> Decided:
        if self.id is None and self.term is None:
            raise ValueError("give the 'id' of the entry, or its words as 'term'")
        if (self.say is not None) != (self.outcome == "adopt"):
            raise ValueError("'adopt' needs 'say', what stands there instead; 'keep' takes none")
        if self.meaning is not None and self.outcome != "keep":
            raise ValueError("'meaning' explains a word that is kept: make the outcome keep")
        return self


class Examples(Model):
    """Sentences that prove the entry. ``[...]`` marks the words; ``→`` stands before the outcome."""

    flagged: Words = ()
    not_flagged: Words = ()
    rewritten: Words = ()
    known_gap: Words = ()


class Entry(Model):
    """What every entry has, whether it is a term or a short form."""

    id: Slug
    kind: Kind
    category: Slug
    treatment: Treatment
    meaning: str | None = None
    why: str | None = None
    question: str | None = None
    say: tuple[Wording, ...] = ()
    only: Conditions = ()
    unless: Conditions = ()
    source: str = "general knowledge"
    young_people_prefer: str | None = None
    decided: tuple[Decided, ...] = ()
    examples: Examples = Examples()


class Term(Entry):
    """A word or phrase, written as its lemma; inflected forms are worked out."""

    term: str
    pos: Pos
    also: Words = ()
    inflect: Annotated[str | bool, BeforeValidator(_yes_or_no)] = True
    confidence: float = Field(default=0.9, ge=0, le=1)


class Sense(Model):
    """One long form of a short form, and the words that speak for it."""

    long: str
    plural: str | None = None
    pos: Pos = "noun"
    meaning: str | None = None
    say: tuple[Wording, ...] = ()
    cues: Words = ()
    phrases: Words = ()
    about: Words = ()
    only: Conditions = ()
    first: Literal["long", "say"] = "long"


class OutsideSense(Model):
    """A sense from outside the field: where its cues or phrases stand, there is no finding."""

    sense: str
    cues: Words = ()
    phrases: Words = ()
    about: Words = ()


class ShortForm(Entry):
    """An acronym, initialism or note-taker's abbreviation, written in its exact case."""

    short: str
    also: Words = ()
    senses: tuple[Sense, ...] = Field(min_length=1)
    outside: tuple[OutsideSense, ...] = ()
    familiar: bool = False
    said: Literal["letters", "word"] | None = None


AnyEntry: TypeAlias = Term | ShortForm


class Category(Model):
    """A sort of wording that is flagged, with its lines for people."""

    id: Slug
    kind: Kind
    name: str
    what: str
    why: str
    unless: Conditions = ()


class Silence(Model):
    """An entry of a weaker layer that is not to be flagged here, and why."""

    id: Slug
    reason: Annotated[str, Field(min_length=1)]


class LexiconFile(Model):
    """One domain, one file. ``layer`` says how strong it is; the bundled files do not ask."""

    domain: str
    layer: Literal["council", "reviewed", "family"] = "council"
    silence: tuple[Silence, ...] = ()
    wordings: Annotated[tuple[Decided, ...], BeforeValidator(_none_yet)] = ()
    entries: Annotated[tuple[dict[str, Any], ...], BeforeValidator(_none_yet)] = ()

    @model_validator(mode="after")
    def _decisions_are_reviewed(self) -> LexiconFile:
        if self.wordings and self.layer != "reviewed":
            raise ValueError("'wordings' are what a team decided: they stand in a file of layer: reviewed")
        return self
