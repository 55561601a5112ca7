"""Where a view goes: standard output, a file, or a folder of files. Written whole or not at all."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from jargon_scanner.errors import UsageError
from jargon_scanner.whole_file import replaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jargon_scanner.outputs import Page


def is_folder(output: str) -> bool:
    """True for a folder that is there, and for a name that is written as a folder's: "reports/"."""
    return Path(output).is_dir() or output.endswith(("/", os.sep))


def check_destination(output: str, sources: Iterable[Path]) -> None:
    """See that the output can be written, before any work is done.

    Raises:
        UsageError: its folder is not there, or it is one of the documents that are to be read.
    """
    target = Path(output)
    folder = target.parent
    if not folder.is_dir():
        raise UsageError(f"The folder {folder} is not there. Make it first, or choose another place.")
    if not target.exists():
        return
    if any(target.samefile(source) for source in sources if source.exists()):
        raise UsageError(f"{target} is one of the documents to check. Choose another name for the output.")


@contextmanager
def opened(output: str | None) -> Iterator[BinaryIO]:
    """Standard output, or a file that takes its place only when all of it was written.

    Until then everything stands in a file beside it that nobody else can read, and that goes if anything
    goes wrong.
    """
    if output is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    elif Path(output).exists() and not Path(output).is_file():
        with Path(output).open("wb") as device:  # /dev/null, a pipe: nothing can take their place
            yield device
    else:
        with replaced(Path(output).resolve()) as file:
            yield file


def write_folder(folder: str, files: Iterable[Page]) -> None:
    """Write files into a folder, which is made if need be; each of them whole or not at all."""
    place = Path(folder)
    place.mkdir(exist_ok=True)
    for page in files:
        with replaced(place / page.name) as file:
            file.write(page.content)
