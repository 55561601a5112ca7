"""The practitioner's page: drop a document, see it with its words marked, choose, take a copy away."""

from __future__ import annotations

from jargon_scanner.web.family import Link, Page
from jargon_scanner.web.pages.check.routes import router

PART = Page("check", router, Link("Check a document", "/", 0), for_others=True)
