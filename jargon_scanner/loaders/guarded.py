"""Reading in another process that can be stopped: a parser that hangs, swells or falls over costs one file.

The process is started for the first document that needs it and reads all the others that do. What needs it:
every file of ``LARGE`` bytes and, where several documents are read, every one that is more than plain text.
A single small document is read here, because to start a process takes longer than to read it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jargon_scanner.breakage import InternalError, lost_over, where_it_broke
from jargon_scanner.errors import ScannerError
from jargon_scanner.loaders import load, loaders
from jargon_scanner.workers import Limits, Lost, Standby

if TYPE_CHECKING:
    from pathlib import Path

    from jargon_scanner.document import Document

LARGE = 1_000_000


class GuardedReader:
    """Reads documents within limits."""

    def __init__(self, limits: Limits, *, several: bool) -> None:
        """Start nothing yet.

        Args:
            limits: what one document may take.
            several: whether this is a batch, which one document must not end.
        """
        self._limits = limits
        self._several = several
        self._process: Standby[Path, Document | ScannerError] = Standby(_read, limits)

    def load(self, path: Path) -> Document:
        """Read one document.

        Raises:
            DocumentError: it could not be read, or not within the limits; the class says why.
            UsageError: the path is a folder.
        """
        if not self._needs_guard(path):
            return load(path)
        outcome = self._process.do(path)
        if isinstance(outcome, Lost):
            raise lost_over(path, outcome.why, self._limits.seconds, self._limits.megabytes)
        if isinstance(outcome, ScannerError):
            raise outcome
        return outcome

    def _needs_guard(self, path: Path) -> bool:
        try:
            size = path.stat().st_size
        except (OSError, ValueError):
            return False  # it cannot be opened either, which needs no process to find out
        return size >= LARGE or (self._several and not _is_plain_text(path))


def _is_plain_text(path: Path) -> bool:
    suffix = path.suffix.lower()
    return any(suffix in loader.suffixes and loader.plain_text for loader in loaders().values())


def _read(path: Path) -> Document | ScannerError:
    try:
        return load(path)
    except ScannerError as error:
        return error
    except MemoryError:
        raise  # the process had its limit, which is told as that
    except Exception as error:  # noqa: BLE001 - not swallowed: it is told as a fault of ours in this file
        return InternalError(path, where_it_broke(error))
