"""A decision made: checked, written into the history, and holding in the scanner from that minute."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jargon_scanner.data_folder import REVIEWED, data_folder
from jargon_scanner.errors import ScannerError, UsageError
from jargon_scanner.lexicon.decided import can_be_found, meanings_of
from jargon_scanner.lexicon.entry import READERS, ShortForm, Term
from jargon_scanner.lexicon.load import read_entries
from jargon_scanner.review.caution import cautions, replaced_by
from jargon_scanner.review.decisions import Decision
from jargon_scanner.review.layer import layer_of, unknown_in
from jargon_scanner.review.questions import KEEP_THE_WORD, MY_WAY
from jargon_scanner.review.record import decisions
from jargon_scanner.whole_file import replaced

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from jargon_scanner.lexicon.entry import AnyEntry
    from jargon_scanner.review.cards import Card
    from jargon_scanner.review.record import Record
    from jargon_scanner.review.results import GroupSaid


class NotConfirmed(ScannerError):
    """Something speaks against a decision, and the team has not said that it knows, and why.

    Attributes:
        cautions: what, a sentence each.
    """

    code = "not-confirmed"

    def __init__(self, cautions: tuple[str, ...]) -> None:
        """Say what speaks against it."""
        super().__init__("\n".join(cautions))
        self.cautions = cautions


def decide(
    record: Record, entry: AnyEntry | None, decision: Decision, *, confirmed: bool = False
) -> tuple[Decision, tuple[Decision, ...]]:
    """Write a decision down and have it hold from now on.

    Args:
        record: where it is written.
        entry: of the lexicon, that the decision is about; None for a word that is in none.
        decision: without its number.
        confirmed: whether the team has read what speaks against it, and decides all the same.

    Returns:
        The decision as it was kept, and those that held until now and that it replaces.

    Raises:
        UsageError: it says too little, or what holds here comes from another record.
        NotConfirmed: something speaks against it, and it was not confirmed with a reason. Nothing is written.
    """
    tidy = _tidied(decision)
    _check(tidy, entry)
    tidy = _known(tidy, entry, confirmed=confirmed)
    held = _held()
    with record.writing() as db:
        history = decisions.history(db)
        _check_layer(held, history)
        before = replaced_by(tidy, history)
        kept = replace(tidy, id=decisions.append(db, tidy))
    publish(record)
    return kept, before


def undo(record: Record, identifier: int, reason: str, now: datetime, *, confirmed: bool = False) -> Decision:
    """Take a decision back, by one more entry of the history.

    Raises:
        UsageError: there is no such decision, it is taken back already, or what holds here comes from another
            record.
        NotConfirmed: the reason may name somebody, and it was not confirmed. Nothing is written.
    """
    held = _held()
    with record.writing() as db:
        history = decisions.history(db)
        _check_layer(held, history)
        one = next((one for one in history if one.id == identifier), None)
        if one is None:
            raise UsageError(f"There is no decision {identifier} to take back.")
        entry = Decision(0, now, one.entry, one.term, "undo", reason=reason, undoes=identifier, of=one.of)
        taken_back = _known(_tidied(entry), None, confirmed=confirmed)
        taken_back = replace(taken_back, id=decisions.append(db, taken_back))
    publish(record)
    return taken_back


def publish(record: Record, *, replace_other: bool = False) -> Path:
    """Write the reviewed layer of the data folder from the record, so that it holds what stands.

    Of two who decide at once, the one who reads last writes last.

    Args:
        record: what was decided.
        replace_other: whether a layer that comes from another record is given up.

    Returns:
        The file.

    Raises:
        UsageError: what holds here comes from another record.
    """
    path = data_folder() / REVIEWED
    held = _held()
    if not replace_other:
        with record.reading() as db:
            _check_layer(held, decisions.history(db))
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    written = None
    while True:
        with record.reading() as db:
            text = layer_of(decisions.history(db))
        if text == written:
            return path
        with replaced(path) as file:
            file.write(text.encode("utf-8"))
        written = text


def _held() -> str:
    """The reviewed layer as it is. Read before the history, which then knows all that this record put in."""
    path = data_folder() / REVIEWED
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def given_up(record: Record) -> tuple[str, ...]:
    """Words of the reviewed layer that a record knows nothing of: it is not published without losing them.

    Raises:
        UsageError: the layer cannot be read.
    """
    held = _held()
    with record.reading() as db:
        return _unknown(held, decisions.history(db))


def _check_layer(held: str, history: tuple[Decision, ...]) -> None:
    """See that nothing is lost when the layer is written from this history.

    Raises:
        UsageError: it holds what another record has decided, or cannot be read.
    """
    unknown = _unknown(held, history)
    if unknown:
        words = ", ".join(f"“{one}”" for one in unknown)
        raise UsageError(
            f"{data_folder() / REVIEWED} holds decisions that this record does not know ({words}): another "
            "record made it. Use that record, or give those decisions up with: jargon-scanner review sync "
            "--replace"
        )


def _unknown(held: str, history: tuple[Decision, ...]) -> tuple[str, ...]:
    name = str(data_folder() / REVIEWED)
    faults = [fault for fault in read_entries(held, name, name)[1] if fault.is_error] if held else []
    if faults:
        listed = "\n".join(map(str, faults))
        raise UsageError(
            f"What holds on this computer cannot be read:\n{listed}\n"
            "To make it anew from the record: jargon-scanner review sync --replace"
        )
    return unknown_in(held, history)


def meaning_asked(card: Card, entry: AnyEntry | None) -> str:
    """Which of an entry's meanings a card asks about; "" where it has one, or none can be told."""
    if isinstance(entry, ShortForm) and len(entry.senses) > 1:
        wordings = {one.casefold() for one in card.wordings}
        same = (
            one.long for one in entry.senses if one.meaning == card.meaning or one.long.casefold() in wordings
        )
        return next(same, "")
    if isinstance(entry, Term):
        own = {term.casefold(): term for wording in entry.say for term in wording.of}
        return own.get(card.term.casefold(), "")
    return ""


