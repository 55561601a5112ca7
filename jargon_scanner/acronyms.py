"""The short forms of a text as a spaCy component of its own, for any English pipeline, a blank one too.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> _ = nlp.add_pipe("jargon_acronyms")
    >>> doc = nlp("The initial child protection conference (ICPC) was in May. The ICPC made a plan.")
    >>> [(span.text, span._.long_form, span._.status) for span in doc.spans["acronyms"]][-1]
    ('ICPC', 'initial child protection conference', 'defined')

It reads the text as the tool itself does, whatever the pipeline's own tokens are, and gives what a report
gives: the same places, long forms and statuses. Nothing is kept from one ``Doc`` to the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Span

from jargon_scanner.collect import collect
from jargon_scanner.definitions import find_definitions
from jargon_scanner.document import Block, Document
from jargon_scanner.expansions import resolve
from jargon_scanner.pipeline.candidates import is_short_form
from jargon_scanner.pipeline.factories import compiled
from jargon_scanner.pipeline.reader import reader_of
from jargon_scanner.pipeline.state import set_in, state_of
from jargon_scanner.surroundings import contexts_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from jargon_scanner.findings import Finding
    from jargon_scanner.lexicon.compiled import CompiledLexicon
    from jargon_scanner.pipeline.candidates import Candidate

for _name in ("long_form", "status"):
    if not Span.has_extension(_name):
        Span.set_extension(_name, default=None)
if not Span.has_extension("long_forms"):
    Span.set_extension("long_forms", default=())


class Acronyms:
    """Component: writes ``doc.spans`` with every short form, labelled "acronym".

    Each span has ``_.long_form`` (what it stands for here, or None), ``_.status`` (how the text explains it,
    as in a report) and ``_.long_forms`` (all it could stand for, best first, as ``Expansion``s).
    """

    def __init__(
        self, lexicon: CompiledLexicon, model: str | None = None, spans_key: str = "acronyms"
    ) -> None:
        """Look for short forms.

        Args:
            lexicon: what is known of them.
            model: an English spaCy model for the few questions of grammar; loaded when one comes up.
            spans_key: where the spans go.
        """
        self._lexicon = lexicon
        self._reader = reader_of(lexicon, model)
        self._spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Find and explain the short forms of one ``Doc``."""
        spans: dict[tuple[int, int], Span] = {}
        for finding in self._findings(doc.text):
            span = doc.char_span(finding.start, finding.end, label="acronym", alignment_mode="expand")
            # Where the pipeline's token is wider than the short form, the first one in it has it.
            if span is not None and (span.start, span.end) not in spans and finding.acronym is not None:
                span._.long_form = finding.acronym.expansion
                span._.long_forms = finding.acronym.expansions
                span._.status = finding.acronym.status
                spans[span.start, span.end] = span
        doc.spans[self._spans_key] = list(spans.values())
        return doc

    def _findings(self, text: str) -> list[Finding]:
        """The short forms of a text, read as one block: no sentence goes on behind an empty line."""
        block = Block(0, 0, text, "")
        definitions = find_definitions([block], self._lexicon.short_forms)
        (context,) = contexts_of(Document("", "", "", text, (block,)), definitions, self._lexicon)
        read = self._reader.tokens.make_doc(text)
        self._reader.candidates(set_in(context, read))
        state = state_of(read)
        state.candidates = self._near_short_forms(state.candidates)
        (read,) = self._reader.grammar.pipe([read])
        drafts = list(collect(block, self._reader.senses(read), context, self._lexicon))
        resolved = resolve(drafts, definitions, self._lexicon, self._reader.grammar.answer)
        return [draft.finding for draft in resolved if draft.finding.acronym is not None]

    def _near_short_forms(self, candidates: list[Candidate]) -> list[Candidate]:
        """Short forms, and the terms that share a word with one: no other term is worth a question."""
        short = {
            place
            for one in candidates
            if is_short_form(one, self._lexicon)
            for place in range(one.start, one.end)
        }
        return [one for one in candidates if not short.isdisjoint(range(one.start, one.end))]


@Language.factory(
    "jargon_acronyms",
    default_config={"lexicon": [], "model": None, "spans_key": "acronyms"},
    assigns=["doc.spans", "span._.long_form", "span._.long_forms", "span._.status"],
)
def create_acronyms(
    nlp: Language, name: str, lexicon: list[str], model: str | None, spans_key: str
) -> Acronyms:
    """Short forms alone; ``lexicon`` names further layers, files or folders."""
    del nlp, name
    return Acronyms(compiled(tuple(lexicon)), model, spans_key)
