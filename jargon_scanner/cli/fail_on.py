"""``--fail-on``: which findings make the command fail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jargon_scanner.errors import UsageError
from jargon_scanner.findings import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jargon_scanner.report import Report

ANY = "any"


@dataclass(frozen=True, slots=True)
class Condition:
    """Kinds, categories or ``any``: one finding of them is enough. No names: nothing fails."""

    names: frozenset[str] = frozenset()

    def meets(self, report: Report) -> bool:
        """True when the report holds a finding that was asked for."""
        if ANY in self.names:
            return bool(report.findings)
        return any(
            finding.kind in self.names or finding.category in self.names for finding in report.findings
        )


def parse(text: str | None, categories: Callable[[], Iterable[str]]) -> Condition:
    """Read the names of ``--fail-on``; ``categories`` is asked only where a name is no kind.

    Raises:
        UsageError: a name is neither a kind nor a category.
    """
    if text is None:
        return Condition()
    names = frozenset(name.strip().lower() for name in text.split(",") if name.strip())
    if not names:
        raise UsageError(f"--fail-on needs a name: {', '.join((ANY, *KINDS))}, or a category.")
    if names <= {ANY, *KINDS}:
        return Condition(names)
    known = sorted(set(categories()))
    unknown = sorted(names - {ANY, *KINDS} - set(known))
    if unknown:
        raise UsageError(
            f"--fail-on does not know {', '.join(unknown)}. It knows {', '.join((ANY, *KINDS))}, "
            f"and these categories: {', '.join(known)}."
        )
    return Condition(names)
