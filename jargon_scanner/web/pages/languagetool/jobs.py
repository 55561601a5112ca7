"""What is done with a typed text, in the process that is kept for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jargon_scanner.live.remarks import Remark, remarks

if TYPE_CHECKING:
    from jargon_scanner.choices import Ignore
    from jargon_scanner.workshop import Tools


@dataclass(frozen=True, slots=True)
class ReadTyped:
    """Read a text and say what is to be said; leave ``ignored`` words alone, too."""

    text: str
    ignored: tuple[Ignore, ...] = ()
    name: str = "The text"

    def do(self, tools: Tools) -> tuple[Remark, ...]:
        """The remarks on it, in reading order."""
        from jargon_scanner.scan import scan_text

        choices = replace(tools.choices, ignored=(*tools.choices.ignored, *self.ignored))
        report = scan_text(self.text, name=self.name, scanner=tools.scanner, choices=choices)
        return remarks(report, self.text)
