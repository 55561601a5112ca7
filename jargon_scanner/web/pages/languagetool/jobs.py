"""What is done with a typed text, in the process that is kept for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.live.remarks import Remark, remarks

if TYPE_CHECKING:
    from jargon_scanner.web.work import Tools


@dataclass(frozen=True, slots=True)
class ReadTyped:
    """Read a text and say what is to be said."""

    text: str
    name: str = "The text"

    def do(self, tools: Tools) -> tuple[Remark, ...]:
        """The remarks on it, in reading order."""
        from jargon_scanner.scan import scan_text

        report = scan_text(self.text, name=self.name, scanner=tools.scanner, choices=tools.choices)
        return remarks(report, self.text)
