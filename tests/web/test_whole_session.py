"""A whole session, from the words of a library to the suggestion that young people chose."""

from __future__ import annotations

import re
from contextlib import ExitStack
from datetime import date

import pytest
import yaml
from playwright.sync_api import expect
from typer.testing import CliRunner

from jargon_scanner.cli.app import app as commands
from tests.review.small_packs import open_session
from tests.web.browsing import fits, is_accessible, needs_browser, opened, server
from tests.web.conftest import ADDRESS
from tests.web.our_voice import PASSPHRASE
from tests.web.test_browser import SAMPLES
from tests.web.test_browser_join import PHONE, TABLET, follow, pick, press, tab_to
from tests.web.test_join import Person, words_of

SENTENCE = "Contact is on Saturdays at the centre."


def command(*words):
    done = CliRunner().invoke(commands, [str(word) for word in words])
    assert done.exit_code == 0, done.output
    return done.output


def prepare(folder):
    """Scan the samples as a library, and pick what its readers meet most."""
    command("scope", SAMPLES, "--output", folder / "figures")
    command("review", "prepare", "--from", folder / "figures", "--title", "Spring words", "--most", 4)


def take_to_a_session(page):
    """The facilitator chooses a passphrase, ticks what may go out, and opens a session; gives its code."""
    page.get_by_label("New passphrase").fill(PASSPHRASE)
    page.get_by_label("The same again").fill(PASSPHRASE)
    press(page, "Keep it")
    follow(page, "Spring words")
    while page.get_by_role("button", name="No: let it go out").count():
        with page.expect_navigation():
            page.get_by_role("button", name="No: let it go out").first.click()
    is_accessible(page)
    follow(page, "Take them to a session")
    page.get_by_label("What you call it").fill("Tuesday group")
    press(page, "Open it")
    return page.locator(".code").first.inner_text().partition(":")[2].replace(" ", "").strip()


def look(page):
    is_accessible(page)
    fits(page)


def join(page, code):
    page.get_by_label("Type the code").fill(code)
    press(page, "Next")
    look(page)
    pick(page, "Young person")
    press(page, "Start")
    while page.get_by_role("heading", level=1).inner_text() != "contact":
        press(page, "Skip this word")


def answer_about_contact(page, guess, prefers):
    look(page)
    pick(page, "No")
    press(page, "Next")
    page.get_by_label("What do you think it means?").fill(guess)
    press(page, "Next")
    look(page)
    pick(page, "Sad")
    press(page, "Next")
    look(page)
    pick(page, prefers)
    press(page, "Next")
    pick(page, "Change it")
    press(page, "Next")


def by_keys_alone(page, code, prefers):
    key = page.keyboard

    def then(words):
        key.press("Enter")
        page.get_by_text(words).first.wait_for()

    tab_to(page, "Type the code")
    key.type(code)
    then("Who are you?")
    tab_to(page, "Young person")
    key.press("Space")
    then("Word 1 of 4")
    while page.get_by_role("heading", level=1).inner_text() != "contact":
        place = int(re.search(r"Word (\d)", page.inner_text(".place"))[1])
        tab_to(page, "Skip this word")
        then(f"Word {place + 1} of 4")
    tab_to(page, "Yes")
    key.press("Space")
    then("What do you think it means?")
    tab_to(page, "Next")
    then("How does it feel")
    tab_to(page, "Very sad")
    key.press("Space")
    then("Which would you rather read?")
    tab_to(page, page.locator(".choice span").first.inner_text())
    while not page.get_by_label(prefers, exact=True).is_checked():
        key.press("ArrowDown")
    then("What should we do")
    tab_to(page, "Next")
    key.press("Enter")
    page.wait_for_url(re.compile(r"/talk/(?!cards/\w+/sort)"))


def finish(page):
    while "/talk/cards/" in page.url:
        press(page, "Skip this word")
    if page.url.endswith("/quotes"):
        pick(page, "Yes, you can use my words")
        press(page, "Next")
    page.get_by_text("You have come to the end.").wait_for()
    look(page)


