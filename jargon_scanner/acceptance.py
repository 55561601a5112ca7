"""How often what an entry offers is used, reworded or passed over on this computer: counts, and nothing else.

No word of a document, no name of a file and no day is kept: a row is an entry's id, what was decided, and how
often. What a family says of itself has entries of its own; those are not counted at all.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from jargon_scanner.data_folder import data_folder
from jargon_scanner.edits import OWN_WORDS
from jargon_scanner.errors import UsageError
from jargon_scanner.lexicon.family import is_their_own

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from jargon_scanner.edits import Choice
    from jargon_scanner.findings import Finding

FILE_NAME = "choices.sqlite"

#: ``used``: a person took one of our wordings; ``reworded``: they wrote their own; ``kept``: the words stayed
#: as they were; ``offered``: a wording was put into a marked copy, and nobody has said yet what they think.
Outcome: TypeAlias = Literal["used", "reworded", "kept", "offered"]
_WAIT_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of one entry's findings so far."""

    used: int = 0
    reworded: int = 0
    kept: int = 0
    offered: int = 0

    @property
    def decided(self) -> int:
        """How often a person decided."""
        return self.used + self.reworded + self.kept


class Counts:
    """The counts of this computer, in one small file."""

    def __init__(self, path: Path | None = None) -> None:
        """Open nothing yet.

        Args:
            path: the file; None for the one in the data folder.
        """
        self.path = path or data_folder() / FILE_NAME

    def add(self, changes: Mapping[tuple[str, Outcome], int]) -> None:
        """Add to the counts, or take away what was undone; none falls below nothing.

        A count that cannot be written is lost: it is worth less than the decision that it counts.
        """
        if not any(changes.values()):
            return
        with suppress(OSError, sqlite3.Error):
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.path, timeout=_WAIT_SECONDS)) as db, db:
                db.execute(
                    "CREATE TABLE IF NOT EXISTS counts (entry TEXT, outcome TEXT, times INTEGER, "
                    "PRIMARY KEY (entry, outcome)) WITHOUT ROWID"
                )
                db.executemany(
                    "INSERT INTO counts VALUES (?1, ?2, max(0, ?3)) "
                    "ON CONFLICT DO UPDATE SET times = max(0, times + ?3)",
                    ((entry, outcome, times) for (entry, outcome), times in changes.items()),
                )

    def read(self) -> dict[str, Tally]:
        """The tally of every entry of which anything was decided or offered, by its id.

        Raises:
            UsageError: the file is no file of counts.
        """
        if not self.path.exists():
            return {}
        tallies: dict[str, dict[str, int]] = {}
        try:
            with closing(sqlite3.connect(self.path, timeout=_WAIT_SECONDS)) as db:
                for entry, outcome, times in db.execute("SELECT entry, outcome, times FROM counts"):
                    if outcome in get_args(Outcome):
                        tallies.setdefault(entry, {})[outcome] = times
        except sqlite3.Error as error:
            raise UsageError(
                f"{self.path} cannot be read ({error}). Begin anew: jargon-scanner lexicon health --forget"
            ) from None
        return {entry: Tally(**counts) for entry, counts in tallies.items()}

    def forget(self) -> bool:
        """Delete the file; whether there was one."""
        existed = self.path.exists()
        self.path.unlink(missing_ok=True)
        return existed


def difference(
    findings: Iterable[Finding], before: Mapping[str, Choice], after: Mapping[str, Choice]
) -> dict[tuple[str, Outcome], int]:
    """What a decision changes in the counts: what was undone is taken away.

    Args:
        findings: of one report.
        before: what was decided, by the finding's id.
        after: the same after one more decision.
    """
    changes: Counter[tuple[str, Outcome]] = Counter()
    for finding in findings:
        if not is_counted(finding):
            continue
        old, new = before.get(finding.id), after.get(finding.id)
        if old == new:
            continue
        if old is not None:
            changes[finding.entry or "", _outcome(old)] -= 1
        if new is not None:
            changes[finding.entry or "", _outcome(new)] += 1
    return {key: times for key, times in changes.items() if times}


def offered(findings: Iterable[Finding]) -> dict[tuple[str, Outcome], int]:
    """The counts of wordings that were put into a marked copy."""
    return dict(Counter((one.entry or "", "offered") for one in findings if is_counted(one)))


def is_counted(finding: Finding) -> bool:
    """Whether a finding is by an entry of the lexicon that is nobody's private word."""
    return finding.entry is not None and not is_their_own(finding.entry)


def _outcome(choice: Choice) -> Outcome:
    if choice.taken is None:
        return "kept"
    return "reworded" if choice.taken.source == OWN_WORDS else "used"
