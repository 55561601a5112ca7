"""The server: this computer's own, for as long as the command runs."""

from __future__ import annotations

import os
import signal
import socket
import threading
import webbrowser
from typing import TYPE_CHECKING

from jargon_scanner.errors import UsageError
from jargon_scanner.garbage import keep_for_good
from jargon_scanner.web.app import create_app
from jargon_scanner.web.scratch import private_scratch
from jargon_scanner.web.security.hosts import name_for_others, names_of
from jargon_scanner.workers import Limits
from jargon_scanner.workshop import GetReady, Workshop

if TYPE_CHECKING:
    from collections.abc import Callable

    from jargon_scanner.web.taught import Taught
    from jargon_scanner.workshop import Setup

#: What reading one document may take.
LIMITS = Limits(seconds=120, megabytes=3000)
#: What reading a typed paragraph may take, with the start of its process.
TYPING_LIMITS = Limits(seconds=60, megabytes=2000)
_MOST_PROCESSES = 4


def serve(
    setup: Setup,
    *,
    host: str,
    port: int,
    show: Callable[[str, str | None], None],
    browser: bool,
    record: str | None = None,
    taught: Taught | None = None,
) -> None:
    """Serve the app until somebody stops it.

    Args:
        setup: what the team has chosen.
        host: where to listen.
        port: likewise; 0 for any that is free.
        show: is told the address when pages can be asked for, and the one for other computers, if they may.
        browser: whether it is opened in the browser.
        record: where the record of Our Voice is kept; None for the council's data folder.
        taught: what the app learns while people use it; None to count nothing.

    Raises:
        ScannerError: the lexicon or the model cannot be loaded, or the port is taken.
    """
    import uvicorn

    listening = _listen(host, port)
    processes = max(1, min(os.cpu_count() or 1, _MOST_PROCESSES))
    signal.signal(signal.SIGTERM, _end)
    with private_scratch():
        workshop = Workshop(setup, processes=processes, limits=LIMITS)
        typing = Workshop(setup, processes=1, limits=TYPING_LIMITS)
        try:
            workshop.submit(GetReady()).result()
            names = names_of(host)
            app = create_app(workshop, typing=typing, hosts=names, record=record, taught=taught, setup=setup)
            at = listening.getsockname()[1]
            address, others = _address(host, at), name_for_others(names)
            show(address, f"http://{others}:{at}/" if others else None)
            if browser:
                threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
            config = uvicorn.Config(
                app,
                access_log=False,  # it would hold the names of open documents
                log_level="error",
                server_header=False,
                proxy_headers=False,
                ws="none",
                timeout_graceful_shutdown=3,
            )
            keep_for_good()
            uvicorn.Server(config).run(sockets=[listening])
        finally:
            workshop.close()
            typing.close()
            listening.close()


def _end(*_: object) -> None:
    """Leave as after Ctrl+C, so that everything is put away."""
    raise SystemExit(128 + signal.SIGTERM)


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listening = socket.create_server((host, port), family=family, backlog=100)
    except OSError as error:
        raise UsageError(
            f"The address {host}:{port} cannot be used: {error.strerror}. Choose another with --port, or "
            "close the program that has it."
        ) from None
    # What is accepted here inherits it. Without it, a page waits 40 ms for the browser's word that the header
    # of its answer has come.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def _address(host: str, port: int) -> str:
    everywhere = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}  # noqa: S104 - what a person may ask for
    name = everywhere.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{name}:{port}/"
