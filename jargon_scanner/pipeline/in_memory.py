"""The tool's pipeline for a lexicon that is in memory: one that is being written, checked or tried."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.pipeline.factories import Candidates, Senses
from jargon_scanner.pipeline.grammar import Grammar
from jargon_scanner.pipeline.model import Model
from jargon_scanner.words import blank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

    from jargon_scanner.lexicon.compiled import CompiledLexicon


@dataclass(frozen=True, slots=True)
class Reader:
    """Our components one after the other, without a configuration that names files.

    Attributes:
        tokens: cuts a text into tokens.
        candidates: finds the places.
        grammar: annotates the sentences that ask for it.
        senses: decides.
    """

    tokens: Language
    candidates: Candidates
    grammar: Grammar
    senses: Senses

    def make_doc(self, text: str) -> Doc:
        """The tokens of a text."""
        return self.tokens.make_doc(text)

    def pipe(self, docs: Iterable[Doc]) -> Iterator[Doc]:
        """Read many."""
        for doc in self.grammar.pipe(map(self.candidates, docs)):
            yield self.senses(doc)


def reader_of(lexicon: CompiledLexicon, model: str | None = None) -> Reader:
    """A pipeline for a lexicon that no file holds.

    Args:
        lexicon: what to find.
        model: an installed English spaCy model; None for the one that comes with the tool.

    Raises:
        ModelError: the model is missing or lacks a component.
    """
    return Reader(blank(), Candidates(lexicon), Grammar(Model(model), lexicon), Senses(lexicon))
