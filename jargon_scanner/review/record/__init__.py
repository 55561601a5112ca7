"""The record: packs, sessions, answers and decisions, in SQLite or PostgreSQL.

One module for each thing that is kept; each of its functions takes an open connection, so that a caller puts
what belongs together into one transaction: ``with record.writing() as db: answers.put(db, …)``.
"""

from __future__ import annotations

from jargon_scanner.review.record.opened import Record, open_record

__all__ = ["Record", "open_record"]
