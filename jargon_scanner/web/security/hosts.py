"""Only by its own names: a stranger's page that gives this computer a name of its own is not answered.

That trick is DNS rebinding: the browser then takes the stranger's page and our app for one site.
"""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING

from starlette.datastructures import Headers as RequestHeaders

from jargon_scanner.web.security.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.types import ASGIApp, Receive, Scope, Send

#: How a computer calls itself.
OWN_NAMES = ("127.0.0.1", "localhost", "[::1]")
_ALL_ADDRESSES = ("0.0.0.0", "::")  # noqa: S104 - compared with what a person asked for, not listened on

_STRANGER = Refusal(
    421, "This is not our address", "Open the address that jargon-scanner showed you when it started."
)


def names_of(host: str) -> frozenset[str]:
    """The names by which a server that listens on ``host`` may be asked.

    Where it listens on every address of the computer, those are its addresses and its name in the network.
    """
    if host not in _ALL_ADDRESSES:
        return frozenset((*OWN_NAMES, f"[{host}]" if ":" in host else host.lower()))
    name = socket.gethostname()
    try:
        found = {str(address[4][0]) for address in socket.getaddrinfo(name, None)}
    except OSError:  # a computer whose own name leads nowhere is still called by its name
        found = set()
    found |= outward_address()
    addresses = (f"[{one.partition('%')[0]}]" if ":" in one else one for one in found)
    return frozenset((*OWN_NAMES, name.lower(), socket.getfqdn().lower(), *addresses))


def outward_address() -> set[str]:
    """This computer's address towards others, where it is in a network; its own name often leads elsewhere.

    The system says which it would use. Nothing is sent: the address asked about belongs to nobody (RFC 5737).
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect(("192.0.2.1", 9))
        except OSError:  # it is in no network
            return set()
        return {str(asked.getsockname()[0])}


def name_for_others(names: Iterable[str], preferred: str = "") -> str | None:
    """The name by which other computers best ask for this one; None where none of its names leads them here.

    Args:
        names: those by which this computer may be asked.
        preferred: the one to take if it is good for others.
    """
    good = {name for name in names if _is_for_others(name)}
    return preferred if preferred in good else min(good, key=_how_hard_to_type, default=None)


def _is_for_others(name: str) -> bool:
    if name in OWN_NAMES:
        return False
    address = _address(name)
    return address is None or not (address.is_loopback or address.is_link_local)


def _how_hard_to_type(name: str) -> tuple[int, int, str]:
    """An address of four numbers leads everywhere; a name may lead nowhere on a tablet; the rest is long."""
    address = _address(name)
    kind = 1 if address is None else 0 if address.version == 4 else 2
    return kind, len(name), name


def _address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return None


class Hosts:
    """Lets through what was sent to one of our own names."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str]) -> None:
        self._app = app
        self._hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        known = scope["type"] == "lifespan" or self._is_ours(RequestHeaders(scope=scope).getlist("host"))
        await (self._app if known else _STRANGER)(scope, receive, send)

    def _is_ours(self, asked: list[str]) -> bool:
        return len(asked) == 1 and without_port(asked[0].lower()) in self._hosts


def without_port(host: str) -> str:
    """The name in a ``Host`` header: "[::1]" for "[::1]:8720"."""
    name, colon, port = host.rpartition(":")
    return name if colon and (port.isdigit() or not port) else host
