from __future__ import annotations

import tomllib

import pytest

from jargon_scanner.choices import Ignore
from jargon_scanner.errors import SettingsError
from jargon_scanner.leave_alone import leave_alone
from jargon_scanner.settings import FILE_NAME, read_settings

RULE = Ignore("contact | family", 'we all "say" it\nhere')


@pytest.mark.parametrize(
    "before",
    [
        "",
        "# ours\nmodel = 'x' # why\n",
        "[limits]\nseconds = 60\n",
        "ignore = 'IRO | known'\n\n[limits]\nseconds = 60\n",
        "ignore = ['IRO | known']\n",
        "ignore = [\n  'IRO | known', # here\n  {term = 'LAC'},\n]\n[limits]\nseconds = 60\n",
        "[[ignore]]\nterm = 'IRO'\n[limits]\nseconds = 60\n",
        "ignore = []\n",
        "\ufeffmodel = 'x'\n",
    ],
)
def test_words_are_added_and_all_else_stays(before, tmp_path):
    path = tmp_path / FILE_NAME
    path.write_text(before, "utf-8")
    was = read_settings(path, tmp_path)
    leave_alone(path, RULE)
    now = read_settings(path, tmp_path)
    assert [(one.words, one.reason) for one in now.ignored] == [
        *((one.words, one.reason) for one in was.ignored),
        (RULE.words, RULE.reason),
    ]
    assert (now.model, now.limits) == (was.model, was.limits)
    assert all(
        comment in path.read_text("utf-8") for comment in ("# ours", "# why", "# here") if comment in before
    )
    leave_alone(path, Ignore("placement", "the form prints it"))
    assert len(read_settings(path, tmp_path).ignored) == len(now.ignored) + 1


def test_a_file_that_is_not_there_is_made(tmp_path):
    path = tmp_path / "new" / FILE_NAME
    leave_alone(path, RULE)
    assert tomllib.loads(path.read_text("utf-8"))["ignore"] == [{"term": RULE.words, "reason": RULE.reason}]


@pytest.mark.parametrize("before", ["ignore = [", "colour = 'red'\n"])
def test_a_file_with_mistakes_stays_as_it_is(before, tmp_path):
    path = tmp_path / FILE_NAME
    path.write_text(before)
    with pytest.raises(SettingsError):
        leave_alone(path, RULE)
    assert path.read_text() == before


def test_the_persons_own_file_is_read_where_no_folder_has_one(tmp_path, data_folder):
    leave_alone(data_folder / FILE_NAME, RULE)
    assert [one.words for one in read_settings(None, tmp_path).ignored] == [RULE.words]
    (tmp_path / FILE_NAME).write_text("model = 'x'\n")
    assert read_settings(None, tmp_path).ignored == ()
