"""Each rule that stands before the pages, tried as the one it keeps out would try it."""

from __future__ import annotations

import asyncio

import pytest

from jargon_scanner.web.security.hosts import name_for_others, names_of
from jargon_scanner.web.security.sizes import Sizes
from tests.web.conftest import ADDRESS, Visitor

SECRET = "Kayleigh failed to engage."


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8720", "127.0.0.1.evil.example", "localhost.evil.example:8720", ""]
)
def test_a_stranger_s_name_for_this_computer_is_not_answered(visitor, host):
    assert visitor.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1:8720", "localhost:8720", "LOCALHOST", "[::1]:8720", "127.0.0.1"])
def test_our_own_names_are_answered(visitor, host):
    assert visitor.get("/", headers={"host": host}).status_code == 200


def test_who_listens_for_others_is_asked_by_the_name_that_was_chosen():
    assert "10.1.2.3" in names_of("10.1.2.3")
    assert "10.1.2.3" not in names_of("127.0.0.1")
    assert "evil.example" not in names_of("0.0.0.0")


def test_others_are_told_a_name_that_leads_them_here():
    here = {"127.0.0.1", "localhost", "[::1]", "127.0.1.1", "[fe80::1]"}
    assert name_for_others(here) is None
    assert name_for_others(here | {"council-pc", "[2001:db8::1]"}) == "council-pc"
    assert name_for_others(here | {"council-pc", "10.1.2.3"}) == "10.1.2.3"
    assert name_for_others(here | {"council-pc", "10.1.2.3"}, "council-pc") == "council-pc"
    assert name_for_others(here | {"10.1.2.3"}, "127.0.0.1") == "10.1.2.3"


@pytest.mark.parametrize("origin", ["https://evil.example", "http://127.0.0.1:9999", "null", None])
def test_a_form_from_elsewhere_is_refused(visitor, origin):
    answer = visitor.post("/documents", origin=origin, files={"file": ("draft.txt", b"words")})
    assert answer.status_code == 403
    assert len(visitor.client.app.state.services.desk) == 0


@pytest.mark.parametrize("token", ["", "0" * 64, "é"])
def test_a_form_without_its_token_is_refused(visitor, token):
    answer = visitor.post("/documents", token=token, files={"file": ("draft.txt", b"words")})
    assert answer.status_code == 403


def test_a_token_of_another_session_is_refused(app, visitor):
    other = Visitor(app)
    assert other.token != visitor.token
    assert visitor.post("/documents", token=other.token, data={}).status_code == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_every_method_that_changes_something_needs_the_token(visitor, method):
    """Whether there is such a page or not: the guard asks before the page does."""
    for path in ("/", "/documents", "/documents/x", "/nothing-of-ours"):
        assert visitor.client.request(method, path, headers={"origin": ADDRESS}).status_code == 403


def test_a_cookie_that_we_did_not_sign_is_no_session(app, visitor):
    visitor.client.cookies.clear()
    answer = visitor.get("/", headers={"cookie": "jargon-scanner-8720=chosen.by-somebody"})
    cookie = answer.headers["set-cookie"]
    assert "chosen" not in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "Max-Age" not in cookie
    assert "Expires" not in cookie


def test_a_document_is_shown_to_its_own_session_only(app, visitor):
    address = visitor.paste(SECRET)
    assert visitor.get(address).status_code == 200
    other = Visitor(app)
    for path in (
        address,
        f"{address}/copies/changes",
        f"{address}/page",
        f"{address}/workbook",
        f"{address}/bar",
        f"{address}/ready",
    ):
        answer = other.get(path)
        assert answer.status_code == 404
        assert "engage" not in answer.text
    assert other.leave(address, "").status_code == 404
    assert visitor.get(address).status_code == 200


def test_a_document_s_address_cannot_be_guessed(visitor):
    names = {visitor.paste("Words.").rpartition("/")[2] for _ in range(20)}
    assert len(names) == 20
    assert all(len(name) >= 32 for name in names)


@pytest.mark.parametrize("path", ["/", "/static/app.css", "/nothing", "/documents/nothing"])
def test_every_answer_tells_the_browser_what_it_may_do(visitor, path):
    headers = visitor.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"


def test_a_refusal_tells_it_too(visitor):
    answer = visitor.get("/", headers={"host": "evil.example"})
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_a_file_that_is_too_large_is_refused_before_it_is_read(visitor):
    answer = visitor.post("/documents", files={"file": ("draft.txt", b"a" * 2_100_000)})
    assert answer.status_code == 413
    assert "The file is too large" in answer.text


def test_a_file_whose_size_was_not_told_is_refused_when_it_gets_too_large(visitor):
    def pieces():
        yield b'--line\r\nContent-Disposition: form-data; name="file"; filename="draft.txt"\r\n\r\n'
        for _ in range(30):
            yield b"a" * 100_000
        yield b"\r\n--line--\r\n"

    headers = {"content-type": "multipart/form-data; boundary=line"}
    answer = visitor.post("/documents", content=pieces(), headers=headers)
    assert answer.status_code == 413
    assert len(visitor.client.app.state.services.desk) == 0


def test_who_sends_for_ever_is_sent_away():
    async def never():
        await asyncio.sleep(60)

    async def reads(scope, receive, send):
        await receive()

    sent = []

    async def send(message):
        sent.append(message)

    app = Sizes(reads, max_bytes=10, max_seconds=0.05)
    asyncio.run(app({"type": "http", "path": "/", "headers": [], "method": "POST"}, never, send))
    assert sent[0]["status"] == 408


def test_a_fault_of_ours_says_where_and_never_what(app, visitor, monkeypatch, capsys):
    def breaks(*_):
        raise RuntimeError(SECRET)

    monkeypatch.setattr("jargon_scanner.web.pages.check.routes.Shown", breaks)
    answer = visitor.get(visitor.paste(SECRET))
    assert answer.status_code == 500
    assert "routes.py line" in answer.text
    assert "engage" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    told = capsys.readouterr()
    assert "RuntimeError at web/pages/check/routes.py line" in told.err
    assert "engage" not in told.err + told.out


def test_what_a_form_holds_is_not_said_again_when_it_is_not_understood(visitor):
    address = visitor.paste(SECRET)
    answer = visitor.post(f"{address}/findings/f1", data={"action": SECRET})
    assert answer.status_code == 422
    assert "engage" not in answer.text


def test_no_page_holds_script_or_style_of_its_own_or_asks_another_server(visitor):
    pages = [visitor.get("/").text, visitor.get(visitor.paste(SECRET)).text, visitor.get("/nothing").text]
    for page in pages:
        assert "<style" not in page
        assert " style=" not in page
        assert " on" + "click" not in page
        assert "<script>" not in page
        assert "http://" not in page
        assert "https://" not in page


def test_a_document_s_words_are_never_markup(visitor):
    page = visitor.get(visitor.paste('The <script>alert("x")</script> ICPC & <b>plan</b>.')).text
    assert "<script>alert" not in page
    assert "<b>plan" not in page


def test_a_file_s_name_is_never_markup_nor_a_path(visitor):
    address = visitor.drop('..\\..\\<img src=x onerror="a()">/evil <b>.txt', b"An ICPC was held.")
    page = visitor.get(address).text
    assert "<img" not in page
    assert "<b>" not in page
    copied = visitor.get(f"{address}/page").headers["content-disposition"]
    assert "attachment" in copied
    assert "/" not in copied.partition("''")[2]
