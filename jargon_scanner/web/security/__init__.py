"""What every request passes before a page sees it, and every answer on its way out. One rule, one module.

The app runs on a person's own computer, and so does their browser, with any page of the internet in it. None
of those pages may ask us anything: see ``hosts`` (a name of theirs that leads to this computer), ``sessions``
and ``senders`` (a request that their page sends), ``sizes`` (too much, or too slowly), ``headers`` (what our
pages may do) and ``faults`` (what is said when we break).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.middleware import Middleware

from jargon_scanner.web.security.faults import Faults
from jargon_scanner.web.security.headers import Headers
from jargon_scanner.web.security.hosts import Hosts
from jargon_scanner.web.security.senders import Senders
from jargon_scanner.web.security.sessions import Sessions
from jargon_scanner.web.security.sizes import Sizes

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["guards"]


def guards(hosts: Iterable[str], *, open_paths: Iterable[str], max_bytes: int) -> list[Middleware]:
    """Every rule, the outermost first.

    Args:
        hosts: the names by which this computer may be asked.
        open_paths: paths that other programs call without a session; they change nothing.
        max_bytes: the most that a request may send.
    """
    return [
        Middleware(Faults),
        Middleware(Headers),
        Middleware(Hosts, hosts=frozenset(hosts)),
        Middleware(Sessions),
        Middleware(Senders, open_paths=frozenset(open_paths)),
        Middleware(Sizes, max_bytes=max_bytes),
    ]
