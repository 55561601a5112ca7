"""What an editor is told about a text: underlines, what a word means, and wordings to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from jargon_scanner.lsp.places import Places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jargon_scanner.findings import Kind
    from jargon_scanner.live.remarks import Remark, Wording
    from jargon_scanner.lsp.papers import Read

_SEVERITY: Mapping[Kind, types.DiagnosticSeverity] = {
    "acronym": types.DiagnosticSeverity.Information,
    "jargon": types.DiagnosticSeverity.Information,
    "blaming": types.DiagnosticSeverity.Warning,
}


class Answers:
    """All that can be told about one text that was read."""

    def __init__(self, read: Read, units: Callable[[str], int]) -> None:
        """Tell of a text.

        Args:
            read: the text and what is said about it.
            units: as for ``Places``.
        """
        self._read = read
        self._places = Places(read.paper.text, units)

    def diagnostics(self) -> list[types.Diagnostic]:
        """An underline for each remark."""
        return [self._diagnostic(remark) for remark in self._read.remarks]

    def hover(self, position: types.Position) -> types.Hover | None:
        """What is said about the words at a position."""
        place = self._places.offset(position)
        for remark in self._read.remarks:
            if remark.start <= place < remark.end:
                # Plain: a document's words are never markup.
                content = types.MarkupContent(types.MarkupKind.PlainText, "\n\n".join(_said(remark)))
                return types.Hover(content, self._places.range(remark.start, remark.end))
        return None

    def actions(self, range_: types.Range) -> list[types.CodeAction]:
        """The wordings for the words in a range, each a change to choose. None is chosen beforehand."""
        start, end = self._places.offset(range_.start), self._places.offset(range_.end)
        return [
            self._action(remark, wording)
            for remark in self._read.remarks
            if remark.start <= end and start <= remark.end
            for wording in remark.wordings
        ]

    def _diagnostic(self, remark: Remark) -> types.Diagnostic:
        return types.Diagnostic(
            range=self._places.range(remark.start, remark.end),
            message=remark.message,
            severity=_SEVERITY[remark.kind],
            code=remark.rule,
            source="jargon-scanner",
        )

    def _action(self, remark: Remark, wording: Wording) -> types.CodeAction:
        paper = self._read.paper
        edit = types.TextEdit(self._places.range(remark.start, remark.end), wording.text)
        changed = types.OptionalVersionedTextDocumentIdentifier(paper.uri, paper.version)
        return types.CodeAction(
            title=f"Say “{wording.text}”",
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[self._diagnostic(remark)],
            # With its version, so that no editor makes the change in words that are others by then.
            edit=types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(changed, [edit])]),
        )


def _said(remark: Remark) -> Iterator[str]:
    yield remark.title
    yield from remark.lines
    if remark.wordings:
        yield f"Say: {' / '.join(one.text for one in remark.wordings)}"
