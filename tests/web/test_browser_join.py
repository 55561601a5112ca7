"""Young people's and parents' screens in a real browser: on a phone, a tablet, by keys, without script."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from jargon_scanner.review.record import answers, sessions
from tests.review.small_packs import PACK, open_session
from tests.web.browsing import fits, is_accessible, needs_browser, opened
from tests.web.our_voice import our_voice

pytestmark = needs_browser

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
TABLET = {"viewport": {"width": 820, "height": 1180}, "has_touch": True}
LEAST_TARGET = 64
#: Every control that a finger presses, and how large it is; of a radio button, its whole row.
TARGETS = """() => [...document.querySelectorAll("button:not(.hidden), a.button, label.choice, textarea, .code")]
    .map(one => [one.innerText, one.getBoundingClientRect()])
    .filter(([_, box]) => box.width > 0)
    .map(([words, box]) => [words, Math.min(box.width, box.height)])"""


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A server and its record."""
    with our_voice(tmp_path_factory.mktemp("record")) as found:
        yield found


@pytest.fixture
def joining(place):
    """The address of a session of this test's own; its answers."""
    address, record = place
    with record.reading() as db:
        number = len(sessions.all_sessions(db)) + 1
    code = open_session(record, ask_age=True, pack=replace(PACK, id=f"p{number}"), name=f"s{number}")

    def given():
        with record.reading() as db:
            found = answers.of_sessions(db, f"s{number}")
        return {(one.card, one.question): (one.choice, one.words) for one in found}

    return f"{address}join/{code}", given


def press(page, words):
    """A button that leads to another screen."""
    with page.expect_navigation():
        page.get_by_role("button", name=words, exact=True).click()


def follow(page, words):
    """A link."""
    with page.expect_navigation():
        page.get_by_role("link", name=words).click()


def tap(page, words):
    """A button that changes this one."""
    page.get_by_role("button", name=words, exact=True).click()


def pick(page, words):
    page.get_by_label(words, exact=True).check()


def tab_to(page, words):
    """Press Tab until the focus is on what is called so."""
    for _ in range(20):
        page.keyboard.press("Tab")
        name = page.evaluate(
            "() => { const on = document.activeElement;"
            " return (on.labels?.[0] || on).innerText || on.getAttribute('aria-labelledby') || '' }"
        )
        if name.strip().startswith(words):
            return
    raise AssertionError(words)


def come_in(page, group="Young person"):
    pick(page, group)
    press(page, "Start")
    if group == "Young person":
        pick(page, "8 to 11")
        press(page, "Next")


def answer_a_card(page, look=lambda: None):
    look()
    pick(page, "No")
    press(page, "Next")
    look()
    page.get_by_label("What do you think it means?").fill("where you plug it in")
    press(page, "Next")
    look()
    pick(page, "Sad")
    press(page, "Next")
    look()
    pick(page, "I will say it my way")
    page.get_by_label("Write it your way.").fill("seeing my nan")
    look()
    press(page, "Next")
    look()
    pick(page, "Ask me what I call it")
    press(page, "Next")


ONE_CARD = {
    ("c1", "seen"): ("no", ""),
    ("c1", "guess"): ("", "where you plug it in"),
    ("c1", "feeling"): ("sad", ""),
    ("c1", "prefer"): ("my own way", "seeing my nan"),
    ("c1", "sort"): ("ask me", ""),
}


def test_on_a_phone_a_card_is_answered(browser, joining):
    address, given = joining
    with opened(browser, address, **PHONE) as page:
        come_in(page)
        answer_a_card(page)
        page.get_by_text("Word 2 of 2").wait_for()
        is_accessible(page)
        fits(page)
        assert given() == ONE_CARD


@pytest.mark.slow
@pytest.mark.parametrize("size", [PHONE, TABLET], ids=["phone", "tablet"])
def test_every_screen_can_be_used_by_everybody(browser, joining, size):
    address, given = joining

    def look():
        is_accessible(page)
        fits(page)
        small = [(words, side) for words, side in page.evaluate(TARGETS) if side < LEAST_TARGET]
        assert small == []

    start = address.partition("join/")[0]
    with opened(browser, f"{start}join", **size) as page:
        look()
        page.get_by_label("Type the code").fill(address[-6:].lower())
        press(page, "Next")
        look()
        pick(page, "Young person")
        press(page, "Start")
        look()
        pick(page, "12 to 15")
        press(page, "Next")
        answer_a_card(page, look)
        press(page, "Stop")
        page.get_by_text("You can stop here.").wait_for()
        look()
        follow(page, "Go on")
        press(page, "Skip this word")
        page.get_by_role("heading", name="May we use your words").wait_for()
        look()
        pick(page, "Yes, you can use my words")
        press(page, "Next")
        page.get_by_text("You have come to the end.").wait_for()
        look()
        follow(page, "See or change my answers")
        look()
        follow(page, "Change what you said about contact: How does it feel")
        assert page.get_by_label("Sad", exact=True).is_checked()
        pick(page, "Very sad")
        press(page, "Next")
        page.get_by_role("heading", name="Your answers").wait_for()
        assert given() == ONE_CARD | {("c1", "feeling"): ("very sad", "")}
        follow(page, "Take my answers back")
        look()
        press(page, "Yes, take them back")
        page.get_by_text("Nobody will read them.").wait_for()
        look()
        assert given() == {}


