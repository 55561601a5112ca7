"""The words that are looked for: search them, see one in full, try a change, add it to the council's own."""

from __future__ import annotations

from jargon_scanner.web.family import Link, Page
from jargon_scanner.web.pages.words.routes import router

PART = Page("words", router, Link("The words", "/words", 50))
