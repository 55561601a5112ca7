"""What came back on a form: its code, the answers, and what is missing or cannot be read, by question."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jargon_scanner.library.audit.codes import read_code
from jargon_scanner.library.audit.questions import CODE, HIGHEST, LOWEST, MARKS, QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

_GONE = "\0"  # no cell of a file can hold it
_MARK = re.compile(rf"([{LOWEST}-{HIGHEST}])(?:\.0)?(?:\s*(?:/|out of|of)\s*{HIGHEST})?")


@dataclass(frozen=True, slots=True)
class Filled:
    """A form that came back.

    Attributes:
        name: of its file.
        code: "" where there is none.
        answers: by the id of the question; marks as digits.
        faults: what is missing or cannot be read, each a clause that names the question.
        is_blank: whether nobody has written on it yet.
    """

    name: str
    code: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    faults: tuple[str, ...] = ()
    is_blank: bool = False


def filled(name: str, rows: Iterable[tuple[str, str]]) -> Filled:
    """Read the rows of a form.

    Args:
        name: of its file.
        rows: what stands on the left, and what on the right.
    """
    written: dict[str, str] = {}
    for label, answer in rows:
        written.setdefault(_plain(label), answer.strip())
    given = written.get(_plain(CODE))
    if given is None:
        return Filled(name, faults=(f"it is no form of ours: no row “{CODE}”",))
    code = read_code(given)
    if code is None:
        return Filled(name, faults=(f"its code “{given}” has a slip in it",))
    answers, faults = {}, []
    for one in (*QUESTIONS, *MARKS):
        answer = written.get(_plain(one.words), _GONE)
        if answer == _GONE:
            faults.append(f"“{one.words}” is not on it any more")
        elif not answer:
            faults.append(f"“{one.words}” has no answer")
        elif one in QUESTIONS:
            answers[one.id] = answer
        elif mark := _MARK.fullmatch(answer.lower()):
            answers[one.id] = mark[1]
        else:
            faults.append(f"“{one.words}”: “{answer}” is no mark; write a number from {LOWEST} to {HIGHEST}")
    is_blank = not any(written.get(_plain(one.words)) for one in (*QUESTIONS, *MARKS))
    return Filled(name, code, answers, tuple(faults), is_blank)


def _plain(label: str) -> str:
    return re.sub(r"[^a-z]", "", label.lower())
