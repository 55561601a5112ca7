"""What needs the lexicon, and is done where the lexicon is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jargon_scanner.errors import UsageError
from jargon_scanner.review.picking.before import Before
from jargon_scanner.review.picking.cards import card_of, pack_of
from jargon_scanner.review.picking.picked import once_each

if TYPE_CHECKING:
    from datetime import datetime

    from jargon_scanner.review.cards import Card, Pack
    from jargon_scanner.review.picking.picked import Picked
    from jargon_scanner.workshop import Tools


@dataclass(frozen=True, slots=True)
class MakePack:
    """Make a pack of named words, and of the words of a document.

    Attributes:
        title: what the team calls it.
        words: in any form, or entries' ids.
        known: what was asked and decided before.
        now: when.
        most: how many words at most.
        name: of the document; "" where there is none.
        data: of the document.
    """

    title: str
    words: tuple[str, ...]
    known: Before
    now: datetime
    most: int
    name: str = ""
    data: bytes = b""

    def do(self, tools: Tools) -> Pack:
        """The pack.

        Raises:
            DocumentError: the document cannot be read.
            UsageError: nothing was found to ask about.
        """
        from jargon_scanner.redact import redactor_for
        from jargon_scanner.review.picking.by_hand import from_words

        lexicon = tools.scanner.lexicon.lexicon
        picked = [*from_words(self.words, lexicon, self.known), *self._of_document(tools)]
        if not picked:
            raise UsageError("Nothing was found to ask about. Write the words that you want to talk about.")
        redactor = redactor_for(lexicon, tools.scanner.reader.grammar.model.name)
        chosen = once_each(picked)[: max(self.most, len(self.words))]
        return pack_of(self.title, chosen, lexicon, lambda text: redactor.redact(text).text, self.now)

    def _of_document(self, tools: Tools) -> tuple[Picked, ...]:
        if not self.data:
            return ()
        from jargon_scanner.loaders import read
        from jargon_scanner.review.picking.document import from_report
        from jargon_scanner.scan import scan_document

        document = read(Path(self.name), self.data)
        return from_report(scan_document(document, scanner=tools.scanner), self.known, self.most)


@dataclass(frozen=True, slots=True)
class MakeCard:
    """Make the card of a word that somebody names."""

    word: str
    known: Before
    name: str = ""

    def do(self, tools: Tools) -> Card:
        """The card. No sentence of a document is on it."""
        from jargon_scanner.review.picking.by_hand import from_words

        lexicon = tools.scanner.lexicon.lexicon
        (picked,) = from_words((self.word,), lexicon, self.known)
        return card_of(picked, lexicon, str)