def counts_of(said: GroupSaid | None, decision: Decision) -> Decision:
    """A decision with how many of a group chose it, and how many answered that question.

    Args:
        said: what the group answered about the word; None where it was not asked.
        decision: a wording that no card offered was chosen by those who said it their way.
    """
    if said is None or decision.outcome not in ("adopt", "keep"):
        return decision
    tally, wanted = said.tally("prefer"), {decision.wording.casefold()}
    if decision.outcome == "keep":
        tally, wanted = tally or said.tally("sort"), {KEEP_THE_WORD, "keep", "explain"}
    if tally is None or tally.answered is None:
        return decision
    counted = sum(one.count or 0 for one in tally.counts if one.choice.casefold() in wanted)
    if decision.outcome == "adopt":
        counted += sum(one.words.casefold() in wanted for one in said.wordings)
    return replace(decision, group=said.group, chose=counted, asked=tally.answered)


def _known(decision: Decision, entry: AnyEntry | None, *, confirmed: bool) -> Decision:
    """The decision with what speaks against it, which the team knows.

    Raises:
        NotConfirmed: the team has not said that it knows, and why.
    """
    against = cautions(decision, entry)
    if against and not (confirmed and _has_words(decision.reason)):
        raise NotConfirmed(against)
    return replace(decision, despite="\n".join(against))


def _check(decision: Decision, entry: AnyEntry | None) -> None:
    if not _has_words(decision.term):
        raise UsageError("Name the word that you decide about.")
    if entry is None and not can_be_found(decision.term):
        raise UsageError(
            f"“{decision.term}” cannot be looked for in a document. Write it as it stands there, without "
            "brackets and dots."
        )
    if decision.wording and not _has_words(decision.wording):
        raise UsageError("What you say instead, or explain it with, has no letter in it. Write it in words.")
    if decision.outcome == "adopt":
        if decision.wording in ("", MY_WAY, KEEP_THE_WORD):
            raise UsageError("Say which wording you take, in the words that are to stand there.")
        if decision.wording.casefold() == decision.term.casefold():
            raise UsageError("That is the word itself. To leave it, decide to keep and explain it.")
    meanings = meanings_of(entry) if entry is not None else ()
    several = isinstance(entry, ShortForm) and len(meanings) > 1
    is_known = decision.of.casefold() in (one.casefold() for one in meanings)
    if (several and not decision.of) or (decision.of and not is_known):
        listed = ", ".join(meanings) or "it is in no lexicon"
        raise UsageError(f"Say which meaning of “{decision.term}” you decide about: {listed}.")


def _has_words(text: str) -> bool:
    """Whether there is anything to read: neither signs alone, nor characters that nobody sees."""
    return any(map(str.isalnum, text))


def _tidied(decision: Decision) -> Decision:
    """Spaces trimmed; for all readers is for everybody."""
    readers = () if set(decision.readers) == set(READERS) else decision.readers
    return replace(
        decision,
        term=" ".join(decision.term.split()),
        wording=" ".join(decision.wording.split()),
        reason=" ".join(decision.reason.split()),
        readers=tuple(reader for reader in READERS if reader in readers),
    )
