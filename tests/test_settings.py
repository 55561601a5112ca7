from __future__ import annotations

from pathlib import Path

import pytest

from jargon_scanner.choices import Ignore
from jargon_scanner.errors import SettingsError
from jargon_scanner.settings import FILE_NAME, Settings, find_settings, read_settings
from jargon_scanner.workers import Limits

WHOLE = """
lexicon = ["council.yaml", "/data/reviewed"]
words-we-use = "family.txt"
model = "en_core_web_md"
kinds = ["jargon"]
categories = "label"
ignore = ["contact | we say it", {term = "IRO", reason = "known"}, {term = "CP"}]
limits = {seconds = 60}
"""


def written(folder: Path, text: str) -> Path:
    path = folder / FILE_NAME
    path.write_text(text, "utf-8")
    return path


def test_everything_that_may_be_said_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, WHOLE)
    assert read_settings(None, tmp_path) == Settings(
        lexicon=(tmp_path / "council.yaml", Path("/data/reviewed")),
        words_we_use=tmp_path / "family.txt",
        model="en_core_web_md",
        kinds=("jargon",),
        categories=("label",),
        ignored=(
            Ignore("contact", "we say it", FILE_NAME),
            Ignore("IRO", "known", FILE_NAME),
            Ignore("CP", "", FILE_NAME),
        ),
        limits=Limits(seconds=60),
        path=path,
    )


def test_the_nearest_file_above_is_found(tmp_path: Path) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    above = written(tmp_path, "")
    assert find_settings(below) == above
    nearer = written(tmp_path / "a", "")
    assert find_settings(below) == nearer


def test_a_file_that_is_named_is_read_instead(tmp_path: Path) -> None:
    written(tmp_path, 'model = "a"')
    other = tmp_path / "other.toml"
    other.write_text('model = "b"', "utf-8")
    assert read_settings(other, tmp_path).model == "b"
    with pytest.raises(SettingsError, match=r"gone.toml was not found"):
        read_settings(tmp_path / "gone.toml", tmp_path)


def test_without_a_file_nothing_is_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jargon_scanner.settings.FILE_NAME", "no-such-name.toml")
    assert read_settings(None, tmp_path) == Settings()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('lexicn = ["a"]', "lexicn: there is no such key. Did you mean 'lexicon'?"),
        ('words_we_use = "a"', "words_we_use: there is no such key. Did you mean 'words-we-use'?"),
        ('kinds = ["jargn"]', "kinds: 'jargn' is none of acronym, jargon, blaming. Did you mean 'jargon'?"),
        ("model = 3", "model: Input should be a valid string"),
        ('ignore = [{trm = "x"}]', "ignore.0.trm: there is no such key. Did you mean 'term'?"),
        ('ignore = [{reason = "x"}]', "ignore.0.term: this is missing."),
        ("model = = 3", "this is not TOML: Invalid value (at line 1, column 9)"),
    ],
)
def test_a_mistake_is_named_with_file_and_key(tmp_path: Path, text: str, message: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(SettingsError) as raised:
        read_settings(None, tmp_path)
    assert f"{path}: {message}" in str(raised.value).splitlines()


@pytest.mark.parametrize(
    ("written", "kept"),
    [("voice.sqlite", "{folder}/voice.sqlite"), ("postgresql://team@db/voice", "postgresql://team@db/voice")],
)
def test_the_record_is_a_file_beside_the_configuration_or_an_address(tmp_path, written, kept):
    path = tmp_path / FILE_NAME
    path.write_text(f'record = "{written}"', encoding="utf-8")
    assert read_settings(path, tmp_path).record == kept.format(folder=tmp_path)
