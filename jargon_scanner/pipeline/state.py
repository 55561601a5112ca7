"""What the components pass on with a ``Doc``: ``doc._.jargon``, and what users read from spans."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from spacy.tokens import Doc, Span

from jargon_scanner.pipeline.candidates import Candidate, Context
from jargon_scanner.words import Words, read_words

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from spacy.tokens import Token

    from jargon_scanner.lexicon.compiled import CompiledLexicon
    from jargon_scanner.lexicon.entry import AnyEntry

#: Key of the findings in ``doc.spans``.
SPANS_KEY = "jargon_scanner"
#: Keys of the reading and of the surroundings in ``doc.user_data``.
_STATE, _CONTEXT = "jargon_scanner", "jargon_scanner_context"


class Unread(Exception):
    """A question of grammar about a sentence that no model has read yet: read it, then ask again."""

    def __init__(self, doc: Doc, sentence: int) -> None:
        """Name the sentence of ``doc`` by the number of its first word."""
        super().__init__(sentence)
        self.doc = doc
        self.sentence = sentence


@dataclass(slots=True)
class State:
    """The reading of one ``Doc`` so far. Filled by one component after the other.

    Attributes:
        words: its words as a reader sees them.
        context: what is known of its surroundings.
        met: every place where a form stands.
        candidates: those of them that may be meant.
        meant: those of the candidates of which this is known, whatever a model says of their grammar.
        findings: the candidates that are meant, settled, in reading order.
        read: sentences that the model has read, by the number of their first word; None where the ``Doc``
            came with annotation of its own.
        answers: what later rooms found out about its findings, for the next time that this block is met.
    """

    words: Words
    context: Context
    met: tuple[Candidate, ...] = ()
    candidates: list[Candidate] = field(default_factory=list)
    meant: set[Candidate] = field(default_factory=set)
    findings: list[Candidate] = field(default_factory=list)
    read: set[int] | None = field(default_factory=set)
    answers: dict[Hashable, Any] = field(default_factory=dict)


def register_extensions() -> None:
    """Add the extension attributes once: ``doc._.jargon`` and ``span._.jargon_*``."""
    if Doc.has_extension("jargon"):
        return
    # In ``user_data`` under a key of its own: an extension's default is looked for anew each time it is read.
    Doc.set_extension("jargon", getter=lambda doc: doc.user_data.get(_STATE))
    Span.set_extension("jargon_entry", default=None)
    for name in ("category", "treatment", "meaning", "why", "question"):
        Span.set_extension(f"jargon_{name}", getter=_entry_field(name))


def _entry_field(name: str) -> Callable[[Span], str | None]:
    def read(span: Span) -> str | None:
        entry: AnyEntry | None = span._.jargon_entry
        return getattr(entry, name) if entry is not None else None

    return read


def set_in(context: Context, doc: Doc) -> Doc:
    """Tell a ``Doc`` of its surroundings, before it is read."""
    doc.user_data[_CONTEXT] = context
    return doc


def begin(doc: Doc) -> State:
    """Start the reading of a ``Doc``; its surroundings are itself where nothing else was said."""
    words = read_words(doc)
    context = doc.user_data.get(_CONTEXT) or Context(frozenset(words.norms))
    state = State(words, context, read=None if doc.has_annotation("DEP") else set())
    doc.user_data[_STATE] = state
    return state


def state_of(doc: Doc) -> State:
    """The reading of this ``Doc`` so far.

    Raises:
        ValueError: no component of ours has read it.
    """
    state: State | None = doc.user_data.get(_STATE)
    if state is None:
        raise ValueError(
            "no jargon component has read this Doc: add 'jargon_candidates' to the pipeline first"
        )
    return state


def token_read(doc: Doc, words: Words, word: int) -> Token:
    """The token of a word, with what the model says of it.

    Raises:
        Unread: no model has read its sentence yet.
    """
    read = state_of(doc).read
    if read is not None and words.starts[word] not in read:
        raise Unread(doc, words.starts[word])
    return doc[words.tokens[word]]


def show(doc: Doc, lexicon: CompiledLexicon) -> None:
    """Write the settled findings to ``doc.spans``, labelled by kind, each with its entry."""
    state = state_of(doc)
    spans = []
    for candidate in state.findings:
        first, last = state.words.tokens[candidate.start], state.words.tokens[candidate.end - 1]
        span = Span(doc, first, last + 1, label=candidate.kind, span_id=candidate.entry or "")
        span._.jargon_entry = lexicon[candidate.entry] if candidate.entry else None
        spans.append(span)
    doc.spans[SPANS_KEY] = spans
