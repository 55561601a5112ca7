"""“Words we use” taken away from a page."""

from __future__ import annotations

from concurrent.futures import Future
from datetime import UTC, datetime

import pytest

from jargon_scanner.errors import LexiconError
from jargon_scanner.review.decisions import Decision
from jargon_scanner.review.record import decisions

NOW = datetime(2027, 3, 9, 12, tzinfo=UTC)
FILE = "/our-voice/glossary/file"


def test_only_facilitators_take_it(visitor):
    assert visitor.get("/our-voice/glossary").status_code == 303
    assert visitor.get(f"{FILE}?kind=html").status_code == 303


@pytest.mark.parametrize(
    ("kind", "begins"), [("html", b"<!DOCTYPE html>"), ("pdf", b"%PDF"), ("docx", b"PK")]
)
def test_it_is_taken_as_a_file(facilitator, app, kind, begins):
    assert "There are no words yet" in facilitator.get(f"{FILE}?kind={kind}").text
    with app.state.services.archive.open().writing() as db:
        decisions.append(
            db, Decision(0, NOW, "contact", "contact", "adopt", "family time", readers=("child",))
        )
    taken = facilitator.get(f"{FILE}?kind={kind}&reader=child")
    assert taken.content.startswith(begins)
    assert f"words-we-use-young-people.{kind}" in taken.headers["content-disposition"]
    assert facilitator.get(f"{FILE}?kind={kind}&reader=parent").status_code == 404
    assert "Words we use" in facilitator.get("/our-voice/glossary").text


def test_why_it_could_not_be_made_is_told(facilitator, app, monkeypatch):
    broken: Future[None] = Future()
    broken.set_exception(LexiconError("words.yaml, line 3: a mistake"))
    monkeypatch.setattr(app.state.services.workshop, "submit", lambda _: broken)
    answer = facilitator.get(f"{FILE}?kind=html")
    assert answer.status_code == 422
    assert "words.yaml, line 3: a mistake" in answer.text
