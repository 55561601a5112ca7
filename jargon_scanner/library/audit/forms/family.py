"""What stands on a form, and what a format of forms can do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from jargon_scanner.library.audit.questions import HIGHEST, LOWEST

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jargon_scanner.document import Document
    from jargon_scanner.library.audit.pairs import Pair, Shown

TITLE = "Read it as the child it is about"
HOW = (
    "Please read the whole document as if you were the child. Write in the empty cells, and give each mark "
    f"as a number from {LOWEST} (not at all) to {HIGHEST} (very much). "
    "Leave the left column as it is, and name no child."
)
NOTHING = "The program found nothing in this document."


@dataclass(frozen=True, slots=True)
class Form:
    """One form: whose it is, and the findings that it shows."""

    pair: Pair
    findings: tuple[Shown, ...]

    @property
    def about(self) -> tuple[tuple[str, str], ...]:
        """What this form is about, as labels and words."""
        one = self.pair
        return (
            ("Document", one.document.inside),
            ("Service", one.document.service),
            ("Read by", f"{one.auditor.name}, {one.auditor.service}"),
            ("Month", one.month),
        )


@dataclass(frozen=True, slots=True)
class FormFormat:
    """A format of forms.

    Attributes:
        suffix: of its files, with the dot.
        write: writes a form on a stream.
        read: a filled form, as any other document of this format.
    """

    suffix: str
    write: Callable[[Form, BinaryIO], None]
    read: Callable[[Path, bytes], Document]
