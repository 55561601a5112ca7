"""“You said, we did”: what came of people's answers, and what was not done and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.review.decisions import standing
from jargon_scanner.review.history_sheet import for_whom, when
from jargon_scanner.review.outside import NOTE
from jargon_scanner.review.people import PLURALS
from jargon_scanner.review.questions import KEEP_THE_WORD
from jargon_scanner.review.results import told
from jargon_scanner.review.results_sheet import who
from jargon_scanner.review.room import LEAST_PEOPLE
from jargon_scanner.review.sheets import Quote, Section, Sheet, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jargon_scanner.review.decisions import Decision
    from jargon_scanner.review.people import Group
    from jargon_scanner.review.results import CardResults, GroupSaid

_COLUMNS = ("The word", "You said", "We did")
_WIDTHS = (3, 6, 7)
_MOST_QUOTES = 3
_NO_REASON = "We did not write down why. Ask us."


@dataclass(frozen=True, slots=True)
class Told:
    """One word: what people said, and what came of it; ``decision`` is None where nothing was decided."""

    found: CardResults
    decision: Decision | None

    @property
    def is_as_asked(self) -> bool:
        """Whether what was decided is what most of the group wanted whose answers it rests on."""
        if self.decision is None:
            return False
        otherwise = set(_wanting_otherwise(self.found, self.decision))
        return self.decision.group not in otherwise if self.decision.asked else not otherwise


def said_sheet(found: Iterable[CardResults], history: Sequence[Decision]) -> Sheet:
    """The sheet for everybody who took part.

    Args:
        found: as ``for_outside`` makes them.
        history: every decision, oldest first.
    """
    held = {one.key: one for one in standing(history) if one.outcome != "ask again"}
    again = {one.key for one in standing(history) if one.outcome == "ask again"}
    told_of = [Told(one, held.get(one.card.key)) for one in found]
    changed = [one for one in told_of if one.is_as_asked and one.decision and one.decision.outcome == "adopt"]
    kept = [one for one in told_of if one.is_as_asked and one.decision and one.decision.outcome == "keep"]
    otherwise = [one for one in told_of if one.decision is not None and not one.is_as_asked]
    open_still = [one for one in told_of if one.decision is None and one.found.card.key not in again]
    asked = [one for one in told_of if one.decision is None and one.found.card.key in again]
    sections = (
        _section("What we changed", changed),
        _section("Words we keep, and say what they mean", kept),
        _section("What we did not do as you said, and why", otherwise),
        _section("What we will ask more people about", asked),
        _section("What we have not decided yet", open_still),
        Section("In your own words", quotes=tuple(quotes(told_of))),
    )
    return Sheet(
        "You said, we did",
        ("Thank you for telling us which words help and which do not. This is what we did.",),
        tuple(one for one in sections if one.tables or one.quotes),
        ("Everybody answered without a name. The words here may be shown: who said them told us so.", NOTE),
    )


def quotes(told_of: Iterable[Told]) -> Iterator[Quote]:
    """Words that may be quoted, a few of each card."""
    for one in told_of:
        said = [
            Quote(words.words, f"{who(group.group)}, on “{one.found.card.term}”")
            for group in one.found.groups
            for words in (*group.guesses, *group.wordings)
            if words.may_quote
        ]
        yield from tuple(dict.fromkeys(said))[:_MOST_QUOTES]


def you_said(found: CardResults) -> str:
    """What most of each group would rather read; only what ``for_outside`` lets stand."""
    lines = [line for group in found.groups for line in _favourite(group, found)]
    return (
        " ".join(lines) or f"Fewer than {LEAST_PEOPLE} people of each group answered, so we do not say what."
    )


def _favourite(group: GroupSaid, found: CardResults) -> Iterator[str]:
    tally = group.tally("prefer") or group.tally("sort")
    favourite = tally.favourite if tally else None
    if tally is None or favourite is None:
        yield f"{PLURALS[group.group].capitalize()} said different things."
    else:
        chose = told(favourite.choice, found.card)
        yield f"{favourite.count} of {tally.answered} {PLURALS[group.group]} chose {chose}."


def we_did(decision: Decision | None) -> str:
    """What was decided, in plain words."""
    if decision is None:
        return "Nothing yet."
    since = f"since {when(decision)}"
    if decision.outcome == "adopt":
        whom = f", to {for_whom(decision.readers)}" if decision.readers else ""
        return f"We write “{decision.wording}” {since}{whom}."
    explained = f": {decision.wording}" if decision.wording else ""
    return _ended(f"We keep the word {since}, and say what it means{explained}")


def _section(heading: str, told_of: Sequence[Told]) -> Section:
    rows = tuple((one.found.card.term, you_said(one.found), _did(one)) for one in told_of)
    return Section(heading, tables=(Table(heading, _COLUMNS, rows, _WIDTHS),) if rows else ())


def _did(one: Told) -> str:
    did = we_did(one.decision)
    if one.decision is None:
        return did
    others = [PLURALS[group] for group in _wanting_otherwise(one.found, one.decision)]
    if not one.is_as_asked:
        return f"{did} Why: {_ended(one.decision.reason or _NO_REASON)}"
    aside = f"We know that most {' and '.join(others)} chose something else." if others else ""
    reason = _ended(one.decision.reason) if one.decision.reason else ""
    return " ".join(filter(None, (did, reason, aside)))


def _ended(words: str) -> str:
    """A sentence, with the full stop that whoever typed it may have left out."""
    return words if words.endswith((".", "?", "!")) else f"{words}."


def _wanting_otherwise(found: CardResults, decision: Decision) -> Iterator[Group]:
    """The groups of which most wanted something else, as far as that is told."""
    wanted = KEEP_THE_WORD if decision.outcome == "keep" else decision.wording
    for group in found.groups:
        tally = group.tally("prefer")
        favourite = tally.favourite if tally else None
        if favourite is not None and favourite.choice.casefold() != wanted.casefold():
            yield group.group
