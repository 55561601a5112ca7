"""Blocks that were read before: in a library of templates most are, and what is found in them is the same.

A block is the same where its words are, and where everything around it that could change an answer is: its
place in the document, whose words it holds, and those words, names and short forms of the document that one
of its own words listens to. It lives in the memory of one process and is never written anywhere.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from jargon_scanner.lexicon.entry import ShortForm
from jargon_scanner.pipeline.conditions import heading_words
from jargon_scanner.pipeline.state import set_in, state_of
from jargon_scanner.recall import remembering

if TYPE_CHECKING:
    from collections.abc import Hashable

    from spacy.tokens import Doc

    from jargon_scanner.lexicon.compiled import CompiledLexicon
    from jargon_scanner.pipeline.candidates import Context

#: So much is remembered, in tokens; what was not met for longest is forgotten first.
_MOST_TOKENS = 100_000
#: What a ``Doc`` takes beside its tokens, in tokens: a heading of three words takes the room of a sentence.
_AT_LEAST = 20

_NO_LETTERS = re.compile(r"[\W_]+")

Surroundings: TypeAlias = "tuple[Hashable, ...]"


@dataclass(slots=True)
class _Text:
    """What is known of one text.

    Attributes:
        letters: its letters and digits, to see whether a short form can stand in it.
        listens: words anywhere in the document, or in the headings above, that bear on one of its entries.
        hears_headings: whether the headings above bear on one of them as they stand.
        shorts: short forms of its entries.
        docs: how many are remembered, each read in other surroundings.
    """

    letters: str
    listens: frozenset[str]
    hears_headings: bool
    shorts: frozenset[str]
    docs: int = 0

    def heard(self, context: Context) -> frozenset[str]:
        """Those words of the document that it listens to."""
        return self.listens & context.vocabulary

    def surroundings(self, context: Context) -> Surroundings:
        """Everything around the text that an answer can hang on."""
        block = context.block
        place: tuple[Hashable, ...] = ()
        if block is not None:
            above = block.section if self.hears_headings else self.listens & heading_words(block.section)
            place = (block.part, block.role, above)
        defined = frozenset(
            short for short in context.defined if short in self.shorts or _letters_of(short) in self.letters
        )
        renamed = context.renamed & self.shorts
        names = frozenset(name for name in context.names if _letters_of(name) in self.letters)
        return (place, context.quoted, context.is_record, self.heard(context), defined, renamed, names)


class Memory:
    """The ``Doc``s of blocks that were read with one lexicon."""

    def __init__(self, lexicon: CompiledLexicon) -> None:
        self._lexicon = lexicon
        self._texts: dict[str, _Text] = {}
        self._docs: OrderedDict[tuple[str, Surroundings], Doc] = OrderedDict()
        self._held = 0

    def recall(self, context: Context) -> Doc | None:
        """The ``Doc`` of this context's block, if it was read in the same surroundings."""
        block = context.block
        known = self._texts.get(block.text) if block else None
        if block is None or known is None:
            return None
        place = (block.text, known.surroundings(context))
        doc = self._docs.get(place)
        if doc is not None:
            self._docs.move_to_end(place)
        return doc

    def keep(self, context: Context, doc: Doc) -> None:
        """Remember a block that was read."""
        block = context.block
        if block is None:
            return
        known = self._texts.get(block.text) or self._heard(block.text, doc)
        place = (block.text, known.surroundings(context))
        if place in self._docs:
            return  # it stands twice in what was read together
        # It shall not hold the rest of its document: of that, it hears these words alone.
        alone = replace(context, vocabulary=known.heard(context), block=replace(block, anchor=None))
        state_of(set_in(alone, doc)).context = alone
        self._texts[block.text] = known
        self._docs[place] = doc
        known.docs += 1
        self._held += _room(doc)
        while self._held > _MOST_TOKENS:
            self._forget_one()

    def _forget_one(self) -> None:
        (text, _), doc = self._docs.popitem(last=False)
        self._held -= _room(doc)
        known = self._texts[text]
        known.docs -= 1
        if not known.docs:
            del self._texts[text]

    def forget(self) -> None:
        """Remember nothing more of any text."""
        self._texts.clear()
        self._docs.clear()
        self._held = 0

    def _heard(self, text: str, doc: Doc) -> _Text:
        entries = {candidate.entry for candidate in state_of(doc).met if candidate.entry}
        listening = [self._lexicon.listens_to(entry) for entry in entries]
        listens = frozenset(word for one in listening for word in one.words)
        hears_headings = any(one.to_headings for one in listening)
        found = (self._lexicon[entry] for entry in entries)
        shorts = frozenset(entry.short for entry in found if isinstance(entry, ShortForm))
        return _Text(_letters(text), listens, hears_headings, shorts)


def _room(doc: Doc) -> int:
    return max(len(doc), _AT_LEAST)


@remembering(20_000)
def _letters_of(short: str) -> str:
    """The letters of a short form: they are asked for at every block of its document."""
    return _letters(short)


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", text.casefold())
