"""What stands on a sheet beside its cells: comments, text boxes, pictures, margins, prompts and choices."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jargon_scanner.loaders.xlsx.cells import rich_text
from jargon_scanner.word_file.drawings import is_written_by_machine

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from jargon_scanner.document import Block, Part
    from jargon_scanner.loaders.sheets import Sheet
    from jargon_scanner.word_file import Package

_THREAD = "[Threaded comment]"
_MARGIN_CODE = re.compile(r'&(?:"[^"]*"|[0-9]+|K[0-9A-Fa-f]{6}|K[0-9]{2}[+-][0-9]{3}|[A-Za-z])|&(?=&)')
_MARGINS: dict[str, Part] = {
    "oddHeader": "header",
    "evenHeader": "header",
    "firstHeader": "header",
    "oddFooter": "footer",
    "evenFooter": "footer",
    "firstFooter": "footer",
}
_PROMPTS = ("promptTitle", "prompt", "errorTitle", "error")
_CHOICES = re.compile(r'"(.*)"', re.DOTALL)


class Extras:
    """Reads what stands beside the cells of one sheet."""

    def __init__(self, package: Package, sheet: Sheet, s: str, counts: Counter[str]) -> None:
        """Begin.

        Args:
            package: the file.
            sheet: the sheet.
            s: the namespace, in braces.
            counts: what is told of pictures and objects.
        """
        self._package = package
        self._sheet = sheet
        self._s = s
        self._counts = counts
        self._boxes = 0

    def of_sheet(self, root: Element) -> Iterator[Block]:
        """Margins, prompts and choices, which stand in the sheet's own XML."""
        seen: set[str] = set()
        for name, part in _MARGINS.items():
            for found in root.iter(f"{self._s}{name}"):
                words = " ".join(_MARGIN_CODE.sub(" ", found.text or "").split())
                if words not in seen:
                    seen.add(words)
                    yield from self._sheet.beside(words, part, part=part)
        for rule in root.iter(f"{self._s}dataValidation"):
            yield from self._rule(rule)

    def _rule(self, rule: Element) -> Iterator[Block]:
        """What a cell asks for when a person goes into it, and what it lets them choose."""
        place = rule.get("sqref", "").split(" ")[0].split(":")[0]
        for name in _PROMPTS:
            label = f"message at cell {place}"
            yield from self._sheet.beside(rule.get(name, ""), label, role="field", owner="template")
        formula = next((found.text or "" for found in rule.iterchildren(f"{self._s}formula1")), "")
        choices = _CHOICES.fullmatch(formula) if rule.get("type") == "list" else None
        for choice in choices[1].split(",") if choices else ():
            label = f"choice at cell {place}"
            yield from self._sheet.beside(choice, label, role="field", owner="template")

    def of_parts(self, name: str) -> Iterator[Block]:
        """Comments and drawings, which stand in parts of their own."""
        links = self._package.relationships(name)
        threads = [link.target for link in links if link.kind == "threadedComment"]
        for link in links:
            root = (
                self._part(link.target) if link.kind in {"comments", "threadedComment", "drawing"} else None
            )
            if root is None:
                continue
            if link.kind == "drawing":
                yield from self._drawing(root)
            elif link.kind == "comments":
                yield from self._comments(root, has_threads=bool(threads))
            else:
                yield from self._thread(root)

    def _part(self, name: str) -> Element | None:
        part = self._package.readable(name)
        self._counts["part-unreadable"] += part is None
        return None if part is None else part.root

    def _comments(self, root: Element, *, has_threads: bool) -> Iterator[Block]:
        for comment in root.iter(f"{self._s}comment"):
            for held in comment.iterchildren(f"{self._s}text"):
                words = rich_text(held, self._s)
                if not (has_threads and words.startswith(_THREAD)):
                    yield from self._comment(words, comment.get("ref", ""))

    def _thread(self, root: Element) -> Iterator[Block]:
        for comment in root.iter("{*}threadedComment"):
            for held in comment.iterchildren("{*}text"):
                yield from self._comment(held.text or "", comment.get("ref", ""))

    def _comment(self, words: str, place: str) -> Iterator[Block]:
        yield from self._sheet.beside(words, f"comment on cell {place}", part="comment")

    def _drawing(self, root: Element) -> Iterator[Block]:
        self._counts["embedded-file"] += sum(1 for _ in root.iter("{*}graphicFrame"))
        self._counts["picture"] += sum(1 for _ in root.iter("{*}pic"))
        for described in root.iter("{*}cNvPr"):
            words = described.get("descr") or ""
            if not is_written_by_machine(words):
                yield from self._sheet.beside(words, "picture description", role="caption")
        for box in root.iter("{*}txBody"):
            self._boxes += 1
            for paragraph in box.iterchildren("{*}p"):
                words = "".join(text.text or "" for text in paragraph.iter("{*}t"))
                yield from self._sheet.beside(words, f"text box {self._boxes}", part="textbox")
