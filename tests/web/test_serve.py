from __future__ import annotations

import socket

from jargon_scanner.web.serve import _listen


def test_an_answer_is_sent_at_once_and_not_when_the_browser_has_confirmed_its_first_part():
    with _listen("127.0.0.1", 0) as listening, socket.create_connection(listening.getsockname()):
        accepted, _ = listening.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
