"""The words: what holds, what waits to be decided, and the form on which a team decides."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from jargon_scanner.errors import ScannerError
from jargon_scanner.lexicon.decided import meanings_of
from jargon_scanner.lexicon.entry import READERS, Reader, ShortForm
from jargon_scanner.review import history_sheet
from jargon_scanner.review.deciding import NotConfirmed, counts_of, decide
from jargon_scanner.review.decisions import Decision, Outcome, standing
from jargon_scanner.review.found import group_said, results_of
from jargon_scanner.review.people import PLURALS, Group
from jargon_scanner.review.record import decisions
from jargon_scanner.review.record.sessions import all_sessions
from jargon_scanner.web.archive import Kept
from jargon_scanner.web.pages.deciding.jobs import FindWord, LookForConflicts, Word
from jargon_scanner.web.render import answer
from jargon_scanner.web.security.facilitators import facilitator
from jargon_scanner.web.security.refusals import Refusal, Refused
from jargon_scanner.web.services import Served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from jargon_scanner.review.results import CardResults, GroupSaid

router = APIRouter(prefix="/our-voice/words", dependencies=[Depends(facilitator)])

#: What stands before a wording in the value of its button.
SAY = "say:"
_OUTCOMES: dict[str, Outcome] = {"keep": "keep", "again": "ask again"}
Line = Annotated[str, Form(max_length=500)]


@dataclass(frozen=True, slots=True)
class Asked:
    """The word that is decided about, and what was said of it.

    Attributes:
        word: the word.
        session: the session's id; "" where the decision rests on none.
        results: what was said in it; None where nothing was.
        key: what names the word in an address.
    """

    word: Word
    session: str
    results: CardResults | None
    key: str

    @property
    def groups(self) -> tuple[GroupSaid, ...]:
        """What each group said of it."""
        return self.results.groups if self.results else ()

    @property
    def offered(self) -> tuple[str, ...]:
        """The wordings to choose from: those of the card, or else the lexicon's."""
        if self.results is not None:
            return self.results.card.wordings
        say = self.word.entry.say if self.word.entry else ()
        return tuple(dict.fromkeys(one.replace for one in say if one.replace))

    @property
    def meaning(self) -> str:
        """What it means, for a child; "" where nobody has said."""
        if self.results is not None and self.results.card.meaning:
            return self.results.card.meaning
        return (self.word.entry.meaning if self.word.entry else None) or ""

    @property
    def meanings(self) -> tuple[str, ...]:
        """What a short form can stand for, where that has to be chosen; empty otherwise."""
        entry = self.word.entry
        return meanings_of(entry) if isinstance(entry, ShortForm) and len(entry.senses) > 1 else ()

    def chose(self, wording: str, outcome: Outcome = "adopt") -> tuple[str, ...]:
        """How many chose a wording, for each group that was asked: "14 of 17 young people"."""
        return tuple(_counted(self, wording, outcome))


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands in the form. ``choice`` is "own", "keep", "again", or "say:" and a wording."""

    choice: str = ""
    own: str = ""
    meaning: str = ""
    readers: tuple[Reader, ...] = ()
    group: Group = "young person"
    of: str = ""
    reason: str = ""
    confirmed: bool = False


def asked_about(record: Kept, served: Served, word: str = "", session: str = "") -> Asked:
    """What an address names.

    Raises:
        Refused: there is no such session, or the words name several entries.
    """
    key = " ".join(word.split())
    try:
        with record.reading() as db:
            found = results_of(db, [session])[1] if session else ()
        named = served.workshop.submit(FindWord(key, found)).result()
    except ScannerError as error:
        raise Refused(Refusal(404, "This word could not be found", str(error))) from None
    of_it = (one for one in found if one.card.is_named(key))
    return Asked(named, session, next(of_it, None), key)


AnyWord = Annotated[Asked, Depends(asked_about)]


def filled_in(
    choice: Line,
    own: Line = "",
    meaning: Annotated[str, Form(max_length=1000)] = "",
    readers: Annotated[list[Reader] | None, Form()] = None,
    group: Annotated[Group, Form()] = "young person",
    of: Line = "",
    reason: Line = "",
    confirmed: Annotated[bool, Form()] = False,
) -> Filled:
    """What a form says."""
    return Filled(choice, own, meaning, tuple(readers or ()), group, of, reason, confirmed)


@router.get("", response_class=HTMLResponse)
def show(request: Request, record: Kept, served: Served) -> Response:
    """What holds, what is to be looked at, and what waits."""
    with record.reading() as db:
        history = decisions.history(db)
        waiting = tuple(_waiting(db, history))
    try:
        conflicts = served.workshop.submit(LookForConflicts(history)).result()
    except ScannerError as error:
        raise Refused(Refusal(422, "The words could not be looked up", str(error))) from None
    holding = [one for one in standing(history) if one.outcome in ("adopt", "keep")]
    values: dict[str, Any] = {
        "holding": holding[::-1],
        "conflicts": conflicts,
        "waiting": waiting,
        "tell": history_sheet,
    }
    return answer(request, "deciding/words.html", **values)


@router.get("/decide", response_class=HTMLResponse)
def ask(request: Request, asked: AnyWord, record: Kept) -> Response:
    """The form for one word."""
    if not asked.key:
        return RedirectResponse("/our-voice/words", 303)
    return _form(request, record, asked, Filled(meaning=asked.meaning, of=asked.word.of))


@router.post("/decide", response_class=HTMLResponse)
def take(
    request: Request, asked: AnyWord, record: Kept, filled: Annotated[Filled, Depends(filled_in)]
) -> Response:
    """Decide, or say what speaks against it."""
    draft = _draft(asked, filled)
    said = group_said(asked.results, filled.group)
    try:
        kept, _ = decide(record, asked.word.entry, counts_of(said, draft), confirmed=filled.confirmed)
    except NotConfirmed as error:
        return _form(request, record, asked, filled, cautions=error.cautions, status=409)
    except ScannerError as error:
        return _form(request, record, asked, filled, fault=str(error), status=400)
    return RedirectResponse(f"/our-voice/words#decision-{kept.id}", 303)


def _draft(asked: Asked, filled: Filled) -> Decision:
    entry = asked.word.entry
    said = {"own": filled.own, "keep": filled.meaning, "again": ""}
    wording = said.get(filled.choice, filled.choice.removeprefix(SAY))
    draft = Decision(
        0,
        datetime.now(UTC),
        entry.id if entry else "",
        asked.word.term,
        _OUTCOMES.get(filled.choice, "adopt"),
        wording,
        filled.readers,
        filled.reason,
        filled.group,
    )
    return replace(draft, session=asked.session or None, of=filled.of or asked.word.of)


def _form(
    request: Request,
    record: Kept,
    asked: Asked,
    filled: Filled,
    *,
    cautions: tuple[str, ...] = (),
    fault: str = "",
    status: int = 200,
) -> Response:
    with record.reading() as db:
        history = decisions.history(db)
    about = _draft(asked, filled).word
    values: dict[str, Any] = {
        "asked": asked,
        "filled": filled,
        "cautions": cautions,
        "fault": fault,
        "earlier": [one for one in standing(history) if one.word == about],
        "plurals": PLURALS,
        "readers": READERS,
        "tell": history_sheet,
    }
    return answer(request, "deciding/decide.html", status, **values)


def _counted(asked: Asked, wording: str, outcome: Outcome) -> Iterator[str]:
    for group in asked.groups:
        draft = Decision(0, datetime.now(UTC), "", asked.word.term, outcome, wording)
        counted = counts_of(group, draft)
        if counted.asked:
            yield f"{counted.chose} of {counted.asked} {PLURALS[group.group]}"


def _waiting(db: Connection, history: tuple[Decision, ...]) -> Iterator[tuple[str, CardResults]]:
    """Words that people answered about since, with the session's id, and that nobody has decided on."""
    decided = {one.key for one in standing(history) if one.outcome != "ask again"}
    seen: set[str] = set()
    for session in all_sessions(db):
        for found in results_of(db, [session.id])[1]:
            key = found.card.key
            if found.groups and key not in decided and key not in seen:
                seen.add(key)
                yield session.id, found
