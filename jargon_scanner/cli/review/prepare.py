"""``review prepare``: a pack of words for a session."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jargon_scanner.cli.chosen import ConfigOption, LexiconOption, lexicon_of, settings_of
from jargon_scanner.cli.review.opened import RecordOption, opened_record
from jargon_scanner.cli.scope.chosen import opened_run
from jargon_scanner.cli.speech import say, tell
from jargon_scanner.errors import UsageError
from jargon_scanner.review.picking.picked import MOST_IN_A_SESSION, USUAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jargon_scanner.lexicon.load import Lexicon
    from jargon_scanner.review.cards import Pack
    from jargon_scanner.review.picking.before import Before
    from jargon_scanner.review.picking.picked import Picked
    from jargon_scanner.settings import Settings

_NO_TEXT = (
    "These figures keep no sentences (--no-text): the cards have made-up sentences only, and words that no "
    "lexicon knows have none."
)


def prepare(
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help="What you call these words.")],
    figures: Annotated[
        str | None,
        typer.Option("--from", metavar="FOLDER", help="Pick from a folder of figures that “scope” wrote."),
    ] = None,
    documents: Annotated[
        list[str] | None,
        typer.Option("--document", metavar="FILE", help="Pick from a document.", show_default=False),
    ] = None,
    words: Annotated[
        list[str] | None,
        typer.Option(
            "--words",
            metavar="WORDS",
            help="Words that you choose, with commas between: contact, LAC review. They come first.",
            show_default=False,
        ),
    ] = None,
    most: Annotated[
        int, typer.Option("--most", metavar="NUMBER", help="How many words at most.", min=1)
    ] = USUAL,
    lexicon: LexiconOption = None,
    record: RecordOption = None,
    config: ConfigOption = None,
) -> None:
    """Pick words to take to young people and parents, with meanings, wordings and example sentences.

    Words that nobody was asked about come first, and those that readers meet most. Sentences from documents
    have names, places, dates and numbers hidden; they go out only when you have ticked them.
    """
    if not (figures or documents or words):
        raise UsageError("Say where the words come from: --from FOLDER, --document FILE or --words WORDS.")
    settings = settings_of(config, lexicon)
    with opened_record(record, config) as opened:
        from jargon_scanner.redact import redactor_for
        from jargon_scanner.review.picking.before import before
        from jargon_scanner.review.picking.cards import pack_of
        from jargon_scanner.review.picking.picked import once_each
        from jargon_scanner.review.record import packs

        with opened.reading() as db:
            known = before(db)
        loaded = lexicon_of(settings)
        picked = [
            *_by_hand(words or (), loaded, known),
            *(_from_figures(figures, known, most) if figures else ()),
            *_from_documents(documents or (), settings, known, most),
        ]
        redactor = redactor_for(loaded, settings.model)
        chosen = once_each(picked)[:most]
        pack = pack_of(title, chosen, loaded, lambda text: redactor.redact(text).text, datetime.now(UTC))
        if not pack.cards:
            raise UsageError("Nothing was found to ask about, so no words were picked.")
        with opened.writing() as db:
            packs.add(db, pack)
    tell("\n".join(_told(pack)))


def _by_hand(words: Sequence[str], lexicon: Lexicon, known: Before) -> tuple[Picked, ...]:
    from jargon_scanner.review.picking.by_hand import from_words

    return from_words([word for several in words for word in several.split(",")], lexicon, known)


def _from_figures(figures: str, known: Before, most: int) -> tuple[Picked, ...]:
    from jargon_scanner.review.picking.figures import from_figures

    with opened_run(figures) as (store, run):
        if not store.keeps_text:
            say(_NO_TEXT)
        return from_figures(store, run, known, most)


def _from_documents(
    documents: Sequence[str], settings: Settings, known: Before, most: int
) -> Iterator[Picked]:
    if not documents:
        return
    from jargon_scanner.review.picking.document import from_report
    from jargon_scanner.scan import Scanner, scan

    scanner = Scanner.create(settings.model, settings.lexicon)
    for path in documents:
        yield from from_report(scan(Path(path), scanner=scanner), known, most)


def _told(pack: Pack) -> Iterator[str]:
    from jargon_scanner.review.editing import unticked

    words = "1 word" if len(pack.cards) == 1 else f"{len(pack.cards)} words"
    yield f"Pack {pack.id}: {pack.title}, {words}."
    for number, card in enumerate(pack.cards, start=1):
        offered = " · ".join(card.wordings) or "no wording yet"
        yield f"{number:>3}  {card.term}: {offered}  ({card.why})"
    if len(pack.cards) > MOST_IN_A_SESSION:
        yield f"More than {MOST_IN_A_SESSION} words are too many for one session: better make two packs."
    missing = [card.term for card in pack.cards if not card.meaning]
    if missing:
        yield f"Nobody has said what it means: {', '.join(missing)}. Say it on the page of the pack."
    without = [card.term for card in pack.cards if not card.examples]
    if without:
        yield f"No sentence was found for: {', '.join(without)}. Write one on the page of the pack."
    waiting = len(list(unticked(pack)))
    if waiting:
        sentences = "1 sentence waits" if waiting == 1 else f"{waiting} sentences wait"
        yield f"{sentences} for your tick: jargon-scanner review tick {pack.id}"
