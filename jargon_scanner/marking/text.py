"""Plain text and Markdown: a page to read, and the changes as a diff that can be put into the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jargon_scanner.edits import apply
from jargon_scanner.errors import CannotMark
from jargon_scanner.loaders.decoding import encode_like
from jargon_scanner.marking.family import Beside, Marked, Marker
from jargon_scanner.marking.page import done, page
from jargon_scanner.marking.unified import unified

if TYPE_CHECKING:
    from jargon_scanner.marking.family import Work

_NOT_THE_SAME = (
    "Some of its letters cannot be written back as they are in the file, so that there is no diff. Save it "
    "as UTF-8 and mark that."
)


def mark(work: Work) -> Marked:
    """A page with the changes and notes in place, and a diff of the changes; or the changed file itself.

    Raises:
        CannotMark: a clean copy is wanted, and the file's letters cannot be written back as they are.
    """
    path = Path(work.report.document.path)
    text = work.document.text
    changed = encode_like(work.data, text, apply(text, work.edits))
    diff = Beside(unified(path.name, work.data, changed), ".diff") if changed and work.edits else None
    beside = (diff,) if diff else ()
    if work.wishes.as_ == "clean":
        if changed is None:
            raise CannotMark(path, "some of its letters cannot be written back; save it as UTF-8 first")
        return Marked(changed, path.suffix.lower(), done(work), beside=beside)
    notes = (_NOT_THE_SAME,) if changed is None else ()
    return Marked(page(work), ".html", done(work), notes=notes, beside=beside)


PART = Marker(name="text", formats=("txt", "md"), mark=mark)
