"""``review decide``: what the team takes from what people said, and the history of that."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from jargon_scanner.cli.chosen import (
    ConfigOption,
    LexiconOption,
    check_names,
    lexicon_of,
    names_in,
    settings_of,
)
from jargon_scanner.cli.review.opened import RecordOption, opened_record
from jargon_scanner.cli.review.sheet_file import write_sheet
from jargon_scanner.cli.speech import say, tell
from jargon_scanner.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jargon_scanner.lexicon.entry import Reader
    from jargon_scanner.lexicon.load import Lexicon
    from jargon_scanner.review.decisions import Decision, Outcome
    from jargon_scanner.review.people import Group
    from jargon_scanner.review.record import Record

NOT_CONFIRMED = 1


def decide(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORD...", help="The word, or the id of its entry.", show_default=False),
    ] = None,
    wording: Annotated[
        str | None, typer.Option("--say", metavar="WORDING", help="Take this wording.", show_default=False)
    ] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Keep the word, and explain it.")] = False,
    meaning: Annotated[
        str,
        typer.Option("--meaning", metavar="TEXT", help="With --keep: the explanation.", show_default=False),
    ] = "",
    again: Annotated[bool, typer.Option("--ask-again", help="Ask people again.")] = False,
    undo: Annotated[
        int | None,
        typer.Option("--undo", metavar="NUMBER", help="Take a decision back.", show_default=False),
    ] = None,
    readers: Annotated[
        list[str] | None,
        typer.Option(
            "--for",
            metavar="WHO",
            help="child, parent, professional; without it, everybody.",
            show_default=False,
        ),
    ] = None,
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help="Why. No names.", show_default=False)
    ] = "",
    session: Annotated[
        str | None,
        typer.Option("--session", metavar="ID", help="The session that it rests on.", show_default=False),
    ] = None,
    group: Annotated[
        str,
        typer.Option(
            "--group", metavar="WHO", help="Whose answers it rests on: child, parent, professional."
        ),
    ] = "child",
    of: Annotated[
        str,
        typer.Option(
            "--of", metavar="TEXT", help="Of a short form with several meanings: which.", show_default=False
        ),
    ] = "",
    confirm: Annotated[
        bool, typer.Option("--confirm", help="You have read what speaks against it. Needs --reason.")
    ] = False,
    listed: Annotated[
        bool, typer.Option("--list", help="List every decision, and what is to be looked at.")
    ] = False,
    output: Annotated[
        str | None,
        typer.Option("--output", metavar="FILE", help="With --list: write it.", show_default=False),
    ] = None,
    lexicon: LexiconOption = None,
    record: RecordOption = None,
    config: ConfigOption = None,
) -> None:
    """Decide about a word: take a wording, keep the word and explain it, ask again, or undo.

    What you decide holds at once in every check on this computer. Nothing is forgotten: undoing is an entry.
    Exit code: 1 something speaks against it, and nothing was decided.
    """
    outcome = _outcome(wording=wording, keep=keep, again=again, undo=undo, listed=listed)
    with opened_record(record, config) as opened:
        from jargon_scanner.review.decisions import Decision

        loaded = lexicon_of(settings_of(config, lexicon))
        now = datetime.now(UTC)
        if outcome is None:
            _list(opened, loaded, output)
        elif undo is not None:
            _undo(opened, undo, reason, now, confirmed=confirm)
        else:
            said = meaning if wording is None else wording
            draft = Decision(0, now, "", " ".join(words or ()), outcome, said, _readers(readers), reason)
            draft = replace(draft, group=_group(group), session=session, of=of)
            _decide(opened, loaded, draft, confirmed=confirm)


def _outcome(
    *, wording: str | None, keep: bool, again: bool, undo: int | None, listed: bool
) -> Outcome | None:
    """What is to be done; None where it is to be listed."""
    asked: dict[Outcome | None, bool] = {
        "adopt": wording is not None,
        "keep": keep,
        "ask again": again,
        "undo": undo is not None,
        None: listed,
    }
    given = [outcome for outcome, is_given in asked.items() if is_given]
    if len(given) != 1:
        raise UsageError("Choose one of --say, --keep, --ask-again, --undo and --list.")
    return given[0]


def _readers(written: Sequence[str] | None) -> tuple[Reader, ...]:
    names = names_in(written)
    from jargon_scanner.lexicon.entry import READERS

    check_names("--for", names, READERS)
    return tuple(reader for reader in READERS if reader in names)


def _group(written: str) -> Group:
    from jargon_scanner.lexicon.entry import READERS
    from jargon_scanner.review.people import READER_OF

    check_names("--group", [written.strip().lower()], READERS)
    return next(group for group, reader in READER_OF.items() if reader == written.strip().lower())


def _decide(record: Record, lexicon: Lexicon, draft: Decision, *, confirmed: bool) -> None:
    from jargon_scanner.review.deciding import decide as decide_now
    from jargon_scanner.review.found import resolved
    from jargon_scanner.review.history_sheet import for_whom, outcome, say_so, when, word

    with record.reading() as db:
        draft = resolved(db, draft, lexicon)
    located = lexicon.entries.get(draft.entry)
    with _cautions_told():
        kept, before = decide_now(record, located.entry if located else None, draft, confirmed=confirmed)
    whom = for_whom(kept.readers)
    for_them = "" if kept.outcome == "ask again" else f", for {whom}. Chosen by {say_so(kept)}"
    tell(f"Number {kept.id}: {word(kept)}: {outcome(kept)}{for_them}.")
    for one in before:
        tell(f"Until now number {one.id} held, of {when(one)}: {outcome(one)}, for {for_whom(one.readers)}.")


@contextmanager
def _cautions_told() -> Iterator[None]:
    """What speaks against a decision is said, and the command ends without it."""
    from jargon_scanner.review.deciding import NotConfirmed

    try:
        yield
    except NotConfirmed as error:
        say(f"{error}\nNothing was decided. To decide all the same: --confirm --reason TEXT.")
        raise typer.Exit(NOT_CONFIRMED) from None


def _undo(record: Record, identifier: int, reason: str, now: datetime, *, confirmed: bool) -> None:
    from jargon_scanner.review.deciding import undo

    with _cautions_told():
        undo(record, identifier, reason, now, confirmed=confirmed)
    tell(f"Decision {identifier} is taken back. It stays in the history.")


def _list(record: Record, lexicon: Lexicon, output: str | None) -> None:
    from jargon_scanner.review.conflicts import conflicts
    from jargon_scanner.review.history_sheet import history_sheet
    from jargon_scanner.review.record import decisions
    from jargon_scanner.review.sheets.formats.text import lines_of

    with record.reading() as db:
        history = decisions.history(db)
    sheet = history_sheet(history)
    if output is not None:
        write_sheet(sheet, output)
        say(f"Written to {output}.")
        return
    tell("\n".join(lines_of(sheet)))
    looked_at = conflicts(history, lexicon)
    if looked_at:
        tell(
            "\n".join(
                ("", "TO BE LOOKED AT", *(f"Number {one.decision.id}: {one.what}" for one in looked_at))
            )
        )
