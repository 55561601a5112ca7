"""The LanguageTool HTTP API as the programs call it that speak it, each in its own way."""

from __future__ import annotations

import json
from concurrent.futures import Future
from dataclasses import dataclass
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from jargon_scanner.breakage import InternalError
from jargon_scanner.errors import TooSlow
from jargon_scanner.web.app import create_app
from jargon_scanner.web.pages.languagetool import PART
from jargon_scanner.web.pages.languagetool.annotated import Annotated, Part
from jargon_scanner.web.pages.languagetool.asked import asked, fields_of
from jargon_scanner.web.pages.languagetool.utf16 import Units
from tests.web.conftest import ADDRESS, Here

TEXT = "An ICPC was held, and mum failed to engage."


@pytest.fixture
def client(app):
    """A program, not a browser: no session, no token."""
    return TestClient(app, base_url=ADDRESS, client=("127.0.0.1", 50000), raise_server_exceptions=False)


def ask(client, path="/v2/check", **fields):
    answer = client.post(path, data={"language": "en-GB", **fields})
    assert answer.status_code == 200, answer.text
    return answer.json()


def words(matches, text):
    """The words of each match, cut out as a program in UTF-16 would cut them."""
    wide = text.encode("utf-16-le", "surrogatepass")
    return [
        wide[2 * one["offset"] : 2 * (one["offset"] + one["length"])].decode("utf-16-le") for one in matches
    ]


@pytest.mark.parametrize("path", ["/check", "/v2/check", "/v2//check", "/v2/v2/check"])
def test_programs_ask_at_any_of_the_addresses_with_a_form_or_an_address(client, path):
    posted = ask(client, path, text=TEXT)
    got = client.get(path, params={"text": TEXT, "language": "en-GB"}).json()
    assert posted == got
    assert words(posted["matches"], TEXT)[-1] == "failed to engage"


@pytest.mark.parametrize("path", ["/languages", "/v2/languages", "/v2/v2/languages"])
def test_the_languages_are_english(client, path):
    listed = client.get(path).json()
    assert {"name": "English (GB)", "code": "en", "longCode": "en-GB"} in listed


def test_every_key_is_there_for_programs_that_do_not_look(client):
    for text in (TEXT, "The dog slept.", ""):
        answer = ask(client, text=text)
        assert answer["software"]["apiVersion"] == 1
        assert answer["warnings"] == {"incompleteResults": False}
        assert answer["language"]["detectedLanguage"]["code"] == "en-GB"
    for match in ask(client, text=TEXT)["matches"]:
        assert match["message"]
        assert match["shortMessage"]
        assert match["sentence"] == TEXT
        assert match["type"]["typeName"]
        assert match["rule"]["id"]
        assert match["rule"]["category"]["id"] in {"STYLE", "BLAMING"}
        context = match["context"]
        assert words([context | {"offset": context["offset"]}], context["text"]) == words([match], TEXT)


def test_blame_is_a_question_and_nothing_to_press(client):
    (match,) = (
        one for one in ask(client, text=TEXT)["matches"] if one["rule"]["category"]["id"] == "BLAMING"
    )
    assert match["replacements"] == []
    assert "?" in match["message"]


@pytest.mark.parametrize("before", ["😀 ", "👩‍👩‍👦 é ", "𝒟𝓊𝓉𝓎 ", "\ufeff", "\x01\ufffc ", " " * 8])
def test_places_are_counted_as_java_counts_them(client, before):
    """Eight spaces are what LTeX+ puts in front of each text."""
    text = f"{before}The ICPC is late."
    found = words(ask(client, text=text)["matches"], text)
    assert len(found) == 1
    assert "ICPC" in found[0]


@given(st.text())
def test_units_before_a_place_are_the_units_that_stand_there(text):
    units = Units(text)
    for place in range(len(text) + 1):
        assert units.before(place) == len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


MARKED = [
    {"text": "The "},
    {"markup": "<b>"},
    {"text": "ICPC"},
    {"markup": "</b>"},
    {"markup": "<br/>", "interpretAs": "\n\n"},
    {"text": "😀 Mum failed "},
    {"markup": "<i>"},
    {"text": "to engage"},
    {"markup": "</i>"},
    {"text": ". We will commence."},
]
WHOLE = "".join(part.get("text", part.get("markup", "")) for part in MARKED)


def test_marks_are_not_read_and_places_are_told_with_them(client):
    matches = ask(client, data=json.dumps({"annotation": MARKED}))["matches"]
    found = words(matches, WHOLE)
    assert "ICPC" in found[0]
    assert found[1:] == ["failed <i>to engage", "commence"]
    for match in matches:
        context = match["context"]
        assert words([context], context["text"]) == words([match], WHOLE)


