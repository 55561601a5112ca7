"""Documents inside a document: attachments and members of archives, each read by its own loader."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from jargon_scanner.document import Block, Document, Problem, join_blocks
from jargon_scanner.errors import DocumentError, TooLarge
from jargon_scanner.loaders import read
from jargon_scanner.loaders.lines import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DEEPEST = 4
"""An e-mail in an archive that is attached to an e-mail is read; beyond this, somebody plays a game."""
MOST_BYTES = 300_000_000
MOST_FILES = 2_000


@dataclass(slots=True)
class Budget:
    """What may still be read inside the outermost file.

    Attributes:
        left: bytes.
        files: documents.
        depth: how many files stand around the one at hand.
    """

    left: int = MOST_BYTES
    files: int = MOST_FILES
    depth: int = 0


_BUDGET: ContextVar[Budget | None] = ContextVar("budget of documents inside a document", default=None)


@contextmanager
def opened(path: Path) -> Iterator[Budget]:
    """Open a file that holds others; those that hold others again share what may be read.

    Raises:
        TooLarge: it stands too deep in others.
    """
    budget = _BUDGET.get()
    token = None if budget else _BUDGET.set(budget := Budget())
    budget = budget or Budget()
    if budget.depth >= DEEPEST:
        raise TooLarge(path, f"it stands inside {budget.depth} other files")
    budget.depth += 1
    try:
        yield budget
    finally:
        budget.depth -= 1
        if token:
            _BUDGET.reset(token)


@dataclass(slots=True)
class Collection:
    """The blocks and problems of a file and of those inside it.

    Attributes:
        path: the outer file.
        blocks: what was read, in order.
        problems: what was not.
    """

    path: Path
    blocks: list[Block] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _tables: int = 0

    def add(self, blocks: Iterable[Block], problems: Iterable[Problem] = (), *, inside: str = "") -> None:
        """Add what was read.

        Args:
            blocks: blocks of one document.
            problems: its problems.
            inside: what the document is called inside the outer one: 'Attachment "plan.docx"'.
        """
        tables = self._tables
        for block in blocks:
            cell = block.cell
            if cell is not None:
                cell = replace(cell, table=cell.table + tables)
                self._tables = max(self._tables, cell.table)
            label = f"{inside}: {block.label}" if inside else block.label
            section = (inside, *block.section) if inside else block.section
            self.blocks.append(replace(block, label=label, section=section, cell=cell, anchor=None))
        for problem in problems:
            where = f"{inside}: {problem.where}" if inside and problem.where else inside or problem.where
            self.problems.append(replace(problem, where=where))

    def add_file(self, kind: str, name: str, data: bytes, budget: Budget) -> None:
        """Read a file inside the outer one and add it, or say why it was not read.

        Args:
            kind: what a person calls it: "Attachment".
            name: its name.
            data: its bytes.
            budget: what may still be read.
        """
        inside = f'{kind} "{shorten(name)}"'
        budget.files -= 1
        budget.left -= len(data)
        try:
            if budget.files < 0 or budget.left < 0:
                raise TooLarge(name, "there is too much in the file that it stands in")
            document = read(Path(name), data)
        except DocumentError as error:
            self.problems.append(Problem(error.code, str(error), inside))
            return
        self.add(document.blocks, document.problems, inside=inside)

    def document(self, name: str, data: bytes, title: str = "") -> Document:
        """The document of all that was added.

        Args:
            name: the format of the outer file.
            data: its bytes.
            title: what it is called.
        """
        text, blocks = join_blocks(self.blocks)
        problems = tuple(self.problems)
        if not blocks:
            problems = (*problems, Problem("no-words", "There are no words in this document."))
        return Document(str(self.path), name, sha256(data).hexdigest(), text, blocks, title, None, problems)
