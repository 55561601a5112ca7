"""Who does what to whom: subjects, objects, governors and modifiers, read from a parsed ``Doc``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.lexicon.forms import is_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc, Token

    from jargon_scanner.lexicon.company import WordList

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_PASSIVE = frozenset({"nsubjpass", "auxpass"})
_OBJECTS = frozenset({"dobj", "pobj", "obj", "attr", "oprd", "dative"})
_BORROWED = frozenset({"xcomp", "conj", "advcl", "relcl", "acl", "acomp", "attr", "oprd"})
_COPULAS = frozenset({"be", "seem", "become", "remain", "go", "get", "stay"})
_RISE = 6
#: Pronouns that stand for things.
_THINGS = frozenset({"it", "this", "that", "these", "those"})


def subjects(verb: Token) -> list[Token]:
    """The subjects of a verb or of what is said of them ("She refused to engage", "Dad is hostile").

    A word without a subject of its own has that of the verb it hangs on; an adjective, its noun.
    """
    current = verb
    for _ in range(_RISE):
        found = [child for child in current.children if child.dep_ in _SUBJECTS]
        if found:
            return _with_conjuncts(found)
        if current.dep_ in ("relcl", "acl", "amod"):
            return [current.head]
        if not _borrows(current):
            return []
        current = current.head
    return []


def objects_of(verb: Token) -> Iterator[Token]:
    """The direct objects of a verb."""
    return (child for child in verb.children if child.dep_ in ("dobj", "obj"))


def subjects_of_own(verb: Token) -> bool:
    """Whether a verb has a subject of its own, in the active."""
    return any(child.dep_ == "nsubj" for child in verb.children)


def _borrows(word: Token) -> bool:
    """Whether a word without a subject has that of the word it hangs on ("was in a state": of "was")."""
    if word.head == word:
        return False
    if word.dep_ == "prep":
        return word.head.lemma_ in _COPULAS
    return word.dep_ in _BORROWED


def objects(doc: Doc, inside: frozenset[int]) -> list[Token]:
    """Objects of any word of a term, straight or through a preposition; the subject of its passive too."""
    found = []
    for place in inside:
        for child in doc[place].children:
            if child.i in inside:
                continue
            if child.dep_ in _OBJECTS or child.dep_ == "nsubjpass":
                found.append(child)
            elif child.dep_ == "prep":
                found += [object_ for object_ in child.children if object_.dep_ == "pobj"]
    return _with_conjuncts(found)


def governors(doc: Doc, inside: frozenset[int]) -> list[Token]:
    """The words outside a term that the term hangs on; through a preposition, the noun or verb behind it."""
    found = [doc[place].head for place in inside if doc[place].head.i not in inside]
    return found + [word.head for word in found if word.dep_ == "prep"]


def modifiers(head: Token, inside: frozenset[int]) -> list[Token]:
    """The words outside a term that hang on its head."""
    return [child for child in head.children if child.i not in inside]


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive."""
    return any(child.dep_ in _PASSIVE for child in verb.children)


def any_of(words: WordList, tokens: Iterable[Token]) -> bool:
    """Whether one of the tokens is one of the words; a proper noun counts as a name."""
    return any(
        token.lower_ in words.singles
        or (words.names and token.pos_ == "PROPN")
        or (words.numbers and token.like_num)
        for token in tokens
    )


def are_other_things(words: WordList, described: Sequence[Token], by: Token) -> bool:
    """Whether what ``by`` describes, one word at least, is things: common nouns or *it*, none of ``words``.

    A noun before it with a comma or semicolon between is not what it describes: a list or a clipped note
    goes on ("poor sleep; can be rude").
    """
    return bool(described) and all(
        _is_thing(token, words) and not _is_cut_off(token, by) for token in described
    )


def _is_cut_off(token: Token, by: Token) -> bool:
    return any(between.is_punct for between in token.doc[token.i + 1 : by.i])


def _is_thing(token: Token, other: WordList) -> bool:
    if token.lower_ in _THINGS:
        return True
    if token.is_title and not is_word(token.lower_):
        return False  # a name, whatever the model says
    return token.pos_ == "NOUN" and token.lower_ not in other.singles


def _with_conjuncts(tokens: list[Token]) -> list[Token]:
    return [one for token in tokens for one in _conjuncts(token)]


def _conjuncts(token: Token) -> Iterator[Token]:
    yield token
    yield from token.conjuncts
