"""Words to leave alone from now on, written into the settings file that a team has; all else in it stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import tomlkit
from tomlkit.exceptions import TOMLKitError

from jargon_scanner.errors import SettingsError
from jargon_scanner.settings import read_settings
from jargon_scanner.whole_file import replaced

if TYPE_CHECKING:
    from pathlib import Path

    from tomlkit import TOMLDocument

    from jargon_scanner.choices import Ignore


def leave_alone(path: Path, rule: Ignore) -> None:
    """Add words to ``ignore`` in a settings file, which is made if it is not there.

    Args:
        path: the file.
        rule: the words and the reason; where they come from is the file itself.

    Raises:
        SettingsError: the file holds mistakes, or cannot be written; it is as it was.
    """
    try:
        if path.exists():
            read_settings(path, path.parent)
            document = tomlkit.parse(path.read_text(encoding="utf-8-sig"))
        else:
            document = tomlkit.document()
        _add(document, rule)
        path.parent.mkdir(parents=True, exist_ok=True)
        with replaced(path) as file:
            file.write(tomlkit.dumps(document).encode())
    except OSError as error:
        raise SettingsError(f"{path} could not be written: {error.strerror}.") from None
    except TOMLKitError as error:
        raise SettingsError(f"{path}: this is not TOML: {error}") from None


def _add(document: TOMLDocument, rule: Ignore) -> None:
    row = tomlkit.inline_table()
    row.update({"term": rule.words, "reason": rule.reason})
    there = document.get("ignore")
    if isinstance(there, tomlkit.items.AoT):
        table = tomlkit.table()
        table.update({"term": rule.words, "reason": rule.reason})
        there.append(table)
    elif isinstance(there, tomlkit.items.Array):
        there.append(row)
        there.multiline(len(there) > 1)
    elif there is None:
        rules = tomlkit.array()
        rules.append(row)
        document.add("ignore", rules)
    else:
        rules = tomlkit.array()
        rules.append(str(there))
        rules.append(row)
        document["ignore"] = rules
