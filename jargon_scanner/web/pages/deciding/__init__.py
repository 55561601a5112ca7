"""What people said, what the team decides, and the history of that; for facilitators."""

from __future__ import annotations

from fastapi import APIRouter

from jargon_scanner.web.family import Page
from jargon_scanner.web.pages.deciding import history, results, words

_router = APIRouter()
for _part in (results, words, history):
    _router.include_router(_part.router)

PART = Page("deciding", _router, for_others=True)
