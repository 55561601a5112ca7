"""The folder in which a council's own decisions lie: never inside the installed package."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

#: What a team decided, in the form of a lexicon file; every command and page reads it.
REVIEWED = "reviewed.yaml"
#: The council's own words, where it has named no file of its own; every command and page reads them.
OWN = "our-words.yaml"


def data_folder() -> Path:
    """The folder: ``JARGON_SCANNER_DATA``, or the system's place for a program's data."""
    named = os.environ.get("JARGON_SCANNER_DATA")
    return Path(named) if named else platformdirs.user_data_path("jargon-scanner", appauthor=False)


def own_words() -> Path:
    """Where the council's own words are written, if it has named no file; it need not be there yet."""
    return data_folder() / OWN


def kept_layers() -> tuple[Path, ...]:
    """The layers of the folder that are there: the council's own words, and what people chose."""
    own = own_words()
    return (*((own,) if own.is_file() else ()), *reviewed_layer())


def reviewed_layer() -> tuple[Path, ...]:
    """The layer of what young people and parents chose, where the folder has one."""
    path = data_folder() / REVIEWED
    return (path,) if path.is_file() else ()
