"""One text of an editor, read as a file of its format is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pygls.uris import to_fs_path

from jargon_scanner.breakage import where_it_broke
from jargon_scanner.errors import ScannerError
from jargon_scanner.live.remarks import remarks
from jargon_scanner.live.typed import readable
from jargon_scanner.loaders import loaders
from jargon_scanner.lsp.papers import Read
from jargon_scanner.scan import scan_document

if TYPE_CHECKING:
    from jargon_scanner.choices import Choices
    from jargon_scanner.lsp.papers import Paper
    from jargon_scanner.scan import Scanner

#: What editors call the formats that are read, and the loader of each.
_FORMATS = {"plaintext": "txt", "text": "txt", "markdown": "md"}


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads texts: with this scanner, showing what was chosen."""

    scanner: Scanner
    choices: Choices

    def __call__(self, paper: Paper) -> Read:
        """What is said about a text; its ``fault`` where it cannot be read."""
        text = readable(paper.text)
        loader = _FORMATS.get(paper.language or "")
        if loader is None or not text.strip():
            return Read(paper)
        path, choices = _path(paper.uri), self.choices
        if path is not None:
            choices = choices.beside(path)
        try:
            document = loaders()[loader].read(path or Path("text"), text.encode())
            report = scan_document(document, scanner=self.scanner, choices=choices)
        except ScannerError as error:
            return Read(paper, fault=str(error))
        except Exception as error:  # noqa: BLE001 - not swallowed: the editor shows it, without the text's words
            return Read(paper, fault=f"jargon-scanner broke ({where_it_broke(error)}). Please report this.")
        return Read(paper, remarks(report, text))


def _path(uri: str) -> Path | None:
    """The file that a text is of; None for one that was never saved."""
    name = to_fs_path(uri) if uri.startswith("file:") else None
    return Path(name) if name else None
