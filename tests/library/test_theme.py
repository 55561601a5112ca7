"""The sheet of a theme: whatever stands in documents and names of folders, it can be written."""

import io

import docx

from jargon_scanner.library.theme.find import Theme
from jargon_scanner.library.theme.sentences import Sentence, Shown
from jargon_scanner.library.theme.sheet import Sheet, write_sheet


def test_what_no_word_file_can_hold_is_shown_all_the_same():
    shown = Shown("Early\x1bhelp", (Sentence("", "one\x01two", 1, 0),), ())
    out = io.BytesIO()
    write_sheet(Sheet(Theme("missing\x02 episodes"), (), (), (shown,), ()), out)
    text = [paragraph.text for paragraph in docx.Document(io.BytesIO(out.getvalue())).paragraphs]
    assert "Early�help" in text
    assert "☐ Typical: one�two" in text
    assert "For our practice day: missing� episodes" in text
