"""The young people's and parents' pages: join with a code, one question a screen, stop at any time."""

from __future__ import annotations

from fastapi import APIRouter

from jargon_scanner.web.family import Page
from jargon_scanner.web.pages.join import answering, arriving, leaving

_router = APIRouter()
for _part in (arriving, answering, leaving):
    _router.include_router(_part.router)

PART = Page("join", _router, for_others=True)
