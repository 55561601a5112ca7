"""One question a screen. An answer is thanked for, by the next screen, only when it is kept."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Literal, TypeAlias
from urllib.parse import quote

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from jargon_scanner.errors import UsageError
from jargon_scanner.review.journey import Step, offered
from jargon_scanner.review.moderation import first_look
from jargon_scanner.review.questions import MOST_CHARACTERS, MY_WAY, Answer, checked
from jargon_scanner.review.record import Record, answers, sessions
from jargon_scanner.web.archive import Kept
from jargon_scanner.web.pages.join.screen import screen
from jargon_scanner.web.pages.join.who import AnyVoice, Voice, check_still_open, open_voice_of, voice_of

#: What a person does with a screen: go on, go back, leave the question or the whole word out, or stop.
Go: TypeAlias = Literal["next", "back", "skip", "skip-word", "stop"]

router = APIRouter()

_END = "/talk/end"
#: Far more than may be kept, so that who writes too much is told so and keeps what they wrote.
_MOST_SENT = 20 * MOST_CHARACTERS


@router.get("/talk")
def resume(voice: AnyVoice) -> Response:
    """To where the person was."""
    step = None if voice.participant.finished else voice.journey.resume()
    return RedirectResponse(_address(step) if step else _END, 303)


@router.get("/talk/cards/{card}/{question}", response_class=HTMLResponse)
def ask(card: str, question: str, request: Request, record: Kept) -> Response:
    """A question, with what the person has answered before."""
    with record.reading() as db:
        voice = open_voice_of(db, request)
    step = voice.journey.find(card, question)
    if step is None:
        return RedirectResponse("/talk", 303)
    return _screen(request, voice, step, voice.journey.answer(step))


@router.post("/talk/cards/{card}/{question}", response_class=HTMLResponse)
def take_answer(
    card: str,
    question: str,
    request: Request,
    record: Kept,
    go: Annotated[Go, Form()] = "next",
    choice: Annotated[str, Form(max_length=_MOST_SENT)] = "",
    words: Annotated[str, Form(max_length=_MOST_SENT)] = "",
) -> Response:
    """Keep an answer, and go where the person wants to go."""
    with record.reading() as db:
        voice = open_voice_of(db, request)
    step = voice.journey.find(card, question)
    if step is None:
        return RedirectResponse("/talk", 303)
    given = voice.journey.answer(step)
    if go in ("next", "back"):
        given = _given(step, choice, words)
        try:
            given = given and checked(given, step.card)
        except UsageError as error:
            return _screen(request, voice, step, given, fault=str(error))
    where = _where_to(voice, step, go)
    _write(record, voice, step, given, is_end=where == _END)
    return RedirectResponse(where, 303)


@router.get("/talk/quotes", response_class=HTMLResponse)
def ask_to_quote(voice: AnyVoice, request: Request) -> Response:
    """Whether the person's own words may be used in training."""
    return screen(request, "quotes", voice=voice)


@router.post("/talk/quotes")
def take_consent(
    request: Request, record: Kept, may_quote: Annotated[Literal["yes", "no"], Form()] = "no"
) -> Response:
    """Keep what they said about it. That was the last question."""
    with record.writing() as db:
        voice = voice_of(db, request)
        sessions.allow_quotes(db, voice.participant.id, may_quote == "yes")
        sessions.finish(db, voice.participant.id)
    return RedirectResponse(_END, 303)


def _given(step: Step, choice: str, words: str) -> Answer | None:
    """What a screen sent; None for nothing, which takes an earlier answer back.

    Somebody's own words are an answer, unless they chose another one beside them.
    """
    if step.question == "prefer" and not choice and words.strip():
        choice = MY_WAY
    if step.question == "prefer" and choice != MY_WAY:
        words = ""
    return Answer(step.card.id, step.question, choice, words) if choice or words.strip() else None


def _write(record: Record, voice: Voice, step: Step, given: Answer | None, *, is_end: bool) -> None:
    """Keep what was answered, where it is new, and that somebody has come to the end."""
    is_new = given != voice.journey.answer(step)
    if not is_new and not is_end:
        return
    # Looked at before, and nothing looked up: thirty people write one after the other.
    look = first_look(given.words, step.card) if given else "open"
    person = voice.participant.id
    with record.writing() as db:
        check_still_open(db, voice)
        if is_new and given:  # the same words keep what a moderator has said of them
            answers.put(db, person, given, moderation=look, now=datetime.now(UTC))
        elif is_new:
            answers.take_back(db, person, step.card.id, step.question)
        if is_end:
            sessions.finish(db, person)


def _where_to(voice: Voice, step: Step, go: Go) -> str:
    journey = voice.journey
    if go == "stop":
        return "/talk/stop"
    if voice.participant.finished:  # they came to change this one
        return "/talk/answers"
    if go == "back":
        before = journey.before(step)
        return _address(before) if before else _address(step)
    ahead = journey.after_card(step) if go == "skip-word" else journey.after(step)
    if ahead:
        return _address(ahead)
    return "/talk/quotes" if journey.own_words else _END


def _address(step: Step) -> str:
    return f"/talk/cards/{quote(step.card.id, safe='')}/{step.question}"


def _screen(request: Request, voice: Voice, step: Step, given: Answer | None, *, fault: str = "") -> Response:
    cards = voice.pack.cards
    return screen(
        request,
        "question",
        422 if fault else 200,
        step=step,
        address=_address(step),
        group=voice.participant.group,
        place=cards.index(step.card) + 1,
        total=len(cards),
        choices=offered(step.question, step.card, voice.participant.id),
        given=given,
        is_first=voice.journey.before(step) is None,
        fault=fault,
    )