def test_a_wording_that_would_take_a_mark_away_is_not_offered(client):
    pieces = [{"text": "We will com"}, {"markup": "\\-"}, {"text": "mence."}]
    (match,) = ask(client, data=json.dumps({"annotation": pieces}))["matches"]
    assert words([match], "We will com\\-mence.") == ["com\\-mence"]
    assert match["replacements"] == []
    (match,) = ask(client, data=json.dumps({"text": "We will commence."}))["matches"]
    assert match["replacements"]


@given(
    st.lists(st.tuples(st.text("ab😀", max_size=3), st.text("<>", max_size=2), st.text(" \n", max_size=2)))
)
def test_a_range_of_the_words_leads_to_the_same_words_in_the_whole(rows):
    parts = [part for words_, mark, read in rows for part in (Part(words_, words_), Part(mark, read))]
    text = Annotated(parts)
    for start in range(len(text.read)):
        begin, end = text.range_in_whole(start, start + 1)
        assert 0 <= begin <= end <= len(text.whole)
        if text.read[start] in "ab😀":
            assert text.whole[begin:end] == text.read[start]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (b"text=A caf\xc3\xa9 & more 100%.&language=en-GB", "A café & more 100%."),
        (b"text=1 + 1 is %41&language=en-GB", "1 + 1 is %41"),
        (b"text=R&D&language=en-GB", "R&D"),
        (b"text=a&language=b &language=en-GB", "a&language=b "),
        (b"text=Two\nlines here&language=en-GB&username=&apiKey=", "Two\nlines here"),
        (b"text=no language here, at all", "no language here, at all"),
        (b"language=en-GB&text=after & last", "after & last"),
        (b"text=A+caf%C3%A9+%26+more+100%25.&language=en-GB", "A café & more 100%."),
        (b"text=one%20two&language=en-GB&text=three", "one two"),
        (b"language=en-GB&text=Hello%2C+you&enabledOnly=false", "Hello, you"),
        (b"text=&language=en-GB", ""),
        (b"text=\xff\xfe bad bytes&language=en-GB", "\ufffd\ufffd bad bytes"),
    ],
)
def test_forms_are_read_whether_they_were_encoded_or_not(body, text):
    assert fields_of(body)["text"] == text


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_every_text_that_is_encoded_as_forms_are_comes_out_as_it_went_in(text):
    form = urlencode({"text": text, "language": "en-GB", "disabledRules": "A,B"}).encode()
    assert asked(form).text.whole == text
    assert asked(form).wanted.disabled == {"A", "B"}
    percent = f"language=en-GB&text={quote(text, safe='')}".encode()
    assert asked(percent).text.whole == text


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1))
def test_every_text_with_a_space_comes_out_as_libreoffice_sent_it(text):
    sent = f"{text} {text}"
    assert asked(f"text={sent}&language=en-GB".encode()).text.whole == sent


def test_the_header_of_a_form_is_not_believed(client):
    body = urlencode({"text": TEXT, "language": "en-GB"})
    answer = client.post("/v2/check", content=body, headers={"content-type": "application/json"})
    assert answer.json() == ask(client, text=TEXT)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"text": "a", "data": '{"text": "a"}'},
        {"data": "no JSON"},
        {"data": "[]"},
        {"data": "null"},
        {"data": "17"},
        {"data": "{}"},
        {"data": '{"text": 5}'},
        {"data": '{"text": "a", "annotation": []}'},
        {"data": '{"annotation": [{"text": "a", "markup": "b"}]}'},
        {"data": '{"annotation": ["text"]}'},
        {"data": '{"annotation": [{"markup": "b", "interpretAs": null}]}'},
        {"data": "[" * 100_000},
    ],
)
def test_what_makes_no_sense_is_refused_with_what_to_send(client, fields):
    answer = client.post("/v2/check", data={"language": "en-GB", **fields})
    assert answer.status_code == 400
    assert answer.text.startswith("Error: ")
    assert "text" in answer.text


def test_half_a_letter_breaks_nothing(client):
    answer = client.post("/v2/check", data={"data": '{"text": "The ICPC \\ud83d is late."}'})
    assert len(answer.json()["matches"]) == 1


def test_what_a_person_has_switched_off_is_not_said(client):
    rules = [one["rule"]["id"] for one in ask(client, text=TEXT)["matches"]]
    for rule in rules:
        left = ask(client, text=TEXT, disabledRules=f"SOMETHING_ELSE,{rule.lower()}")["matches"]
        assert [one["rule"]["id"] for one in left] == [one for one in rules if one != rule]
    only = ask(client, text=TEXT, disabledCategories="STYLE")["matches"]
    assert {one["rule"]["category"]["id"] for one in only} == {"BLAMING"}
    only = ask(client, text=TEXT, enabledRules=rules[0], enabledOnly="true")["matches"]
    assert [one["rule"]["id"] for one in only] == rules[:1]
    both = ask(client, text=TEXT, enabledRules=rules[0])["matches"]
    assert [one["rule"]["id"] for one in both] == rules


