"""What the guides say is so: commands, pages and pictures are there, and nothing that is kept goes unnamed."""

from __future__ import annotations

import re
import struct

import html5lib
import pypdfium2
import pytest
import typer
from typer.testing import CliRunner

from jargon_scanner import Scanner, scan_text
from jargon_scanner.cli.app import app
from jargon_scanner.guides import PICTURES, guides
from jargon_scanner.guides.html import page
from jargon_scanner.plugins import discover
from tests import pictures
from tests.web.browsing import BROWSER, needs_browser

NOTE = guides()["data-protection"].text
SHOWN = re.compile(r"!\[([^\]]*)\]\(pictures/([\w.-]+)\)")


def commands(command, names=()):
    """Every command by its words, with the options that it takes."""
    if hasattr(command, "commands"):
        for name, inner in command.commands.items():
            yield from commands(inner, (*names, name))
    else:
        yield " ".join(names), {option for one in command.params for option in one.opts}


COMMANDS = dict(commands(typer.main.get_command(app)))


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_note_says_what_each_command_reads_and_keeps(name):
    table = NOTE.partition("## What each command")[2].partition("\n## ")[0]
    group = name.partition(" ")[0]
    assert f"`{name}`" in table or f"all of `{group}`" in table


def test_the_note_says_what_each_page_keeps():
    from jargon_scanner.web.family import Page

    table = NOTE.partition("## What each page keeps")[2].partition("\n## ")[0]
    for name in discover("jargon_scanner.web.pages", Page):
        assert f"`{name}`" in table, f"say in data-protection.md what the page {name!r} keeps"


@pytest.mark.parametrize("name", sorted(guides()))
def test_commands_that_a_guide_names_are_there_with_their_options(name):
    lines = re.findall(
        r"`(?:jargon-scanner )([^`\n]+)`|^jargon-scanner (.+)$", guides()[name].text, re.MULTILINE
    )
    said = [(one or other).split() for one, other in lines]
    assert said
    for words in said:
        known = [name for name in COMMANDS if " ".join(words).startswith(name)]
        implied = [name for name in COMMANDS if name == f"{words[0]} scan"]
        assert known or implied, words
        options = COMMANDS[max(known or implied, key=len)]
        assert {word for word in words if word.startswith("--")} <= options, words


@pytest.mark.parametrize("name", sorted(guides()))
def test_every_picture_is_there_with_words_for_who_cannot_see_it(name):
    for words, picture in SHOWN.findall(guides()[name].text):
        assert len(words.split()) > 5
        assert (PICTURES / picture).is_file()


def test_every_picture_is_shown_is_small_and_can_be_taken_again():
    shown = {picture for guide in guides().values() for _, picture in SHOWN.findall(guide.text)}
    there = {path.name for path in PICTURES.glob("*.png")}
    assert shown == there == {f"{name}.png" for name in pictures.SCREENS}
    for path in PICTURES.glob("*.png"):
        assert path.stat().st_size <= pictures.MOST_BYTES
        width, height = struct.unpack(">II", path.read_bytes()[16:24])
        assert (width, height) == (pictures._SIZE["width"], pictures._SIZE["height"])


@pytest.mark.slow
@needs_browser
def test_the_pictures_are_taken_of_the_real_screens(tmp_path):
    pictures.take(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {f"{name}.png" for name in pictures.SCREENS}
    assert all(path.stat().st_size <= pictures.MOST_BYTES for path in tmp_path.iterdir())


@pytest.mark.slow
@needs_browser
def test_the_guides_of_the_three_users_print_on_one_sheet(tmp_path):
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER)
        for name in ("practitioner", "qa-team", "our-voice"):
            (tmp_path / "guide.html").write_bytes(page(guides()[name]))
            shown = browser.new_page()
            shown.goto((tmp_path / "guide.html").as_uri())
            printed = pypdfium2.PdfDocument(shown.pdf(prefer_css_page_size=True))
            assert len(printed) == 1, name
        browser.close()


@pytest.mark.parametrize("name", sorted(guides()))
def test_a_guide_is_one_page_that_needs_no_other_file(name, tmp_path):
    done = CliRunner().invoke(app, ["guide", name, "--output", str(tmp_path / "guide.html")])
    assert done.exit_code == 0, done.output
    made = html5lib.parse((tmp_path / "guide.html").read_bytes(), namespaceHTMLElements=False)
    assert made.findtext(".//h1") == guides()[name].title
    assert not list(made.iter("script"))
    sources = [image.get("src") for image in made.iter("img")]
    assert len(sources) == len(SHOWN.findall(guides()[name].text))
    assert all(source.startswith("data:image/png;base64,") for source in sources)


def test_guides_are_listed_shown_and_asked_for_by_name():
    run = CliRunner().invoke
    assert [line.split()[0] for line in run(app, ["guide"]).stdout.splitlines()] == list(guides())
    assert run(app, ["guide", "practitioner"]).stdout.rstrip() == guides()["practitioner"].text.rstrip()
    missing = run(app, ["guide", "../secret"])
    assert missing.exit_code == 2
    assert "practitioner" in missing.stderr


#: What a guide talks about, and what its reader calls it.
TALKED_ABOUT = {
    "practitioner": {"practitioners", "reading age"},
    "data-protection": {"case record"},
}


@pytest.mark.parametrize("name", sorted(guides()))
def test_guides_pass_our_own_scan(name, scanner: Scanner):
    text = re.sub(r"`[^`]*`|```.*?```", "", guides()[name].text, flags=re.DOTALL)
    found = [one.text for one in scan_text(text, scanner=scanner).findings]
    assert [one for one in found if one not in TALKED_ABOUT.get(name, set())] == []


def test_a_page_of_a_guide_holds_no_markup_but_its_own():
    made = page(type(guides()["practitioner"])("x", "<b>", "# <script>alert(1)</script>"))
    assert b"<script>" not in made
