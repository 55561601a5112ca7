"""The record of Our Voice, opened when a page first asks for it."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends, Request

from jargon_scanner.errors import ScannerError
from jargon_scanner.review.known import known
from jargon_scanner.review.record import Record, open_record
from jargon_scanner.review.record.opened import is_there
from jargon_scanner.web.security.refusals import Refusal, Refused
from jargon_scanner.web.services import services_of

if TYPE_CHECKING:
    from pathlib import Path


class Archive:
    """A record that is not open before it is needed."""

    def __init__(self, where: str | Path | None = None) -> None:
        """Remember where it is: a file, a database's address, or None for the council's data folder."""
        self._where = where
        self._record: Record | None = None
        self._lock = Lock()

    def open(self) -> Record:
        """The record.

        Raises:
            ScannerError: it cannot be opened.
        """
        with self._lock:
            if self._record is None:
                self._record = open_record(self._where)
            return self._record

    def known_words(self) -> dict[str, float]:
        """How many young people know a word, by entry id; nothing where there is no record yet.

        Raises:
            ScannerError: the record cannot be opened.
        """
        if not is_there(self._where):
            return {}
        with self.open().reading() as db:
            return known(db)

    def close(self) -> None:
        """Let it go; the next who asks opens it again."""
        with self._lock:
            if self._record is not None:
                self._record.close()
            self._record = None


def _record_of(request: Request) -> Record:
    try:
        return services_of(request).archive.open()
    except ScannerError as error:
        raise Refused(Refusal(503, "The record of Our Voice cannot be opened", str(error))) from None


#: The record, for a page that asks for it by the type of an argument: ``record: Kept``.
Kept = Annotated[Record, Depends(_record_of)]
