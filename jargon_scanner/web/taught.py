"""What the app learns while people use it: how often a wording is used, and words to leave alone for good."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING

from jargon_scanner.acceptance import difference
from jargon_scanner.choices import Ignore
from jargon_scanner.data_folder import data_folder
from jargon_scanner.leave_alone import leave_alone
from jargon_scanner.settings import FILE_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from jargon_scanner.acceptance import Counts
    from jargon_scanner.edits import Choice
    from jargon_scanner.findings import Finding


@dataclass(slots=True)
class Taught:
    """What is learnt, and where it is kept.

    Attributes:
        counts: how often wordings were used; None where nobody wants that counted.
        settings_file: where words to leave alone are written; None for the person's own file.
        ignored: words that were added since the app was started; documents that are opened leave them alone.
    """

    counts: Counts | None = None
    settings_file: Path | None = None
    ignored: tuple[Ignore, ...] = ()
    _lock: Lock = field(default_factory=Lock)

    def decided(
        self, findings: Iterable[Finding], before: Mapping[str, Choice], after: Mapping[str, Choice]
    ) -> None:
        """Count a decision."""
        if self.counts is not None:
            self.counts.add(difference(findings, before, after))

    def leave_alone(self, words: str, reason: str) -> Path:
        """Leave words alone from now on, in every document; where that is written.

        Raises:
            SettingsError: it could not be written.
        """
        path = self.settings_file or data_folder() / FILE_NAME
        rule = Ignore(words, reason, path.name)
        with self._lock:
            leave_alone(path, rule)
            self.ignored = (*self.ignored, rule)
        return path
