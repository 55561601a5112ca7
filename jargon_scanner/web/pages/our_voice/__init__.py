"""The facilitators' pages of Our Voice: the way in, the first page, and sessions."""

from __future__ import annotations

from fastapi import APIRouter

from jargon_scanner.web.family import Link, Page
from jargon_scanner.web.pages.our_voice import home, way_in

_router = APIRouter()
for _part in (way_in, home):
    _router.include_router(_part.router)

PART = Page("our voice", _router, Link("Our Voice", "/our-voice", 20), for_others=True)
