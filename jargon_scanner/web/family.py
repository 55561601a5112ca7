"""What a part of the app is. One page or API, one module or package of ``pages`` with a ``PART``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fastapi import APIRouter


@dataclass(frozen=True, slots=True)
class Link:
    """Where a person finds a page: the words of the link, its address, and its place among the links."""

    words: str
    address: str
    place: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page, or an API.

    Attributes:
        name: what it is called in messages: "check".
        router: answers its requests.
        link: where a person finds it; None for what only programs ask.
        for_others: whether other computers may ask for it, where the server listens for them. Never a page
            that reads this computer's folders.
        open_paths: paths that other programs call: no session, no token. They must change nothing.
    """

    name: str
    router: APIRouter
    link: Link | None = None
    for_others: bool = False
    open_paths: tuple[str, ...] = ()
