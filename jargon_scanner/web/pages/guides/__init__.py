"""The guides, to read in the browser."""

from __future__ import annotations

from jargon_scanner.web.family import Link, Page
from jargon_scanner.web.pages.guides.routes import router

PART = Page("guides", router, Link("Guides", "/guides", 90), for_others=True)
