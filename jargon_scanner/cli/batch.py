"""Scanning one document after the other: whatever happens to one of them, the rest goes on."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, TypeVar

from jargon_scanner.breakage import InternalError, where_it_broke
from jargon_scanner.cli.speech import is_watched, say
from jargon_scanner.errors import DocumentError, ScannerError
from jargon_scanner.outputs.wording import document_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from jargon_scanner.cli.fail_on import Condition
    from jargon_scanner.outputs import Result

Made = TypeVar("Made")

FAILED_ON = 1
NOT_ALL_READ = 2


def scan_all(
    found: Sequence[Path | DocumentError], scan: Callable[[Path], Made], *, bar: bool
) -> Iterator[Made | DocumentError]:
    """What is made of each document (a report, a marked copy), or the error that stands in its place.

    With ``bar``, a person who looks on sees which document is being read, until the last one is.
    """
    with _progress(found, wanted=bar) as begin:
        for item in found:
            begin(item)
            yield item if isinstance(item, DocumentError) else _scan_one(item, scan)


def _scan_one(path: Path, scan: Callable[[Path], Made]) -> Made | DocumentError:
    try:
        return scan(path)
    except DocumentError as error:
        return error
    except ScannerError:
        raise  # the model, the lexicon or the command: no document would fare better
    except Exception as error:  # noqa: BLE001 - one document must not end the batch
        # The one place that catches everything: a parser's surprise over one file must not cost the other
        # thousand. It is never silent: the fault stands in the document's place, with exit code 2. Its
        # message is left out because it can quote the document.
        return InternalError(path, where_it_broke(error))


@dataclass(slots=True)
class Outcome:
    """What the results amount to, seen as they pass."""

    condition: Condition
    aloud: bool
    codes: set[int] = field(default_factory=set)

    def watch(self, results: Iterable[Result]) -> Iterator[Result]:
        """Pass the results on; say each error to the person if the view does not show it to them."""
        for result in results:
            if isinstance(result, DocumentError):
                self.codes.add(NOT_ALL_READ)
                if self.aloud:
                    say(str(result))
            elif self.condition.meets(result):
                self.codes.add(FAILED_ON)
            yield result

    @property
    def exit_code(self) -> int:
        """0 all read; 1 a ``--fail-on`` condition was met; 2 not all were read, which wins."""
        return max(self.codes, default=0)


@contextmanager
def _progress(
    found: Sequence[Path | DocumentError], *, wanted: bool
) -> Iterator[Callable[[Path | DocumentError], None]]:
    """A bar with the name of the file being read, on standard error, if a person is looking there.

    Yields:
        A function to call with each document before it is read.
    """
    if not wanted or len(found) < 2 or not is_watched(sys.stderr):
        yield lambda _item: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(bar_width=20), MofNCompleteColumn(), TextColumn("{task.fields[name]}", markup=False))
    with Progress(*columns, console=Console(stderr=True, highlight=False), transient=True) as bar:
        task = bar.add_task("", total=len(found), name="")
        numbers = count()

        def begin(item: Path | DocumentError) -> None:
            path = item.path if isinstance(item, DocumentError) else str(item)
            bar.update(task, completed=next(numbers), name=document_name(path))

        yield begin
