"""Marked copies of a whole folder: its structure kept, each file whole or not at all, and a list of all."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from jargon_scanner.errors import CannotMark, DocumentError, UsageError
from jargon_scanner.marking.manifest import Row, rows_of, write_manifest, written_before
from jargon_scanner.whole_file import replaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jargon_scanner.marking.family import Marked
    from jargon_scanner.report import Report

#: The list of what was done, in the folder of copies.
MANIFEST = "jargon-scanner-marks.csv"


@dataclass(frozen=True, slots=True)
class Copy:
    """A document, what a scan says of it, and its marked copy."""

    path: Path
    report: Report
    marked: Marked


@dataclass(slots=True)
class Library:
    """The copies of one folder, written as they come.

    Attributes:
        source: the folder with the originals.
        target: the folder for the copies.
        before: the SHA-256 of each copy that an earlier run wrote here, and that may be replaced.
        rows: what was done so far.
        written: how many copies were written.
        failed: what could not be read, marked or written, in the order met.
    """

    source: Path
    target: Path
    before: Mapping[str, str]
    rows: list[Row] = field(default_factory=list)
    written: int = 0
    failed: list[DocumentError] = field(default_factory=list)
    _taken: set[str] = field(default_factory=set)

    @classmethod
    def prepare(cls, source: Path, target: Path, *, again: bool) -> Library:
        """See that copies can be written, before any work is done.

        Args:
            source: a folder with documents.
            target: the folder for their copies; it need not be there.
            again: whether copies of an earlier run may be replaced.

        Raises:
            UsageError: one folder lies in the other, or there is something in the folder for the copies.
        """
        inside, outside = target.resolve(), source.resolve()
        if inside == outside or outside in inside.parents or inside in outside.parents:
            raise UsageError(
                f"{target} and {source} lie in one another. Choose a folder apart from the originals, so "
                "that copies and originals never mix."
            )
        if target.exists() and not target.is_dir():
            raise UsageError(f"{target} is a file. Name a folder for the copies.")
        manifest = target / MANIFEST
        is_used = target.is_dir() and any(target.iterdir())
        if is_used and not again:
            raise UsageError(
                f"{target} is not empty. Choose a new folder, or add --again to replace the copies that an "
                "earlier run made there. Copies that somebody has worked on since are always left alone."
            )
        before = written_before(manifest.read_bytes()) if manifest.is_file() else {}
        return cls(source, target, before)

    def write(self, results: Iterable[Copy | DocumentError], passed_over: Iterable[Path] = ()) -> None:
        """Write each copy as it comes; whatever happens, the list says how far it went.

        Args:
            results: copies, and the errors that stand in the place of a document.
            passed_over: files of the folder that are no documents.
        """
        self.target.mkdir(parents=True, exist_ok=True)
        try:
            for result in results:
                if isinstance(result, DocumentError):
                    self._fail(result)
                else:
                    self._write(result)
            self.rows += (
                Row(self._name(path), "passed over", reason="it is no document") for path in passed_over
            )
        finally:
            self.rows += self._kept()
            with replaced(self.target / MANIFEST) as file:
                file.write(write_manifest(self.rows))

    def _fail(self, error: DocumentError) -> None:
        self.failed.append(error)
        self.rows.append(Row(self._name(Path(error.path)), "not marked", reason=str(error)))

    def _write(self, copy: Copy) -> None:
        files = list(self._files(copy))
        try:
            self._see_that_nothing_is_lost(copy.path, files)
            for place, data in files:
                (self.target / place).parent.mkdir(parents=True, exist_ok=True)
                with replaced(self.target / place) as file:
                    file.write(data)
        except DocumentError as error:
            self._fail(error)
            return
        except OSError as error:
            self._fail(CannotMark(copy.path, f"the copy could not be written ({error.strerror})"))
            return
        self.written += 1
        name = self._name(copy.path)
        self.rows += (
            Row(name, "copied", copy=place, sha256=sha256(data).hexdigest()) for place, data in files
        )
        self.rows += rows_of(name, files[0][0], copy.report, copy.marked)

    def _kept(self) -> Iterator[Row]:
        """Copies of an earlier run that are still there: the next run has to know that they are ours."""
        new = {row.copy for row in self.rows if row.done == "copied"}
        for place, digest in self.before.items():
            if place not in new and (self.target / place).exists():
                yield Row("", "kept", reason="an earlier run made this copy", copy=place, sha256=digest)

    def _files(self, copy: Copy) -> Iterator[tuple[str, bytes]]:
        """The files of a copy with their places in the folder: beside each other, as the original's name."""
        name = self._name(copy.path)
        marked = copy.marked
        for data, suffix in (
            (marked.data, marked.suffix),
            *((one.data, one.suffix) for one in marked.beside),
        ):
            same = Path(name).suffix.lower() == suffix
            yield self._free(name if same else name + suffix), data

    def _free(self, place: str) -> str:
        """A place that no other copy of this run has, capitals or not."""
        path, again, free = Path(place), 1, place
        while free.casefold() in self._taken or free.casefold() == MANIFEST:
            again += 1
            free = path.with_name(f"{path.stem}-{again}{path.suffix}").as_posix()
        self._taken.add(free.casefold())
        return free

    def _see_that_nothing_is_lost(self, path: Path, files: Iterable[tuple[str, bytes]]) -> None:
        for place, _ in files:
            there = self.target / place
            if not there.exists():
                continue
            if place not in self.before:
                raise CannotMark(path, f"{there}, which was not made by jargon-scanner, stands in its place")
            if sha256(there.read_bytes()).hexdigest() != self.before[place]:
                raise CannotMark(path, f"somebody has worked on {there} since it was made, so it was left")

    def _name(self, path: Path) -> str:
        """A file as seen from the folder that it was found in."""
        return path.relative_to(self.source).as_posix() if path.is_relative_to(self.source) else str(path)