def test_words_that_are_left_alone_for_good_on_the_page_are_left_alone_here(client, app, tmp_path):
    app.state.services.taught.settings_file = tmp_path / "jargon-scanner.toml"
    app.state.services.taught.leave_alone("ICPC", "its name in law")
    assert "ICPC" not in "".join(words(ask(client, text=TEXT)["matches"], TEXT))


def test_another_language_is_not_read_and_that_is_said(client):
    answer = ask(client, text=TEXT, language="fr")
    assert answer["matches"] == []
    assert answer["warnings"]["incompleteResults"] is True
    assert ask(client, text=TEXT, language="auto")["matches"]
    assert ask(client, text=TEXT, language="en-US")["matches"]


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "http://127.0.0.1.evil.example", "null", "http://["]
)
def test_a_page_of_the_internet_may_not_ask(client, origin):
    for method, path in (("POST", "/v2/check"), ("OPTIONS", "/v2/check"), ("GET", "/v2/languages")):
        answer = client.request(method, path, headers={"origin": origin}, params={"text": TEXT})
        assert answer.status_code == 403
        assert "access-control-allow-origin" not in answer.headers


ADD_ONS = ["chrome-extension://abcdef", "moz-extension://1-2-3", "app://obsidian.md", "http://localhost:3000"]


@pytest.mark.parametrize("origin", ADD_ONS)
def test_an_add_on_of_the_browser_may_ask(client, origin):
    preflight = {
        "origin": origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
        "access-control-request-private-network": "true",
    }
    answer = client.options("/v2/check", headers=preflight)
    assert answer.status_code == 204
    assert answer.headers["access-control-allow-origin"] == origin
    assert "POST" in answer.headers["access-control-allow-methods"]
    assert answer.headers["access-control-allow-headers"] == "content-type"
    assert answer.headers["access-control-allow-private-network"] == "true"
    answer = client.post("/v2/check", data={"text": TEXT}, headers={"origin": origin})
    assert answer.headers["access-control-allow-origin"] == origin


def test_no_other_page_lets_anybody_else_read_it(client):
    answer = client.get("/", headers={"origin": ADD_ONS[0]})
    assert "access-control-allow-origin" not in answer.headers
    assert client.post("/documents", headers={"origin": ADD_ONS[0]}).status_code == 403


def test_a_stranger_s_name_for_this_computer_is_not_answered(client):
    answer = client.post("/v2/check", data={"text": TEXT}, headers={"host": "evil.example"})
    assert answer.status_code == 421


def test_another_computer_may_not_ask(app):
    other = TestClient(app, base_url=ADDRESS, client=("10.0.0.9", 50000))
    assert other.post("/v2/check", data={"text": TEXT}).status_code == 403


def test_the_open_paths_are_the_ones_that_are_answered():
    assert set(PART.open_paths) == {route.path for route in PART.router.routes}


def test_a_text_that_is_too_long_is_refused(client):
    answer = client.post("/v2/check", data={"text": "a" * 300_001})
    assert answer.status_code == 413


@dataclass
class Fails:
    """A reader that cannot read."""

    error: Exception
    is_ready: bool = True

    def submit(self, _):
        future = Future()
        future.set_exception(self.error)
        return future

    def close(self):
        pass


def test_until_the_process_for_typing_is_ready_another_one_reads(scanner):
    late = Fails(InternalError("The text", "KeyError"), is_ready=False)
    client = TestClient(create_app(Here(scanner), typing=late), base_url=ADDRESS, client=("127.0.0.1", 50000))
    assert ask(client, text=TEXT)["matches"]


def test_what_could_not_be_read_is_said_and_a_fault_of_ours_is_one(scanner):
    def client_of(error):
        app = create_app(Here(scanner), typing=Fails(error))
        return TestClient(app, base_url=ADDRESS, client=("127.0.0.1", 50000))

    answer = (
        client_of(TooSlow("The text", "more than 60 seconds")).post("/v2/check", data={"text": TEXT}).json()
    )
    assert answer["warnings"]["incompleteResults"] is True
    assert answer["matches"] == []
    answer = client_of(InternalError("The text", "KeyError")).post("/v2/check", data={"text": TEXT})
    assert answer.status_code == 500
    assert "engage" not in answer.text
