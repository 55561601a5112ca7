"""Noun wordings that take whose it is inside: "her peers" becomes "other children her age"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.suggestions.agreement import agreeing
from jargon_scanner.suggestions.change import Change
from jargon_scanner.suggestions.neighbours import owner_of

if TYPE_CHECKING:
    from jargon_scanner.suggestions.slot import Slot

WHOSE = "<whose>"


def fit_owned(text: str, number: str | None, slot: Slot) -> Change | None:
    """Put a wording with ``<whose>`` in the place of a finding and of the possessive before it.

    Args:
        text: the wording.
        number: as the entry gives it; anything but "plural" takes a verb in the singular.
        slot: the place.

    Returns:
        The change; None where nobody is named whose it is, another noun hangs on the finding, or one of them
        becomes many.
    """
    owner = owner_of(slot)
    if owner is None or slot.is_first_of_compound or slot.after in ("'s", "'"):
        return None
    plural = number == "plural"
    if plural and not slot.is_plural:
        return None  # "her peer" is one person
    start, whose = owner
    change = Change(start, slot.draft.finding.end, text.replace(WHOSE, whose))
    return change if plural == slot.is_plural else agreeing(change, plural, slot)
