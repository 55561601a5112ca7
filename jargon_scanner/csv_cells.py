"""Cells of a CSV file that a spreadsheet takes for words, whatever they begin with; no formula is run."""

from __future__ import annotations

#: Beginnings that a spreadsheet would take for a formula, and the mark itself that says it is none.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
_MARK = "'"


def guarded(cell: str) -> str:
    """A cell as it is written; what looks like a formula is marked as words."""
    return _MARK + cell if cell.startswith(_FORMULA) else cell


def unguarded(cell: str) -> str:
    """A cell as it was meant."""
    return cell[1:] if cell.startswith(_MARK) and cell[1:].startswith(_FORMULA) else cell
