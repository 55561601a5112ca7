"""Suggestions: each wording of an entry fitted to its sentence, best first."""

from jargon_scanner.suggestions.suggest import suggest

__all__ = ["suggest"]
