import base64
import hashlib
import re
from itertools import pairwise

import html5lib
import pytest

from jargon_scanner.errors import FileMissing
from jargon_scanner.outputs import find_output
from jargon_scanner.outputs.visible import visible
from tests.outputs.test_family import AWKWARD
from tests.reports import HOSTILE, full_report, report

HTML = "{http://www.w3.org/1999/xhtml}"


def parse(page):
    """The page as a browser reads it; any mistake in it is an error."""
    return html5lib.HTMLParser(strict=True).parse(page)


def every(tree, tag):
    return list(tree.iter(f"{HTML}{tag}"))


def words(element):
    return " ".join("".join(element.itertext()).split())


@pytest.fixture(params=AWKWARD)
def awkward(request, show):
    return parse(show("html", AWKWARD[request.param])), AWKWARD[request.param]


def test_nothing_of_a_document_becomes_part_of_the_page(awkward):
    tree, _ = awkward
    assert not {
        tag for tag in ("script", "img", "iframe", "link", "object", "base", "form") if every(tree, tag)
    }
    assert len(every(tree, "style")) == 1
    for element in tree.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on"), name
            assert name != "style"
            assert name not in ("href", "src") or value.startswith("#"), value


def test_every_finding_stands_inside_a_mark(awkward):
    tree, made = awkward
    marks = [words(mark) for mark in every(tree, "mark")]
    assert len(marks) == len(made.findings)
    names = {"acronym": "AAcronym: ", "jargon": "JJargon: ", "blaming": "BCould hurt: "}
    wanted = sorted(" ".join((names[one.kind] + visible(one.text)).split()) for one in made.findings)
    assert sorted(marks) == wanted


def test_the_page_can_be_found_through_by_ear_and_keyboard(awkward):
    tree, _ = awkward
    assert tree.get("lang") == "en-GB"
    assert all(len(every(tree, tag)) == 1 for tag in ("header", "main", "footer", "h1", "title"))
    first = next(element for element in every(tree, "a"))
    assert first.get("href") == "#main"
    assert every(tree, "main")[0].get("id") == "main"
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert {link.get("href")[1:] for link in every(tree, "a")} <= set(ids)


def levels(tree):
    return [
        int(element.tag[-1]) for element in tree.iter() if re.fullmatch(rf"{HTML}h[1-6]", str(element.tag))
    ]


@pytest.mark.parametrize("many", [False, True])
def test_headings_go_down_one_step_at_a_time(many, show):
    results = [full_report(), FileMissing("gone.docx"), report()] if many else [full_report()]
    found = levels(parse(show("html", *results)))
    assert found[0] == 1
    assert all(lower - upper <= 1 for upper, lower in pairwise(found))


def test_the_policy_allows_the_one_style_and_nothing_else(show):
    tree = parse(show("html", full_report()))
    policy = next(meta.get("content") for meta in every(tree, "meta") if meta.get("http-equiv"))
    style = every(tree, "style")[0].text
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'")
    assert "http" not in style
    assert "url(" not in style
    assert "@import" not in style


def test_nothing_points_outside(show):
    page = show("html", full_report(), FileMissing("x"), report())
    assert re.findall(r"(?:https?:)?//[a-z]", page) == []


def test_document_text_is_escaped_and_no_template(show):
    page = show("html", AWKWARD["hostile"])
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "{{ 7 * 7 }}" in page
    assert "\x1b" not in page


def test_a_table_of_counts_has_headers(show):
    table = every(parse(show("html", full_report())), "table")[0]
    assert words(every(table, "caption")[0]) == "How many of each"
    assert all(header.get("scope") for header in every(table, "th"))
    rows = {
        words(every(row, "th")[0]): words(every(row, "td")[0])
        for row in every(table, "tr")
        if every(row, "td")
    }
    assert rows["AAcronym"] == "5"
    assert rows["JJargon"] == "6"
    assert rows["BCould hurt"] == "1"
    assert rows["System word"] == "5"
    assert rows["Printed in the form"] == "1"


def test_repeats_are_folded_into_details(show):
    details = every(parse(show("html", full_report())), "details")
    assert words(every(details[1], "summary")[0]) == "Also in 3 more places"
    assert len(every(details[1], "mark")) == 3


def test_a_page_of_several_documents_links_to_each(show):
    tree = parse(show("html", full_report(), FileMissing("gone.docx"), report(path="clean.docx")))
    navigation = every(tree, "nav")[0]
    assert [words(link) for link in every(navigation, "a")] == ["plan.docx", "gone.docx", "clean.docx"]
    assert "gone.docx was not found" in words(navigation)


def test_a_folder_of_pages_has_an_index_that_names_them_all():
    results = [
        full_report(),
        report(path="other/PLAN.docx"),
        FileMissing("gone.docx"),
        report(path="index"),
        report(path=f"a/{HOSTILE}"),
        report(path="a/50% sure?#1.md"),
    ]
    *pages, index = find_output("html").pages(iter(results))
    names = [page.name for page in pages]
    assert names[:3] == ["plan.docx.html", "PLAN.docx-2.html", "index-2.html"]
    assert names[4] == "50_ sure__1.md.html"
    assert not any(set(name) & set('<>:"/\\|?*%#') for name in names)
    assert index.name == "index.html"
    tree = parse(index.content.decode())
    links = [link.get("href") for link in every(tree, "a")][1:]
    assert len(links) == 5
    assert links[4] == "50_%20sure__1.md.html"
    assert "gone.docx was not found" in words(every(tree, "main")[0])
    for page in pages:
        parse(page.content.decode())


def test_contrast_of_the_stylesheet_is_enough(show):
    style = every(parse(show("html", report())), "style")[0].text
    pairs = {
        ("#12161c", "#ffffff"): 7,
        ("#4a5360", "#ffffff"): 7,
        ("#1c5aa0", "#e7f0fb"): 4.5,
        ("#00665a", "#e2f3ef"): 4.5,
        ("#8a1f52", "#fbe8f0"): 4.5,
        ("#a3260f", "#ffffff"): 4.5,
        ("#1d6b35", "#ffffff"): 4.5,
    }
    for (ink, ground), least in pairs.items():
        assert ink in style
        assert contrast(ink, ground) >= least


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
