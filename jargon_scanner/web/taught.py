"""What the app learns while people use it: wordings that are used, words to leave alone, and new entries."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING

from jargon_scanner.acceptance import difference
from jargon_scanner.choices import Ignore
from jargon_scanner.data_folder import data_folder, own_words
from jargon_scanner.errors import LexiconError
from jargon_scanner.leave_alone import leave_alone
from jargon_scanner.lexicon.write import with_entry
from jargon_scanner.settings import FILE_NAME
from jargon_scanner.whole_file import replaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from jargon_scanner.acceptance import Counts
    from jargon_scanner.edits import Choice
    from jargon_scanner.findings import Finding
    from jargon_scanner.lexicon.entry import AnyEntry


@dataclass(slots=True)
class Taught:
    """What is learnt, and where it is kept.

    Attributes:
        counts: how often wordings were used; None where nobody wants that counted.
        settings_file: where words to leave alone are written; None for the person's own file.
        lexicon_file: where entries are added.
        ignored: words that were added since the app was started; documents that are opened leave them alone.
    """

    counts: Counts | None = None
    settings_file: Path | None = None
    ignored: tuple[Ignore, ...] = ()
    lexicon_file: Path = field(default_factory=own_words)
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

    def add_entry(self, entry: AnyEntry) -> Path:
        """Add an entry to the council's own words; where that is written.

        Raises:
            LexiconError: the file has this entry already, holds mistakes, or could not be written.
        """
        path = self.lexicon_file
        with self._lock:
            try:
                old = path.read_text(encoding="utf-8") if path.exists() else ""
                new = with_entry(old, entry, path.name)
                path.parent.mkdir(parents=True, exist_ok=True)
                with replaced(path) as file:
                    file.write(new.encode())
            except OSError as error:
                raise LexiconError(f"{path} could not be written: {error.strerror}.") from None
        return path
