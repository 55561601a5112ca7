import io
from dataclasses import replace

import pytest

from jargon_scanner.errors import FileMissing, UsageError
from jargon_scanner.outputs import Look, find_output, installed
from tests.reports import HOSTILE, WIDE, finding, full_report, report

AWKWARD = {
    "full": full_report(),
    "without findings": report(),
    "empty": report(words=0, age=None, after=None, pages=None),
    "hostile": report(
        finding(HOSTILE, f"Before {HOSTILE} after.", label=HOSTILE), path=HOSTILE, title=HOSTILE
    ),
    "half a surrogate": report(finding("x\ud800", "An x\ud800 here."), path="a\udcff.txt"),
    "wide": report(finding("上讨论了", WIDE)),
    "long": report(finding("long", "word " * 3000 + "[long]" + " after" * 3000)),
    "words outside their sentence": report(finding("step\ndown", "Nothing of it.")),
    "no sentence": report(replace(finding(), sentence="")),
}


def test_our_own_outputs_are_all_there():
    assert set(installed()) >= {"text", "json", "jsonl", "html"}


@pytest.mark.parametrize("name", ["text", "json", "jsonl", "html"])
@pytest.mark.parametrize("case", AWKWARD)
def test_every_output_writes_every_report_as_utf8(name, case, show):
    assert show(name, AWKWARD[case]).strip()


@pytest.mark.parametrize("name", ["text", "json", "jsonl", "html"])
def test_every_output_writes_an_error_in_the_place_of_a_document(name, show):
    assert "gone.docx was not found" in show(name, FileMissing("gone.docx"))


def test_an_output_is_found_by_its_name_then_by_the_ending_of_the_file():
    assert find_output("html", "x.json").name == "html"
    assert find_output(None, "x.JSON").name == "json"
    assert find_output(None, "x.jsonl").name == "jsonl"
    assert find_output(None, "x.html").name == "html"
    assert find_output(None, "x.doc").name == "text"
    assert find_output(None).name == "text"


def test_an_unknown_output_is_named_with_the_known_ones():
    with pytest.raises(UsageError, match=r"no format 'xml'.*json.*text"):
        find_output("xml")


def test_lines_are_written_as_soon_as_their_document_is_done():
    out = io.BytesIO()

    def results():
        for lines in range(3):
            assert out.getvalue().count(b"\n") == lines
            yield report()

    find_output("jsonl").write(results(), out, Look())
    assert out.getvalue().count(b"\n") == 3
