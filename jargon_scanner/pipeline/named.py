"""Names as the statistical model tells them: which words of a text it takes for people, places and dates.

Apart from the model that reads grammar, because it reads whole texts with the model's own tokens and is asked
only where a sentence is to be shown to others.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import spacy

from jargon_scanner.pipeline.model import DEFAULT_MODEL, Model

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_UNUSED = ["parser", "lemmatizer", "senter", "attribute_ruler"]


class NameReader:
    """Reads names of people, places and organisations, and dates; loaded when it is first asked."""

    def __init__(self, model: str | None = None) -> None:
        """Choose an installed model; None for the one that comes with the tool.

        Raises:
            ModelError: it is not installed, or is no English model.
        """
        self.name = model or DEFAULT_MODEL
        Model(self.name)  # looks whether it is there, and says what to do if it is not

    def read(self, text: str) -> Doc:
        """The text with fine-grained tags and named entities."""
        return self._nlp(text)

    @cached_property
    def _nlp(self) -> Language:
        return spacy.load(self.name, exclude=_UNUSED)
