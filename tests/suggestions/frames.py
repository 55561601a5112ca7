"""Sentences that put every wording of the lexicon through its forms, and what a second opinion says of them.

Each term is written in each of its forms, behind each determiner or auxiliary, in several places of a
sentence; its entry alone is looked for, without its conditions. The sentence with the first drop-in made is then
read by others than those who made it: ``inflect`` (a or an, singular or plural) and ``pyinflect`` (the forms of
verbs), and is scanned again: the entry must not find its own wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import inflect as second_nouns
from spacy.tokens import Token

from jargon_scanner.lexicon.entry import Term
from jargon_scanner.lexicon.forms import inflect
from jargon_scanner.lexicon.patterns import PREPOSITIONS
from jargon_scanner.scan import Scanner, scan_text
from tests.small_lexicons import scanner_of_entries

SINGULAR = ("a", "the", "this", "each", "another", "no", "her")
PLURAL = ("the", "these", "two", "many", "no", "their")
NOUN_PLACES = (
    "{Noun} was mentioned.", "{Noun} has helped.", "We heard about {noun}.", "Is {noun} ready?", "We noted {noun}'s date.",
)  # fmt: skip
VERB_PLACES = (
    ("VBZ", "She {verb}."), ("VBD", "Last week they {verb}."), ("VBN", "He has {verb}."), ("VBG", "Mum was {verb}."),
    ("VB", "He will {verb}."), ("VB", "Did she {verb}?"), ("VB", "They do not {verb}."), ("VBG", "{Verb} takes time."),
    ("VB", "She agreed to {verb}."), ("VB", "Please {verb}."),
)  # fmt: skip
COMPOUND_PLACES = (
    "We read the {noun} policy.",
    "Her {noun} leaflet is late.",
    "Some {noun} training was held.",
)
OTHER_PLACES = ("It was {words} that day.", "He was {words}.")
_CLAUSES = ("What ", "How ", "Where ", "Who ", "Whether ")
_DOUBLED = re.compile(r"\b(?!that\b|had\b)(\w+) \1\b", re.IGNORECASE)
_TWO_DETERMINERS = re.compile(
    r"\b(?:a|an|the|this|these|each|every|another|no|my|your|his|her|their|its) "
    r"(?:a|an|the|this|these|each|every|another|no|my|your|their|its)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(a|an) (\w[\w'-]*)", re.IGNORECASE)
_THIS = re.compile(
    r"\b(a|an|the|this|each|every|another|these|two|many|few) ([a-z][a-z ,'-]*)", re.IGNORECASE
)
_ENDS_A_NOUN_PHRASE = frozenset(
    "her their his above below was has were have ready you we they the a each there together such exchanged when where how".split()
)
_MADE_OF_SLOTS = re.compile(r"[<(|]|\.\.\.")


@dataclass(frozen=True, slots=True)
class Rewritten:
    """One sentence, what the first drop-in makes of it, and what is wrong with that; "" where nothing is."""

    entry: str
    before: str
    after: str
    fault: str

    def __str__(self) -> str:
        return f"{self.entry}\t{self.fault}\t{self.before}\t{self.after}"


def rewritten(entry: Term) -> Iterator[Rewritten]:
    """Every sentence of an entry in which a wording drops in."""
    alone = entry.model_copy(update={"only": (), "unless": ()})
    scanner = scanner_of_entries(alone)
    sentences = list(dict.fromkeys(_sentences(entry)))
    for before, (tag, after, wording) in zip(sentences, _first(sentences, entry, scanner), strict=True):
        if after is not None:
            yield Rewritten(entry.id, before, after, _fault(before, after, tag, wording, entry))


def _first(sentences: list[str], entry: Term, scanner: Scanner) -> Iterator[tuple[str, str | None, str]]:
    """For each sentence, the sentence with the first drop-in of its first finding, and that drop-in."""
    report = scan_text("\n\n".join(sentences), scanner=scanner)
    found: dict[str, Any] = {}
    for finding in report.findings:
        found.setdefault(finding.sentence, finding)
    again: dict[str, bool] = {}
    results: list[tuple[str | None, str]] = []
    for sentence in sentences:
        finding = found.get(sentence)
        first = next((one for one in finding.suggestions if one.mode == "replace"), None) if finding else None
        results.append((first.sentence, first.text) if first else (None, ""))
    after = [sentence for sentence, _ in results if sentence]
    if after:
        second = scan_text("\n\n".join(after), scanner=scanner_of_entries(entry))
        again = {finding.sentence: True for finding in second.findings}
    for sentence, wording in results:
        yield "again" if sentence in again else "", sentence, wording


def _fault(before: str, after: str, tag: str, wording: str, entry: Term) -> str:
    """What is wrong with a rewritten sentence, by rules and libraries that did not write it."""
    if tag == "again":
        return "flagged again"
    if _DOUBLED.search(after):
        return "a word twice"
    if _TWO_DETERMINERS.search(after):
        return "two determiners"
    for article, following in _ARTICLE.findall(after):
        if _second_opinion().a(following).split(" ", 1)[0].lower() != article.lower():
            return "a or an"
    return _number_fault(before, after) or _agreement_fault(after) or _form_fault(before, after, entry)


def _number_fault(before: str, after: str) -> str:
    """Whether the determiner that was there, or came in its place, and the new noun are of one number."""
    same = next(
        (at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), len(before)
    )
    for match in _THIS.finditer(after):
        determiner, following = match.groups()
        if determiner.lower() == "every" and following.split()[0] in ("two", "three", "four", "six"):
            continue
        plural = _is_plural(_head(following))
        if plural is None or match.start() > same or " and " in following:
            return ""
        if plural and determiner.lower() in ("a", "an", "this", "each", "every", "another"):
            return "one, but plural"
        if not plural and determiner.lower() in ("these", "two", "many", "few"):
            return "many, but singular"
    return ""


def _agreement_fault(after: str) -> str:
    match = re.match(r"(?:[A-Z][a-z]*) ([a-z][a-z '-]*?) (was|were|has|have) (?:mentioned|helped)\.$", after)
    if match is None:
        return ""
    plural = False if match[0].startswith(_CLAUSES) else _is_plural(_head(match[1]))
    if plural is None or " and " in match[1] or "ing " in after:
        return ""
    return "" if plural == (match[2] in ("were", "have")) else "verb does not agree"


def _head(words: str) -> str:
    """The last word before the first preposition, verb of the frame or clause."""
    kept: list[str] = []
    for word in re.sub(r"('s?) date\b.*", r"\1", words).split():
        if word in PREPOSITIONS | _ENDS_A_NOUN_PHRASE:
            break
        kept.append(word)
    return kept[-1] if kept else ""


def _is_plural(word: str) -> bool | None:
    """What ``inflect`` says of a noun; None for words that it cannot tell."""
    bare = word.removesuffix("'s").strip("'.,?").lower()
    if (
        not bare.isalpha()
        or len(bare) < 3
        or bare.endswith(("ss", "us", "is", "ics", "ed", "ing", "news", "maths", "selves", "yes"))
    ):
        return None
    singular = _second_opinion().singular_noun(bare)
    if singular is False:
        return bare in ("people", "children", "men", "women", "staff")
    return None if singular == bare else True


def _form_fault(before: str, after: str, entry: Term) -> str:
    if entry.pos != "verb":
        return ""
    for tag, place in sorted(VERB_PLACES, key=lambda one: -len(one[1])):
        opening, _, ending = place.partition("{verb}")
        if opening and before.startswith(opening) and before.endswith(ending) and after.startswith(opening):
            first = after[len(opening) :].split(" ", 1)[0].strip(".?")
            lemmas = {(wording.replace or "").split(" ", 1)[0] for wording in entry.say}
            if lemmas & {"not", "be", "can", "could", "have", "may", "must", "do"}:
                return ""
            forms = {form for lemma in lemmas if lemma for form in _forms(lemma, tag)}
            return "" if first in forms or not forms else f"not a {tag}"
    return ""


@cache
def _forms(lemma: str, tag: str) -> frozenset[str]:
    """What ``pyinflect`` gives, in either spelling, for a verb under a tag."""
    if tag == "VB":
        return frozenset({lemma})
    # It knows only the old past of this one.
    offered = (
        ("worked",)
        if lemma == "work" and tag in ("VBD", "VBN")
        else _pyinflect().getInflection(lemma, tag) or ()
    )
    return frozenset(offered) | {
        form.replace("ll", "l") if "ll" in form else form.replace("l" + end, "ll" + end)
        for form in offered for end in ("ed", "ing") if form.endswith(end)
    }  # fmt: skip


@cache
def _pyinflect() -> Any:
    """``pyinflect``, which names its spaCy extension as lemminflect does; neither is used through spaCy."""
    Token.remove_extension("inflect")
    import pyinflect

    return pyinflect


@cache
def _second_opinion() -> second_nouns.engine:
    return second_nouns.engine()


def _sentences(entry: Term) -> Iterator[str]:
    for term in (entry.term, *entry.also)[:2]:
        if _MADE_OF_SLOTS.search(term):
            continue
        if entry.pos == "noun":
            yield from _noun_sentences(term, entry)
        elif entry.pos == "verb":
            yield from _verb_sentences(term, entry)
        else:
            yield from (place.format(words=term) for place in OTHER_PLACES)


def _noun_sentences(term: str, entry: Term) -> Iterator[str]:
    if term.split()[0] in ("the", "a", "an", "this", "no", "all"):
        yield from _in_places(term, plural=False)  # it brings its determiner
        return
    of_many = _is_plural(term.split()[0]) or _is_plural(_head(term)) or _is_plural(term.rsplit(" ", 1)[-1])
    for determiner in () if of_many else SINGULAR:
        word = _second_opinion().a(term).split(" ", 1)[0] if determiner == "a" else determiner
        yield from _in_places(f"{word} {term}", plural=False)
    yield from (place.format(noun=term) for place in COMPOUND_PLACES)
    many = None if of_many else _plural(term, entry)
    if many is not None:
        for determiner in PLURAL:
            yield from _in_places(f"{determiner} {many}", plural=True)


def _plural(term: str, entry: Term) -> str | None:
    if entry.inflect is False or isinstance(entry.inflect, str):
        return None
    words = term.split()
    head = next((place for place in range(1, len(words)) if words[place] in PREPOSITIONS), len(words)) - 1
    made = inflect(words[head].lower(), "NNS")
    return None if made == words[head].lower() else " ".join([*words[:head], made, *words[head + 1 :]])


def _in_places(phrase: str, *, plural: bool) -> Iterator[str]:
    for place in NOUN_PLACES:
        sentence = place.format(noun=phrase, Noun=phrase[:1].upper() + phrase[1:])
        if plural:
            sentence = sentence.replace(" was ", " were ").replace(" has ", " have ").replace("Is ", "Are ")
            sentence = sentence.replace("s's date", "s' date")
        yield sentence


def _verb_sentences(term: str, entry: Term) -> Iterator[str]:
    first, _, rest = term.partition(" ")
    if entry.inflect is not True or first.endswith("ing") or first in ("be", "have", "can", "not", "do"):
        return
    thing = " it" if rest.rsplit(" ", 1)[-1] in PREPOSITIONS or not rest else ""
    for tag, place in VERB_PLACES:
        verb = f"{inflect(first, tag)} {rest}".strip() + thing
        yield place.format(verb=verb, Verb=verb[:1].upper() + verb[1:])


def terms(scanner: Scanner) -> list[Term]:
    """Every term of a scanner's lexicon that has a wording to drop in."""
    located = scanner.lexicon.lexicon.entries.values()
    return [
        one.entry
        for one in located
        if isinstance(one.entry, Term) and any(wording.replace for wording in one.entry.say)
    ]


def faults(entries: Iterable[Term]) -> Iterator[Rewritten]:
    """What is wrong, entry by entry."""
    for entry in entries:
        yield from (one for one in rewritten(entry) if one.fault)
