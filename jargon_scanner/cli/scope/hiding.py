"""What hides names in sentences that are to be shown: it lets the lexicon's own short forms stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.cli.chosen import lexicon_of

if TYPE_CHECKING:
    from jargon_scanner.redact import Redactor
    from jargon_scanner.settings import Settings


def redactor_of(settings: Settings) -> Redactor:
    """A redactor that knows the short forms of the lexicons that were chosen."""
    from jargon_scanner.redact import redactor_for

    return redactor_for(lexicon_of(settings), settings.model)
