"""Grammar where an answer hangs on it: the statistical model reads only the sentences that ask for it.

Each such sentence is given to the model as clean words: no line breaks or markup, plain quotation marks and
hyphens, and small letters where it is shouted. What the model says is written back to the tokens it is
about, so later components see one annotated ``Doc`` whose text was never touched.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, POS, TAG
from spacy.tokens import Doc

from jargon_scanner.pipeline.senses import is_meant
from jargon_scanner.pipeline.shapes import is_shouted
from jargon_scanner.pipeline.state import Unread, state_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from jargon_scanner.lexicon.compiled import CompiledLexicon
    from jargon_scanner.pipeline.candidates import Candidate
    from jargon_scanner.pipeline.model import Model
    from jargon_scanner.words import Words

_ATTRIBUTES = [TAG, POS, LEMMA, DEP]
#: "Unspecified dependency": the label of tokens that the model was not asked about. spaCy needs one on
#: every token to keep the sentences as they were cut.
_UNREAD = "dep"
#: Words that are read together; keeps memory flat however long the texts are.
BATCH_WORDS = 20_000
_BATCH_SENTENCES = 200

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A stretch of words, from word ``start`` up to ``end`` of ``doc``, that the model is to read."""

    doc: Doc
    words: Words
    start: int
    end: int


class Grammar:
    """Component: annotates the sentences whose candidates ask for it. Other tokens keep no annotation.

    ``model`` reads them.
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
            if held >= BATCH_WORDS:
                self._annotate(batch)
                yield from batch
                batch, held = [], 0
        self._annotate(batch)
        yield from batch

    def _annotate(self, docs: list[Doc]) -> None:
        self.read(question for doc in docs for question in self._questions(doc))

    def _questions(self, doc: Doc) -> Iterator[Unread]:
        """What its candidates ask. Those that are not meant, whatever the model says, are let go."""
        state = state_of(doc)
        possible: list[Candidate] = []
        for candidate in state.candidates:
            try:
                if not is_meant(candidate, doc, state.words, state.context, self._lexicon):
                    continue
                state.meant.add(candidate)
            except Unread as question:
                yield question
            possible.append(candidate)
        state.candidates = possible

    def answer(self, items: Sequence[Item], work: Callable[[Item], Result]) -> list[Result]:
        """Do a piece of work for each item. Sentences it asks about are read together, and it is done again.

        Args:
            items: in any number.
            work: changes nothing, and may raise ``Unread``.
        """
        done: dict[int, Result] = {}
        while len(done) < len(items):
            asked: list[Unread] = []
            for place, item in enumerate(items):
                if place not in done:
                    try:
                        done[place] = work(item)
                    except Unread as question:
                        asked.append(question)
            self.read(asked)
        return [done[place] for place in range(len(items))]

    def read(self, questions: Iterable[Unread]) -> None:
        """Let the model read the sentences that are asked about, together, each once."""
        asked: dict[int, tuple[Doc, set[int]]] = {}
        for question in questions:
            asked.setdefault(id(question.doc), (question.doc, set()))[1].add(question.sentence)
        sentences = [sentence for doc, starts in asked.values() for sentence in _sentences(doc, starts)]
        if not sentences:
            return
        for label in self.model.labels:
            sentences[0].doc.vocab.strings.add(label)
        answers = self.model.read([self._clean(one) for one in sentences], batch_size=_BATCH_SENTENCES)
        for _, group in groupby(zip(sentences, answers, strict=True), key=lambda pair: id(pair[0].doc)):
            _write_back(list(group))

    def _clean(self, sentence: _Sentence) -> Doc:
        words = sentence.words
        numbers = range(sentence.start, sentence.end)
        texts = words.texts[numbers.start : numbers.stop]
        if is_shouted(words, sentence.start):
            texts = tuple(text.lower() for text in texts)
        spaces = [bool(sentence.doc[words.tokens[number]].whitespace_) for number in numbers]
        starts: list[bool | int | None] = [number == sentence.start for number in numbers]
        return Doc(self.model.vocab, words=list(texts), spaces=spaces, sent_starts=starts)


def _sentences(doc: Doc, starts: Iterable[int]) -> Iterator[_Sentence]:
    words = state_of(doc).words
    for start in sorted(starts):
        yield _Sentence(doc, words, start, words.ends[start])


def _write_back(answers: list[tuple[_Sentence, Doc]]) -> None:
    """Copy the model's annotation to the tokens of one ``Doc``.

    Tokens that were never asked about hang on the first token of their sentence.
    """
    doc = answers[0][0].doc
    values, heads = _annotation(doc)
    bounds = [(span.start, span.end) for span in doc.sents]
    state = state_of(doc)
    for sentence, answer in answers:
        tokens = np.array(sentence.words.tokens[sentence.start : sentence.end])
        values[tokens] = said = answer.to_array(_ATTRIBUTES)
        for base in set(said[:, _ATTRIBUTES.index(LEMMA)].tolist()):
            # Two vocabularies: a string is known by its number only where it was added.
            doc.vocab.strings.add(answer.vocab.strings[base])
        own = np.arange(len(answer)) + answer.to_array([HEAD]).astype("int64")
        heads[tokens] = tokens[own]
        root = int(np.flatnonzero(own == np.arange(len(answer)))[0])
        _hang_loose_tokens(heads, bounds, tokens, int(tokens[root]))
        if state.read is not None:
            state.read.add(sentence.start)
    offsets = (heads - np.arange(len(doc))).astype("int64").astype("uint64")
    array: Any = np.column_stack([values, offsets])
    doc.from_array([*_ATTRIBUTES, HEAD], array)


def _annotation(doc: Doc) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """What the tokens say so far, and the number of each one's head."""
    if state_of(doc).read:
        so_far: Any = doc.to_array(_ATTRIBUTES)
        return so_far, np.arange(len(doc)) + doc.to_array([HEAD]).astype("int64")
    values: NDArray[np.uint64] = np.zeros((len(doc), len(_ATTRIBUTES)), dtype="uint64")
    heads = _flat_heads(doc)
    values[:, _ATTRIBUTES.index(DEP)] = doc.vocab.strings.add(_UNREAD)
    values[heads == np.arange(len(doc)), _ATTRIBUTES.index(DEP)] = doc.vocab.strings.add("ROOT")
    return values, heads


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
