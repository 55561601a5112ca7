"""The facilitators' way in: the passphrase chosen, asked for, changed; and the way out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from jargon_scanner.errors import UsageError
from jargon_scanner.review.passphrase import LEAST_CHARACTERS, locked
from jargon_scanner.review.record import Record, passphrase
from jargon_scanner.web.archive import Kept
from jargon_scanner.web.render import answer
from jargon_scanner.web.security.attempts import TooMany
from jargon_scanner.web.security.callers import caller, is_this_computer, only_this_computer
from jargon_scanner.web.security.facilitators import SIGN_IN, is_signed_in, sign_in, sign_out
from jargon_scanner.web.security.refusals import Refusal, Refused
from jargon_scanner.web.services import Served, Services

router = APIRouter()

HOME = "/our-voice"
_CHOOSE = "/our-voice/passphrase"
_NOT_CHOSEN = Refusal(
    403,
    "No passphrase has been chosen yet",
    "Somebody chooses one first, on the computer on which jargon-scanner was started: on the page Our Voice "
    "there, or with: jargon-scanner review passphrase",
)
Typed = Annotated[str, Form(max_length=1000)]


@router.get(SIGN_IN, response_class=HTMLResponse)
def ask(request: Request, record: Kept, to: str = HOME) -> Response:
    """Where the passphrase is given; before one was chosen, where to choose it."""
    kept = _kept(record)
    if kept is None:
        if not is_this_computer(request):
            raise Refused(_NOT_CHOSEN)
        return RedirectResponse(_CHOOSE, 303)
    if is_signed_in(request, kept):
        return RedirectResponse(_ours(to), 303)
    return _asking(request, _ours(to), "")


@router.post(SIGN_IN, response_class=HTMLResponse)
def let_in(
    request: Request, record: Kept, served: Served, words: Typed = "", to: Annotated[str, Form()] = HOME
) -> Response:
    """Let in whoever knows it."""
    kept = _kept(record)
    if kept is None:
        raise Refused(_NOT_CHOSEN)
    fault = _tried(request, served, words, kept)
    if fault:
        return _asking(request, _ours(to), fault)
    return sign_in(request, RedirectResponse(_ours(to), 303), kept)


@router.post("/our-voice/sign-out")
def let_out(request: Request) -> Response:
    """Sign out in this browser."""
    return sign_out(request, RedirectResponse("/", 303))


@router.get(_CHOOSE, response_class=HTMLResponse, dependencies=[Depends(only_this_computer)])
def show_choosing(request: Request, record: Kept) -> Response:
    """Where the passphrase is chosen at first, or changed."""
    return _choosing(request, _kept(record), "")


@router.post(_CHOOSE, response_class=HTMLResponse, dependencies=[Depends(only_this_computer)])
def choose(
    request: Request,
    record: Kept,
    served: Served,
    words: Typed = "",
    again: Typed = "",
    before: Typed = "",
) -> Response:
    """Keep another passphrase, and sign everybody out but the browser that gave it."""
    kept = _kept(record)
    fault = _tried(request, served, before, kept) if kept else ""
    if not fault and words != again:
        fault = "You typed two different passphrases. Type the same one twice."
    if fault:
        return _choosing(request, kept, fault)
    try:
        chosen = locked(words)
    except UsageError as error:
        return _choosing(request, kept, str(error))
    with record.writing() as db:
        if passphrase.get(db) != kept:
            raise Refused(Refusal(409, "Somebody else has just chosen a passphrase", "Sign in with theirs."))
        passphrase.put(db, chosen)
    return sign_in(request, RedirectResponse(HOME, 303), chosen)


def _asking(request: Request, to: str, fault: str) -> Response:
    in_clear = request.url.scheme == "http" and not is_this_computer(request)
    status = 403 if fault else 200
    return answer(request, "our_voice/sign_in.html", status, to=to, fault=fault, in_clear=in_clear)


def _choosing(request: Request, kept: str | None, fault: str) -> Response:
    status = 400 if fault else 200
    values = {"is_first": kept is None, "fault": fault, "least": LEAST_CHARACTERS}
    return answer(request, "our_voice/passphrase.html", status, **values)


def _tried(request: Request, served: Services, words: str, kept: str) -> str:
    """Why a passphrase that was given opens nothing; "" where it does."""
    here = is_this_computer(request)
    try:
        right = served.sign_ins.try_passphrase(words, kept, caller(request.scope), is_here=here)
    except TooMany as error:
        return f"There were too many tries. Wait {error.minutes}, then try once more."
    return "" if right else "That is not the passphrase. Check the capital letters, and try again."


def _kept(record: Record) -> str | None:
    with record.reading() as db:
        return passphrase.get(db)


def _ours(address: str) -> str:
    """An address of our own app; any other leads to the first page of Our Voice."""
    return address if address == HOME or address.startswith(f"{HOME}/") else HOME
