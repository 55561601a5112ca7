"""Which candidates are meant: the entry's rules are asked in the company the words keep here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.lexicon.entry import ShortForm
from jargon_scanner.lexicon.forms import is_word
from jargon_scanner.pipeline.conditions import holds
from jargon_scanner.pipeline.hurried import is_hurried
from jargon_scanner.pipeline.meanings import Place, is_outside, weigh_senses
from jargon_scanner.pipeline.shapes import is_part_of_code, is_shouted
from jargon_scanner.pipeline.state import state_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from jargon_scanner.lexicon.compiled import CompiledLexicon
    from jargon_scanner.pipeline.candidates import Candidate, Context
    from jargon_scanner.words import Words

#: Evidence for a sense that stands in for its entry's conditions: about that of two words of its field.
_ENOUGH = 1.5


def is_meant(
    candidate: Candidate, doc: Doc, words: Words, context: Context, lexicon: CompiledLexicon
) -> bool:
    """Whether the candidate is used in the sense that its entry is about.

    Raises:
        Unread: that hangs on the grammar of a sentence that no model has read yet.
    """
    if candidate.entry is None:
        return True
    entry = lexicon[candidate.entry]
    place = Place(candidate, doc, words, context)
    if isinstance(entry, ShortForm) and not _is_short_form_here(entry, place, lexicon):
        return False
    rules = lexicon.rules[entry.id]
    topic = context.is_record
    if any(holds(one, candidate, doc, words, context) for one in rules.unless if not one.needs_grammar):
        return False
    if (
        rules.only
        and not any(holds(one, candidate, doc, words, context, on_topic=topic) for one in rules.only)
        and not (isinstance(entry, ShortForm) and _speaks_for_itself(entry, place, lexicon))
    ):
        return False
    return not any(holds(one, candidate, doc, words, context) for one in rules.unless if one.needs_grammar)


def _is_part_of_word(place: Place) -> bool:
    """Whether the letters are the first part of a word with a hyphen, as in "CO-OP"."""
    first = place.words.tokens[place.candidate.start]
    if place.doc[first].whitespace_:
        return False
    letters, *behind = (token.text for token in place.doc[first : first + 3])
    if len(behind) < 2 or behind[0] != "-" or not (letters + behind[1]).isalpha():
        return False
    return not place.doc[first + 1].whitespace_ and is_word(letters + behind[1])


def _is_shouted_with_words(words: Words, place: int) -> bool:
    """Whether the sentence is in capitals, and is not short forms alone as in "TM, MASH"."""
    others = (words.texts[number] for number in words.sentence(place) if number != place)
    return is_shouted(words, place) and any(len(text) > 1 and is_word(text) for text in others)


def _speaks_for_itself(entry: ShortForm, place: Place, lexicon: CompiledLexicon) -> bool:
    """Whether so much speaks for a sense of a short form that the words its conditions name may be missing.

    Letters that are also a word in capitals (ADD, NICE) always need those words.
    """
    weighed = weigh_senses(place, lexicon)
    return bool(weighed) and not is_word(entry.short) and weighed[0].evidence.weight >= _ENOUGH


def _is_short_form_here(entry: ShortForm, place: Place, lexicon: CompiledLexicon) -> bool:
    if entry.familiar:
        return entry.short in place.context.renamed
    if place.candidate.small and not is_hurried(place, state_of(place.doc).met, lexicon):
        return False
    if entry.short in place.context.defined:
        return True
    if entry.short in place.context.names:
        return False
    words, start, end = place.words, place.candidate.start, place.candidate.end
    if is_part_of_code(words, end - 1) or _is_part_of_word(place):
        return False
    text = words.texts[start]
    if end - start == 1 and text.isalpha() and is_word(text) and _is_shouted_with_words(words, start):
        return False
    return not is_outside(place, lexicon)
