"""Marked copies made without a scan, and drafts saved as people and programs save them."""

from __future__ import annotations

from dataclasses import replace

from jargon_scanner.marking.family import Beside, Done, Left, Marked
from jargon_scanner.marking.library import Copy
from tests.reports import finding, report, swap


def copy_of(path, data=b"a marked copy", *, left=(), notes=(), beside=()):
    """A copy of a draft with one change in it."""
    found = finding("step down", label="Page 1")
    found = replace(found, suggestions=(swap("move", found),))
    done = Done(found.id, "changed", "step down", "move", "Page 1")
    return Copy(path, report(found, path=str(path)), Marked(data, ".docx", (done,), left, notes, beside))


LEFT = Left("f1", "ICPC", "say what it is", "Word has no comments in headers", "Header")
DIFF = Beside(b"--- a\n+++ b\n", ".diff")
