"""The tool's own pipeline: our tokens and sentences, and the model only where an answer hangs on it."""

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
    from jargon_scanner.pipeline.candidates import Context


@dataclass(frozen=True, slots=True)
class Reader:
    """Our components one after the other.

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

    def __call__(self, text: str) -> Doc:
        """Read one text."""
        return next(self.pipe([self.tokens.make_doc(text)]))

    def read(self, contexts: Iterable[Context]) -> Iterator[Doc]:
        """The ``Doc`` of each context's block, with candidates and findings."""
        return self.pipe(map(self._placed, contexts))

    def pipe(self, docs: Iterable[Doc]) -> Iterator[Doc]:
        """Read many."""
        for doc in self.grammar.pipe(map(self.candidates, docs)):
            yield self.senses(doc)

    def _placed(self, context: Context) -> Doc:
        doc = self.tokens.make_doc(context.block.text if context.block else "")
        doc._.jargon_context = context
        return doc


def reader_of(lexicon: CompiledLexicon, model: str | None = None) -> Reader:
    """The pipeline that finds what a lexicon holds.

    Args:
        lexicon: what to find.
        model: an installed English spaCy model; None for the one that comes with the tool.

    Raises:
        ModelError: the model is missing or lacks a component.
    """
    return Reader(blank(), Candidates(lexicon), Grammar(Model(model), lexicon), Senses(lexicon))
