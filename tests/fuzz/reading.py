"""Mutated files read in processes that can be stopped; what is not as promised is named with its seed."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from jargon_scanner.breakage import where_it_broke
from jargon_scanner.errors import DocumentError
from jargon_scanner.loaders import companion_of, load
from jargon_scanner.workers import Limits, Lost, in_processes
from tests.fuzz.mutations import mutated

LIMITS = Limits(seconds=30, megabytes=2000)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one mutated file: "read", "refused", or how it broke a promise."""

    source: Path
    seed: int
    what: str

    @property
    def is_promised(self) -> bool:
        return self.what in ("read", "refused")


def outcomes(jobs: Iterator[tuple[Path, int]], processes: int = 2) -> Iterator[Outcome]:
    """Read each source file as its seed breaks it."""
    with tempfile.TemporaryDirectory() as folder:
        read = partial(_read, Path(folder))
        for (source, seed), what in in_processes(read, jobs, processes=processes, limits=LIMITS):
            yield Outcome(source, seed, f"lost: {what.why}" if isinstance(what, Lost) else what)


def _read(scratch: Path, job: tuple[Path, int]) -> str:
    source, seed = job
    folder = scratch / f"{source.name}-{seed}"
    folder.mkdir()
    path = folder / source.name
    try:
        companion = companion_of(source)
        if companion:
            shutil.copy(companion, folder)
        path.write_bytes(mutated(source.read_bytes(), seed))
        return _promise(path)
    finally:
        shutil.rmtree(folder)


def _promise(path: Path) -> str:
    try:
        document = load(path)
    except DocumentError as error:
        return "refused" if error.code and str(path) in str(error) else f"unnamed: {error.code}"
    except Exception as error:  # noqa: BLE001 - what must not happen is what is looked for
        return f"broke: {where_it_broke(error)}"
    whole = all(document.text[block.start : block.end] == block.text for block in document.blocks)
    return "read" if whole else "places do not hold"
