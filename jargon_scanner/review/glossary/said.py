"""What a glossary says around its words, to each of its readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jargon_scanner.lexicon.entry import Reader

WE_SAY = "We say"
WE_KEEP = "We keep this word."
MEANS = "It means"

FOR: dict[Reader, str] = {
    "child": "For young people",
    "parent": "For parents and carers",
    "professional": "For the people who write",
}
INTRO: dict[Reader, tuple[str, ...]] = {
    "child": (
        "You may see these words in letters and plans about you. Young people told us what they think.",
        "This is what we say now. If you have another word, tell us: we will use yours.",
    ),
    "parent": (
        "You may see these words in letters and plans about your family. People told us what they think.",
        "This is what we say now. If you do not know a word, ask the person who wrote it.",
    ),
    "professional": (
        "Young people, parents and carers told us what they think of these words.",
        "This is what we say now. A child’s or a family’s own word comes first.",
    ),
}
