"""Stopping and the end: thank you, what happens next, change an answer, take every answer back."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from jargon_scanner.review.record import answers
from jargon_scanner.review.record.forgetting import forget_person
from jargon_scanner.review.room import what_the_room_said
from jargon_scanner.web.archive import Kept
from jargon_scanner.web.pages.join.screen import screen
from jargon_scanner.web.pages.join.who import AnyVoice, take_ticket, voice_of

router = APIRouter()


@router.get("/talk/stop", response_class=HTMLResponse)
def stop(voice: AnyVoice, request: Request) -> Response:
    """Thank you, to somebody who stops before the end."""
    return screen(request, "end", voice=voice, stopped=True)


@router.get("/talk/end", response_class=HTMLResponse)
def end(voice: AnyVoice, request: Request) -> Response:
    """Thank you, and what happens with the answers."""
    return screen(request, "end", voice=voice, stopped=False)


@router.get("/talk/answers", response_class=HTMLResponse)
def show_answers(voice: AnyVoice, request: Request) -> Response:
    """What the person has said so far, each of it to be changed."""
    return screen(request, "answers", voice=voice)


@router.get("/talk/room/{card}", response_class=HTMLResponse)
def show_room(card: str, request: Request, record: Kept) -> Response:
    """What the room said about a word, once the worker has uncovered it and the person has answered."""
    with record.reading() as db:
        voice = voice_of(db, request)
        found = next((one for one in voice.pack.cards if one.id == card), None)
        if found is None or card not in voice.session.uncovered or not voice.journey.about(found):
            return RedirectResponse("/talk", 303)
        everything = answers.of_sessions(db, voice.session.id, cards=(card,))
    said = what_the_room_said(found, everything)
    return screen(request, "room", card=found, said=said)


@router.get("/talk/take-back", response_class=HTMLResponse)
def ask_to_take_back(voice: AnyVoice, request: Request) -> Response:
    """Whether they are sure."""
    return screen(request, "take_back", voice=voice)


@router.post("/talk/take-back", response_class=HTMLResponse)
def take_back(voice: AnyVoice, request: Request, record: Kept) -> Response:
    """Forget the person and all that they answered."""
    forget_person(record, voice.participant.id)
    response = screen(request, "taken_back")
    take_ticket(request, response)
    return response


@router.post("/talk/leave")
def leave(voice: AnyVoice, request: Request) -> Response:
    """Give the screen to somebody else; the answers stay."""
    response = RedirectResponse(f"/join/{voice.participant.code}" if voice.is_open else "/join", 303)
    take_ticket(request, response)
    return response
