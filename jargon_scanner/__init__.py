"""Finds the acronyms, jargon and blaming words in documents about children, and says what to write instead.

The public names are loaded when they are first asked for, so that ``import jargon_scanner`` costs nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from jargon_scanner.version import __version__

if TYPE_CHECKING:
    from jargon_scanner.choices import Choices, Ignore
    from jargon_scanner.document import Document
    from jargon_scanner.errors import ScannerError
    from jargon_scanner.findings import Finding, Suggestion
    from jargon_scanner.library import LibraryReport, scope
    from jargon_scanner.loaders import load
    from jargon_scanner.report import Report
    from jargon_scanner.scan import Scanner, scan, scan_many, scan_text

__all__ = [
    "Choices",
    "Document",
    "Finding",
    "Ignore",
    "LibraryReport",
    "Report",
    "Scanner",
    "ScannerError",
    "Suggestion",
    "__version__",
    "load",
    "scan",
    "scan_many",
    "scan_text",
    "scope",
]

_HOMES = {
    "Choices": "choices",
    "Document": "document",
    "Finding": "findings",
    "Ignore": "choices",
    "LibraryReport": "library",
    "Report": "report",
    "Scanner": "scan",
    "ScannerError": "errors",
    "Suggestion": "findings",
    "load": "loaders",
    "scan": "scan",
    "scan_many": "scan",
    "scan_text": "scan",
    "scope": "library",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)


class _Package(ModuleType):
    """This package. Its module ``scan`` and its function ``scan`` share a name: here the function has it.

    Python binds a module to its package's attribute after importing it, whenever that is and whoever asks;
    without this, ``jargon_scanner.scan`` would be one or the other by the order of imports.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if name == "scan" and isinstance(value, ModuleType):
            value = value.scan
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
