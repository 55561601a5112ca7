"""The tool's own pipeline: our tokens and sentences, and the model only where an answer hangs on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.pipeline.factories import Candidates, Senses
from jargon_scanner.pipeline.grammar import Grammar
from jargon_scanner.pipeline.memory import Memory
from jargon_scanner.pipeline.model import Model
from jargon_scanner.pipeline.state import set_in
from jargon_scanner.words import blank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

    from jargon_scanner.lexicon.compiled import CompiledLexicon
    from jargon_scanner.pipeline.candidates import Context

_BATCH_CHARACTERS = 100_000


@dataclass(frozen=True, slots=True)
class Reader:
    """Our components one after the other.

    Attributes:
        tokens: cuts a text into tokens.
        candidates: finds the places.
        grammar: annotates the sentences that ask for it.
        senses: decides.
        memory: blocks that were read before.
    """

    tokens: Language
    candidates: Candidates
    grammar: Grammar
    senses: Senses
    memory: Memory

    def __call__(self, text: str) -> Doc:
        """Read one text."""
        return next(self.pipe([self.tokens.make_doc(text)]))

    def read(self, contexts: Iterable[Context]) -> Iterator[Doc]:
        """The ``Doc`` of each context's block, with candidates and findings; one may stand for two blocks."""
        for batch in _batches(contexts):
            known = [self.memory.recall(context) for context in batch]
            missing = (context for context, doc in zip(batch, known, strict=True) if doc is None)
            fresh = self.pipe(map(self._placed, missing))
            for context, doc in zip(batch, known, strict=True):
                if doc is None:
                    doc = next(fresh)
                    self.memory.keep(context, doc)
                yield doc

    def pipe(self, docs: Iterable[Doc]) -> Iterator[Doc]:
        """Read many."""
        for doc in self.grammar.pipe(map(self.candidates, docs)):
            yield self.senses(doc)

    def _placed(self, context: Context) -> Doc:
        return set_in(context, self.tokens.make_doc(context.block.text if context.block else ""))


def _batches(contexts: Iterable[Context]) -> Iterator[list[Context]]:
    """Contexts in bundles of bounded length, whatever the length of a text."""
    batch: list[Context] = []
    held = 0
    for context in contexts:
        batch.append(context)
        held += len(context.block.text) if context.block else 0
        if held >= _BATCH_CHARACTERS:
            yield batch
            batch, held = [], 0
    yield batch


def reader_of(lexicon: CompiledLexicon, model: str | None = None) -> Reader:
    """The pipeline that finds what a lexicon holds.

    Args:
        lexicon: what to find.
        model: an installed English spaCy model; None for the one that comes with the tool.

    Raises:
        ModelError: the model is missing or lacks a component.
    """
    return Reader(
        blank(), Candidates(lexicon), Grammar(Model(model), lexicon), Senses(lexicon), Memory(lexicon)
    )
