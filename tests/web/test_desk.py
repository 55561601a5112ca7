"""What is open, and when it goes."""

from __future__ import annotations

import re
from concurrent.futures import Future

import pytest

from jargon_scanner.web.desk import Desk, DeskFull

DRAFT = "An ICPC was held. Mum failed to engage."


def view_in(page):
    return re.search(r'data-view="([^"]+)"', page)[1]


def test_a_document_goes_when_its_page_is_closed(visitor):
    address = visitor.paste(DRAFT)
    view = view_in(visitor.get(address).text)
    assert visitor.leave(address, view).status_code == 204
    assert visitor.get(address).status_code == 404
    assert "not open any more" in visitor.get(address).text


def test_it_stays_while_another_page_shows_it(visitor):
    """So it is when a page is loaded again: the new one is asked for before the old one says goodbye."""
    address = visitor.paste(DRAFT)
    first, second = (view_in(visitor.get(address).text) for _ in range(2))
    visitor.leave(address, first)
    page = visitor.get(address)
    assert page.status_code == 200
    visitor.leave(address, second)
    visitor.leave(address, view_in(page.text))
    assert visitor.get(address).status_code == 404


def test_it_goes_when_that_is_asked_for(visitor):
    address = visitor.paste(DRAFT)
    visitor.get(address)
    assert visitor.post(f"{address}/put-away").status_code == 303
    assert visitor.get(address).status_code == 404


def put(desk, data=b"", session="me"):
    return desk.put(session, "draft.txt", data, Future())


def test_it_goes_when_nobody_has_looked_at_it_for_long():
    desk = Desk(idle_seconds=100)
    old, looked_at = put(desk), put(desk)
    old.seen -= 200
    looked_at.seen -= 200
    assert desk.get("me", looked_at.id) is looked_at
    desk.sweep()
    assert desk.get("me", old.id) is None
    assert desk.get("me", looked_at.id) is looked_at


def test_it_goes_when_the_server_ends():
    desk = Desk()
    with desk.swept():
        put(desk)
    assert len(desk) == 0


def test_more_than_the_computer_can_hold_is_not_taken():
    desk = Desk(most_bytes=10)
    put(desk, b"12345678")
    with pytest.raises(DeskFull, match="Close the pages"):
        put(desk, b"12345678")
