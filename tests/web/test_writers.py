"""Programs that people write in, as they are installed, ask the server as a person starts it."""

from __future__ import annotations

import subprocess
import sys

import docx
import pytest

from tests.web.browsing import server
from tests.web.libreoffice import SOFFICE, underlined

pytestmark = pytest.mark.slow  # what they send stands in test_languagetool, without them

PARAGRAPHS = (
    "The ICPC was held & mum failed to engage, at 100%.",
    "😀 We will commence the work; 1 + 1 is %41.",
    "The dog slept by the door.",
)


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with server(tmp_path_factory.mktemp("scratch")) as address:
        yield address


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("base", ["v2", "v2/"])
def test_libreoffice_underlines_the_words_and_offers_ours(address, base, tmp_path):
    document = docx.Document()
    for text in PARAGRAPHS:
        document.add_paragraph(text)
    document.save(tmp_path / "draft.docx")
    found = underlined(tmp_path / "draft.docx", f"{address}{base}", tmp_path / "profile")
    assert [one.words for one in found] == ["ICPC", "failed to engage", "commence"]
    icpc, blame, commence = found
    assert "initial child protection conference" in icpc.offered
    assert "Means: " in icpc.said
    assert blame.offered == ()
    assert blame.title == "Could hurt: think again who did what"
    assert "?" in blame.said
    assert "start" in commence.offered


def test_a_program_that_speaks_the_api_shows_our_words(address, tmp_path):
    pytest.importorskip("pylanguagetool", reason="pyLanguagetool is not installed")
    draft = tmp_path / "draft.txt"
    draft.write_text("\n".join(PARAGRAPHS), encoding="utf-8")
    shown = subprocess.run(
        [sys.executable, "-c", "from pylanguagetool.cli import main; main()", "--no-color", "--rules", "--lang", "en-GB",
         "--api-url", f"{address}v2/", str(draft)],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert shown.stderr == ""
    assert "Means: To start." in shown.stdout
    assert "start" in shown.stdout
    assert "JARGON_COMMENCE" in shown.stdout
    assert "BLAMING_" in shown.stdout


def test_a_program_puts_our_words_where_the_writers_stood(address):
    client = pytest.importorskip("language_tool_python", reason="language-tool-python is not installed")
    text = "\n".join(PARAGRAPHS)
    with client.LanguageTool("en-GB", remote_server=address.rstrip("/")) as tool:
        found = tool.check(text)
        assert tool.correct(text).splitlines() == [
            "The initial child protection conference was held & mum failed to engage, at 100%.",
            "😀 We will start the work; 1 + 1 is %41.",
            "The dog slept by the door.",
        ]
    marked = [text[one.offset : one.offset + one.error_length] for one in found]
    assert marked == ["ICPC", "failed to engage", "commence"]
