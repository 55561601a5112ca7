"""Conditions asked in a document: the company that words keep, their grammar, and whose words they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.lexicon.forms import is_word
from jargon_scanner.lexicon.patterns import is_adverb
from jargon_scanner.pipeline import dependencies
from jargon_scanner.pipeline.denial import is_denied
from jargon_scanner.pipeline.state import token_read
from jargon_scanner.pipeline.word_classes import is_one_of
from jargon_scanner.recall import remembering
from jargon_scanner.words import split_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from jargon_scanner.lexicon.company import Company
    from jargon_scanner.pipeline.candidates import Candidate, Context
    from jargon_scanner.words import Words

_NEGATIONS = frozenset({"not", "never", "no", "nor", "neither", "without"})
_NEGATION_REACH = 3
_AUXILIARIES = frozenset(
    "be been being is are was were am have has had do does did will would can could may might must "
    "should".split()
)


def holds(
    one: Company, candidate: Candidate, doc: Doc, words: Words, context: Context, *, on_topic: bool = False
) -> bool:
    """Whether every part of a condition holds for the candidate.

    ``on_topic`` says that the whole document is about the field: the words that a condition wants in the same
    sentence (``near``) are then taken as given, for the document is their company.
    """
    return _neighbours_hold(one, candidate, words, context, on_topic=on_topic) and _grammar_holds(
        one, candidate, doc, words, context
    )


def _neighbours_hold(
    one: Company, candidate: Candidate, words: Words, context: Context, *, on_topic: bool
) -> bool:
    start, end = candidate.start, candidate.end
    sentence = words.sentence(start)
    block = context.block
    return (
        (not one.phrase or one.phrase.around(words, start, end))
        and (not one.before or one.before.before(words, start, sentence.start))
        and (not one.after or one.after.at(words, end, sentence.stop))
        and (
            not one.near
            or (on_topic and not one.here)
            or one.near.anywhere(words, sentence, range(start, end))
        )
        and (not one.document or bool(one.document.singles & context.vocabulary))
        and (not one.section or (block is not None and _in_section(one, block.section)))
        and (not one.part or (block is not None and bool({block.part, block.role} & one.part)))
        and (not one.case or _case(words.texts[candidate.head]) in one.case)
        and (one.negated is None or one.negated == _is_negated(words, start, sentence.start))
        and (one.denied is None or one.denied == is_denied(candidate, words))
    )


def _in_section(one: Company, section: tuple[str, ...]) -> bool:
    return any(one.section.among(split_words(heading)[1]) for heading in section)


@remembering(5_000)
def heading_words(section: tuple[str, ...]) -> frozenset[str]:
    """The words of the headings above a block, in small letters."""
    return frozenset(word.strip(".:,()").lower() for heading in section for word in heading.split())


def _case(text: str) -> str:
    if text.isupper() and len(text) > 1:
        return "upper"
    return "title" if text[:1].isupper() else "lower"


def _is_negated(words: Words, start: int, floor: int) -> bool:
    return any(norm in _NEGATIONS for norm in words.norms[max(floor, start - _NEGATION_REACH) : start + 2])


def _grammar_holds(one: Company, candidate: Candidate, doc: Doc, words: Words, context: Context) -> bool:
    if one.quoted is not None and one.quoted != is_quoted(candidate, doc, words, context):
        return False
    if not one.needs_grammar:
        return True
    settled = _settled_by_words(one, candidate, words)
    if settled is not None:
        return settled
    head = token_read(doc, words, candidate.head)
    inside = frozenset(words.tokens[candidate.start : candidate.end])
    checks = (
        not one.pos or _is_one_of(one.pos, candidate.head, head, words),
        not one.subject or dependencies.any_of(one.subject, _subjects(candidate, head, doc, words)),
        not one.subject_not
        or dependencies.are_other_things(one.subject_not, _subjects(candidate, head, doc, words), head),
        not one.object or dependencies.any_of(one.object, dependencies.objects(doc, inside)),
        not one.head or dependencies.any_of(one.head, dependencies.governors(doc, inside)),
        not one.modifier or dependencies.any_of(one.modifier, dependencies.modifiers(head, inside)),
        one.passive is None or one.passive == dependencies.is_passive(head),
        not one.entity or any(doc[place].ent_type_ in one.entity for place in inside),
    )
    return all(checks)


def _settled_by_words(one: Company, candidate: Candidate, words: Words) -> bool | None:
    """Whether a condition's grammar holds, where the words alone show it; None where they do not."""
    is_part = is_one_of(one.pos, words, candidate.head) if one.pos else True
    if is_part is False:
        return False
    asked = [part for part in (one.subject, one.object, one.head, one.modifier) if part]
    if asked:
        places = words.sentence(candidate.start)
        said = {words.texts[place].lower() for place in places}
        names = any(_may_be_name(words, place) for place in places)
        if not all(
            part.numbers or (part.names and names) or not part.singles.isdisjoint(said) for part in asked
        ):
            return False
    needs_parse = bool(asked or one.subject_not or one.entity) or one.passive is not None
    return True if is_part and not needs_parse else None


def _may_be_name(words: Words, place: int) -> bool:
    """Whether a word has a capital that the beginning of its sentence does not account for."""
    text = words.texts[place]
    return text[:1].isupper() and (place != words.starts[place] or not is_word(text))


def _is_one_of(parts: frozenset[str], place: int, token: Token, words: Words) -> bool:
    by_words = is_one_of(parts, words, place)
    return token.pos_ in parts if by_words is None else by_words


def _subjects(candidate: Candidate, head: Token, doc: Doc, words: Words) -> list[Token]:
    """Who the candidate is said of: what the parse gives, or else the word before it and its auxiliaries."""
    found = dependencies.subjects(head)
    if found:
        return found
    floor, place = words.starts[candidate.start], candidate.start - 1
    while place >= floor and (words.norms[place] in _AUXILIARIES or is_adverb(words.norms[place])):
        place -= 1
    return [doc[words.tokens[place]]] if place >= floor else []


def is_quoted(candidate: Candidate, doc: Doc, words: Words, context: Context) -> bool:
    """Whether the candidate stands in the child's or the family's own words."""
    place = doc[words.tokens[candidate.start]].idx
    return any(start <= place < end for start, end in context.quoted)
