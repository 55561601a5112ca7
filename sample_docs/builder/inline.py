"""Puts one line of text with its marks into a paragraph.

`**bold**` · `__italic__` · `[^note]` footnote · `{+added+}` and `{-removed-}` tracked changes ·
`{#comment|words}` · `{{kind:Title|text}}` content control or form field · `«Name»` merge field · `{nbsp}` ·
`{link:address|words}`
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from docx.opc.constants import RELATIONSHIP_TYPE

from .marks import element, footnote_reference, text_run

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from .marks import Marks

TOKEN = re.compile(
    r"\*\*(?P<bold>.+?)\*\*|__(?P<italic>\w.*?)__|\[\^(?P<note>\w+)\]|\{\+(?P<added>.+?)\+\}|\{-(?P<removed>.+?)-\}"
    r"|\{#(?P<comment>\w+\|[^}]+)\}|\{\{(?P<control>\w+:[^|]+\|.*?)\}\}|«(?P<merge>\w+)»|\{link:(?P<link>[^}]+)\}"
)


def xml_of(item: Any) -> Any:
    """The XML of a python-docx object, which it keeps to itself."""
    return item._element  # noqa: SLF001 - python-docx has no public way to the XML


@dataclass
class Writer:
    """Writes lines into paragraphs; keeps the notes in the order of their marks."""

    document: Document
    marks: Marks
    notes: dict[str, str]
    comments: dict[str, dict[str, str]]
    split: int = 0
    used_notes: list[str] = field(default_factory=list)

    def write(self, paragraph: Paragraph, text: str, *, bold: bool = False) -> None:
        """Append the text to the paragraph."""
        text = text.replace("{nbsp}", "\u00a0")
        start = 0
        for token in TOKEN.finditer(text):
            self._plain(paragraph, text[start : token.start()], bold=bold)
            kind = str(token.lastgroup)
            self._handlers()[kind](paragraph, token[kind])
            start = token.end()
        self._plain(paragraph, text[start:], bold=bold)

    def _handlers(self) -> dict[str, Callable[[Paragraph, str], None]]:
        return {
            "bold": lambda paragraph, text: self._plain(paragraph, text, bold=True),
            "italic": self._italic,
            "note": self._note,
            "added": lambda paragraph, text: xml_of(paragraph).append(self.marks.inserted(text)),
            "removed": lambda paragraph, text: xml_of(paragraph).append(self.marks.deleted(text)),
            "comment": self._comment,
            "control": self._control,
            "merge": lambda paragraph, name: xml_of(paragraph).extend(self.marks.merge_field(name)),
            "link": self._link,
        }

    def _plain(self, paragraph: Paragraph, text: str, *, bold: bool = False) -> None:
        size = self.split or len(text) or 1
        for start in range(0, len(text), size):
            paragraph.add_run(text[start : start + size]).bold = bold or None

    @staticmethod
    def _italic(paragraph: Paragraph, text: str) -> None:
        paragraph.add_run(text).italic = True

    def _note(self, paragraph: Paragraph, name: str) -> None:
        self.used_notes.append(self.notes[name])
        xml_of(paragraph).append(footnote_reference(len(self.used_notes)))

    def _comment(self, paragraph: Paragraph, body: str) -> None:
        name, words = body.split("|", 1)
        made = self.document.add_comment(paragraph.add_run(words), **self.comments[name])
        fixed = datetime.fromisoformat(self.marks.date).astimezone(UTC)
        xml_of_comment = made._comment_elm  # noqa: SLF001 - python-docx has no public way to the XML
        xml_of_comment.date = fixed

    def _control(self, paragraph: Paragraph, body: str) -> None:
        kind, rest = body.split(":", 1)
        title, shown = rest.split("|", 1)
        if kind.startswith("ff"):
            xml_of(paragraph).extend(self.marks.legacy_field(kind, title, shown))
        else:
            xml_of(paragraph).append(self.marks.control(kind, title, shown))

    def _link(self, paragraph: Paragraph, body: str) -> None:
        address, words = body.split("|", 1)
        number = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        xml_of(paragraph).append(
            element(f'<w:hyperlink r:id="{number}">{text_run(words, "Hyperlink")}</w:hyperlink>')
        )