def suggestions(page, address):
    """The first wordings that the practitioner's page offers for "contact", and all that it says of it."""
    page.goto(address)
    page.locator("details.paste > summary").click()
    page.fill("#text", SENTENCE)
    page.get_by_role("button", name="Check it").click()
    page.wait_for_selector("body.check", timeout=60_000)  # after a decision, the lexicon is read anew
    item = page.locator(".item", has=page.locator(".term", has_text="Contact")).first
    return item.locator(".choice span").all_inner_texts()[:2], item.inner_text()


def decide(page):
    """Read what people said, and take the wording that most of them chose."""
    follow(page, "Results with numbers")
    is_accessible(page)
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="time with family"))
    assert "5 of 6" in row.inner_text()
    assert page.get_by_text("“seeing your mum” may be quoted").count() == 4
    assert "Kayleigh" not in page.inner_text("main")
    follow(page, "Decide about “contact”")
    is_accessible(page)
    page.get_by_label("Say “time with family”").check()
    page.get_by_label("Why").fill("It says what happens.")
    press(page, "Decide")
    expect(page.get_by_text("chosen by 5 of 6 young people")).to_be_visible()
    is_accessible(page)


@pytest.mark.slow
@needs_browser
def test_from_the_words_of_a_library_to_the_words_that_young_people_chose(browser, tmp_path):
    prepare(tmp_path)
    with server(tmp_path) as address, opened(browser, f"{address}our-voice") as team:
        with team.context.new_page() as practitioner:
            assert suggestions(practitioner, address)[0] == ["Family time", "Time with family"]
        code = take_to_a_session(team)
        session = team.url
        with ExitStack() as room:
            people = [
                room.enter_context(opened(browser, f"{address}join", **size)) for size in [PHONE, TABLET] * 3
            ]
            by_keys_alone(people[0], code, "time with family")
            for number, page in enumerate(people[1:]):
                join(page, code)
                guess = "when Kayleigh rings you" if number == 0 else "seeing your mum"
                answer_about_contact(page, guess, "time with family" if number else "None of these")
            expect(team.locator("#joined")).to_have_text("6")
            for page in people:
                finish(page)
            expect(team.locator("#finished")).to_have_text("6")
        follow(team, "Read what people wrote")
        expect(team.get_by_text("Look twice")).to_have_count(1)
        with team.expect_navigation():
            team.get_by_role("button", name="Hide “when Kayleigh rings you”").click()
        with team.expect_navigation():
            team.get_by_role("button", name="I have read them all").click()
        team.goto(session)
        press(team, "End the session")
        decide(team)
        wordings, everything = suggestions(team, address)
        assert wordings == ["Time with family", "Family time"]
        assert f"“Time with family” by 5 of 6 young people, {date.today():%B %Y}" in everything
        is_accessible(team)


def test_in_short_what_people_answer_is_what_the_team_decides_on(app, facilitator, data_folder):
    """Without a browser, over two cards: their screens, the team's pages, the file that every check reads."""
    code = open_session(app.state.services.archive.open())
    for number in range(6):
        person = Person(app)
        person.join(code)
        person.say("c1", "prefer", choice="visits" if number else "family time")
    asked = words_of(facilitator.get("/our-voice/words/decide?session=s1&word=contact").text)
    assert "Say “visits” 5 of 6 young people" in asked
    decision = {"choice": "say:visits", "group": "young person", "reason": "Most chose it."}
    where = "/our-voice/words/decide"
    token = {"csrf": facilitator.token, "session": "s1", "word": "contact"}
    sent = facilitator.client.post(where, params=token, data=decision, headers={"origin": ADDRESS})
    assert sent.status_code == 303, words_of(sent.text)
    (holds,) = yaml.safe_load((data_folder / "reviewed.yaml").read_text(encoding="utf-8"))["wordings"]
    assert (holds["id"], holds["say"]) == ("contact", "visits")
    assert (holds["chosen"]["chose"], holds["chosen"]["of"]) == (5, 6)
