"""``review tick PACK``: sentences from documents looked at one by one before anybody else sees them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from jargon_scanner.cli.chosen import ConfigOption  # noqa: TC001 - typer reads it
from jargon_scanner.cli.review.opened import RecordOption, opened_record
from jargon_scanner.cli.speech import is_watched, say, tell
from jargon_scanner.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jargon_scanner.review.cards import Card, Example
    from jargon_scanner.review.record import Record

PackArgument: TypeAlias = Annotated[
    str, typer.Argument(metavar="PACK", help="The pack’s id; “review list” shows it.")
]
_ANSWERS = ("tick", "remove", "skip", "stop")
_FROM = {"template": "printed in a form", "document": "written about somebody", "team": "typed by the team"}


def tick(pack: PackArgument, record: RecordOption = None, config: ConfigOption = None) -> None:
    """Look at the sentences that come from documents: each goes out only when you have ticked it.

    Names, places, dates and numbers are hidden by a program, which misses some. Nothing is shown or printed
    without a tick.
    """
    with opened_record(record, config) as opened:
        from jargon_scanner.review.editing import unticked
        from jargon_scanner.review.record import packs

        with opened.reading() as db:
            waiting = list(unticked(packs.get(db, pack)))
        if not waiting:
            tell("No sentence waits for a tick.")
            return
        if not is_watched(sys.stdin):
            raise UsageError("Nobody can be asked here. Run this in a terminal, or tick them on the page.")
        for number, (card, example) in enumerate(waiting, start=1):
            tell("\n".join(_shown(card, example, f"{number} of {len(waiting)}")))
            answer = _asked()
            if answer == "stop":
                return
            _do(opened, pack, card, example, answer)


def _do(opened: Record, pack: str, card: Card, example: Example, answer: str) -> None:
    from jargon_scanner.review import editing
    from jargon_scanner.review.record import packs

    change = {"tick": editing.ticked, "remove": editing.without_example}.get(answer)
    if change is None:
        return
    try:
        with opened.writing() as db:
            packs.change(db, change(packs.held(db, pack), card, example))
    except UsageError as error:
        say(str(error))


def _shown(card: Card, example: Example, place: str) -> Iterator[str]:
    yield ""
    yield f"{card.term}  ({place}, {_FROM[example.origin]})"
    yield f"  {example.text}"


def _asked() -> str:
    while True:
        question = "Could anybody tell from it who it is about? If not: tick. (tick, remove, skip or stop)"
        written = str(typer.prompt(question, default="skip", err=True)).strip().lower()
        fitting = [answer for answer in _ANSWERS if written and answer.startswith(written)]
        if len(fitting) == 1:
            return fitting[0]
        say(f"It is one of {', '.join(_ANSWERS)}. One or two letters are enough: t, r, sk, st.")
