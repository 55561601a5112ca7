"""Parts of speech that need no model: what a word can be at all, and what the small words beside it say.

The same answer is given whether a model has read the sentence or not, so that nothing hangs on which
sentences were read. Where the words leave it open, it is for the model to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.lexicon.forms import is_only, parts_of_speech

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from jargon_scanner.words import Words

_EITHER = frozenset({"NOUN", "VERB"})
#: What only a noun follows, an adjective between them or not.
_DETERMINERS = frozenset(
    "the a an my our your their its his every this no any each another further 's '".split()
)
#: Prepositions that no infinitive follows.
_PREPOSITIONS = frozenset("of in into for with on by from about between during without regarding".split())
_MODALS = frozenset("will would can could should must might may shall".split())
#: Pronouns that are a subject and nothing else.
_SUBJECTS = frozenset("i we they he she who".split())
_FINITE = _MODALS | frozenset("is are was were has have had".split())
_OBJECTS_BEGIN = frozenset("the a an my our your their its his her these those any all".split())


def is_one_of(parts: AbstractSet[str], words: Words, place: int) -> bool | None:
    """Whether a word is one of some parts of speech; None where its company leaves that open."""
    norm = words.norms[place]
    possible = parts_of_speech(norm)
    if not possible or norm.endswith("ing") or not _is_common(words, place):
        return None
    if possible == _EITHER:
        here = _noun_or_verb(words, place)
        return None if here is None else here in parts
    return None if _may_be_one(possible, parts) else False


def _is_common(words: Words, place: int) -> bool:
    """Whether a word is in small letters, but for a capital that begins its sentence: it is no name."""
    text = words.texts[place]
    return text.islower() or (place == words.starts[place] and text[1:].islower())


def _may_be_one(possible: frozenset[str], parts: AbstractSet[str]) -> bool:
    """Whether a word may be one of ``parts``: a participle is an adjective too, whatever the table says."""
    return not possible.isdisjoint(parts) or not parts <= _EITHER or not possible <= _EITHER


def _noun_or_verb(words: Words, place: int) -> str | None:
    """What a word that can be both is between its neighbours ("the contact", "will contact the school")."""
    first = words.starts[place]
    before = words.norms[place - 1] if place > first else ""
    # As written: the "A" of "Section A" is no article.
    after = words.texts[place + 1] if place + 1 < words.ends[place] else ""
    if before in _DETERMINERS or before in _PREPOSITIONS or is_only("ADJ", before):
        return "NOUN"
    if before in _MODALS or before in _SUBJECTS or (before in ("", "to") and after in _OBJECTS_BEGIN):
        return "VERB"
    return "NOUN" if before == "" and (after == "of" or after in _FINITE) else None