@pytest.mark.slow
def test_by_keyboard_alone(browser, joining):
    address, given = joining
    with opened(browser, address) as page:
        key = page.keyboard
        tab_to(page, "Young person")
        key.press("Space")
        key.press("Enter")
        page.get_by_text("How old are you?").wait_for()
        tab_to(page, "Under 8")
        key.press("Space")
        key.press("Enter")
        page.get_by_text("Word 1 of 2").wait_for()
        tab_to(page, "Yes")
        key.press("ArrowRight")
        key.press("Enter")
        page.get_by_text("What do you think it means?").wait_for()
        tab_to(page, "asked")
        key.type("where you plug it in")
        tab_to(page, "Next")
        key.press("Enter")
        page.get_by_text("How does it feel").wait_for()
        tab_to(page, "Very sad")
        key.press("ArrowDown")
        key.press("Enter")
        page.get_by_text("Which would you rather read?").wait_for()
        tab_to(page, "Back")
        key.press("Enter")
        page.get_by_text("How does it feel").wait_for()
        tab_to(page, "Sad")
        tab_to(page, "Next")
        key.press("Enter")
        page.get_by_text("Which would you rather read?").wait_for()
        tab_to(page, "Skip")
        key.press("Enter")
        page.get_by_text("What should we do").wait_for()
        tab_to(page, "Stop")
        key.press("Enter")
        page.get_by_text("You can stop here.").wait_for()
        kept = ("seen", "guess", "feeling")
        assert given() == {("c1", one): ONE_CARD["c1", one] for one in kept}


@pytest.mark.slow
def test_without_script_nothing_is_missing_but_the_extras(browser, joining):
    address, given = joining
    with opened(browser, address, java_script_enabled=False, **TABLET) as page:
        come_in(page)
        assert not page.get_by_role("button", name="Letters").is_visible()
        assert not page.get_by_role("button", name="Listen").is_visible()
        answer_a_card(page)
        assert given() == ONE_CARD


@pytest.mark.slow
def test_in_forced_colours_and_at_320_pixels_what_is_picked_is_seen(browser, joining):
    address, _ = joining
    small = {"viewport": {"width": 320, "height": 256}, "forced_colors": "active"}
    with opened(browser, address, **small) as page:
        fits(page)
        come_in(page)

        def look():
            is_accessible(page)
            fits(page)

        answer_a_card(page, look)
        press(page, "Back")
        picked = page.locator(".choice", has=page.locator("input:checked"))
        assert picked.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
        assert picked.locator("svg").is_visible()


@pytest.mark.slow
def test_letters_can_be_set_and_stay_so_in_this_tab_alone(browser, joining):
    address, _ = joining
    with opened(browser, address, viewport={"width": 320, "height": 640}) as page:
        before = page.evaluate("parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)")
        tap(page, "Letters")
        for look in ("Big letters", "More space", "Letters that are easy to tell apart", "Light on dark"):
            page.get_by_label(look).check()
        is_accessible(page)
        tap(page, "Done")
        come_in(page)
        page.get_by_text("Word 1 of 2").wait_for()
        after = page.evaluate("parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)")
        assert after > 1.3 * before
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"
        is_accessible(page)
        fits(page)
        beside = page.context.new_page()
        beside.goto(page.url)
        assert beside.evaluate("document.documentElement.className") == "has-script"


#: A browser's speech, with the voices that it is given; keeps what it is told to say, and by whom.
SPEECH = """(() => {
    const target = new EventTarget(), said = [];
    window.said = said;
    Object.defineProperty(window, "SpeechSynthesisUtterance",
        {value: class extends EventTarget { constructor(text) { super(); this.text = text; } }});
    Object.defineProperty(window, "speechSynthesis", {value: Object.assign(target, {
        getVoices: () => VOICES, cancel: () => {}, speak: (one) => said.push([one.text, one.voice.name])})});
})()"""
AWAY = {"name": "Cloud", "lang": "en-GB", "localService": False}
FRENCH = {"name": "Amélie", "lang": "fr-FR", "localService": True}
OURS = {"name": "Moira", "lang": "en_GB", "localService": True}
AMERICAN = {"name": "Sam", "lang": "en-US", "localService": True}


def speaking(page, *voices):
    page.add_init_script(SPEECH.replace("VOICES", json.dumps(voices)))
    page.reload()


@pytest.mark.slow
def test_a_voice_of_this_device_reads_the_screen(browser, joining):
    address, _ = joining
    with opened(browser, address, **TABLET) as page:
        come_in(page)
        speaking(page, AWAY, AMERICAN, OURS)
        page.goto(page.url.replace("seen", "feeling"))
        is_accessible(page)
        tap(page, "Listen")
        said = page.evaluate("said")
        assert {voice for _, voice in said} == {"Moira"}
        assert [words for words, _ in said] == [
            "contact",
            "“Contact is on Saturdays.”",
            "It means: time with your family",
            "How does it feel to read this about you?",
            "Very sad",
            "Sad",
            "Okay",
            "Happy",
            "Very happy",
        ]
        tap(page, "Be quiet")
        assert page.get_by_role("button", name="Listen").is_visible()


@pytest.mark.slow
@pytest.mark.parametrize("voices", [[], [AWAY], [FRENCH, AWAY]])
def test_no_voice_that_would_send_the_words_away_is_used(browser, joining, voices):
    address, _ = joining
    with opened(browser, address) as page:
        speaking(page, *voices)
        assert not page.get_by_role("button", name="Listen").is_visible()
