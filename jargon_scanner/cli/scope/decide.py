"""``scope decide``: new words one by one, accepted into the council's own lexicon or rejected for good."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from jargon_scanner.cli.chosen import ConfigOption, settings_of
from jargon_scanner.cli.lexicon.add import add_to
from jargon_scanner.cli.scope.chosen import opened_run
from jargon_scanner.cli.speech import is_watched, say, tell
from jargon_scanner.errors import LexiconError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from jargon_scanner.library.figures import NewWordRow
    from jargon_scanner.library.new_words.decisions import Decision, Outcome
    from jargon_scanner.library.store import Store

_ANSWERS = ("accept", "reject", "skip", "stop")


def decide(
    figures: Annotated[str, typer.Argument(metavar="FOLDER", help="A folder of figures.")],
    words: Annotated[
        list[str] | None, typer.Argument(metavar="PHRASE", help="The new word.", show_default=False)
    ] = None,
    accept: Annotated[
        bool, typer.Option("--accept", help="It is jargon: add it to your lexicon, question by question.")
    ] = False,
    reject: Annotated[bool, typer.Option("--reject", help="It is none: never list it again.")] = False,
    reopen: Annotated[bool, typer.Option("--reopen", help="Undo: list it again.")] = False,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why.", show_default=False)] = "",
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="FILE", help="The lexicon file to add to, as in “lexicon add”."),
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="List what was decided, and why.")] = False,
    config: ConfigOption = None,
) -> None:
    """Decide on the words that the lexicon does not know: accept them into it, or reject them for good.

    Without a phrase, shows the new words of the last scan one by one, with sentences in which they stand.
    """
    from jargon_scanner.library.new_words.decisions import decisions

    phrase = " ".join(words or ())
    outcome = _outcome(phrase, reason, accept=accept, reject=reject, reopen=reopen)
    with opened_run(figures) as (store, run):
        add = _adder(to, config)
        if listed:
            tell("\n".join(_lines(decisions(store))))
        elif outcome:
            _keep(store, phrase, outcome, reason, add)
        else:
            _go_through(store, run, phrase, add)


def _outcome(phrase: str, reason: str, *, accept: bool, reject: bool, reopen: bool) -> Outcome | None:
    """What the options say; None where the person is to be asked."""
    given: list[Outcome] = []
    given += ["accepted"] if accept else []
    given += ["rejected"] if reject else []
    given += ["open"] if reopen else []
    if not given:
        return None
    if len(given) > 1:
        raise UsageError("Choose one of --accept, --reject and --reopen.")
    if not phrase:
        raise UsageError("Name the word that you decide on: jargon-scanner scope decide FOLDER PHRASE.")
    if not reason.strip():
        raise UsageError('Say why, for whoever asks later: --reason "the name of our own form".')
    return given[0]


def _adder(to: str | None, config: str | None) -> Callable[[str], bool]:
    return lambda phrase: add_to(phrase, to, settings_of(config)) is not None


def _keep(store: Store, phrase: str, outcome: Outcome, reason: str, add: Callable[[str], bool]) -> bool:
    """Do what was decided; False if an entry was to be written and was not."""
    from jargon_scanner.library.new_words.decisions import decide as keep
    from jargon_scanner.library.new_words.decisions import decisions

    before = next((one for one in reversed(decisions(store)) if one.phrase == phrase.lower()), None)
    if outcome == "accepted" and not add(phrase):
        return False
    keep(store, phrase, outcome, reason)
    tell(f"{phrase}: {_SAID[outcome]}.")
    if before and before.outcome == "accepted" and outcome != "accepted":
        say("Its entry stays in your lexicon file. Take it out there if it is not wanted.")
    return True


_SAID = {
    "accepted": "accepted. The next scan finds it",
    "rejected": "rejected. It is not listed again",
    "open": "open again. It is listed with the new words",
}


def _go_through(store: Store, run: int, phrase: str, add: Callable[[str], bool]) -> None:
    from jargon_scanner.library.new_words.decisions import undecided

    if not is_watched(sys.stdin):
        raise UsageError("Nobody can be asked here. Name a phrase, with --accept or --reject and --reason.")
    if not store.keeps_text:
        raise UsageError("These figures hold no words of documents (--no-text), so no new words either.")
    rows = [row for row in undecided(store, run) if phrase.lower() in ("", row.phrase)]
    if not rows:
        tell(f"{phrase} is not among the new words." if phrase else "There are no new words to decide on.")
        return
    for number, row in enumerate(rows, start=1):
        tell("\n".join(_shown(row, f"{number} of {len(rows)}")))
        if not _decided(store, row, add):
            return


def _shown(row: NewWordRow, place: str) -> list[str]:
    lines = [
        "",
        f"{row.phrase}  ({place}: {row.times:,} times in {row.documents:,} documents, "
        f"{row.ratio:,.0f} times as frequent as in English)",
    ]
    lines += [f"  perhaps a slip for {row.meant}"] if row.meant else []
    return lines + [f"  {context}" for context in row.contexts]


def _decided(store: Store, row: NewWordRow, add: Callable[[str], bool]) -> bool:
    """Ask about one word; False to stop. A slip in the answers for an entry costs that word only."""
    answer = _asked("accept, reject, skip or stop?")
    if answer == "accept":
        try:
            if _keep(store, row.phrase, "accepted", "accepted in scope decide", add):
                return True
        except LexiconError as error:
            say(str(error))
        say(f"{row.phrase} stays undecided.")
    elif answer == "reject":
        _keep(store, row.phrase, "rejected", _reason(), add)
    return answer != "stop"


def _asked(question: str) -> str:
    while True:
        written = str(typer.prompt(question, default="skip", err=True)).strip().lower()
        fitting = [answer for answer in _ANSWERS if written and answer.startswith(written)]
        if len(fitting) == 1:
            return fitting[0]
        say(f"It is one of {', '.join(_ANSWERS)}. One or two letters are enough: a, r, sk, st.")


def _reason() -> str:
    while True:
        written = str(typer.prompt("Why? In a few words", default="", show_default=False, err=True)).strip()
        if written:
            return written
        say("Please say something here.")


def _lines(made: Sequence[Decision]) -> Iterable[str]:
    if not made:
        return ["Nothing has been decided yet."]
    return [f"{one.decided[:10]}  {one.outcome:<8}  {one.phrase}: {one.reason}" for one in made]
