"""The results of sessions, and the word that a person names, from a record and a lexicon."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jargon_scanner.errors import UsageError
from jargon_scanner.lexicon.entry import ShortForm
from jargon_scanner.lexicon.find import Finder
from jargon_scanner.lexicon.own_words import meant
from jargon_scanner.review.deciding import counts_of, meaning_asked
from jargon_scanner.review.record import answers, packs, sessions
from jargon_scanner.review.results import CardResults, results

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from jargon_scanner.lexicon.load import Lexicon
    from jargon_scanner.review.decisions import Decision
    from jargon_scanner.review.people import Group
    from jargon_scanner.review.results import GroupSaid
    from jargon_scanner.review.sessions import Session


def results_of(
    db: Connection, identifiers: Sequence[str] | None = None
) -> tuple[tuple[Session, ...], tuple[CardResults, ...]]:
    """Sessions, and what was answered in all of them together.

    Args:
        db: a connection.
        identifiers: of sessions; None for every session that there is.

    Raises:
        UsageError: there is no session of an id.
    """
    if identifiers is None:
        held = sessions.all_sessions(db)
    else:
        held = tuple(sessions.get(db, one) for one in dict.fromkeys(identifiers))
    asked = {one.id: packs.get(db, one.pack) for one in held}
    return held, results(asked, answers.of_sessions(db, *asked))


def group_said(found: CardResults | None, group: Group) -> GroupSaid | None:
    """What one group said about a word; None where it was not asked."""
    said = found.groups if found else ()
    return next((one for one in said if one.group == group), None)


def word_named(words: str, lexicon: Lexicon, found: Sequence[CardResults] = ()) -> tuple[str, str, str]:
    """The word that a person names: a card that was asked about, or else what the lexicon finds by it.

    Args:
        words: in any form, or an entry's id.
        lexicon: with all layers.
        found: results of the session that a decision rests on.

    Returns:
        The entry's id, or "" where no lexicon has it; the word; and which of its meanings was asked about.

    Raises:
        UsageError: the words name several entries.
    """
    for one in found:
        card = one.card
        if card.is_named(words):
            entry = lexicon.entries[card.entry].entry if card.entry in lexicon.entries else None
            return card.entry, card.term, meaning_asked(card, entry)
    by_id = lexicon.entries.get(words)
    named = [by_id] if by_id else meant([one.located for one in Finder(lexicon).named(words)], "")
    if len(named) > 1:
        listed = ", ".join(one.entry.id for one in named)
        raise UsageError(f"“{words}” names several entries. Name one of them: {listed}.")
    if not named:
        return "", words, ""
    entry = named[0].entry
    return entry.id, entry.short if isinstance(entry, ShortForm) else entry.term, ""


def resolved(db: Connection, draft: Decision, lexicon: Lexicon) -> Decision:
    """A decision about the word that a person named, with how many chose it in the session it rests on.

    Args:
        db: a connection that reads.
        draft: its ``term`` is what the person wrote.
        lexicon: with all layers.

    Raises:
        UsageError: the word names several entries, there is no such session, or it did not ask about it.
    """
    found = results_of(db, [draft.session])[1] if draft.session else ()
    entry, term, of = word_named(draft.term, lexicon, found)
    named = replace(draft, entry=entry, term=term, of=draft.of or of)
    if not draft.session:
        return named
    asked = next((one for one in found if (one.card.entry, one.card.term) == (entry, term)), None)
    if asked is None:
        raise UsageError(f"The session {draft.session} did not ask about “{term}”.")
    return counts_of(group_said(asked, draft.group), named)
