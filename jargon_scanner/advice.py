"""Advice on sentences, for who asks for it: too long to follow, or silent about who did something.

Advice is no finding: nothing is counted or changed. A passive is named only where a person must have acted
("he was slapped") and is not said; states ("she was exhausted") have no doer to name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from jargon_scanner.lexicon.forms import inflect
from jargon_scanner.pipeline.state import state_of, token_read
from jargon_scanner.report import Note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc, Token

    from jargon_scanner.document import Block
    from jargon_scanner.pipeline.grammar import Grammar
    from jargon_scanner.words import Words

#: Sentences of more words are hard to follow: GOV.UK's style guide, "Sentence length".
LONGEST = 25
_WORD = re.compile(r"[\w'’-]*\w")
_MARKUP = re.compile(r"[*_`#|]+")
_SHOWN = 60
_BE = frozenset("is are was were be been being".split())
#: What only a person does to somebody, or decides about them.
_DEEDS = (
    "abuse accuse advise agree allow approve arrange arrest ask assault assess ban bite blame bruise "
    "bully burn call cancel charge choose close complete consider contact decide decline discuss document "
    "drag exclude find force give grab grant hit hold hurt identify ignore inform injure instruct "
    "interview invite issue kick kill kiss leave lock make mention monitor move neglect note notify "
    "observe offer photograph place pressure prevent promise punch punish push raise rape recommend "
    "record refer refuse reject remove report request restrain return review say see send shake share "
    "shout slap smack speak stab stop strangle suspend take talk tell threaten throw touch visit warn "
    "witness"
).split()


def advice_on(
    blocks: Iterable[Block], docs: Iterable[Doc], sentences: Sequence[tuple[int, int]], grammar: Grammar
) -> tuple[Note, ...]:
    """What could be easier in a document's prose.

    Args:
        blocks: the document's blocks.
        docs: the ``Doc`` of each block.
        sentences: half-open ranges of its prose sentences in the document's text, in order.
        grammar: has the sentences read that may hide who acted.
    """
    read = [
        (block, doc, sentences[bisect_left(sentences, (block.start,)) : bisect_left(sentences, (block.end,))])
        for block, doc in zip(blocks, docs, strict=True)
    ]
    return tuple(note for notes in grammar.answer(read, lambda one: tuple(_notes(*one))) for note in notes)


def _notes(block: Block, doc: Doc, sentences: Sequence[tuple[int, int]]) -> Iterator[Note]:
    words = state_of(doc).words
    for start, end in sentences:
        text = " ".join(_MARKUP.sub("", block.text[start - block.start : end - block.start]).split())
        count = len(_WORD.findall(text))
        if count > LONGEST:
            message = (
                f"This sentence has {count} words, and up to {LONGEST} are easy to follow: {_opening(text)}"
            )
            yield Note("long-sentence", message, (block.label,))
        silent = _silent_passive(doc, words, start - block.start, end - block.start)
        if silent is not None:
            message = f"Who did it? {silent.text!r} does not say: {_opening(text)}"
            yield Note("nobody-acts", message.replace("'", '"', 2), (block.label,))


def _silent_passive(doc: Doc, words: Words, start: int, end: int) -> Token | None:
    """The first participle of a sentence whose doer is left out; None where all are named."""
    for place, norm in enumerate(words.norms):
        token = doc[words.tokens[place]]
        if not (start <= token.idx < end and norm in _participles()):
            continue
        # "left-handed" and "well-placed" are descriptions.
        if doc.text[token.idx + len(token) :].startswith("-") or _BE.isdisjoint(
            words.norms[max(words.starts[place], place - 4) : place]
        ):
            continue
        verb = token_read(doc, words, place)
        children = {child.dep_ for child in verb.children}
        if "auxpass" in children and "agent" not in children:
            return verb
    return None


@cache
def _participles() -> frozenset[str]:
    return frozenset(inflect(verb, "VBN") for verb in _DEEDS)


def _opening(text: str) -> str:
    """The first words of a sentence, in quotation marks."""
    if len(text) <= _SHOWN:
        return f"“{text}”"
    return f"“{text[:_SHOWN].rsplit(' ', 1)[0]} …”"
