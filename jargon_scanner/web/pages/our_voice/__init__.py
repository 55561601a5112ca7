"""The facilitators' pages of Our Voice: the way in, the first page, a session from its code to its end."""

from __future__ import annotations

from fastapi import APIRouter

from jargon_scanner.web.family import Link, Page
from jargon_scanner.web.pages.our_voice import forgetting, home, opening, own_words, running, way_in

_router = APIRouter()
for _part in (way_in, home, opening, running, own_words, forgetting):
    _router.include_router(_part.router)

PART = Page("our voice", _router, Link("Our Voice", "/our-voice", 20), for_others=True)
