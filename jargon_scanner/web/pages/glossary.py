"""“Words we use”, to take away from a page."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import HTMLResponse

from jargon_scanner.lexicon.entry import Reader
from jargon_scanner.outputs import Page as File
from jargon_scanner.review.cards import Pack
from jargon_scanner.review.decisions import Decision
from jargon_scanner.review.glossary.words import Glossary, glossary_of
from jargon_scanner.review.record import decisions, packs
from jargon_scanner.web.archive import Kept
from jargon_scanner.web.downloads import download
from jargon_scanner.web.family import Page
from jargon_scanner.web.render import answer
from jargon_scanner.web.security.facilitators import facilitator
from jargon_scanner.web.security.refusals import Refusal, Refused
from jargon_scanner.web.services import Served, done
from jargon_scanner.workshop import Tools

router = APIRouter(prefix="/our-voice/glossary", dependencies=[Depends(facilitator)])

#: The files there are, by what a person chooses.
Kind = Literal["html", "pdf", "docx"]
_NOTHING = Refusal(
    404, "There are no words yet", "Nothing has been decided for these readers. Decide about a word first."
)


@dataclass(frozen=True, slots=True)
class MakeGlossary:
    """Put a glossary together: where nobody has said what a word means, the lexicon does."""

    history: tuple[Decision, ...]
    packs: tuple[Pack, ...]
    reader: Reader
    made: date
    name: str = "the glossary"

    def do(self, tools: Tools) -> Glossary:
        """The glossary."""
        entries = tools.scanner.lexicon.lexicon.entries
        return glossary_of(self.history, self.packs, entries, self.reader, self.made)


@router.get("", response_class=HTMLResponse)
def ask(request: Request) -> Response:
    """Where a facilitator says for whom it is, and as what."""
    return answer(request, "our_voice/glossary.html")


@router.get("/file")
async def take(record: Kept, served: Served, kind: Kind, reader: Reader = "child") -> Response:
    """One file of it."""
    with record.reading() as db:
        history, found = decisions.history(db), packs.all_packs(db)
    today = datetime.now().astimezone().date()
    job = MakeGlossary(history, found, reader, today)
    made = await done(served.workshop.submit(job), "The words could not be put together")
    if not made.words:
        raise Refused(_NOTHING)
    file = await asyncio.to_thread(_written, made, kind)
    return download(file.content, file.name)


def _written(made: Glossary, kind: Kind) -> File:
    from jargon_scanner.review.glossary.files import files_of

    return next(file for file in files_of(made) if file.name.endswith(kind))


PART = Page("glossary", router, for_others=True)
