"""The flow of a library's scan on one page: walk, skip what is known, analyse, keep."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from jargon_scanner.choices import ignored_beside
from jargon_scanner.library.analysis import Unread
from jargon_scanner.library.engines import find_engine
from jargon_scanner.library.engines.family import Job, Setup
from jargon_scanner.library.places import Structure
from jargon_scanner.library.sampling import draw
from jargon_scanner.library.walk import Found, Missing, identify, list_documents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from jargon_scanner.library.analysis import Recipe
    from jargon_scanner.library.places import Place
    from jargon_scanner.library.sampling import Sample
    from jargon_scanner.library.store import Store


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a scan is. ``words`` are those that were read in this run, not those that were known."""

    done: int
    documents: int
    words: int


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a library is scanned.

    Attributes:
        name: of the library; runs of the same name make its history.
        structure: how its folders are ordered.
        engine: the name of what does the work.
        setup: what that was told.
        trust_times: whether a file of the same size and time of change counts as unchanged.
        sample: what is drawn at random; None to read every document.
    """

    name: str = ""
    structure: Structure = field(default_factory=Structure)
    engine: str = "here"
    setup: Setup = field(default_factory=Setup)
    trust_times: bool = True
    sample: Sample | None = None


def scan_library(
    roots: Sequence[Path],
    store: Store,
    recipe: Recipe,
    wishes: Wishes,
    tell: Callable[[Progress], None] = lambda _: None,
) -> int:
    """Scan every document of some folders into a store.

    Whatever was analysed before, in this run or one that was broken off, is not analysed again; the same
    bytes under several names are analysed once.

    Args:
        roots: folders and files.
        store: where the figures go.
        recipe: how to scan.
        wishes: what of.
        tell: called after each document.

    Returns:
        The id of the finished run.
    """
    wanted = tuple(sorted(set(wishes.structure.properties.values())))
    recipe = replace(recipe, keep_text=store.keeps_text, properties=wanted, salt=store.salt)
    return _Run(roots, store, recipe, wishes, tell).scan()


class _Run:
    """One scan under way: which documents wait for which content."""

    def __init__(
        self,
        roots: Sequence[Path],
        store: Store,
        recipe: Recipe,
        wishes: Wishes,
        tell: Callable[[Progress], None],
    ) -> None:
        self.roots, self.store, self.recipe, self.wishes, self.tell = roots, store, recipe, wishes, tell
        ignored_beside.cache_clear()  # the lists may have changed since this process last looked
        sample = wishes.sample
        kind, seed = ("sample", sample.seed) if sample else ("library", None)
        self.id = store.begin(kind, wishes.name, recipe.scanner().tool, seed)
        self.listed = list_documents(roots, lambda path: store.add_passed_over(self.id, str(path)))
        if sample:
            self.listed = draw(self.listed, wishes.structure, sample)
        self.waiting: dict[tuple[str, str], list[tuple[Path, Path, Place]]] = defaultdict(list)
        self.done = self.words = 0

    def scan(self) -> int:
        engine = find_engine(self.wishes.engine)
        for job, outcome in engine.analyse(self._jobs(), self.recipe, self.wishes.setup):
            kept: int | Unread
            if isinstance(outcome, Unread):
                kept = outcome
            else:
                kept = self.store.add_content(job.sha256, job.reading, outcome)
                self.words += outcome.words
            for path, root, place in self.waiting.pop((job.sha256, job.reading)):
                self._put(path, root, place, _about(path, job.path, kept))
        self.store.finish(self.id)
        return self.id

    def _jobs(self) -> Iterator[Job]:
        """What is not known yet, found as the engine asks for it; what is known is put into the run."""
        for item, root in self.listed:
            found = identify(item, root, self.store, trust_times=self.wishes.trust_times)
            if isinstance(found, Missing):
                place = self.wishes.structure.place_of(found.path, root)
                self._put(found.path, root, place, Unread(found.error.code, str(found.error)))
                continue
            place = self._place(found)
            reading = self.recipe.reading_of(found.path)
            content = self.store.content_of(found.sha256, reading)
            if content is not None:
                self._put(found.path, root, place, content)
                continue
            key = (found.sha256, reading)
            self.waiting[key].append((found.path, root, place))
            if len(self.waiting[key]) == 1:
                yield Job(found.path, found.sha256, reading)

    def _place(self, found: Found) -> Place:
        place = self.wishes.structure.place_of(found.path, found.root)
        return place if place.month else replace(place, month=found.month)

    def _put(self, path: Path, root: Path, place: Place, outcome: int | Unread) -> None:
        if isinstance(outcome, int) and self.wishes.structure.properties:
            place = self.wishes.structure.with_properties(place, self.store.properties_of(outcome))
        self.store.add_document(self.id, path, root, place, outcome)
        self.done += 1
        self.tell(Progress(self.done, len(self.listed), self.words))


def _about(path: Path, read: Path, outcome: int | Unread) -> int | Unread:
    """What was said of one copy of a document, said of another copy of it."""
    if isinstance(outcome, Unread):
        return replace(outcome, message=outcome.message.replace(str(read), str(path)))
    return outcome
