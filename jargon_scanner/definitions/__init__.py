"""Long forms that a document itself gives for its short forms: where it gives them, and what they spell."""

from jargon_scanner.definitions.find import find_definitions
from jargon_scanner.definitions.given import Definition, definitions_in
from jargon_scanner.definitions.people import initials_in

__all__ = ["Definition", "definitions_in", "find_definitions", "initials_in"]
