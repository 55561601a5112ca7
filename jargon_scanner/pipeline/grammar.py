"""Grammar where an answer hangs on it: the statistical model reads only the sentences that ask for it.

Each such sentence is given to the model as clean words: no line breaks or markup, plain quotation marks and
hyphens, and small letters where it is shouted. What the model says is written back to the tokens it is
about, so later components see one annotated ``Doc`` whose text was never touched.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, POS, TAG
from spacy.tokens import Doc

from jargon_scanner.pipeline.candidates import needs_grammar
from jargon_scanner.pipeline.shapes import is_shouted
from jargon_scanner.pipeline.state import state_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from jargon_scanner.lexicon.compiled import CompiledLexicon
    from jargon_scanner.pipeline.model import Model
    from jargon_scanner.words import Words

_ATTRIBUTES = [TAG, POS, LEMMA, DEP]
#: "Unspecified dependency": the label of tokens that the model was not asked about. spaCy needs one on
#: every token to keep the sentences as they were cut.
_UNREAD = "dep"
#: Words that are read together; keeps memory flat however long the texts are.
_BATCH_WORDS = 20_000


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A stretch of words, from word ``start`` up to ``end`` of ``doc``, that the model is to read."""

    doc: Doc
    words: Words
    start: int
    end: int


class Grammar:
    """Component: annotates the sentences whose candidates need it. Other tokens keep no annotation.

    ``model`` is the spaCy pipeline that reads them.
    """

    def __init__(self, model: Model, lexicon: CompiledLexicon) -> None:
        """Read with ``model``, for the entries of ``lexicon``."""
        self.model = model
        self._lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one ``Doc``."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 0) -> Iterator[Doc]:
        """Annotate many; they are read together in batches of words, so ``batch_size`` has no effect."""
        del batch_size
        batch: list[Doc] = []
        held = 0
        for doc in stream:
            batch.append(doc)
            held += len(doc)
            if held >= _BATCH_WORDS:
                self._annotate(batch)
                yield from batch
                batch, held = [], 0
        self._annotate(batch)
        yield from batch

    def _annotate(self, docs: list[Doc]) -> None:
        sentences = [sentence for doc in docs for sentence in self._asked(doc)]
        if not sentences:
            return
        for label in self.model.labels:
            docs[0].vocab.strings.add(label)
        clean = [self._clean(sentence) for sentence in sentences]
        read = self.model.read(clean, batch_size=max(1, _BATCH_WORDS // 40))
        answers: dict[int, list[tuple[_Sentence, Doc]]] = {}
        for sentence, answer in zip(sentences, read, strict=True):
            answers.setdefault(id(sentence.doc), []).append((sentence, answer))
        for doc in docs:
            if id(doc) in answers:
                _write_back(doc, answers[id(doc)])

    def _asked(self, doc: Doc) -> Iterator[_Sentence]:
        """The sentences of a ``Doc`` that hold a candidate whose sense or fit hangs on grammar."""
        if doc.has_annotation("DEP"):
            return
        state = state_of(doc)
        starts = {
            state.words.starts[candidate.start]
            for candidate in state.candidates
            if needs_grammar(candidate, self._lexicon)
        }
        for start in sorted(starts):
            yield _Sentence(doc, state.words, start, state.words.ends[start])

    def _clean(self, sentence: _Sentence) -> Doc:
        words = sentence.words
        texts: list[str] = []
        spaces: list[bool] = []
        shouted = is_shouted(words, sentence.start)
        for number in range(sentence.start, sentence.end):
            text = words.texts[number]
            texts.append(text.lower() if shouted else text)
            spaces.append(bool(sentence.doc[words.tokens[number]].whitespace_))
        clean = Doc(self.model.vocab, words=texts, spaces=spaces)
        for token in clean:
            token.is_sent_start = token.i == 0
        return clean


def _write_back(doc: Doc, answers: list[tuple[_Sentence, Doc]]) -> None:
    """Copy the model's annotation to the tokens; the rest hang on the first token of their sentence."""
    values: NDArray[np.uint64] = np.zeros((len(doc), len(_ATTRIBUTES)), dtype="uint64")
    values[:, _ATTRIBUTES.index(DEP)] = doc.vocab.strings.add(_UNREAD)
    heads = _flat_heads(doc)
    values[heads == np.arange(len(doc)), _ATTRIBUTES.index(DEP)] = doc.vocab.strings.add("ROOT")
    bounds = [(span.start, span.end) for span in doc.sents]
    for sentence, answer in answers:
        tokens = np.array(sentence.words.tokens[sentence.start : sentence.end])
        values[tokens] = answer.to_array(_ATTRIBUTES)
        for token in answer:  # two vocabularies: a string is known by its number only where it was added
            doc.vocab.strings.add(token.lemma_)
        roots = [token.i for token in answer if token.head.i == token.i]
        for token in answer:
            heads[tokens[token.i]] = tokens[token.head.i]
        _hang_loose_tokens(heads, bounds, tokens, int(tokens[roots[0]]))
    offsets = (heads - np.arange(len(doc))).astype("int64").astype("uint64")
    array: Any = np.column_stack([values, offsets])
    doc.from_array([*_ATTRIBUTES, HEAD], array)


def _flat_heads(doc: Doc) -> NDArray[np.int64]:
    heads = np.zeros(len(doc), dtype="int64")
    for sentence in doc.sents:
        heads[sentence.start : sentence.end] = sentence.start
    return heads


def _hang_loose_tokens(
    heads: NDArray[np.int64],
    bounds: list[tuple[int, int]],
    tokens: NDArray[np.int64],
    root: int,
) -> None:
    """Tokens that are no words (spaces, markup) hang on the root, so that the sentence stays one."""
    start, end = next(bound for bound in bounds if bound[0] <= tokens[0] < bound[1])
    for place in set(range(start, end)) - {int(token) for token in tokens}:
        heads[place] = root
