"""What hides names in sentences that are to be shown: it lets the lexicon's own short forms stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.cli.chosen import lexicon_of

if TYPE_CHECKING:
    from jargon_scanner.redact import Redactor
    from jargon_scanner.settings import Settings


def redactor_of(settings: Settings) -> Redactor:
    """A redactor that knows the short forms of the lexicons that were chosen."""
    from jargon_scanner.lexicon.entry import ShortForm
    from jargon_scanner.redact import Redactor

    entries = (located.entry for located in lexicon_of(settings).entries.values())
    shorts = {one.short for one in entries if isinstance(one, ShortForm)}
    return Redactor({short for short in shorts if short.isupper()}, settings.model)
