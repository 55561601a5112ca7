"""Base forms of verbs, from a model's own tables, asked once for each word and tag.

Nobody here asks for the base form of another word, so spaCy's lemmatizer does not go over every token.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.attrs import LOWER, TAG
from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.pipeline import Lemmatizer

_SHORT = {"'s": "be", "'re": "be", "'m": "be", "'ve": "have", "'d": "have", "ai": "be"}
#: Penn tags of the forms that are the base form but for the word "be".
_BASE_TAGS = frozenset({"VB", "VBP"})
_BE = frozenset({"am", "are"})


class BaseForms:
    """The base forms that a lemmatizer gives to verbs."""

    def __init__(self, lemmatizer: Lemmatizer) -> None:
        """Ask this lemmatizer."""
        self._lemmatizer = lemmatizer
        self._known: dict[tuple[int, int], int] = {}

    def of(self, doc: Doc) -> list[int]:
        """The base form of each token tagged as a verb, as its number in the strings; 0 for others."""
        return [self._of(lower, tag, doc) for lower, tag in doc.to_array([LOWER, TAG]).tolist()]

    def _of(self, lower: int, tag: int, doc: Doc) -> int:
        key = (lower, tag)
        if key not in self._known:
            strings = doc.vocab.strings
            base = self._asked(strings[lower].replace("’", "'"), strings[tag])
            self._known[key] = strings.add(base) if base else 0
        return self._known[key]

    def _asked(self, lower: str, tag: str) -> str:
        if not tag.startswith("VB"):
            return ""
        if lower in _SHORT or lower in _BE:
            return _SHORT.get(lower, "be")
        if tag in _BASE_TAGS:
            return lower
        alone = Doc(self._lemmatizer.vocab, words=[lower], pos=["VERB"])
        return self._lemmatizer.rule_lemmatize(alone[0])[0]
