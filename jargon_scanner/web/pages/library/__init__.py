"""The QA team's page: scope a folder, see how much, where and what first, and take words to Our Voice."""

from __future__ import annotations

from fastapi import APIRouter

from jargon_scanner.web.family import Link, Page
from jargon_scanner.web.pages.library import figures, scanning

_router = APIRouter()
for _part in (scanning, figures):
    _router.include_router(_part.router)

PART = Page("library", _router, Link("Scope a library", "/library", 1))
