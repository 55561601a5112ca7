"""Who is answering: a ticket in a cookie that ends with the session. No name, no account.

The record holds a hash of the ticket, so that nobody who reads the record, or a copy of it, can answer in
somebody's place.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends, Request

from jargon_scanner.review.journey import Journey
from jargon_scanner.review.record import answers, packs, sessions
from jargon_scanner.web.archive import Kept
from jargon_scanner.web.security.refusals import Refusal, Refused
from jargon_scanner.web.security.sessions import cookie_name

if TYPE_CHECKING:
    from fastapi import Response
    from sqlalchemy import Connection

    from jargon_scanner.review.cards import Pack
    from jargon_scanner.review.sessions import Participant, Session

_NOT_KNOWN = Refusal(
    404,
    "We do not know this screen",
    "It may be that your time was up, or that you took your answers back. You can type the code to start.",
)
_ENDED = Refusal(
    409,
    "This session has ended",
    "Thank you for your help. We kept the answers that you gave before it ended.",
)
_TOO_LATE = replace(_ENDED, advice=f"{_ENDED.advice} We did not keep this one.")


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who joined, and what they are asked.

    Attributes:
        participant: who.
        session: the session that they joined.
        pack: its cards.
        journey: their way through them.
    """

    participant: Participant
    session: Session
    pack: Pack
    journey: Journey

    @property
    def is_open(self) -> bool:
        """Whether answers are taken at this moment."""
        return self.session.is_open(datetime.now(UTC))


def new_ticket() -> str:
    """What a browser shows to be known again; nobody guesses one."""
    return secrets.token_urlsafe(24)


def id_of(ticket: str) -> str:
    """The participant whose ticket it is."""
    return hashlib.blake2b(ticket.encode(), digest_size=16).hexdigest()


def give_ticket(request: Request, response: Response, ticket: str, session: Session) -> None:
    """Let the browser keep the ticket until the session's codes expire."""
    seconds = max(1, int((session.expires - datetime.now(UTC)).total_seconds()))
    # Not "strict": who opens the link in their post again comes back to where they were.
    response.set_cookie(_cookie(request), ticket, max_age=seconds, httponly=True, samesite="lax")


def take_ticket(request: Request, response: Response) -> None:
    """Have the browser forget who it was."""
    response.delete_cookie(_cookie(request), httponly=True, samesite="lax")


def who(request: Request) -> str:
    """The id of the participant that a browser says it is; "" where it says none."""
    ticket = request.cookies.get(_cookie(request))
    return id_of(ticket) if ticket else ""


def find_voice(db: Connection, identifier: str) -> Voice | None:
    """Somebody who joined; None where there is nobody of this id, or nobody any more."""
    participant = sessions.participant(db, identifier) if identifier else None
    if participant is None:
        return None
    session = sessions.get(db, participant.session)
    pack = packs.get(db, session.pack)
    journey = Journey.through(pack, answers.of_participant(db, participant.id))
    return Voice(participant, session, pack, journey)


def voice_of(db: Connection, request: Request) -> Voice:
    """Who asks.

    Raises:
        Refused: nobody that we know.
    """
    voice = find_voice(db, who(request))
    if voice is None:
        raise Refused(_NOT_KNOWN)
    return voice


def open_voice_of(db: Connection, request: Request) -> Voice:
    """Who asks, while their session takes answers.

    Raises:
        Refused: nobody that we know, or the session has ended.
    """
    voice = voice_of(db, request)
    if not voice.is_open:
        raise Refused(_ENDED if request.method == "GET" else _TOO_LATE)
    return voice


def check_still_open(db: Connection, voice: Voice) -> None:
    """Make sure, in the transaction that keeps an answer, that they are still there to give it.

    Raises:
        Refused: they have taken their answers back, or the session has ended, a moment ago.
    """
    if sessions.participant(db, voice.participant.id) is None:
        raise Refused(_NOT_KNOWN)
    if not sessions.get(db, voice.session.id).is_open(datetime.now(UTC)):
        raise Refused(_TOO_LATE)


def _voice(request: Request, record: Kept) -> Voice:
    with record.reading() as db:
        return voice_of(db, request)


#: Who asks, for a page that only shows.
AnyVoice = Annotated[Voice, Depends(_voice)]


def _cookie(request: Request) -> str:
    return f"{cookie_name(request.scope)}-voice"
