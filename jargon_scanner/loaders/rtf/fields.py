"""Fields: an instruction, and a result that stands in the file; form fields may have none."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from jargon_scanner.word_file.glyphs import TICKED, UNTICKED

_EQUATION_WORDS = re.compile(r"[(,]([^(),\\]+)(?=[),])")
_UNDECIDED = {None, 25}


@dataclass(slots=True)
class Field:
    """A field: its instruction, and what a form field shows where it has no result.

    Attributes:
        instruction: what computes it.
        choices: the items of a list.
        chosen: the number of the chosen item, or whether a box is ticked.
        default: what is chosen until a person chooses.
        length: how much was written when it began.
    """

    instruction: str = ""
    choices: list[str] = field(default_factory=list)
    chosen: int | None = None
    default: int = 0
    length: int = 0

    def shown(self) -> str:
        """What a box, a list or an equation shows, which has no result."""
        words = self.instruction.split()
        kind = words[0].upper() if words else ""
        chosen = self.default if self.chosen in _UNDECIDED else self.chosen or 0
        if kind == "FORMCHECKBOX":
            return TICKED if chosen else UNTICKED
        if kind == "FORMDROPDOWN" and 0 <= chosen < len(self.choices):
            return self.choices[chosen]
        return " ".join(reversed(_EQUATION_WORDS.findall(self.instruction))) if kind == "EQ" else ""


class Fields:
    """The fields that are open, the innermost last."""

    def __init__(self) -> None:
        """Begin with none."""
        self._open: list[Field] = []

    def __bool__(self) -> bool:
        return bool(self._open)

    def begin(self, length: int) -> None:
        """Begin a field where so much has been written."""
        self._open.append(Field(length=length))

    def end(self) -> Field:
        """End the innermost field."""
        return self._open.pop()

    def instruct(self, text: str) -> None:
        """Read a piece of the instruction."""
        if self._open:
            self._open[-1].instruction += text

    def begin_choice(self) -> None:
        """Begin an item of a list."""
        self._open[-1].choices.append("")

    def name_choice(self, text: str) -> None:
        """Read a piece of the last item."""
        if self._open and self._open[-1].choices:
            self._open[-1].choices[-1] += text

    def choose(self, number: int | None) -> None:
        """Say what is chosen."""
        if self._open:
            self._open[-1].chosen = number

    def choose_default(self, number: int | None) -> None:
        """Say what is chosen until a person chooses."""
        if self._open:
            self._open[-1].default = number or 0
