"""Documents that lie elsewhere: "s3://templates/early-help", "az://…", any address that fsspec knows.

An address behaves as a path does (``upath``), so that a library is walked, hashed and counted in one way. A
loader needs a file: a document from elsewhere is copied into a private folder while it is read.
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from jargon_scanner.errors import UsageError
from jargon_scanner.loaders import companion_of, is_address

if TYPE_CHECKING:
    from collections.abc import Iterator


def root_of(named: str | Path) -> Path:
    """What a person named, as something to walk: a path, or an address that behaves as one.

    Raises:
        UsageError: nothing is installed that knows such addresses.
    """
    if not isinstance(named, str):
        return named
    if "://" not in named:
        return Path(named)
    try:
        from upath import UPath

        return cast("Path", UPath(named))  # it has a path's methods, and is none by its type
    except (ImportError, ValueError) as error:
        raise UsageError(
            f"{named} cannot be opened: {error}. Addresses need two packages: "
            'python -m pip install "jargon-scanner[addresses]", and the one for that kind of place, such as '
            "s3fs for s3:// or adlfs for az://."
        ) from None


@contextmanager
def at_hand(path: Path) -> Iterator[Path]:
    """A document as a file of this computer: itself, or a copy that nobody else can read and that goes again.

    Raises:
        OSError: it cannot be fetched.
    """
    if not is_address(path):
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="jargon-scanner-") as folder:
        for one in filter(None, (path, companion_of(path))):
            with one.open("rb") as source, Path(folder, one.name).open("wb") as copy:
                shutil.copyfileobj(source, copy)
        yield Path(folder, path.name)
