"""The tables of a library's store. A change of them is a new step at the end, never an edit of an old one."""

from __future__ import annotations

STEPS: tuple[str, ...] = (
    """
    -- What was asked for, once. A run without an end was broken off.
    CREATE TABLE run (
        id INTEGER PRIMARY KEY, started TEXT NOT NULL, finished TEXT, kind TEXT NOT NULL, name TEXT NOT NULL,
        tool TEXT NOT NULL, lexicon TEXT NOT NULL, seed INTEGER
    );
    -- The same bytes, read in the same way, are analysed once.
    CREATE TABLE content (
        id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, reading TEXT NOT NULL, format TEXT NOT NULL,
        title TEXT NOT NULL, pages INTEGER, words INTEGER NOT NULL, child_words INTEGER NOT NULL,
        reading_age REAL, reading_age_after REAL, phrases BLOB NOT NULL,
        properties TEXT NOT NULL, UNIQUE (sha256, reading)
    );
    -- The documents of a run: each with its content, or with the reason why it was not read.
    CREATE TABLE document (
        run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, path TEXT NOT NULL, inside TEXT NOT NULL,
        content INTEGER REFERENCES content, error_code TEXT, error TEXT,
        service TEXT NOT NULL, team TEXT NOT NULL, type TEXT NOT NULL, owner TEXT NOT NULL,
        manager TEXT NOT NULL, month TEXT NOT NULL, uses REAL NOT NULL,
        PRIMARY KEY (run, path)
    ) WITHOUT ROWID;
    CREATE INDEX document_content ON document (content);
    -- Files of the folders that are no documents.
    CREATE TABLE passed_over (
        run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, path TEXT NOT NULL, PRIMARY KEY (run, path)
    ) WITHOUT ROWID;
    CREATE TABLE term (
        id INTEGER PRIMARY KEY, entry TEXT NOT NULL, term TEXT NOT NULL, kind TEXT NOT NULL,
        category TEXT NOT NULL, treatment TEXT NOT NULL, UNIQUE (entry, term, kind, category, treatment)
    );
    CREATE TABLE sentence (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
    CREATE TABLE occurrence (
        content INTEGER NOT NULL REFERENCES content ON DELETE CASCADE, number INTEGER NOT NULL,
        term INTEGER NOT NULL REFERENCES term, owner TEXT NOT NULL, text TEXT NOT NULL,
        sentence INTEGER NOT NULL REFERENCES sentence, label TEXT NOT NULL, part TEXT NOT NULL,
        section TEXT NOT NULL, block INTEGER NOT NULL, suggestion TEXT NOT NULL, approved TEXT NOT NULL,
        status TEXT NOT NULL, expansion TEXT NOT NULL, source TEXT NOT NULL,
        PRIMARY KEY (content, number)
    ) WITHOUT ROWID;
    CREATE INDEX occurrence_term ON occurrence (term);
    CREATE TABLE note (
        content INTEGER NOT NULL REFERENCES content ON DELETE CASCADE, code TEXT NOT NULL,
        message TEXT NOT NULL, places TEXT NOT NULL
    );
    CREATE INDEX note_content ON note (content);
    CREATE TABLE problem (
        content INTEGER NOT NULL REFERENCES content ON DELETE CASCADE, code TEXT NOT NULL,
        message TEXT NOT NULL, place TEXT NOT NULL
    );
    CREATE INDEX problem_content ON problem (content);
    -- What a person decided about new words, never changed: the last decision about a phrase stands.
    CREATE TABLE decision (
        id INTEGER PRIMARY KEY, phrase TEXT NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL,
        decided TEXT NOT NULL
    );
    -- Forms of audits: which document, who reads it, when the form came back, and what it said.
    CREATE TABLE audit (
        code TEXT PRIMARY KEY, run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, path TEXT NOT NULL,
        service TEXT NOT NULL, month TEXT NOT NULL, auditor TEXT NOT NULL, returned TEXT
    ) WITHOUT ROWID;
    CREATE TABLE audit_answer (
        code TEXT NOT NULL REFERENCES audit ON DELETE CASCADE, question TEXT NOT NULL, answer TEXT NOT NULL,
        PRIMARY KEY (code, question)
    ) WITHOUT ROWID;
    -- What a file was when it was last read, so that one that did not change is not read again.
    CREATE TABLE file (
        path TEXT PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL, sha256 TEXT NOT NULL
    ) WITHOUT ROWID;
    """,
    "ALTER TABLE occurrence ADD COLUMN wording TEXT NOT NULL DEFAULT '';",
)
