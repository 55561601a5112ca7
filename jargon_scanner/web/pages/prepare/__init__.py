"""The words that are taken to a session: picked, put in order, and looked at card by card."""

from __future__ import annotations

from fastapi import APIRouter

from jargon_scanner.web.family import Page
from jargon_scanner.web.pages.prepare import cards, pack, paper, picking

_router = APIRouter()
for _part in (picking, pack, cards, paper):
    _router.include_router(_part.router)

PART = Page("prepare", _router, for_others=True)
