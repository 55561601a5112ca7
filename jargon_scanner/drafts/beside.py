"""A marked copy and a short report beside a draft: each written whole, and never over anybody's work."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from typing import TYPE_CHECKING

from jargon_scanner.drafts.names import copy_name, held_by, report_name
from jargon_scanner.drafts.short_report import short_report
from jargon_scanner.errors import CannotMark
from jargon_scanner.whole_file import replaced

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from jargon_scanner.marking.library import Copy


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a draft now.

    Attributes:
        copy: the marked copy.
        report: the short report.
        written: the SHA-256 of every file as it was written, the copy's further files among them.
    """

    copy: Path
    report: Path
    written: Mapping[Path, str]


def put_beside(made: Copy, before: Mapping[Path, str]) -> Beside:
    """Write the copy and the report beside a draft.

    A file that is there is replaced only if we wrote it and nobody has changed it or has it open since; else
    all the files of this draft get the next number that is free.

    Args:
        made: the draft, what a scan says of it, and its marked copy.
        before: the SHA-256 of each file that was written beside this draft earlier.

    Raises:
        CannotMark: the folder does not let us write.
    """
    for number in count(1):
        files = _files(made, number)
        if not all(_is_free(path, before) for path in files):
            continue
        try:
            for path, data in files.items():
                with replaced(path) as file:
                    file.write(data)
        except PermissionError as error:
            if any(path.exists() for path in files):  # Windows: somebody opened it just now
                continue
            raise _not_written(made.path, error) from error
        except OSError as error:
            raise _not_written(made.path, error) from error
        copy, *_, report = files
        return Beside(copy, report, {path: sha256(data).hexdigest() for path, data in files.items()})
    raise AssertionError  # the numbers do not end


def _files(made: Copy, number: int) -> dict[Path, bytes]:
    """The files by their places: the copy first, the report last."""
    draft, marked = made.path, made.marked
    copy = draft.with_name(copy_name(draft, marked.suffix, number))
    more = {draft.with_name(copy_name(draft, one.suffix, number)): one.data for one in marked.beside}
    report = draft.with_name(report_name(draft, number))
    return {copy: marked.data, **more, report: short_report(made, copy.name)}


def _is_free(path: Path, before: Mapping[Path, str]) -> bool:
    if held_by(path):
        return False
    if not path.exists():
        return True
    return path in before and sha256(path.read_bytes()).hexdigest() == before[path]


def _not_written(draft: Path, error: OSError) -> CannotMark:
    return CannotMark(draft, f"the copy could not be written beside it ({error.strerror})")
