"""Where a library's figures are kept: one SQLite file, whole after a kill at any moment.

Rows are written in one transaction for several documents; what was not committed is analysed again. The same
store holds run after run, so that months can be compared.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from jargon_scanner.errors import UsageError
from jargon_scanner.library.schema import STEPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jargon_scanner.library.analysis import Analysis, Unread
    from jargon_scanner.library.places import Place
    from jargon_scanner.report import ToolInfo

#: Marks the file as ours: "jarg" in ASCII.
_APPLICATION = 0x6A617267
_SECONDS_BETWEEN_COMMITS = 2.0
_CONTENT = (
    "INSERT INTO content (sha256, reading, format, title, pages, words, child_words, reading_age, "
    "reading_age_after, phrases, properties) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


class Store:
    """A library's store, open for reading and writing.

    Attributes:
        db: the connection; rows come as tuples.
        path: its file.
    """

    def __init__(self, path: Path | None, *, keep_text: bool | None = None) -> None:
        """Open the store of a file, or make one.

        Args:
            path: the file, whose folder must be there; None for a store in memory that nobody sees again.
            keep_text: whether flagged words and sentences are kept; None to leave it as it is.

        Raises:
            UsageError: the file is no store, is of a newer version, or keeps text where none was to be kept.
        """
        self.path = path
        try:
            self.db = sqlite3.connect(path or ":memory:", timeout=30)
            self._prepare()
        except sqlite3.DatabaseError as error:
            raise UsageError(f"{path} could not be opened as a store of figures: {error}.") from None
        self._last_commit = time.monotonic()
        self.keeps_text = self._agree_on_text(keep_text)
        self.salt = bytes.fromhex(self._setting("salt", secrets.token_hex(16)))
        self.db.commit()

    def _prepare(self) -> None:
        (application,) = self.db.execute("PRAGMA application_id").fetchone()
        (tables,) = self.db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if tables and application != _APPLICATION:
            raise sqlite3.DatabaseError("it is a database of another program")
        self.db.execute(f"PRAGMA application_id = {_APPLICATION}")
        self.db.execute("PRAGMA journal_mode = WAL")
        self.db.execute("PRAGMA synchronous = NORMAL")
        self.db.execute("PRAGMA foreign_keys = ON")
        (version,) = self.db.execute("PRAGMA user_version").fetchone()
        if version > len(STEPS):
            raise sqlite3.DatabaseError("a newer version of jargon-scanner made it")
        for number, step in enumerate(STEPS[version:], start=version + 1):
            self.db.executescript(f"BEGIN; {step} PRAGMA user_version = {number}; COMMIT;")
        self.db.execute("CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL)")

    def _setting(self, name: str, default: str) -> str:
        self.db.execute("INSERT OR IGNORE INTO setting VALUES (?, ?)", (name, default))
        return self.setting(name)

    def setting(self, name: str) -> str:
        """What was noted under a name; "" where nothing was."""
        row = self.db.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def set_setting(self, name: str, value: str) -> None:
        """Note something under a name, in place of what was there."""
        self.db.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))
        self.db.commit()

    def _agree_on_text(self, wanted: bool | None) -> bool:
        kept = self._setting("text", "yes" if wanted in (True, None) else "no") == "yes"
        if wanted is False and kept:
            raise UsageError(
                f"{self.path} keeps sentences of documents, and you asked for figures only. "
                "Name another folder, or delete that file first."
            )
        return kept

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Keep what was written, and let the file go."""
        self.db.commit()
        self.db.close()

    # Runs

    def begin(self, kind: str, name: str, tool: ToolInfo, seed: int | None = None) -> int:
        """Begin a run; one of the same kind and name that was broken off makes way for it.

        Returns:
            The run's id.
        """
        self.db.execute("DELETE FROM run WHERE finished IS NULL AND kind = ? AND name = ?", (kind, name))
        cursor = self.db.execute(
            "INSERT INTO run (started, kind, name, tool, lexicon, seed) VALUES (?, ?, ?, ?, ?, ?)",
            (_now(), kind, name, tool.version, tool.lexicon.sha256, seed),
        )
        self.db.commit()
        return int(cursor.lastrowid or 0)

    def finish(self, run: int) -> None:
        """Say that a run is complete."""
        self.db.execute("UPDATE run SET finished = ? WHERE id = ?", (_now(), run))
        self.db.commit()

    def forget(self, run: int) -> None:
        """Take a run out; what was analysed stays."""
        self.db.execute("DELETE FROM run WHERE id = ?", (run,))
        self.db.commit()

    # Files and documents

    def known_hash(self, path: str, size: int, modified: int) -> str | None:
        """The SHA-256 of a file that has not changed since it was last read, as its size and time say."""
        row = self.db.execute(
            "SELECT sha256 FROM file WHERE path = ? AND size = ? AND modified = ?", (path, size, modified)
        ).fetchone()
        return None if row is None else str(row[0])

    def remember_hash(self, path: str, size: int, modified: int, sha256: str) -> None:
        """Keep what a file was."""
        self.db.execute("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?)", (path, size, modified, sha256))

    def content_of(self, sha256: str, reading: str) -> int | None:
        """The id of an analysis that is there already."""
        row = self.db.execute(
            "SELECT id FROM content WHERE sha256 = ? AND reading = ?", (sha256, reading)
        ).fetchone()
        return None if row is None else int(row[0])

    def properties_of(self, content: int) -> dict[str, str]:
        """What the file of a content says of itself, as far as it was asked for."""
        (kept,) = self.db.execute("SELECT properties FROM content WHERE id = ?", (content,)).fetchone()
        return dict(json.loads(kept))

    def add_document(self, run: int, path: Path, root: Path, place: Place, outcome: int | Unread) -> None:
        """Put a document into a run: with the id of its content, or with why it could not be read."""
        inside = path.relative_to(root) if path != root and path.is_relative_to(root) else Path(path.name)
        content, code, message = (
            (outcome, None, None) if isinstance(outcome, int) else (None, outcome.code, outcome.message)
        )
        self.db.execute(
            "INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                run,
                str(path),
                inside.as_posix(),
                content,
                code,
                message,
                place.service,
                place.team,
                place.type,
                place.owner,
                place.manager,
                place.month,
                place.uses,
            ),
        )
        self._commit_now_and_then()

    def add_passed_over(self, run: int, path: str) -> None:
        """Name a file of a run that is no document."""
        self.db.execute("INSERT OR IGNORE INTO passed_over VALUES (?, ?)", (run, path))

    def add_content(self, sha256: str, reading: str, analysis: Analysis) -> int:
        """Keep an analysis whole.

        Returns:
            Its id.
        """
        row = (
            sha256,
            reading,
            analysis.format,
            analysis.title,
            analysis.pages,
            analysis.words,
            analysis.child_words,
            analysis.reading_age,
            analysis.reading_age_after,
            analysis.phrases,
            json.dumps(analysis.properties),
        )
        content = int(self.db.execute(_CONTENT, row).lastrowid or 0)
        self.db.executemany(
            "INSERT INTO occurrence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    content,
                    number,
                    self._term(one.entry, one.term, one.kind, one.category, one.treatment),
                    one.owner,
                    one.text,
                    self._sentence(one.sentence),
                    one.label,
                    one.part,
                    one.section,
                    one.block,
                    one.suggestion,
                    one.approved,
                    one.status,
                    one.expansion,
                    one.source,
                    one.wording,
                )
                for number, one in enumerate(analysis.occurrences, start=1)
            ],
        )
        self.db.executemany(
            "INSERT INTO note VALUES (?, ?, ?, ?)",
            [(content, note.code, note.message, json.dumps(note.places)) for note in analysis.notes],
        )
        self.db.executemany(
            "INSERT INTO problem VALUES (?, ?, ?, ?)",
            [(content, one.code, one.message, one.where) for one in analysis.problems],
        )
        return content

    def _term(self, *key: str) -> int:
        row = self.db.execute(
            "SELECT id FROM term WHERE (entry, term, kind, category, treatment) = (?, ?, ?, ?, ?)", key
        ).fetchone()
        if row is None:
            row = self.db.execute(
                "INSERT INTO term (entry, term, kind, category, treatment) VALUES (?, ?, ?, ?, ?) "
                "RETURNING id",
                key,
            ).fetchone()
        return int(row[0])

    def _sentence(self, text: str) -> int:
        row = self.db.execute("SELECT id FROM sentence WHERE text = ?", (text,)).fetchone()
        if row is None:
            row = self.db.execute("INSERT INTO sentence (text) VALUES (?) RETURNING id", (text,)).fetchone()
        return int(row[0])

    def _commit_now_and_then(self) -> None:
        if time.monotonic() - self._last_commit > _SECONDS_BETWEEN_COMMITS:
            self.db.commit()
            self._last_commit = time.monotonic()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection inside one transaction of reading: every figure is of the same moment."""
        self.db.commit()
        self.db.execute("BEGIN")
        try:
            yield self.db
        finally:
            self.db.commit()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
