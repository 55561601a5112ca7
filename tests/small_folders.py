"""A bundled folder of a few entries, and files of other layers on top, so that no test hangs on the real words."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import ROOT
from tests.small_lexicons import short, term

PLACEMENT = term(
    "placement", "noun", "home", meaning="The home where a child lives.", why="Nobody lives in a placement.",
    examples={"flagged": ["His [placements] ended."], "not_flagged": ["Place the cup there."]},
)  # fmt: skip
CONTACT = term(
    "contact", "noun", treatment="ask", question="What does this child call it?", meaning="Time with family.",
    why="Nobody has contact with their mum.", say=[{"replace": "family time", "number": "mass"}],
    unless=[{"phrase": ["eye contact"]}],
    examples={"flagged": ["[Contact] was good."], "not_flagged": ["She made eye contact."]},
)  # fmt: skip
STEP_DOWN = term(
    "step down", "verb", "move to lighter help", also=["step <someone> down"], meaning="To give less help.", why="It reads like stairs.",
    examples={"flagged": ["It was [stepped down]."], "not_flagged": ["Step up now."]},
)  # fmt: skip
IRO = short(
    "IRO", {"long": "independent reviewing officer", "meaning": "A person who checks a plan.", "say": [{"replace": "reviewing person"}]},
    treatment="explain", why="Nobody can guess it.", said="letters",
    examples={"flagged": ["The [IRO] came. → independent reviewing officer"]},
)  # fmt: skip
BUNDLED = (PLACEMENT, CONTACT, STEP_DOWN, IRO)


def bundled(folder: Path, *rows: dict[str, Any]) -> Path:
    """A folder as the bundled one, with these entries in ``words.yaml``."""
    folder.mkdir(exist_ok=True)
    for name in ("categories.yaml", "word-classes.yaml", "inflections.yaml"):
        shutil.copy(ROOT / "lexicons" / name, folder / name)
    return written(folder / "words.yaml", *(rows or BUNDLED)).parent


def written(path: Path, *rows: dict[str, Any], **head: Any) -> Path:
    """A lexicon file with these entries."""
    data = {"domain": "A test", **head, "entries": list(rows)}
    path.write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return path
