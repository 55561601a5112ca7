"""A redactor that knows the field's short forms: they name nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.lexicon.entry import ShortForm
from jargon_scanner.redact.redactor import Redactor

if TYPE_CHECKING:
    from jargon_scanner.lexicon.load import Lexicon


def redactor_for(lexicon: Lexicon, model: str | None = None) -> Redactor:
    """A redactor that lets the short forms of a lexicon stand.

    Args:
        lexicon: with every layer that was chosen.
        model: an installed model's name; None for the one that comes with the tool.

    Raises:
        ModelError: the model is not installed.
    """
    entries = (located.entry for located in lexicon.entries.values())
    shorts = {one.short for one in entries if isinstance(one, ShortForm)}
    return Redactor({short for short in shorts if short.isupper()}, model)
