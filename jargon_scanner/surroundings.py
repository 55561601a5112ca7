"""What is known of each block before its words are read: the words around it, and whose they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jargon_scanner.definitions import initials_in
from jargon_scanner.pipeline.candidates import Context
from jargon_scanner.pipeline.names_in_capitals import names_in_capitals
from jargon_scanner.quotes import own_words
from jargon_scanner.recall import remembering
from jargon_scanner.statuses import same_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jargon_scanner.definitions import Definition
    from jargon_scanner.document import Document
    from jargon_scanner.lexicon.compiled import CompiledLexicon

_WORD = re.compile(r"[a-z0-9][a-z0-9'’&/]*")


#: So many different short forms of the field make a document a practitioner's record.
_RECORD_MARKERS = 5
_CAPITALS = re.compile(r"(?<![\w&])[A-Z][A-Za-z&]*[A-Z](?![\w&])")


def contexts_of(
    document: Document, definitions: Iterable[Definition], lexicon: CompiledLexicon
) -> list[Context]:
    """The context of each block, in order."""
    vocabulary = frozenset(_WORD.findall(document.text.lower()))
    given = list(definitions)
    defined = frozenset(one.short for one in given)
    renamed = frozenset(one.short for one in given if _is_renamed(one, lexicon))
    names = names_in_capitals(
        document.text, lambda letters: letters in defined or letters in lexicon.short_forms
    )
    initials = frozenset(initials_in(document.text, lexicon.short_forms)) - lexicon.jobs - defined
    markers = set(_CAPITALS.findall(document.text)) & lexicon.markers
    is_record = len(markers) >= _RECORD_MARKERS
    return [
        Context(vocabulary, block, own_words(block), defined, renamed, names | initials, is_record)
        for block in document.blocks
    ]


def _is_renamed(definition: Definition, lexicon: CompiledLexicon) -> bool:
    """Whether letters that everybody knows mean something of their own here: "Moving On Together (MOT)"."""
    known = lexicon.familiar.get(definition.short)
    return known is not None and same_words(definition.long) not in map(same_words, known)


@remembering(20_000)
def count_words(text: str) -> int:
    """Words as a reader counts them: stretches with a letter or digit in them."""
    return sum(any(character.isalnum() for character in stretch) for stretch in text.split())
