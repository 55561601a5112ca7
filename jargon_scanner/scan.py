"""The main flow: a document goes in; what a child would stumble over comes out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jargon_scanner.address import address_notes
from jargon_scanner.advice import advice_on
from jargon_scanner.blank_form import with_owners
from jargon_scanner.breakage import lost_over
from jargon_scanner.choices import Choices, choose, notes_on
from jargon_scanner.collect import collect
from jargon_scanner.consistency import acronym_notes
from jargon_scanner.definitions import find_definitions
from jargon_scanner.document import Document
from jargon_scanner.edits import plan
from jargon_scanner.errors import DocumentError
from jargon_scanner.expansions import resolve
from jargon_scanner.garbage import uncollected
from jargon_scanner.lexicon.compiled import CompiledLexicon
from jargon_scanner.loaders import find_documents, load
from jargon_scanner.loaders import text as plain_text
from jargon_scanner.pipeline.factories import compiled
from jargon_scanner.pipeline.reader import reader_of
from jargon_scanner.proposals import proposals, rewritten
from jargon_scanner.readability import measure, prose_sentences
from jargon_scanner.reading import Reading
from jargon_scanner.recall import forget_texts
from jargon_scanner.report import DocumentInfo, LexiconInfo, ModelInfo, Report, ToolInfo, summarise
from jargon_scanner.suggestions import suggest
from jargon_scanner.surroundings import contexts_of, count_words
from jargon_scanner.version import __version__
from jargon_scanner.workers import Limits, Lost, in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc

    from jargon_scanner.collect import Draft
    from jargon_scanner.lexicon.load import Lexicon
    from jargon_scanner.pipeline.candidates import Context
    from jargon_scanner.pipeline.reader import Reader
    from jargon_scanner.told import Library


@dataclass(frozen=True, slots=True)
class Scanner:
    """What every scan needs, loaded once: the lexicon and the pipeline.

    Attributes:
        lexicon: all layers, compiled.
        reader: the tool's own pipeline.
        tool: what the reports say of both.
        library: what other documents say of short forms that these use without a word.
    """

    lexicon: CompiledLexicon
    reader: Reader
    tool: ToolInfo
    library: Library = field(default_factory=dict)

    @classmethod
    def create(
        cls,
        model: str | None = None,
        lexicon: Sequence[Path] = (),
        words_we_use: Path | None = None,
        library: Library | None = None,
    ) -> Scanner:
        """Load the lexicon with further layers, and an English spaCy model.

        Args:
            model: an installed model's name; None for the one that comes with the tool.
            lexicon: files or folders of further layers; each file says how strong it is.
            words_we_use: a list of the words that one family uses, stronger than every lexicon.
            library: what other documents say of short forms (``told.library_of``); None for nothing.

        Raises:
            LexiconError: a lexicon file holds a mistake.
            ModelError: the model is missing or lacks a component.
        """
        layers = tuple(str(path) for path in (*lexicon, *([words_we_use] if words_we_use else ())))
        return cls._with(compiled(layers), model, library)

    @classmethod
    def of(cls, lexicon: Lexicon, model: str | None = None) -> Scanner:
        """A scanner with a lexicon that is in memory, such as one that is being written.

        Args:
            lexicon: without faults.
            model: as for ``create``.
        """
        return cls._with(CompiledLexicon(lexicon), model)

    def __reduce__(self) -> tuple[Any, ...]:
        """To another process it goes as its lexicon, the name of its model, and its library."""
        return Scanner._with, (self.lexicon, self.reader.grammar.model.name, self.library)

    def forget_texts(self) -> None:
        """Forget the texts that were read so far; the next one is read a little slower."""
        self.reader.memory.forget()
        forget_texts()

    @classmethod
    def _with(cls, ready: CompiledLexicon, model: str | None, library: Library | None = None) -> Scanner:
        reader = reader_of(ready, model)
        read_by = ModelInfo(reader.grammar.model.title, reader.grammar.model.version)
        layers = ready.lexicon
        return cls(
            ready,
            reader,
            ToolInfo(__version__, LexiconInfo(layers.name, layers.version, layers.sha256), read_by),
            library or {},
        )


def scan(
    path: Path | str,
    *,
    scanner: Scanner | None = None,
    with_text: bool = False,
    choices: Choices | None = None,
    template: Path | str | None = None,
) -> Report:
    """Read a document and report what a child would stumble over.

    Args:
        path: a file of any format that a loader reads.
        scanner: a scanner to use again; one is made where none is given.
        with_text: whether the report keeps the extracted text.
        choices: what is to be shown; everything where nothing is chosen.
        template: the blank form that the document was written in, to tell its wording from what was typed.

    Raises:
        DocumentError: a file could not be read; the error says why and what to do.
    """
    document = load(Path(path))
    if template is not None:
        document = with_owners(document, load(Path(template)))
    return scan_document(document, scanner=scanner, with_text=with_text, choices=choices)


def scan_text(
    text: str,
    *,
    name: str = "text",
    scanner: Scanner | None = None,
    with_text: bool = False,
    choices: Choices | None = None,
) -> Report:
    """Report on a text that is already in memory, read as a plain text file is. It may be empty."""
    data = text.encode("utf-8")
    if text.strip():
        document = plain_text.read(Path(name), data)
    else:
        document = Document(name, "txt", hashlib.sha256(data).hexdigest(), text, ())
    return scan_document(document, scanner=scanner, with_text=with_text, choices=choices)


def scan_many(
    paths: Iterable[Path | str],
    *,
    scanner: Scanner | None = None,
    with_text: bool = False,
    choices: Choices | None = None,
    processes: int = 1,
) -> Iterator[Report | DocumentError]:
    """Report on files and folders, in order; what could not be read comes in its place.

    Args:
        paths: files, and folders of them.
        scanner: as for ``scan``.
        with_text: as for ``scan``.
        choices: as for ``scan``.
        processes: how many do the work. With more than one, each has a copy of the scanner, and a document
            that takes too long, takes too much memory or ends its process costs nothing but itself. A program
            that asks for several keeps its own beginning under ``if __name__ == "__main__"``.
    """
    one = partial(_scan_one, scanner or Scanner.create(), choices, with_text)
    found = find_documents([Path(path) for path in paths])
    if processes <= 1:
        yield from map(one, found)
        return
    limits = Limits()
    for item, outcome in in_order(one, found, processes=processes, limits=limits):
        if isinstance(outcome, Lost):
            path = item.path if isinstance(item, DocumentError) else item
            yield lost_over(path, outcome.why, limits.seconds, limits.megabytes)
        else:
            yield outcome


def _scan_one(
    scanner: Scanner, choices: Choices | None, with_text: bool, found: Path | DocumentError
) -> Report | DocumentError:
    if isinstance(found, DocumentError):
        return found
    try:
        return scan(found, scanner=scanner, with_text=with_text, choices=choices)
    except DocumentError as error:
        return error


def scan_document(
    document: Document,
    *,
    scanner: Scanner | None = None,
    with_text: bool = False,
    choices: Choices | None = None,
) -> Report:
    """Report on a document that a loader has read."""
    return read_closely(document, scanner=scanner, with_text=with_text, choices=choices).report


@uncollected()
def read_closely(
    document: Document,
    *,
    scanner: Scanner | None = None,
    with_text: bool = False,
    choices: Choices | None = None,
) -> Reading:
    """Report on a document that a loader has read. The flow of the whole tool on one page."""
    ready, wanted = scanner or Scanner.create(), (choices or Choices()).inside(document.text)
    definitions = find_definitions(document.blocks, ready.lexicon.short_forms)
    contexts = contexts_of(document, definitions, ready.lexicon)
    found: list[Draft] = []
    sentences: list[tuple[int, int]] = []
    docs: list[Doc] = []
    for block, context, doc in zip(document.blocks, contexts, ready.reader.read(contexts), strict=True):
        found += filter(_is_said, collect(block, doc, context, ready.lexicon))
        sentences += prose_sentences(block, doc)
        docs += [doc] if wanted.advice else []  # a long document's are let go where they hold no finding
    drafts, left_out = choose(((draft, draft.finding) for draft in found), wanted, ready.lexicon.lexicon)
    answer = ready.reader.grammar.answer
    resolved = resolve(drafts, definitions, ready.lexicon, answer, ready.library)
    findings = tuple(
        answer(
            list(enumerate(resolved, start=1)),
            lambda one: suggest(one[1], document.text, ready.lexicon, wanted.reader, f"f{one[0]}"),
        )
    )
    words = sum(count_words(block.text) for block in document.blocks)
    report = Report(
        tool=ready.tool,
        document=DocumentInfo(
            document.path, document.format, document.sha256, document.title, document.pages, words
        ),
        readability=measure(document.text, sentences, findings),
        findings=findings,
        summary=summarise(findings, words, _own_words(contexts)),
        notes=(
            *acronym_notes(document, findings, definitions),
            *notes_on(left_out),
            *address_notes(document.blocks, wanted.reader),
            *(advice_on(document.blocks, docs, sentences, ready.reader.grammar) if wanted.advice else ()),
        ),
        problems=document.problems,
        text=document.text if with_text else None,
    )
    if wanted.sentences:
        report = _with_sentences(report, document, ready, wanted)
    return Reading(document, report, tuple(sentences))


def _with_sentences(report: Report, document: Document, scanner: Scanner, choices: Choices) -> Report:
    """The report with whole sentences proposed: the document is read again as it would be."""
    changed = rewritten(document, plan(report.findings).edits)
    again = scan_document(changed, scanner=scanner, choices=replace(choices, sentences=False, advice=False))
    return replace(report, sentences=proposals(document, report.findings, again.findings))


def _is_said(draft: Draft) -> bool:
    """The family's own words are no finding of blame, and they know their own words: acronyms stay."""
    return draft.finding.owner != "quote" or draft.finding.kind == "acronym"


def _own_words(contexts: Iterable[Context]) -> int:
    return sum(
        count_words(context.block.text[start:end])
        for context in contexts
        if context.block is not None
        for start, end in context.quoted
    )
