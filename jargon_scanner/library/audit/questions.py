"""What an auditor is asked: words first, as a child would feel them, then marks that can be counted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its id in the store, and its words on the form."""

    id: str
    words: str


QUESTIONS = (
    Question("felt", "What would this child feel, reading it?"),
    Question("learnt", "What did you learn?"),
    Question("change", "What will you change in your own writing?"),
    Question("well", "What works well in it?"),
)
MARKS = (
    Question("clear", "Clear: a child could follow it"),
    Question("kind", "Kind: it blames nobody"),
    Question("voice", "The child’s own voice is in it"),
)
LOWEST, HIGHEST = 1, 5
CODE = "Code of this form"
